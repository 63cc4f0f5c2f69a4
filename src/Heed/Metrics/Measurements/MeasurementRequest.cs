using System.ComponentModel.DataAnnotations;

namespace Heed.Metrics;

/// <summary>One value at a date, as typed on the page or sent by a program.</summary>
public sealed class MeasurementRequest
{
    public const int LongestNote = 400;

    /// <summary>Any day of the period; it is kept at the period's first day.</summary>
    public DateOnly? On { get; set; }
    public double? Value { get; set; }

    /// <summary>The answers or cases behind the value.</summary>
    public double? Count { get; set; }

    /// <summary>The 95 % interval of this value.</summary>
    public double? Low { get; set; }
    public double? High { get; set; }

    [StringLength(LongestNote, ErrorMessage = "Use at most 400 characters for the note.")]
    public string? Note { get; set; }

    /// <summary>Where it stands in what was sent, for refusals; numbered from 1 where it is not given.</summary>
    internal int Row { get; init; }

    /// <summary>What is wrong with it for this metric, without the row's number; null when nothing is.</summary>
    internal string? Fault(Metric metric, DateOnly today)
    {
        if (On is not { } on)
            return "has no date. Give one such as 2026-03-02.";
        if (on.Year < 1900)
            return $"is dated {Format.Day(on)}. Dates begin in 1900.";
        if (on > today)
            return $"is dated {Format.Day(on)}, which has not come yet. Record what has happened.";
        if (Value is not { } value)
            return "has no value. Leave a period out when it was not measured: unknown is not zero.";
        if (!double.IsFinite(value))
            return "has a value that is not a finite number.";
        if (value < metric.LowerBound)
            return $"has {Format.Typed(value)}, below what “{metric.Name}” can be ({Format.Typed(metric.LowerBound)}).";
        if (value > metric.UpperBound)
            return $"has {Format.Typed(value)}, above what “{metric.Name}” can be ({Format.Typed(metric.UpperBound)}).";
        if (Count is { } count && !(double.IsFinite(count) && count >= 0))
            return "has a count that is not a number from 0 up.";
        if ((Low is null) != (High is null))
            return "has one end of its interval and not the other. Give both or none.";
        if (Low is { } low && !(double.IsFinite(low) && double.IsFinite(High!.Value) && low <= value && value <= High))
            return $"has an interval [{Format.Typed(Low)}, {Format.Typed(High)}] that does not hold its value {Format.Typed(value)}.";
        return Note?.Length > LongestNote ? $"has a note of more than {LongestNote} characters." : null;
    }

    /// <summary>Whether it says nothing that the kept row does not say.</summary>
    internal bool Repeats(Measurement kept) =>
        kept.Value.Equals(Value!.Value == 0 ? 0.0 : Value.Value)
        && Same(Count, kept.Count)
        && Same(Low, kept.Low)
        && Same(High, kept.High)
        && (string.IsNullOrWhiteSpace(Note) || Note.Trim() == kept.Note);

    static bool Same(double? given, double? kept) => given is null || given == kept;
}

/// <summary>What a recording did, or would do. Unchanged: the same value was already there.</summary>
public sealed record MeasurementReceipt(int Added, int Corrected, int Unchanged)
{
    public MeasurementReceipt And(MeasurementReceipt other) =>
        new(Added + other.Added, Corrected + other.Corrected, Unchanged + other.Unchanged);

    public string InWords =>
        (Added, Corrected, Unchanged) switch
        {
            (0, 0, 0) => "Nothing to record",
            (0, 0, _) => $"Nothing new: {Format.Count(Unchanged, "value")} already there",
            _ => string.Join(
                ", ",
                new[]
                {
                    Added > 0 ? $"{Format.Count(Added, "value")} added" : null,
                    Corrected > 0 ? $"{Format.Count(Corrected, "value")} corrected" : null,
                    Unchanged > 0 ? $"{Format.Count(Unchanged, "value")} unchanged" : null,
                }.Where(part => part is not null)
            ),
        };
}
