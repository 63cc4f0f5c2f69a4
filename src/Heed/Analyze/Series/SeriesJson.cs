using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze series --json</c>. What is unknown is null, with the sentence that says why.</summary>
sealed record SeriesJson(
    int N,
    Cadence Every,
    string? Unit,
    SeriesJson.BandOf Band,
    IReadOnlyList<SeriesJson.BandOf> EarlierBands,
    IReadOnlyList<SeriesJson.SignalOf> Signals,
    SeriesJson.ChangeOf Change,
    SeriesJson.AssuranceOf? Assurance,
    SeriesJson.ShiftsOf Shifts,
    IReadOnlyList<string> Notes,
    SeriesJson.WeekOf? Weekdays,
    RareJson? Rare
)
{
    public sealed record BandOf(
        double? Centre,
        double? AverageMovingRange,
        double? Lower,
        double? Upper,
        double? RangeUpper,
        BandState State,
        int Points,
        string Sentence
    );

    /// <param name="Levels">From the middle of the week, Monday first.</param>
    public sealed record WeekOf(IReadOnlyList<double?> Levels, double F, double P, string Sentence);

    public sealed record SignalOf(
        SignalRule Rule,
        Direction Direction,
        DateOnly From,
        DateOnly To,
        DateOnly Completed,
        string Sentence
    );

    public sealed record Part(double Value, double Low, double High, double StandardError, double? P);

    public sealed record Test(double F, double P);

    public sealed record Bars(double Before, double After, string Sentence);

    public sealed record Expectation(DateOnly Date, double Observed, double Expected, double Fitted);

    public sealed record AssuranceOf(double Target, AssuranceWord? Word, string? Sentence, string? Because);

    public sealed record ShiftOf(DateOnly Date, DateOnly From, DateOnly To, double Before, double After);

    public sealed record ShiftsOf(
        IReadOnlyList<ShiftOf> Found,
        bool? Drifts,
        string? Sentence,
        string? BesideTheChange,
        string? Because
    );

    public sealed record WeightOf(string Name, double Weight);

    public sealed record PeriodOf(DateOnly Date, double Weight);

    public sealed record SeveralOf(
        ComparisonMethod Method,
        double MissBefore,
        IReadOnlyList<WeightOf> Series,
        IReadOnlyList<PeriodOf> Periods,
        IReadOnlyList<double> Placebos
    );

    public sealed record GroupOf(DateOnly Changed, DateOnly At, int Since, int Units, double Effect);

    public sealed record SinceOf(int Periods, int Units, double Effect, double Low, double High);

    public sealed record RollOutOf(int With, int Without, IReadOnlyList<SinceOf> Since, IReadOnlyList<GroupOf> Groups);

    public sealed record ChangeOf(
        DateOnly? On,
        VerdictWord? Verdict,
        string? Sentence,
        string? Because,
        EffectMethod? Method,
        string? MethodInWords,
        EffectScale? Scale,
        double? Effect,
        double? Low,
        double? High,
        double? StandardError,
        double? OrdinaryError,
        double? RobustError,
        double? MinimumDetectable,
        int? PointsBefore,
        int? PointsAfter,
        Part? Trend,
        double? TrendPerYear,
        Part? SlopeChange,
        Test? SlopeChangeTest,
        double? Dispersion,
        double? DurbinWatson,
        double? Autocorrelation,
        Bars? TwoBars,
        IReadOnlyList<Expectation> Counterfactual,
        string? ComparedWith,
        SeveralOf? ComparedWithSeveral,
        RollOutOf? RollOut,
        string? Fingerprint
    );

    public static SeriesJson Of(SeriesFindings found, IReadOnlyList<string> notes)
    {
        return new(
            found.Series.Count,
            found.Series.Cadence,
            found.Ask.Population is null
                ? found.Ask.Unit
                : $"per {Format.Number(found.Ask.Per)} {found.Ask.Population}",
            OfBand(found.Band),
            [.. found.Look.Bands.Phases.SkipLast(1).Select(phase => OfBand(phase.Band))],
            [.. found.Signals.Select(OfSignal)],
            Judged(found),
            found.Assurance is { } assured
                ? new(
                    found.Ask.Target!.Value,
                    assured.IsGiven ? assured.Value.Word : null,
                    assured.IsGiven ? assured.Value.Sentence : null,
                    assured.Because
                )
                : null,
            OfShifts(found),
            notes,
            found.Weekdays is { } week ? new(week.Levels, week.F, week.P, SeriesWords.Week(found)!) : null,
            RareJson.Of(found)
        );
    }

    internal static SignalOf OfSignal(Signal signal) =>
        new(signal.Rule, signal.Direction, signal.FromDate, signal.ToDate, signal.CompletedDate, signal.InWords);

    static BandOf OfBand(NoiseBand band) =>
        new(
            band.Centre,
            band.AverageMovingRange,
            band.Lower,
            band.Upper,
            band.RangeUpper,
            band.State,
            band.Points,
            band.InWords
        );

    static ShiftsOf OfShifts(SeriesFindings found) =>
        found.Shifts.Refused(out var because, out var shifts)
            ? new([], null, null, null, because)
            : new(
                [
                    .. shifts.Shifts.Select(shift => new ShiftOf(
                        shift.Date,
                        shift.Likely.From,
                        shift.Likely.To,
                        shift.Before,
                        shift.After
                    )),
                ],
                shifts.Drifts,
                shifts.Sentence,
                found.Change is { } change ? shifts.Beside(change.On) : null,
                null
            );

    static SeveralOf? OfSeveral(SyntheticDifference? found) =>
        found is null
            ? null
            : new(
                found.Method,
                found.MissBefore,
                [.. found.Units.Select(unit => new WeightOf(unit.Name, unit.Weight))],
                [.. found.Periods.Select(period => new PeriodOf(period.Date, period.Weight))],
                found.Placebos
            );

    static RollOutOf? OfRollOut(StaggeredRollOut? found) =>
        found is null
            ? null
            : new(
                found.Units.With,
                found.Units.Without,
                [
                    .. found.Since.Select(since => new SinceOf(
                        since.Periods,
                        since.Units,
                        since.Effect.Value,
                        since.Effect.Low,
                        since.Effect.High
                    )),
                ],
                [
                    .. found.Groups.Select(group => new GroupOf(
                        group.Changed,
                        group.At,
                        group.Since,
                        group.Units,
                        group.Effect
                    )),
                ]
            );

    static ChangeOf Judged(SeriesFindings found)
    {
        var change = found.Change;
        var effect = change?.Effect;
        var several = change?.BySeveral?.Effect;
        return new(
            change?.On,
            change?.Word,
            change?.Sentence,
            change is null ? "No change was asked about: add --change DATE." : change.Because,
            effect?.Method,
            effect?.MethodInWords ?? change?.BySeveral?.MethodInWords,
            change?.BySeveral?.Size is null ? effect?.Scale : EffectScale.Difference,
            change?.Estimate?.Value,
            change?.Estimate?.Low,
            change?.Estimate?.High,
            change?.Estimate?.StandardError,
            effect?.OrdinaryError,
            effect?.RobustError,
            change?.MinimumDetectable,
            several?.PeriodsBefore ?? change?.Verdict.PointsBefore,
            several?.PeriodsAfter ?? change?.Verdict.PointsAfter,
            PartOf(effect?.Trend),
            effect is { Trend: { } trend } ? PerYear(effect.Scale, trend.Value, found.Series.Cadence) : null,
            PartOf(effect?.SlopeChange),
            effect?.SlopeChangeTest is var (f, p) ? new(f, p) : null,
            effect?.Dispersion,
            effect?.DurbinWatson,
            effect?.Autocorrelation,
            change?.TwoBars is var (before, after) ? new(before, after, change.AboutTwoBars!) : null,
            [
                .. (change?.Counterfactual ?? []).Select(point => new Expectation(
                    point.Date,
                    point.Observed,
                    point.Expected,
                    point.Fitted
                )),
            ],
            found.Ask.Compare.Count == 0 ? null : string.Join(", ", found.Ask.Compare),
            OfSeveral(several),
            OfRollOut(change?.BySeveral?.RollOut),
            change?.Verdict.Fingerprint
        );
    }

    static Part? PartOf(Estimate? part) =>
        part is { } estimate
            ? new(estimate.Value, estimate.Low, estimate.High, estimate.StandardError, estimate.PValue)
            : null;

    /// <summary>The trend before the change over a whole year: a ratio for counts, else a difference.</summary>
    internal static double PerYear(EffectScale scale, double trend, Cadence cadence)
    {
        var periods = cadence switch
        {
            Cadence.Day => 365.25,
            Cadence.Week => 365.25 / 7,
            Cadence.Month => 12,
            Cadence.Quarter => 4,
            _ => 1.0,
        };
        return scale is EffectScale.Ratio ? Math.Pow(trend, periods) : trend * periods;
    }
}
