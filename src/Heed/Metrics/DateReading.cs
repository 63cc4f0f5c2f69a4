using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Metrics;

enum DayOrder
{
    YearFirst,
    DayFirst,
    MonthFirst,
}

/// <summary>How the dates of one file are written: decided once for all of it; a file that can be read two ways is refused.</summary>
readonly partial record struct DateReading(DayOrder Order)
{
    public string InWords =>
        Order switch
        {
            DayOrder.DayFirst => "dates as day, month, year",
            DayOrder.MonthFirst => "dates as month, day, year",
            _ => "dates as year, month, day",
        };

    [GeneratedRegex(@"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?$")]
    static partial Regex YearFirst { get; }

    [GeneratedRegex(@"^(\d{4})-?W(\d{2})$")]
    static partial Regex IsoWeek { get; }

    [GeneratedRegex(@"^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?: .*)?$")]
    static partial Regex YearLast { get; }

    public static bool LooksLikeADate(string cell) =>
        YearFirst.IsMatch(cell) || IsoWeek.IsMatch(cell) || YearLast.IsMatch(cell);

    public static Outcome<DateReading> Of(IEnumerable<string> cells)
    {
        string? dayFirst = null,
            monthFirst = null,
            either = null;
        foreach (var cell in cells)
        {
            if (YearLast.Match(cell) is not { Success: true } match)
                continue;
            var (first, second) = (Part(match, 1), Part(match, 3));
            if (first > 12 || match.Groups[2].Value == ".")
                dayFirst ??= cell;
            else if (second > 12)
                monthFirst ??= cell;
            else if (first != second)
                either ??= cell;
        }
        return (dayFirst, monthFirst, either) switch
        {
            ({ } day, { } month, _) => new Refusal(
                $"The dates “{day}” and “{month}” cannot be in one order. Write days as 2026-03-02."
            ),
            (null, null, { } cell) => new Refusal(
                $"The date “{cell}” can be read two ways, and no other date of the file tells which. Write days as 2026-03-02."
            ),
            ({ }, null, _) => new DateReading(DayOrder.DayFirst),
            (null, { }, _) => new DateReading(DayOrder.MonthFirst),
            _ => new DateReading(DayOrder.YearFirst),
        };
    }

    /// <summary>The day; of a month its first, of a week its Monday. Null where it is no day at all.</summary>
    public DateOnly? Read(string cell)
    {
        if (YearFirst.Match(cell) is { Success: true } ordered)
            return Day(Part(ordered, 1), Part(ordered, 2), ordered.Groups[3].Success ? Part(ordered, 3) : 1);
        if (IsoWeek.Match(cell) is { Success: true } week)
            return
                Part(week, 1) >= 1
                && Part(week, 2) is >= 1 and var number
                && number <= ISOWeek.GetWeeksInYear(Math.Max(1, Part(week, 1)))
                ? DateOnly.FromDateTime(ISOWeek.ToDateTime(Part(week, 1), number, DayOfWeek.Monday))
                : null;
        if (YearLast.Match(cell) is not { Success: true } match)
            return null;
        return Order is DayOrder.MonthFirst
            ? Day(Part(match, 4), Part(match, 1), Part(match, 3))
            : Day(Part(match, 4), Part(match, 3), Part(match, 1));
    }

    static DateOnly? Day(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    static int Part(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
