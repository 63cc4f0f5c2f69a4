namespace Heed.Analytics.Text;

/// <summary>A kind of personal data.</summary>
public enum PersonalData
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A name on a social network: @name.</summary>
    Handle,

    /// <summary>An international bank account number whose check digits are right.</summary>
    Iban,

    /// <summary>A payment card's number whose check digit is right.</summary>
    Card,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A number of an order, an account, a patient, a person.</summary>
    Reference,

    /// <summary>The name of a person, after a word that announces one.</summary>
    Name,
}

/// <summary>Where something was removed.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Start">Where its mark begins in the redacted text, in UTF-16 units from 0.</param>
/// <param name="Length">How long the mark is.</param>
public readonly record struct Removed(PersonalData Kind, int Start, int Length);

/// <summary>A remark without the personal data that were found in it.</summary>
/// <param name="Text">The remark with a mark such as [e-mail] in each place.</param>
/// <param name="Removed">The marks, from left to right; what stood there is kept nowhere.</param>
public sealed record Redacted(string Text, IReadOnlyList<Removed> Removed);
