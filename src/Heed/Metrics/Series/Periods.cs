namespace Heed.Metrics;

/// <summary>The period that a day falls in. Weeks begin on Monday (ISO 8601).</summary>
public static class Periods
{
    public static DateOnly StartOf(this Cadence cadence, DateOnly day) =>
        cadence switch
        {
            Cadence.Day => day,
            Cadence.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            Cadence.Month => new(day.Year, day.Month, 1),
            Cadence.Quarter => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
            Cadence.Year => new(day.Year, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(cadence)),
        };

    /// <summary>“day”, “week”, “month”, “quarter”, “year”.</summary>
    public static string Word(this Cadence cadence) => cadence.ToString().ToLowerInvariant();

    /// <summary>The period that a point stands for: “week of 9 November 2026”, “November 2026”, “2026”.</summary>
    public static string PeriodOf(this Cadence cadence, DateOnly on) =>
        cadence switch
        {
            Cadence.Week => $"week of {Format.Day(on)}",
            Cadence.Month => Format.Month(on),
            Cadence.Quarter => Format.Quarter(on),
            Cadence.Year => Format.Year(on),
            _ => Format.Day(on),
        };
}
