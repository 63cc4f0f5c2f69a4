namespace Heed.Analytics.Evidence;

/// <summary>
/// Which seasons are allowed for, as pairs of sine and cosine: over the year, and for daily points over the week, where three
/// pairs are the same as a factor of the seven weekdays.
/// </summary>
/// <param name="YearPairs">0, 1 or 2 pairs over the year.</param>
/// <param name="Weekdays">Whether the days of the week may differ.</param>
readonly record struct SeasonalWaves(int YearPairs, bool Weekdays)
{
    const int WeekPairs = 3;
    const int DaysOfAWeek = 7;

    public int Columns => 2 * (YearPairs + (Weekdays ? WeekPairs : 0));

    /// <summary>
    /// Two pairs over the year for two years of months or weeks, one for a year of weeks; the weekdays for days, and the year
    /// once the days cover as much of it as the weeks would have to.
    /// </summary>
    public static SeasonalWaves ByRule(Cadence cadence, int points) =>
        cadence switch
        {
            Cadence.Month => new(points >= 24 ? 2 : 0, false),
            Cadence.Week => new(OfWeeks(points), false),
            Cadence.Day => new(OfWeeks(points / DaysOfAWeek), true),
            _ => default,
        };

    static int OfWeeks(int weeks) =>
        weeks >= 104 ? 2
        : weeks >= 52 ? 1
        : 0;

    /// <summary>The values of the waves on a date, into as many cells as there are columns.</summary>
    public void Fill(DateOnly date, Cadence cadence, Span<double> into)
    {
        // By month where months are counted, so that short and long months stand evenly on the circle.
        var year = cadence is Cadence.Month ? date.Month / 12.0 : date.DayOfYear / 365.25;
        Pairs(YearPairs, year, into);
        if (Weekdays)
            Pairs(WeekPairs, date.DayNumber % DaysOfAWeek / (double)DaysOfAWeek, into[(2 * YearPairs)..]);
    }

    static void Pairs(int pairs, double turn, Span<double> into)
    {
        for (var pair = 1; pair <= pairs; pair++)
            (into[2 * pair - 2], into[2 * pair - 1]) = Math.SinCos(2 * Math.PI * pair * turn);
    }

    public string InWords =>
        (YearPairs, Weekdays) switch
        {
            (0, false) => "no season was allowed for",
            (0, true) => "days of the week",
            (var pairs, var weekdays) =>
                $"time of year by {(pairs == 1 ? "one pair" : "two pairs")} of waves{(weekdays ? ", days of the week" : "")}",
        };
}
