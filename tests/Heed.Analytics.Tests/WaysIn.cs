using Heed.Analytics.Columns;
using Heed.Analytics.Drivers;
using Heed.Analytics.Evidence;
using Heed.Analytics.Lifetime;
using Heed.Analytics.Scores;
using Heed.Analytics.Weighting;
using Direction = Heed.Analytics.Evidence.Direction;

namespace Heed.Analytics.Tests;

/// <summary>All public methods that give answers, each fed from one list of numbers.</summary>
static partial class WaysIn
{
    static readonly DateOnly Start = new(2026, 1, 5);
    static readonly BgNbd Purchases = new(.243, 4.414, .793, 2.426);
    static readonly GammaGamma Spendings = new(6.25, 3.74, 15.44);

    public static readonly Dictionary<string, Func<double[], object?>> All = new()
    {
        ["Series.Of"] = values => Weeks(values),
        ["Series.AsRates"] = values =>
            Series.Of(values.Select((value, i) => new Point(Start.AddDays(7 * i), i, value)), Cadence.Week)
                is { IsGiven: true } series
                ? series.Value.AsRates(First(values))
                : Weeks(values),
        ["NoiseBand.Of"] = Of(series => NoiseBand.Of(series)),
        ["NoiseBand.Of median"] = Of(series => NoiseBand.Of(series, settings: BandSettings.MedianRange)),
        ["NoiseBand.Of screened"] = Of(series => NoiseBand.Of(series, settings: BandSettings.Screened)),
        ["Signals.In"] = Of(series => Signals.In(series, NoiseBand.Of(series), RuleSet.MakingDataCount)),
        ["BandedSeries.Of"] = Of(series =>
            BandedSeries.Of(series, [(new Window(Middle(series), Middle(series).AddDays(70)), "moved")])
        ),
        ["PhasedBand.Of"] = Of(series => PhasedBand.Of(series, null, [new(Middle(series), "moved")])),
        ["Weekdays.Of"] = values =>
            Series.Of(Start, Cadence.Day, values) is { IsGiven: true } days ? Weekdays.Of(days.Value) : Weeks(values),
        ["ExactRateRatio.Of"] = values =>
            ExactRateRatio.Of(Math.Abs(Whole(First(values)) % 500), 10, values.Length, First(values)),
        ["ExternalInternal.Of"] = values =>
            ExternalInternal.Of(Math.Abs(Whole(First(values)) % 500), 3, [.. values.Select(v => Whole(v) % 100)]),
        ["ShuffledTies.Of"] = values =>
            ShuffledTies.Of(
                [.. values.Take(50).Select((value, at) => (at % 8, Math.Abs(Whole(value) % 8)))],
                [0, 0, 0, 1, 1, 1, 2, 2],
                [9, Math.Abs(Whole(First(values)) % 100), 9]
            ),
        ["ExactRate.Of"] = values => ExactRate.Of(Math.Abs(Whole(First(values)) % 500), First(values)),
        ["RareEvents.Of"] = values => RareEvents.Of([.. values.Select(value => Start.AddDays(Whole(value) % 500))]),
        ["InterruptedSeries.Fit"] = Of(series => InterruptedSeries.Fit(series, Middle(series))),
        ["InterruptedSeries.Fit autoregressive"] = Of(series =>
            InterruptedSeries.Fit(series, Middle(series), new() { Method = EffectMethod.SegmentedAutoregressive })
        ),
        ["InterruptedSeries.Fit of counts"] = Of(series =>
            InterruptedSeries.Fit(series, Middle(series), InterruptionSettings.ForCounts)
        ),
        ["InterruptedSeries.Fit compared"] = Of(series =>
            InterruptedSeries.Fit(series, Middle(series), new() { Comparison = new(series, true) })
        ),
        ["InterruptedSeries.Fit with a known noise"] = values =>
            Of(series => InterruptedSeries.Fit(series, Middle(series), new() { Sigma = First(values) }))([
                .. Enumerable.Range(0, 24).Select(i => (double)(i * i % 7)),
            ]),
        ["Verdict.Judge"] = Of(series => Verdict.Judge(series, Middle(series), Direction.Up, 1)),
        ["Verdict.Judge of counts"] = Of(series =>
            Verdict.Judge(series, Middle(series), Direction.Down, .9, InterruptionSettings.ForCounts)
        ),
        ["Verdict.Judge of a prediction"] = values =>
            Verdict.Judge(Weeks([1, 2, 3]).Value, Start.AddDays(7), Direction.Up, First(values)),
        ["Watch.Of"] = Of(series => Watch.Of(series, new(Start, Middle(series)), Direction.Up)),
        ["Detectability.Of"] = Of(series => Detectability.Of(series, Middle(series), 8, 1)),
        ["Detectability.OfCounts"] = Of(series => Detectability.OfCounts(series, Middle(series), 8, 0.9)),
        ["Detectability.Of a prediction"] = values =>
            Detectability.Of(Weeks([1, 2, 3, 1, 2, 3, 1, 3, 2, 1]).Value, Start.AddDays(70), 8, First(values)),
        ["MinimumDetectableEffect.PeriodsNeeded"] = values =>
            MinimumDetectableEffect.PeriodsNeeded(First(values), 12, values.LastOrDefault()),
        ["MinimumDetectableEffect.Of"] = values => MinimumDetectableEffect.Of(First(values), 12, 12),
        ["Assurance.Of"] = values =>
            Assurance.Of(NoiseBand.Of(Weeks([1, 2, 1, 3, 2, 1, 3]).Value), First(values), Direction.Up),
        ["BandedSeries.AssuranceOf"] = Of(series =>
            BandedSeries.Of(series, []).Value.AssuranceOf(series.Count == 0 ? 1 : series[0].Value, Direction.Down)
        ),
        ["ChangePoints.Of"] = Of(series => ChangePoints.Of(series)),
        ["ComparisonPanel.Of"] = Of(series => ComparisonPanel.Of(Branches(series, 2))),
        ["SyntheticDifference.Of"] = Of(series =>
            ComparisonPanel.Of(Branches(series, 6)).Refused(out var because, out var panel)
                ? because
                : SyntheticDifference.Of(panel)
        ),
        ["ComparedVerdict.Judge"] = Of(series =>
            Branches(series, 6).ToArray() is var branches
                ? ComparedVerdict.Judge(branches[0], branches[1..], Direction.Up, 1)
                : null
        ),
        ["ComparedVerdict.Judge of a prediction"] = values =>
            Branches(Weeks([1, 2, 3]).Value, 5).ToArray() is var branches
                ? ComparedVerdict.Judge(branches[0], branches[1..], Direction.Up, First(values))
                : null,
        ["StaggeredRollOut.Of"] = Of(series =>
            ComparisonPanel.Of(Branches(series, 6)).Refused(out var because, out var panel)
                ? because
                : StaggeredRollOut.Of(panel)
        ),
        ["SampleRatio.Of"] = values => SampleRatio.Of([10, 12], [First(values), values.LastOrDefault()]),
        ["Experiment.Of"] = values =>
            Experiment.Of(
                new("a", values) { Before = [.. values.Reverse()] },
                new("b", [.. values.Select(value => value + 1)]) { Before = values }
            ),
        ["Experiment.Of ratios"] = values =>
            Experiment.Of(new("a", values) { Per = values }, new("b", [.. values.Reverse()]) { Per = values }),
        ["ConfidenceSequence.OfMean"] = values =>
            ConfidenceSequence.OfMean(First(values), values.LastOrDefault(), values.Length),
        ["ConfidenceSequence.OfShare"] = values => ConfidenceSequence.OfShare(Whole(First(values)), values.Length),
        ["LocalLevel.Fit"] = Of(series => LocalLevel.Fit(series)),
        ["LeadLagTest.Test"] = Of(series => LeadLagTest.Test(series, series, new(Direction.Up, 0, 3))),
        ["LeadLagTest.Test backwards"] = Of(series =>
            LeadLagTest.Test(series, Weeks([.. series.Values.ToArray().Reverse()]).Value, new(Direction.Up, 0, 3))
        ),
        ["Forecast.Of"] = Of(series => Forecast.Of(series, Start.AddDays(1000))),
        ["Progress.Of"] = values => Progress.Of(First(values), values.LastOrDefault(), values.ElementAtOrDefault(1)),
        ["Guardrail.AtMost"] = values => Guardrail.AtMost(First(values)).Over(values.Select(value => (double?)value)),
        ["Guardrail.Over"] = values => Guardrail.Between(0, 10).Over(values.Select(value => (double?)value)),
        ["Traction.Of"] = Of(series => Traction.Of([], series, Direction.Up, series)),
        ["Momentum.Of"] = Of(series =>
            Momentum.Of(
                [
                    new(Pole.Left, new(Start, Start.AddDays(27))),
                    new(Pole.Right, new(Start.AddDays(28), Start.AddDays(55))),
                    new(Pole.Left, new(Start.AddDays(56), Start.AddDays(83))),
                    new(Pole.Right, new(Start.AddDays(84), Start.AddDays(111))),
                ],
                series,
                series
            )
        ),
        ["Momentum.OfLows"] = values =>
            Momentum.OfLows([.. values.Select((value, i) => new Point(Start.AddDays(i), value))], 1),
        ["Momentum.OfLows of noise"] = values => Momentum.OfLows([new(Start, 1), new(Start, 2)], First(values)),
        ["SwingGain.Of"] = Of(series =>
            SwingGain.Of(new(Pole.Right, new(Middle(series), Middle(series))), series, series)
        ),
        ["Survival.Of"] = values =>
            Survival.Of(values.Select((value, i) => new Heed.Analytics.Evidence.Lifetime(value, i % 2 == 0))),
        ["Agreement.Of"] = values => Agreement.Of([.. values.Select(Whole)], 1, 5),
        ["KrippendorffAlpha.Of"] = values =>
            Enum.GetValues<MeasurementLevel>()
                .Select(level =>
                    (object)KrippendorffAlpha.Of(values.Chunk(2).Select(unit => unit.Select(x => (double?)x)), level)
                )
                .ToArray(),
        ["CliffsDelta.Of"] = values => CliffsDelta.Of(values[..(values.Length / 2)], values[(values.Length / 2)..]),
        ["AlwaysValidTest.Look"] = values =>
            AlwaysValidTest
                .Of(1e-4)
                .Look((Whole(First(values)), values.Length), (Whole(values.LastOrDefault()), values.Length)),
        ["AlwaysValidTest.Of"] = values => AlwaysValidTest.Of(First(values)),
        ["BusinessCase.Of"] = values =>
            BusinessCase.Of(
                values.Length == 0 ? 1 : First(values),
                [
                    .. values
                        .Take(3)
                        .Select(value => new Benefit("b", BenefitKind.Cashable, EvidenceClass.Measured, [value])),
                ],
                .3,
                .1
            ),
        ["Burden.InCash"] = values => Burden.InCash(First(values), First(values), values.Length > 1),
        ["Burden.Hours"] = values => Burden.Hours(First(values), First(values), 1),
        ["Prioritisation.Opportunity"] = values => Prioritisation.Opportunity(First(values), First(values)),
        ["Prioritisation.Rice"] = values => Prioritisation.Rice(First(values), 1, EvidenceClass.Opinion, First(values)),
        ["Prioritisation.WaitingCost"] = values => Prioritisation.WaitingCost([new("a", First(values), First(values))]),
        ["Scale.Of"] = values => Scale.Of(Whole(First(values)), Whole(values.LastOrDefault())),
        ["OrderedQuantile.Of"] = values => OrderedQuantile.Of([.. values.Order()], .5),
        ["Bands.Parse"] = values => Bands.Parse(string.Join(", ", values.Select(Whole))),
        ["Scale.Parse"] = values => Scale.Parse(string.Join('-', values.Select(Whole))),
        ["Tally.Distribution"] = values => Answers(values, weighted: false),
        ["Distribution.FromCounts"] = values =>
            Distribution.FromCounts(Scale.OneToFive, [.. values.Take(5).Select(value => (long)Whole(value))]),
        ["Score.Of"] = OfAnswers(answers =>
            Enum.GetValues<ScoreKind>().Select(kind => (object)Score.Of(kind, answers)).ToArray()
        ),
        ["LikertRow.Of"] = OfAnswers(answers =>
            (object[])[LikertRow.Of(answers), LikertRow.Of(answers, weighted: true)]
        ),
        ["Bootstrap.Of"] = OfAnswers(answers =>
            Score.Of(ScoreKind.Recommend, answers) is { IsGiven: true } score ? Bootstrap.Of(score.Value, 1, 100) : null
        ),
        ["Difference.Between"] = OfAnswers(answers =>
            Score.Of(ScoreKind.Mean, answers) is { IsGiven: true } score
                ? (object[])
                    [Difference.Between(score.Value, score.Value), Difference.Between(score.Value, score.Value, true)]
                : null
        ),
        ["GroupComparison.Of"] = OfAnswers(answers =>
            Score.Of(ScoreKind.Mean, answers) is { IsGiven: true } score
                ? (object)
                    GroupComparison.Of([("a", score.Value), ("b", score.Value), ("c", score.Value), ("d", score.Value)])
                : null
        ),
        ["Shrinkage.Of"] = values => Shrinkage.Of([.. values.Chunk(2).Select(pair => (pair[0], pair[^1]))]),
        ["ShiftDecomposition.Between"] = OfAnswers(answers =>
            ShiftDecomposition.Between(ScoreKind.Mean, [new("a", answers, answers), new("b", answers, answers)])
        ),
        ["ThemeImpact.Of"] = OfAnswers(answers => ThemeImpact.Of(ScoreKind.Recommend, answers, answers, 1, 100)),
        ["SampleSize.ForMean"] = values => (double)SampleSize.ForMean(First(values), First(values)),
        ["Intervals.Wilson"] = values => Intervals.Wilson(First(values), First(values)),
        ["DriverAnalysis.Of"] = values => DriverAnalysis.Of(Drivers(values), resamples: 100),
        ["DriverAnalysis.Of collinear"] = values =>
            DriverAnalysis.Of(new(values, ["one", "same"], [values, values]), DriverMethod.Johnson, resamples: 100),
        ["DriverAnalysis.Of weights"] = values =>
            DriverAnalysis.Of(
                Drivers([.. Enumerable.Range(0, values.Length).Select(i => (double)(i * i % 11))]) with
                {
                    Weights = values,
                },
                resamples: 100
            ),
        ["ProportionalOdds.Fit"] = values => ProportionalOdds.Fit(Drivers(values)),
        ["ProportionalOdds.Fit ranks"] = values =>
            ProportionalOdds.Fit(new([.. values.Select((_, i) => (double)(i % 3))], ["driver"], [values])),
        ["Raking.Rake"] = values =>
            Raking.Rake(values, [new("half", ["a", "b"], [60, 40], [.. values.Select((_, i) => i % 2)])]),
        ["Raking.Rake targets"] = values =>
            Raking.Rake([1, 1, 1, 1], [new("half", ["a", "b"], [First(values), values.LastOrDefault()], [0, 1, 0, 1])]),
        ["DesignBased.Mean"] = values =>
            DesignBased.Mean([.. values.Select(value => (double?)value)], Design([.. values.Select(_ => 1.0)])),
        ["DesignBased.Mean weights"] = values =>
            DesignBased.Mean([.. values.Select((_, i) => (double?)i)], Design(values)),
        ["DesignBased.Total"] = values => DesignBased.Total([.. values.Select((_, i) => (double?)i)], Design(values)),
        ["BgNbd.Fit"] = values =>
            BgNbd.Fit([.. values.Select((value, i) => new PurchaseHistory(i % 3, value / 2, value))]),
        ["BgNbd.Coming"] = values =>
            Purchases.Coming([.. values.Select((value, i) => new PurchaseHistory(i % 3, value / 2, value))], 3),
        ["HeldBack.Of"] = values =>
            HeldBack.Of([.. values.Select((value, i) => (new PurchaseHistory(i % 3, value / 2, value), 1))], 3),
        ["ParetoNbd.Fit"] = values =>
            ParetoNbd.Fit([.. values.Select((value, i) => new PurchaseHistory(i % 3, value / 2, value))]),
        ["BgBb.Fit"] = values => BgBb.Fit([.. values.Select(value => new OccasionHistory(Whole(value) % 4, 3, 6, 10))]),
        ["GammaGamma.Fit"] = values => GammaGamma.Fit([.. values.Select(value => new Spending(2, value))]),
        ["Retention.Fit"] = values => Retention.Fit(values),
        ["Retention.Fit falling"] = values => Retention.Fit([.. values.OrderDescending()]),
        ["LifetimeValue.WithContract"] = values => LifetimeValue.WithContract(new(1, 2), First(values), First(values)),
        ["LifetimeValue.WithoutContract"] = values =>
            LifetimeValue.WithoutContract(
                Purchases,
                Spendings,
                new(2, 30, 39),
                new(2, First(values)),
                3,
                1,
                First(values)
            ),
        ["BgNbd.Range"] = values => Purchases.Range(model => model.Expected(First(values))),
        ["ParetoNbd.Range"] = values =>
            new ParetoNbd(.553, 10.578, .606, 11.669).Range(model => model.Expected(First(values))),
        ["GammaGamma.Range"] = values => Spendings.Range(model => model.Expected(new Spending(2, First(values)))),
        ["Retention.Range"] = values =>
            Retention.Fit(values) is { IsGiven: true } fit
                ? fit.Value.Range(model => model.Rate(2), draws: 100)
                : Retention.Fit(values),
        ["LifetimeValue.OfAll"] = values =>
            LifetimeValue.OfAll(
                Purchases,
                Spendings,
                [.. values.Select(value => (new PurchaseHistory(1, 2, value), new Spending(1, value)))],
                3
            ),
        ["CliffsDelta.Interval"] = values =>
            CliffsDelta.Interval(values[..(values.Length / 2)], values[(values.Length / 2)..]),
        ["KrippendorffAlpha.Interval"] = values =>
            KrippendorffAlpha.Interval(
                values.Chunk(2).Select(unit => unit.Select(x => (double?)x)),
                MeasurementLevel.Ordinal,
                resamples: 100
            ),
        ["MinimumGroup.Of"] = values => MinimumGroup.Of(Whole(First(values))),
        ["AttributeColumn.CodeOf"] = values =>
            Survey([]).Attribute("group").CodeOf(values.Length == 0 ? null : $"{values[0]}"),
        ["SetColumn.With"] = values => Survey(values).Sets[0].With(0, $"way {values.Length % 70}"),
        ["SurveyColumns.Options"] = values => Survey(values).Options("ways"),
        ["SurveyColumns.ByOptions"] = values => Survey(values).ByOptions("liked", "ways"),
        ["SurveyColumns.Number"] = values => Survey(values).Number("minutes"),
        ["SurveyColumns.Ask"] = values => Survey(values).Ask(new("liked") { By = "group" }),
        ["Cell.Score"] = values => Survey(values).Ask(new("liked")).Value.Total.Score(ScoreKind.Recommend),
    };
}
