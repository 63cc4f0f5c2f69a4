using System.Text.RegularExpressions;
using Heed.Analytics.Evidence;

namespace Heed.Files;

/// <summary>Quarters and weeks as people and tools name them. “S2 2025” is none: it is the second half of a year as well.</summary>
static partial class PeriodWords
{
    public static CalendarPeriod? Quarter(string text)
    {
        foreach (var form in new[] { QuarterBehind(), QuarterInFront(), Counted(), InWords(), InWordsBehind() })
            if (form.Match(text) is { Success: true } found)
                return new(
                    new(
                        CalendarPeriod.YearOf(found.Groups["year"].ValueSpan),
                        3 * Number(found.Groups["q"].Value) - 2,
                        1
                    ),
                    Cadence.Quarter
                );
        return null;
    }

    public static CalendarPeriod? Week(string text)
    {
        foreach (var form in new[] { WeekBehind(), WeekInFront(), WeekCounted() })
            if (form.Match(text) is { Success: true } found)
                return CalendarPeriod.OfWeek(
                    CalendarPeriod.YearOf(found.Groups["year"].ValueSpan),
                    int.Parse(found.Groups["w"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
                );
        return null;
    }

    static int Number(string quarter) =>
        quarter.ToUpperInvariant() switch
        {
            "I" => 1,
            "II" => 2,
            "III" => 3,
            "IV" => 4,
            _ => quarter[0] - '0',
        };

    const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    const string Year = "(?<year>[12][0-9]{3})";
    const string ShortYear = "(?<year>[12][0-9]{3}|[0-9]{2})";
    const string Nth = "(?<q>[1-4]|I{1,3}|IV)";
    const string Word = @"(?:quarter|quartal|qtr|trimestre|trim|kwartaal|kwartał)\.?";
    const string Weeks = @"(?:kalenderwoche|week|woche|semaine|semana|settimana|tydzień|wk|kw|sem|sett|tyg|w)\.? ?";

    // 2021-Q1, 2021 T1 (trimestre), 2021K1 (kwartaal).
    [GeneratedRegex("^" + Year + "[-/ ,]*[QTK](?<q>[1-4])$", AnyCase)]
    private static partial Regex QuarterBehind();

    [GeneratedRegex("^[QTK](?<q>[1-4])[-/ ,.'’]*" + ShortYear + "$", AnyCase)]
    private static partial Regex QuarterInFront();

    // 1Q21, 1T 2021.
    [GeneratedRegex("^(?<q>[1-4])[QT][-/ ,.'’]*" + ShortYear + "$", AnyCase)]
    private static partial Regex Counted();

    // 1. Quartal 2021, 2nd quarter 2021, 1er trimestre de 2021, II kw. 2021; but “1. KW 2021” is a week.
    [GeneratedRegex(
        "^(?:"
            + Nth
            + @"(?:\.|er|ère|re|ème|eme|e|º|°|st|nd|rd|th|o)? ?"
            + Word
            + "|(?<q>I{1,3}|IV) ?kw\\.?)[-/ ,]*(?:del? )?"
            + Year
            + "$",
        AnyCase
    )]
    private static partial Regex InWords();

    [GeneratedRegex(
        "^(?:" + Year + "[-/ ,]*" + Word + " ?(?<q>[1-4])|" + Word + " ?(?<q>[1-4])[-/ ,]+" + Year + ")$",
        AnyCase
    )]
    private static partial Regex InWordsBehind();

    [GeneratedRegex("^" + Year + "[-/ ,]*" + Weeks + "(?<w>[0-9]{1,2})$", AnyCase)]
    private static partial Regex WeekBehind();

    [GeneratedRegex("^" + Weeks + "(?<w>[0-9]{1,2})(?:[-/ ,]+(?:del? )?" + Year + "|[/'’](?<year>[0-9]{2}))$", AnyCase)]
    private static partial Regex WeekInFront();

    [GeneratedRegex(@"^(?<w>[0-9]{1,2})\. ?(?:kw|woche|kalenderwoche)[-/ ,]+" + Year + "$", AnyCase)]
    private static partial Regex WeekCounted();
}
