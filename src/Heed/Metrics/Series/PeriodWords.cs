using Heed.Analytics.Evidence;

namespace Heed.Metrics;

/// <summary>The period that a point stands for, as people name it.</summary>
static class PeriodWords
{
    /// <summary>“week of 9 November 2026”, “November 2026”, “quarter 4 of 2026”, “2026”.</summary>
    public static string Named(this Cadence cadence, DateOnly on) =>
        cadence switch
        {
            Cadence.Week => $"week of {Format.Day(on)}",
            Cadence.Month => Format.Month(on),
            Cadence.Quarter => Format.Quarter(on),
            Cadence.Year => Format.Year(on),
            _ => Format.Day(on),
        };
}
