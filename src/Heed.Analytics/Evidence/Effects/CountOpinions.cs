using System.Globalization;

namespace Heed.Analytics.Evidence;

/// <summary>
/// What others would say of a change in counts: the published methods (Lopez Bernal, Cummins and Gasparrini 2017), and two bars.
/// They are shown beside a verdict, so that whoever knows them can check it; the verdict is by the mean effect alone.
/// </summary>
/// <param name="Sentences">One a method, the nearest to the verdict first.</param>
public sealed record CountOpinions(IReadOnlyList<string> Sentences)
{
    /// <summary>Asks the published methods. Those that the points are too few for are left out.</summary>
    /// <param name="series">The counts, with their populations where there are some.</param>
    /// <param name="change">The day from which the change was there.</param>
    /// <param name="settings">The lag and the look, as the verdict has them.</param>
    /// <param name="per">Per how many the rates are told.</param>
    /// <param name="perInWords">“per 100,000 people”; empty without populations.</param>
    public static CountOpinions Of(
        Series series,
        DateOnly change,
        InterruptionSettings settings,
        double per = 1,
        string perInWords = ""
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(perInWords);
        var rates = series.Count > 0 && series[0].Population is not null ? series.AsRates(per).Value : series;
        var unit = perInWords.Length == 0 ? "" : " " + perInWords;
        InterruptedSeries? Fit(Series of, bool counts, EffectMethod method, Seasons seasons) =>
            InterruptedSeries
                .Fit(of, change, settings with { Counts = counts, Method = method, Seasons = seasons })
                .Refused(out _, out var fit)
                ? null
                : fit;
        List<string> said = [];
        if (Fit(series, true, EffectMethod.QuasiPoisson, Seasons.ByRule) is { HasSeasons: true } seasonal)
            said.Add(
                $"Quasi-Poisson regression with the time of year: {Ratio(seasonal)}. {Slope(seasonal, series.Cadence)}"
            );
        if (Fit(series, true, EffectMethod.QuasiPoisson, Seasons.None) is { } plain)
            said.Add($"Quasi-Poisson regression without it: {Ratio(plain)}; {Poisson(plain)}.");
        if (Fit(rates, false, EffectMethod.SegmentedNeweyWest, Seasons.None) is { } linear)
            said.Add(Linear(linear, series.Cadence, unit));
        if (Fit(rates, false, EffectMethod.SegmentedAutoregressive, Seasons.None) is { } alike)
            said.Add(
                $"The same with errors that follow one another, AR(1): φ {Places(alike.Autocorrelation ?? 0, 3)}, step {Signed(alike.Step.Value, 2)}{unit} (standard error {Places(alike.RobustError, 2)})."
            );
        if (Bars(new Interruption(rates, change, settings)) is var (before, after))
            said.Add(
                $"Two bars: the mean was {Places(before, 1)}{unit} before and {Places(after, 1)} after, {Places(100 * Math.Abs(after / before - 1), 1)} % {(after > before ? "higher" : "lower")}. That is not used: two means take a trend that was there anyway for the effect."
            );
        return new(said);
    }

    /// <summary>The means of both sides; null where there is nothing to divide by.</summary>
    static (double Before, double After)? Bars(Interruption cut) =>
        cut.Before.Count == 0 || cut.After.Count == 0 || NoiseBand.Of(cut.Before).Centre is not > 0
            ? null
            : (NoiseBand.Of(cut.Before).Centre!.Value, NoiseBand.Of(cut.After).Centre!.Value);

    static string Ratio(InterruptedSeries fit) =>
        $"rate ratio {Places(fit.Step.Value, 3)} ({Wording.Number(100 * fit.Confidence)} % interval {Places(fit.Step.Low, 3)} to {Places(fit.Step.High, 3)}), dispersion {Places(fit.Dispersion ?? 1, 3)}";

    static string Slope(InterruptedSeries fit, Cadence cadence) =>
        (fit.Trend is { } trend ? $"The trend is × {Places(trend.Value, 4)} a {cadence.Name()}" : "There is no trend")
        + (
            cadence is Cadence.Month && fit.Trend is { } monthly
                ? $", × {Places(Math.Pow(monthly.Value, 12), 4)} a year"
                : ""
        )
        + (
            fit.SlopeChangeTest is var (f, p)
                ? $"; a change of slope adds {(p < 0.05 ? "something" : "nothing for sure")} (F {Places(f, 3)}, p {Places(p, 3)})"
                : ""
        )
        + ".";

    static string Poisson(InterruptedSeries fit)
    {
        var reach = Estimate.Quantile(double.PositiveInfinity, fit.Confidence) * fit.OrdinaryError;
        return $"by plain Poisson, which forgets that the counts vary more, {Places(fit.Step.Value * Math.Exp(-reach), 3)} to {Places(fit.Step.Value * Math.Exp(reach), 3)}";
    }

    static string Linear(InterruptedSeries fit, Cadence cadence, string unit)
    {
        var slope = fit.SlopeChange is { } change
            ? $", change of slope {Signed(change.Value, 3)} a {cadence.Name()}{(fit.SlopeChangeTest is var (_, p) ? $" (p {Places(p, 2)})" : "")}"
            : "";
        return $"Segmented regression of the rates: step {Signed(fit.Step.Value, 2)}{unit} (standard error {Places(fit.OrdinaryError, 2)}; Newey-West {Places(fit.RobustError, 2)}){slope}{(fit.DurbinWatson is { } statistic ? $", Durbin-Watson {Places(statistic, 3)}" : "")}.";
    }

    static string Signed(double value, int places) => (value > 0 ? "+" : "") + Places(value, places);

    // As the papers print them, so that they can be laid beside one another.
    static string Places(double value, int places) =>
        (Math.Round(value, places, MidpointRounding.AwayFromZero) + 0.0)
            .ToString($"#,0.{new string('0', places)}", CultureInfo.InvariantCulture)
            .Replace('-', '−');
}
