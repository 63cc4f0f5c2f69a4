using Heed.Analytics.Evidence;
using Heed.Analytics.Tests.Evidence;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Heed.Analytics.Tests.Reference;

/// <summary>Effects, ties, looking early, agreement, what could be seen: T5 to T13, T17 and T19.</summary>
static class EffectNumbers
{
    static readonly InterruptionSettings NoSeasons = new() { Seasons = Seasons.None };

    static Lazy<InterruptedSeries> Sicily(bool rates, InterruptionSettings settings) =>
        new(() =>
        {
            var series = Published.Sicily();
            var fit = InterruptedSeries
                .Fit(rates ? series.AsRates(100_000).Value : series, Published.SicilyBan, settings)
                .Value;
            return settings.Method is null ? fit.SecondOpinion! : fit;
        });

    static readonly Lazy<InterruptedSeries> Counts = Sicily(rates: false, NoSeasons with { Counts = true });
    static readonly Lazy<InterruptedSeries> Season = Sicily(rates: false, InterruptionSettings.ForCounts);
    static readonly Lazy<InterruptedSeries> Linear = Sicily(rates: true, NoSeasons);
    static readonly Lazy<InterruptedSeries> Ar = Sicily(
        rates: true,
        NoSeasons with
        {
            Method = EffectMethod.SegmentedAutoregressive,
        }
    );

    static Series Rates => Published.Sicily().AsRates(100_000).Value;

    static readonly Lazy<LeadLagTest> Tie = new(() =>
        LeadLagTest
            .Test(
                Published.Weeks(Published.SalesLead),
                Published.Weeks(Published.Sales),
                new(Direction.Up, 3, 3),
                season: false
            )
            .Value
    );

    // T10: pairs of independent random walks of 40 points.
    static readonly Lazy<(double Naive, double Differenced)> Walks = new(() =>
    {
        const int pairs = 2000;
        const int points = 40;
        var random = new Random(20260105);
        var t = StudentT.InvCDF(0, 1, points - 2, 0.975);
        var significant = t / Math.Sqrt(t * t + points - 2);
        var (naive, tied) = (0, 0);
        for (var pair = 0; pair < pairs; pair++)
        {
            var (child, parent) = (Walk(random, points), Walk(random, points));
            naive += Math.Abs(Correlation.Pearson(child, parent)) > significant ? 1 : 0;
            foreach (var moves in Enum.GetValues<Direction>())
                tied +=
                    LeadLagTest.Test(Published.Weeks(child), Published.Weeks(parent), new(moves, 0, 0)).Value.State
                    is TieState.Supported
                        ? 1
                        : 0;
        }
        return (100.0 * naive / pairs, 100.0 * tied / pairs);
    });

    static double[] Walk(Random random, int points)
    {
        var walk = new double[points];
        for (var i = 0; i < points; i++)
            walk[i] = (i == 0 ? 0 : walk[i - 1]) + Normal.Sample(random, 0, 1);
        return walk;
    }

    static AlwaysValidTest Look(int people) =>
        AlwaysValidTest.Of(1e-4).Look(((long)(0.12 * people), people), ((long)(0.10 * people), people)).Value;

    static readonly double?[][] Observers =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];

    static double? Alpha(MeasurementLevel level) =>
        KrippendorffAlpha
            .Of(Enumerable.Range(0, 12).Select(unit => Observers.Select(rater => rater[unit])), level)
            .Value.Value;

    // T19: T1 and a 32nd point; the same lever after points 8, 16 and 24.
    static readonly Series Stuck = Published.Weeks([.. Published.Wheeler, 19]);

    static Verdict Attempt(int at, double predicted) =>
        Verdict
            .Judge(
                Stuck,
                Stuck[at].Date,
                Direction.Down,
                predicted,
                new()
                {
                    Method = EffectMethod.StepOnly,
                    Sigma = NoiseBand.Of(Published.Weeks(Published.Wheeler)).Sigma,
                    Window = new(Stuck[at - 8].Date, Stuck[at + 7].Date),
                }
            )
            .Value;

    static TractionState Traction(double predicted) =>
        Heed
            .Analytics.Evidence.Traction.Of(
                new[] { 8, 16, 24 }.Select(at => new Attempt(
                    Stuck[at].Date,
                    new("forms come late", Lever.Persuasion, "back office", "hand in on Friday"),
                    Attempt(at, predicted).Word,
                    IsWaiting: false,
                    Hours: 12
                )),
                Stuck,
                Direction.Down
            )
            .State;

    static string Words(double predicted) =>
        string.Join(", ", new[] { 8, 16, 24 }.Select(at => Attempt(at, predicted).Word));

    public static IEnumerable<ReferenceNumber> All =>
        [
            .. new Sheet("T5", "Lopez Bernal et al. 2017, Sicily, counts")
            {
                { "rate ratio", "0.894", () => Counts.Value.Step.Value },
                { "quasi-Poisson, low", "0.839", () => Counts.Value.Step.Low },
                { "quasi-Poisson, high", "0.953", () => Counts.Value.Step.High },
                { "dispersion", "3.559", () => Counts.Value.Dispersion },
                {
                    "Poisson, low",
                    "0.865",
                    () => Counts.Value.Step.Value * Math.Exp(-1.96 * Counts.Value.OrdinaryError)
                },
                {
                    "Poisson, high",
                    "0.925",
                    () => Counts.Value.Step.Value * Math.Exp(1.96 * Counts.Value.OrdinaryError)
                },
            },
            .. new Sheet("T6", "the same with two harmonics (R)")
            {
                { "rate ratio", "0.885", () => Season.Value.Step.Value },
                { "low", "0.839", () => Season.Value.Step.Low },
                { "high", "0.933", () => Season.Value.Step.High },
                { "dispersion", "2.262", () => Season.Value.Dispersion },
                { "trend a year", "1.0668", () => Math.Pow(Season.Value.Trend!.Value.Value, 12) },
                { "slope change, F", "0.639", () => Season.Value.SlopeChangeTest!.Value.F },
                { "slope change, p", "0.428", () => Season.Value.SlopeChangeTest!.Value.PValue },
            },
            .. new Sheet("T7", "the same, rates, linear (R)")
            {
                { "step", "-24.84", () => Linear.Value.Step.Value },
                { "ordinary error", "7.70", () => Linear.Value.OrdinaryError },
                { "Newey-West error", "7.61", () => Linear.Value.RobustError },
                { "slope change", "0.127", () => Linear.Value.SlopeChange!.Value.Value },
                { "slope change, p", "0.80", () => Linear.Value.SlopeChangeTest!.Value.PValue },
                { "Durbin-Watson", "1.594", () => Linear.Value.DurbinWatson },
                { "AR(1) φ", "0.200", () => Ar.Value.Autocorrelation },
                { "AR(1) step", "-24.34", () => Ar.Value.Step.Value },
                { "AR(1) error", "9.00", () => Ar.Value.RobustError },
            },
            .. new Sheet("T8", "the same, plain means (R)")
            {
                { "before", "213.3", () => NoiseBand.Of(Rates.Before(Published.SicilyBan)).Centre },
                { "after", "220.5", () => NoiseBand.Of(Rates.From(Published.SicilyBan)).Centre },
            },
            .. new Sheet("T9", "Box and Jenkins, sales and leading indicator (R)")
            {
                { "r at lag 0", "0.951", () => Correlation.Pearson(Published.SalesLead, Published.Sales) },
                {
                    "r of changes at lead 3",
                    "0.720",
                    () =>
                        Prewhitening.CrossCorrelation(
                            Prewhitening.Differences(Published.SalesLead),
                            Prewhitening.Differences(Published.Sales),
                            3
                        )
                },
                { "order of the filter", "3", () => Tie.Value.Order },
                { "r prewhitened at lead 3", "0.678", () => Tie.Value.Correlation },
                { "limit", "0.162", () => Tie.Value.Limit },
            },
            .. new Sheet("T10", "2,000 pairs of random walks, n = 40 (R; three Monte Carlo errors allowed)")
            {
                { "per cent that look tied", "63.6", () => Walks.Value.Naive, 3.3 },
                { "per cent after differencing", "5.3", () => Walks.Value.Differenced, 1.6 },
            },
            .. new Sheet("T11", "Johari et al. 2017, .12 against .10, τ² = 1e-4 (R)")
            {
                { "Λ at 2,000 an arm", "1.977", () => Look(2000).Ratio },
                { "Λ at 5,000 an arm", "20.92", () => Look(5000).Ratio },
                { "may stop at 5,000", "True", () => Look(5000).MayStop() },
            },
            .. new Sheet("T12", "James, Demaree and Wolf 1984, r_wg (R)")
            {
                { "(4,4,4,5,3) on 1 to 5", "0.750", () => Agreement.Of([4, 4, 4, 5, 3], 1, 5).Value.Value },
                { "(1,1,5,5), raw value -1.667", "0", () => Agreement.Of([1, 1, 5, 5], 1, 5).Value.Value },
                { "(1,1,5,5) is polarised", "True", () => Agreement.Of([1, 1, 5, 5], 1, 5).Value.IsPolarised },
            },
            .. new Sheet("T13", "Krippendorff 2011, data C")
            {
                { "nominal α", ".743", () => Alpha(MeasurementLevel.Nominal) },
                { "ordinal α", ".815", () => Alpha(MeasurementLevel.Ordinal) },
                { "interval α", ".849", () => Alpha(MeasurementLevel.Interval) },
                { "ratio α", ".797", () => Alpha(MeasurementLevel.Ratio) },
            },
            .. new Sheet("T17", "minimum detectable effect (R)")
            {
                { "σ̂ from an average range of 4.7", "4.167", () => Wheeler.Sigma },
                { "24 before, 8 after", "4.77", () => MinimumDetectableEffect.Of(4.7 / 1.128, 24, 8) },
            },
            .. new Sheet("T19", "three attempts with one lever (R)")
            {
                { "first effect", "-2.50", () => Attempt(8, -7).Effect!.Step.Value },
                { "first, low", "-6.58", () => Attempt(8, -7).Effect!.Step.Low },
                { "first, high", "1.58", () => Attempt(8, -7).Effect!.Step.High },
                { "second effect", "1.00", () => Attempt(16, -7).Effect!.Step.Value },
                { "second, low", "-3.08", () => Attempt(16, -7).Effect!.Step.Low },
                { "second, high", "5.08", () => Attempt(16, -7).Effect!.Step.High },
                { "third effect", "1.38", () => Attempt(24, -7).Effect!.Step.Value },
                { "third, low", "-2.71", () => Attempt(24, -7).Effect!.Step.Low },
                { "third, high", "5.46", () => Attempt(24, -7).Effect!.Step.High },
                { "signals", "0", () => Signals.In(Stuck, NoiseBand.Of(Stuck)).Count },
                { "could be seen with 8 and 8", "5.84", () => MinimumDetectableEffect.Of(4.7 / 1.128, 8, 8) },
                { "verdicts on -7", "NoChange, NoChange, NoChange", () => Words(-7) },
                { "verdicts on -3", "CannotTell, CannotTell, NoChange", () => Words(-3) },
                { "traction on -7", "Spinning", () => Traction(-7) },
                { "traction on -3", "Blind", () => Traction(-3) },
            },
        ];

    static readonly NoiseBand Wheeler = NoiseBand.Of(Published.Weeks(Published.Wheeler));
}
