using System.ComponentModel.DataAnnotations;

namespace Heed.Try;

/// <summary>Words that have to be there where nothing is chosen in their place.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SaidOrChosenAttribute(string chosen) : ValidationAttribute
{
    public string Chosen { get; } = chosen;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var asked = validationContext.ObjectInstance;
        return
            value is string { Length: > 0 } said && !string.IsNullOrWhiteSpace(said)
            || asked.GetType().GetProperty(Chosen)!.GetValue(asked) is not null
            ? ValidationResult.Success
            : new(ErrorMessage, [validationContext.MemberName!]);
    }
}
