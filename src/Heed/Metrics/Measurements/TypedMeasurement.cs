using System.ComponentModel.DataAnnotations;

namespace Heed.Metrics;

/// <summary>One value as it is typed: a browser without number fields may send a decimal comma, and nothing typed is lost.</summary>
public sealed class TypedMeasurement : IValidatableObject
{
    public string? On { get; set; }
    public string? Value { get; set; }
    public string? Count { get; set; }
    public string? Note { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Day is null)
            yield return new("Give the day as 2026-03-02.", [nameof(On)]);
        if (string.IsNullOrWhiteSpace(Value))
            yield return new(
                "Give the value. Leave the period out when it was not measured: unknown is not zero.",
                [nameof(Value)]
            );
        else if (Number(Value) is null)
            yield return NoNumber(Value, "value", nameof(Value));
        if (!string.IsNullOrWhiteSpace(Count) && Number(Count) is null)
            yield return NoNumber(Count, "number of answers", nameof(Count));
    }

    /// <summary>What was typed and found sound.</summary>
    internal MeasurementRequest Read() =>
        new()
        {
            On = Day,
            Value = Number(Value),
            Count = Number(Count),
            Note = Note,
        };

    DateOnly? Day => new DateReading(DateOrder.DayFirst).Read(On?.Trim() ?? "");

    /// <summary>A single number: a comma can only be decimal here.</summary>
    static double? Number(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : new FileNumbers(DecimalComma: typed.Contains(',') && !typed.Contains('.')).TryRead(typed, out var number)
            ? number
        : null;

    static ValidationResult NoNumber(string typed, string what, string field) =>
        new($"“{Format.Shortened(typed)}” is not a number. Write the {what} as 62.5.", [field]);
}
