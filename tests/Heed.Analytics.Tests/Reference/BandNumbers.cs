using Heed.Analytics.Evidence;
using Heed.Analytics.Tests.Evidence;

namespace Heed.Analytics.Tests.Reference;

/// <summary>Noise bands, signals and the wandering level: T1 to T4, and section 3.6 of the methods of the voice.</summary>
static class BandNumbers
{
    static readonly NoiseBand Wheeler = NoiseBand.Of(Published.Weeks(Published.Wheeler));
    static readonly NoiseBand Nist = NoiseBand.Of(Published.Weeks(Published.Nist), settings: BandSettings.Unrounded);
    static readonly NoiseBand NistRounded = NoiseBand.Of(Published.Weeks(Published.Nist));
    static readonly NoiseBand NistMedian = NoiseBand.Of(
        Published.Weeks(Published.Nist),
        settings: BandSettings.MedianRange
    );
    static readonly NoiseBand Nhs = NoiseBand.Of(Published.Weeks(Published.Nhs));
    static readonly NoiseBand NhsScreened = NoiseBand.Of(
        Published.Weeks(Published.Nhs),
        settings: BandSettings.Screened
    );
    static readonly Series Nile = Published.NileYears();
    static readonly NoiseBand NileBand = NoiseBand.Of(Nile, new Window(new(1871, 1, 1), new(1898, 12, 31)));
    static readonly IReadOnlyList<Signal> NileSignals = Signals.In(Nile, NileBand);

    static int NileYear(SignalRule rule) => NileSignals.First(signal => signal.Rule == rule).CompletedDate.Year;

    static readonly Lazy<LocalLevel> Level = new(() => LocalLevel.Fit(Nile).Value);

    static readonly Lazy<Series> Complaints = new(() =>
    {
        var file = Csv.Columns("process-behaviour/complaints_taylor.csv");
        var (months, counts, sales) = (file.Numbers("month"), file.Numbers("complaints"), file.Numbers("sales"));
        return Series
            .Of(
                months.Select(
                    (month, i) => new Point(new DateOnly(2020, 1, 1).AddMonths((int)month - 1), counts[i], sales[i])
                ),
                Cadence.Month
            )
            .Value;
    });

    static Series PerSale => Complaints.Value.AsRates(100_000).Value;

    static string Outside(Series series) =>
        string.Join(
            " ",
            Signals
                .In(series, NoiseBand.Of(series))
                .Where(signal => signal.Rule is SignalRule.Outside)
                .Select(signal => signal.From + 1)
                .DefaultIfEmpty(0)
        );

    /// <summary>Points after a calm year with its centre at 0 and its limits at −6 and 6: where a rule holds, from point 1.</summary>
    static string Fires(SignalRule rule, params double[] values)
    {
        var half = 3 / 2.66;
        double[] calm = [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? half : -half)];
        var series = Published.Weeks([.. calm, .. values]);
        var band = NoiseBand.Of(series, new Window(series[0].Date, series[11].Date));
        return
            Signals.In(series, band, RuleSet.MakingDataCount).FirstOrDefault(signal => signal.Rule == rule) is { } found
            ? $"points {found.From - 11} to {found.To - 11}"
            : "no signal";
    }

    public static IEnumerable<ReferenceNumber> All =>
        [
            .. new Sheet("T1", "Wheeler, via xmrit")
            {
                { "mean", "20.387", () => Wheeler.Centre },
                { "average moving range", "4.700", () => Wheeler.AverageMovingRange },
                { "lower limit", "7.885", () => Wheeler.Lower },
                { "upper limit", "32.889", () => Wheeler.Upper },
                { "upper limit of the ranges", "15.36", () => Wheeler.RangeUpper },
            },
            .. new Sheet("T2", "NIST e-Handbook 6.3.2.2")
            {
                { "mean", "50.81", () => Nist.Centre },
                { "average moving range", "1.8778", () => Nist.AverageMovingRange },
                { "lower limit, 3/1.128", "45.8159", () => Nist.Lower },
                { "upper limit, 3/1.128", "55.8041", () => Nist.Upper },
                { "lower limit, 2.66", "45.8151", () => NistRounded.Lower },
                { "upper limit, 2.66", "55.8049", () => NistRounded.Upper },
            },
            .. new Sheet("T3", "Nile at Aswan, 1871 to 1898 as baseline (R)")
            {
                { "centre", "1097.75", () => NileBand.Centre },
                { "average moving range", "141.185", () => NileBand.AverageMovingRange },
                { "lower limit", "722.2", () => NileBand.Lower },
                { "upper limit", "1473.3", () => NileBand.Upper },
                {
                    "signals inside the baseline",
                    "0",
                    () => NileSignals.Count(signal => signal.CompletedDate.Year < 1899)
                },
                { "3 of 4 near a limit", "1901", () => NileYear(SignalRule.NearALimit) },
                { "first point below", "1902", () => NileYear(SignalRule.Outside) },
                { "run of 8 complete", "1906", () => NileYear(SignalRule.RunOnOneSide) },
            },
            .. new Sheet("T4", "Durbin and Koopman, Nile 1871 to 1970")
            {
                { "variance of the level", "1469", () => Level.Value.LevelVariance },
                { "variance of the noise", "15099", () => Level.Value.NoiseVariance },
            },
            .. new Sheet("voice 3.6", "Wheeler's constants for the median range, on the NIST values")
            {
                {
                    "limits, median ranges from the centre",
                    "3.145",
                    () => (NistMedian.Upper - NistMedian.Centre) / 1.5
                },
                { "upper limit of the ranges", "3.865", () => NistMedian.RangeUpper / 1.5 },
            },
            .. new Sheet("voice 3.6", "NHS Making Data Count, vignette")
            {
                { "mean", "1.94", () => Nhs.Centre },
                { "upper limit, all ranges", "6.95", () => Nhs.Upper },
                { "lower limit, all ranges", "-3.06", () => Nhs.Lower },
                { "upper limit, screened", "4.60", () => NhsScreened.Upper },
                { "lower limit, screened", "-0.72", () => NhsScreened.Lower },
            },
            .. new Sheet("voice 3.6", "NHS Making Data Count, package tests")
            {
                { "seven on one side", "points 1 to 7", () => Fires(SignalRule.RunOnOneSide, 1, 2, 1, 2, 1, 2, 1) },
                { "1 2 3 3 4 5 6 as a trend", "no signal", () => Fires(SignalRule.Trend, -3, -2, -1, -1, 0, 1, 2) },
                { "1 to 7 as a trend", "points 1 to 7", () => Fires(SignalRule.Trend, -3, -2, -1, 0, 1, 2, 3) },
                {
                    "close to a limit 0 0 1 0 1 0 0",
                    "points 3 to 5",
                    () => Fires(SignalRule.OuterThird, 1, -1, 5, -1, 5, -1, 1)
                },
                {
                    "5.5 and -5.5 on opposite sides",
                    "no signal",
                    () => Fires(SignalRule.OuterThird, 1, -1, 1, -1, 5.5, -5.5)
                },
            },
            .. new Sheet("data", "Taylor's complaints over 20 months")
            {
                { "mean", "909.5", () => NoiseBand.Of(Complaints.Value).Centre },
                { "lower limit", "323.5", () => NoiseBand.Of(Complaints.Value).Lower },
                { "upper limit", "1495.5", () => NoiseBand.Of(Complaints.Value).Upper },
                { "months outside", "4 5 7 17 20", () => Outside(Complaints.Value) },
                { "mean per 100,000 sales", "487.99", () => NoiseBand.Of(PerSale).Centre },
                { "lower limit per 100,000 sales", "146.84", () => NoiseBand.Of(PerSale).Lower },
                { "upper limit per 100,000 sales", "829.14", () => NoiseBand.Of(PerSale).Upper },
                { "months outside per 100,000 sales", "0", () => Outside(PerSale) },
            },
        ];
}
