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

    /// <summary>
    /// What is written as a period and not as a day: 2002-01, 1/2002, Jan 2002, Jan-02, Q1 2002, 1Q02, W5 2002, 2002, 2002/03.
    /// </summary>
    public static CalendarPeriod? Whole(string text)
    {
        if (YearAlone().Match(text) is { Success: true } y)
            return new(new(Number(y, 1), 1, 1), Cadence.Year);
        if (YearMonth().Match(text) is { Success: true } ym && Number(ym, 2) is >= 1 and <= 12)
            return new(new(Number(ym, 1), Number(ym, 2), 1), Cadence.Month);
        if (MonthYear().Match(text) is { Success: true } my && Number(my, 1) is >= 1 and <= 12)
            return new(new(Number(my, 2), Number(my, 1), 1), Cadence.Month);
        if (FinancialYear.Surely(text) is { } begins)
            return new(FinancialYear.FirstDay(begins), Cadence.Year);
        if (FinancialYear.Quarter(text) is { } quarter)
            return new(quarter, Cadence.Quarter);
        return OfNamedMonth(text) ?? PeriodWords.Quarter(text) ?? PeriodWords.Week(text);
    }

    static CalendarPeriod? OfNamedMonth(string text)
    {
        var found = NamedMonth().Match(text);
        if (!found.Success)
            found = YearNamedMonth().Match(text);
        return found.Success && MonthNames.Of(found.Groups["month"].ValueSpan) is { } month
            ? new(new(YearOf(found.Groups["year"].ValueSpan), month, 1), Cadence.Month)
            : null;
    }

    /// <summary>Two digits lie around now, as with days.</summary>
    public static int YearOf(ReadOnlySpan<char> digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length > 2 ? year
            : year < 70 ? 2000 + year
            : 1900 + year;
    }

    public static CalendarPeriod? OfWeek(int year, int week) =>
        week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? new(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), Cadence.Week)
            : null;

    static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([12][0-9]{3})$")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^([12][0-9]{3})[-/. ]([0-9]{1,2})$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^([0-9]{1,2})[-/. ]([12][0-9]{3})$")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(?<month>\p{L}{3,12})\.?[-/ .,'’]*(?:del? )?(?<year>[12][0-9]{3}|[0-9]{2})$")]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"^(?<year>[12][0-9]{3})[-/ .,]*(?<month>\p{L}{3,12})\.?$")]
    private static partial Regex YearNamedMonth();
}
