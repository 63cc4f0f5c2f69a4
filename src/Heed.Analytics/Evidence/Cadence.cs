namespace Heed.Analytics.Evidence;

/// <summary>How often a series is measured. It tells a gap (a period without a point) from neighbouring periods.</summary>
public enum Cadence
{
    /// <summary>One point a day.</summary>
    Day,

    /// <summary>One point a week; weeks begin on Monday (ISO 8601).</summary>
    Week,

    /// <summary>One point a calendar month.</summary>
    Month,

    /// <summary>One point a calendar quarter.</summary>
    Quarter,

    /// <summary>One point a calendar year.</summary>
    Year,
}

/// <summary>Counting in periods: which one a date falls in, and where it begins.</summary>
public static class Cadences
{
    /// <summary>The running number of the period that holds the date. Neighbouring periods differ by one.</summary>
    public static int PeriodOf(this Cadence cadence, DateOnly date) =>
        cadence switch
        {
            Cadence.Day => date.DayNumber,
            Cadence.Week => date.DayNumber / 7, // day 0, 1 January of year 1, was a Monday
            Cadence.Month => date.Year * 12 + date.Month - 1,
            Cadence.Quarter => date.Year * 4 + (date.Month - 1) / 3,
            Cadence.Year => date.Year,
            _ => throw new ArgumentOutOfRangeException(nameof(cadence)),
        };

    /// <summary>The first day of the period with this running number.</summary>
    public static DateOnly StartOf(this Cadence cadence, int period) =>
        cadence switch
        {
            Cadence.Day => DateOnly.FromDayNumber(period),
            Cadence.Week => DateOnly.FromDayNumber(period * 7),
            Cadence.Month => new DateOnly(period / 12, period % 12 + 1, 1),
            Cadence.Quarter => new DateOnly(period / 4, period % 4 * 3 + 1, 1),
            Cadence.Year => new DateOnly(period, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(cadence)),
        };

    /// <summary>The first day of the period that holds the date.</summary>
    public static DateOnly StartOf(this Cadence cadence, DateOnly date) => cadence.StartOf(cadence.PeriodOf(date));

    /// <summary>How many periods so many days take, a begun one counted whole: how long a lag of days lasts.</summary>
    public static int PeriodsIn(this Cadence cadence, int days) => (int)Math.Ceiling(days / cadence.Days());

    /// <summary>How many periods of the usual length lie between two days, whole ones only.</summary>
    public static int PeriodsBetween(this Cadence cadence, DateOnly from, DateOnly to) =>
        (int)Math.Floor((to.DayNumber - from.DayNumber) / cadence.Days());

    /// <summary>The cadence that the usual distance between dates suggests: the median, so a few gaps do no harm.</summary>
    /// <param name="dates">The dates, in any order.</param>
    /// <returns>A guess to be shown to people; <see cref="Cadence.Day"/> for fewer than two dates.</returns>
    public static Cadence Guess(IEnumerable<DateOnly> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var days = dates.Select(date => date.DayNumber).Distinct().Order().ToArray();
        if (days.Length < 2)
            return Cadence.Day;
        var distances = days.Skip(1).Zip(days, (later, earlier) => (double)(later - earlier)).ToArray();
        return Median.Of(distances) switch
        {
            < 4 => Cadence.Day,
            < 15 => Cadence.Week,
            < 60 => Cadence.Month,
            < 200 => Cadence.Quarter,
            _ => Cadence.Year,
        };
    }

    /// <summary>The period in words: "week", and "weeks" for any count but one.</summary>
    public static string Name(this Cadence cadence, int count = 1) =>
        cadence.ToString().ToLowerInvariant() + (count == 1 ? "" : "s");

    /// <summary>How many days a period has on average: a year is 365.25.</summary>
    static double Days(this Cadence cadence) =>
        cadence switch
        {
            Cadence.Day => 1,
            Cadence.Week => 7,
            Cadence.Month => 365.25 / 12,
            Cadence.Quarter => 365.25 / 4,
            Cadence.Year => 365.25,
            _ => throw new ArgumentOutOfRangeException(nameof(cadence)),
        };
}
