using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Aim;

/// <summary>The numbers of a sentence that measure something: not dates, not numbers that belong to a name.</summary>
static partial class ProseNumbers
{
    /// <summary>From where to where, as in “from 40 to 120 per week” or “12/month → 3/month”; empty without both.</summary>
    public static (double From, double To, string Words)? FromTo(string text)
    {
        var found = Between().Match(text);
        return found.Success && Of(found.Groups[1].Value) is { } from && Of(found.Groups[2].Value) is { } to
            ? (from, to, found.Value)
            : null;
    }

    /// <summary>How many numbers measure something, dates and numbered names left out.</summary>
    public static int Count(string text) => Number().Count(Named().Replace(Dates().Replace(text, " "), " "));

    static double? Of(string written)
    {
        var plain = written.Replace(",", "", StringComparison.Ordinal).TrimStart('$', '€', '£');
        var times =
            plain.Length > 0
                ? char.ToUpperInvariant(plain[^1]) switch
                {
                    'K' => 1e3,
                    'M' => 1e6,
                    'B' => 1e9,
                    _ => 1.0,
                }
                : 1;
        return double.TryParse(
            plain.TrimEnd('K', 'k', 'M', 'm', 'B', 'b'),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number * times
            : null;
    }

    [GeneratedRegex(
        @"(?:\bfrom\s+(?:about\s+|around\s+|an?\s+(?:average|median)\s+of\s+)?)?[<>≤≥~]?\s*([$€£]?\d[\d,]*(?:\.\d+)?[KkMmBb]?)[^\d→]{0,40}?(?:\bto\b|→|->)\s*(?:under|over|below|above|less than|more than|at least)?\s*[<>≤≥~]?\s*([$€£]?\d[\d,]*(?:\.\d+)?[KkMmBb]?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s*\d{4})?\b|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{4})?|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\bQ[1-4](?:\s*\d{4})?\b|\b(?:in|by|during|of)\s+(?:19|20)\d\d\b|\bwithin\s+(?:the\s+(?:next|first)\s+)?\d+\s+\w+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Dates();

    // “SOC 2”, “ISO 27001”, “version 3”, “tier 1”: the number is a part of a name.
    [GeneratedRegex(
        @"\b(?:[A-Z]{2,}|[Vv]ersion|[Tt]ier|[Pp]hase|[Ll]evel|[Tt]ype|[Ss]tage|[Pp]riority)[ -]\d+(?:\.\d+)?\b(?!\s*%)"
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Number();
}
