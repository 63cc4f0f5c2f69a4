using System.Text.RegularExpressions;

namespace Heed.Analytics.Text;

/// <summary>
/// The patterns of personal data. All their repetitions are bounded, so that no text, however long or odd, makes them slow.
/// </summary>
static partial class PersonalPatterns
{
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}"
    )]
    public static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@/.])@[\p{L}\p{N}_]{2,30}")]
    public static partial Regex Handle();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30}")]
    public static partial Regex Iban();

    [GeneratedRegex(@"(?<![0-9])[2-6](?:[ -]?[0-9]){12,18}(?![0-9])")]
    public static partial Regex Card();

    const string Date =
        @"(?:[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})|[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2})(?![0-9])";

    /// <summary>Digits with at most two signs between them; a date begins no part of it.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,/+-])(?!"
            + Date
            + @")(?:\+|\(\+?)?[0-9](?:(?![ ().\-/]{1,2}"
            + Date
            + @")[ ().\-/]{0,2}[0-9]){6,18}(?![0-9])(?!:[0-9])"
    )]
    public static partial Regex Phone();

    [GeneratedRegex(@"^\(?[2-9][0-9]{2}\)?[ .-]{0,2}[2-9][0-9]{2}[ .-]?[0-9]{4}$")]
    public static partial Regex NorthAmerican();

    [GeneratedRegex(
        @"\b(?:tel|telephone|phone|mobile|cell|fax|whatsapp|telefon|telefonnummer|handy|handynummer|rufnummer)\b(?: (?:number|no|nr|is|ist|me|on|unter))?(?: (?:is|ist))?[ .:]{0,3}(\(?\+?[0-9](?:[ ().\-/]{0,2}[0-9]){4,17})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex PhoneAfterCue();

    [GeneratedRegex(
        @"\b(?:order|booking|reservation|confirmation|reference|ref|account|acct|customer|client|member|membership|policy|claim|ticket|case|invoice|tracking|passport|licen[cs]e|patient|nhs|hospital|insurance|social security|ssn|tax|kunden|bestell|auftrags|rechnungs|vertrags|konto|buchungs|ausweis|sendungs|versicherungs|steuer)(?:[ -]?(?:number|num|no|nr|id|code|reference|ref|nummer))?\b(?: (?:is|was|ist|war|lautet))?[ .:#-]{0,3}(?=[\p{L}-]{0,6}[0-9])([\p{L}]{0,6}-?[0-9](?:[ -]?[\p{L}0-9]{0,1}[0-9]){3,20})(?![\p{L}0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex Reference();

    /// <summary>Eight digits on end, or letters and five digits: nobody says an amount like that.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,£$€+-])(?:[0-9]{8,24}|[A-Za-z]{1,4}-?[0-9]{5,16}[A-Za-z]?|[0-9]{3}-[0-9]{2}-[0-9]{4})(?![\p{L}\p{N}]|[.,][0-9])"
    )]
    public static partial Regex LongNumber();
}
