using System.Globalization;
using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>What people write after <c>--wanted</c> and <c>--baseline</c>, read; a refusal says how to write it.</summary>
static class SeriesOptions
{
    public readonly record struct Wished(Direction? Way, (double, double)? Range);

    /// <summary>A direction, or the two ends of a range.</summary>
    public static Outcome<Wished> Wanted(string? text)
    {
        if (text is null)
            return new Wished(null, null);
        if (text is "up" or "down")
            return new Wished(text is "up" ? Direction.Up : Direction.Down, null);
        return
            text.Split("..") is [var from, var to]
            && double.TryParse(from, NumberStyles.Float, CultureInfo.InvariantCulture, out var low)
            && double.TryParse(to, NumberStyles.Float, CultureInfo.InvariantCulture, out var high)
            && low < high
            && double.IsFinite(high - low)
            ? new Wished(null, (low, high))
            : new Refusal($"--wanted: “{text}” is neither up nor down nor a range, its low end first: 40..60.");
    }

    public static BandSettings Limits(string? text) =>
        text switch
        {
            "unrounded" => BandSettings.Unrounded,
            "screened" => BandSettings.Screened,
            _ => BandSettings.Wheeler,
        };

    public static EffectMethod? Method(string? text, bool counts) =>
        text switch
        {
            "step" => counts ? EffectMethod.QuasiPoissonStepOnly : EffectMethod.StepOnly,
            "published" => counts ? EffectMethod.QuasiPoisson : EffectMethod.SegmentedNeweyWest,
            "newey-west" => EffectMethod.SegmentedNeweyWest,
            "ar1" => EffectMethod.SegmentedAutoregressive,
            _ => null,
        };

    public static Seasons Season(string? text) =>
        text switch
        {
            "none" or "week" => Seasons.None,
            "year" => Seasons.TwoPairs,
            _ => Seasons.ByRule,
        };

    public static bool? Weekdays(string? season) =>
        season switch
        {
            "none" => false,
            "week" => true,
            _ => null,
        };

    public readonly record struct Stretch(Window? Value);

    /// <summary>From the first day of the one date to the last of the other.</summary>
    public static Outcome<Stretch> Baseline(string? text, DateOrder order)
    {
        if (text is null)
            return new Stretch(null);
        var ends = text.Split("..");
        if (
            ends is not [var from, var to]
            || SeriesDates.Read(from, order) is not { } first
            || SeriesDates.Read(to, order) is not { } last
        )
            return new Refusal(
                $"--baseline: “{text}” is not a stretch of time. Write its first and its last date: 2025-01..2025-06."
            );
        return last.Last < first.First
            ? new Refusal($"--baseline: it ends ({to}) before it begins ({from}).")
            : new Stretch(new Window(first.First, last.Last));
    }
}
