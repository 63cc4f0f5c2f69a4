using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Try;

namespace Heed.Waste;

/// <summary>Hours a month that came back, as a trial measured them on a metric that counts these hours, with its interval of 95 %.</summary>
public sealed record HoursBack(double Hours, double Low, double High)
{
    const double MinutesAnHour = 60;
    const double QuartersAYear = 4;

    /// <summary>How much of an hour the unit of a metric is; null where it is no time of work.</summary>
    public static double? OfUnit(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Trim().ToUpperInvariant() switch
        {
            "HOURS" or "HOUR" or "H" or "HRS" => 1,
            "MINUTES" or "MINUTE" or "MIN" => 1 / MinutesAnHour,
            _ => null,
        };
    }

    /// <summary>What a period of the metric fell by is what a period gives back.</summary>
    public static HoursBack? Of(TrialVerdict verdict, string unit, Cadence cadence)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (
            verdict is not { InPercent: false, Effect: { } effect, Low: { } low, High: { } high }
            || OfUnit(unit) is not { } hour
        )
            return null;
        var periods = cadence switch
        {
            Cadence.Day => Year.Days,
            Cadence.Week => Year.Weeks,
            Cadence.Month => Year.Months,
            Cadence.Quarter => QuartersAYear,
            _ => 1,
        };
        var month = hour * periods / Year.Months;
        return new(-effect * month, -high * month, -low * month);
    }

    /// <summary>
    /// Of several things at once: the values add up, and their uncertainties as those of independent trials do, by the root
    /// of the squares (GUM, JCGM 100:2008, 5.1.2).
    /// </summary>
    public static HoursBack? Sum(IReadOnlyCollection<HoursBack> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        if (all.Count == 0)
            return null;
        var hours = all.Sum(h => h.Hours);
        return new(
            hours,
            hours - Math.Sqrt(all.Sum(h => (h.Hours - h.Low) * (h.Hours - h.Low))),
            hours + Math.Sqrt(all.Sum(h => (h.High - h.Hours) * (h.High - h.Hours)))
        );
    }
}
