using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Heed.Analytics.Evidence;

namespace Heed.Files;

/// <summary>A date as a series has it: a day, or a whole week, month, quarter or year, which begins on its first day.</summary>
readonly partial record struct CalendarPeriod(DateOnly First, Cadence Cadence)
{
    public DateOnly Last => Cadence.StartOf(Cadence.PeriodOf(First) + 1).AddDays(-1);

    /// <summary>The day or the period that is written; null where it is neither.</summary>
    public static CalendarPeriod? Read(string text, DateOrder order) =>
        Whole(text)
        ?? (
            FileDates.Read(Encoding.UTF8.GetBytes(text), order, out var day) is FileDates.Fault.NotADate
                ? (CalendarPeriod?)null
                : new CalendarPeriod(day, Cadence.Day)
        );

    /// <summary>What is written as a period and not as a day: 2002-01, 1/2002, Jan 2002, 2002-Q1, 2002-W05, 2002.</summary>
    public static CalendarPeriod? Whole(string text)
    {
        if (YearAlone().Match(text) is { Success: true } y)
            return new(new(Number(y, 1), 1, 1), Cadence.Year);
        if (YearMonth().Match(text) is { Success: true } ym && Number(ym, 2) is >= 1 and <= 12)
            return new(new(Number(ym, 1), Number(ym, 2), 1), Cadence.Month);
        if (MonthYear().Match(text) is { Success: true } my && Number(my, 1) is >= 1 and <= 12)
            return new(new(Number(my, 2), Number(my, 1), 1), Cadence.Month);
        if (NamedMonth().Match(text) is { Success: true } nm && MonthNamed(nm.Groups[1].Value) is { } month)
            return new(new(Number(nm, 2), month, 1), Cadence.Month);
        if (YearQuarter().Match(text) is { Success: true } yq)
            return new(new(Number(yq, 1), 3 * Number(yq, 2) - 2, 1), Cadence.Quarter);
        if (YearWeek().Match(text) is { Success: true } yw)
            return OfWeek(Number(yw, 1), Number(yw, 2));
        return null;
    }

    public static CalendarPeriod? OfWeek(int year, int week) =>
        week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? new(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), Cadence.Week)
            : null;

    public static int? MonthNamed(string text)
    {
        var letters = text.TrimEnd('.');
        for (var month = 1; month <= 12 && letters.Length >= 3; month++)
            if (
                CultureInfo
                    .InvariantCulture.DateTimeFormat.GetMonthName(month)
                    .StartsWith(letters, StringComparison.OrdinalIgnoreCase)
            )
                return month;
        return null;
    }

    static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([12][0-9]{3})$")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^([12][0-9]{3})[-/. ]([0-9]{1,2})$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^([0-9]{1,2})[-/. ]([12][0-9]{3})$")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^([A-Za-z]{3,9}\.?)[-/ ]([12][0-9]{3})$")]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"^([12][0-9]{3})[-/ ]?[Qq]([1-4])$")]
    private static partial Regex YearQuarter();

    [GeneratedRegex(@"^([12][0-9]{3})[-/ ]?[Ww]([0-9]{1,2})$")]
    private static partial Regex YearWeek();
}
