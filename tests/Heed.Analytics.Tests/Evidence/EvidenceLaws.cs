using FsCheck;
using FsCheck.Fluent;
using Heed.Analytics.Evidence;
using Microsoft.FSharp.Core;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What must hold for every series, not only for the published ones.</summary>
public class EvidenceLaws
{
    static readonly Arbitrary<double[]> Values = Gen.Choose(-4000, 4000)
        .Select(thousandth => thousandth / 8.0)
        .ArrayOf()
        .Where(values => values.Length is >= 2 and <= 60)
        .ToArbitrary();

    // Noise alone, and the same with a step in its middle.
    static void ForAll(Func<double[], bool> law) =>
        Check.One(
            Repeatable,
            Prop.ForAll(
                Values,
                values =>
                    law(values) && law([.. values.Select((value, i) => i < values.Length / 2 ? value : value + 900)])
            )
        );

    static readonly Config Repeatable = Config
        .QuickThrowOnFailure.WithReplay(
            FSharpOption<Replay>.Some(new Replay(new Rnd(20260105, 11), FSharpOption<int>.None))
        )
        .WithQuietOnSuccess(true);

    static bool Near(double? left, double? right, double scale = 1) =>
        (left is null) == (right is null)
        && (left is null || Math.Abs(left.Value - right!.Value) <= 1e-7 * Math.Max(1, Math.Abs(scale)));

    [Fact]
    public void A_shift_and_a_scale_move_the_band_and_keep_its_signals() =>
        ForAll(values =>
        {
            var (series, moved) = (
                Published.Weeks(values),
                Published.Weeks([.. values.Select(value => 4 * value - 1024)])
            );
            var (band, movedBand) = (NoiseBand.Of(series), NoiseBand.Of(moved));
            return band.State == movedBand.State
                && Near(4 * band.Centre - 1024, movedBand.Centre)
                && Near(4 * band.Upper - 1024, movedBand.Upper)
                && Near(4 * band.AverageMovingRange, movedBand.AverageMovingRange)
                && Enum.GetValues<RuleSet>()
                    .All(rules => Signals.In(series, band, rules).SequenceEqual(Signals.In(moved, movedBand, rules)));
        });

    [Fact]
    public void A_mirrored_series_has_mirrored_signals() =>
        ForAll(values =>
        {
            var (series, mirror) = (Published.Weeks(values), Published.Weeks([.. values.Select(value => -value)]));
            static IEnumerable<(int, int, SignalRule, bool)> Seen(Series of, Direction up) =>
                Signals
                    .In(of, NoiseBand.Of(of))
                    .Select(signal => (signal.From, signal.To, signal.Rule, signal.Direction == up))
                    .Order();
            return Seen(series, Direction.Up).SequenceEqual(Seen(mirror, Direction.Down));
        });

    [Fact]
    public void A_mirrored_metric_gets_the_mirrored_verdict() =>
        ForAll(values =>
        {
            var (series, mirror) = (Published.Weeks(values), Published.Weeks([.. values.Select(value => -value)]));
            var change = series[values.Length / 2].Date;
            var up = Verdict.Judge(series, change, Direction.Up, 40).Value;
            var down = Verdict.Judge(mirror, change, Direction.Down, -40).Value;
            return up.Word == down.Word
                && up.LessThanPredicted == down.LessThanPredicted
                && Near(up.Effect?.Step.Value, -down.Effect?.Step.Value, 1000)
                && Near(up.Effect?.Step.Low, -down.Effect?.Step.High, 1000);
        });

    [Fact]
    public void What_is_an_improvement_one_way_is_a_worsening_the_other() =>
        ForAll(values =>
        {
            var series = Published.Weeks(values);
            var change = series[values.Length / 2].Date;
            var up = Verdict.Judge(series, change, Direction.Up).Value.Word;
            var down = Verdict.Judge(series, change, Direction.Down).Value.Word;
            return (up, down)
                is
                    (VerdictWord.Improved, VerdictWord.Worsened)
                    or
                    (VerdictWord.Worsened, VerdictWord.Improved)
                    or
                    (VerdictWord.CannotTell, VerdictWord.CannotTell);
        });

    [Fact]
    public void An_added_step_is_found_again_whatever_the_noise() =>
        ForAll(values =>
        {
            if (values.Length < 24)
                return true;
            var at = values.Length / 2;
            double[] stepped = [.. values.Select((value, i) => i < at ? value : value + 64)];
            var (series, higher) = (Published.Weeks(values), Published.Weeks(stepped));
            var plain = InterruptedSeries.Fit(
                series,
                series[at].Date,
                new() { Method = EffectMethod.SegmentedNeweyWest }
            );
            var found = InterruptedSeries.Fit(
                higher,
                series[at].Date,
                new() { Method = EffectMethod.SegmentedNeweyWest }
            );
            return !plain.IsGiven || Near(plain.Value.Step.Value + 64, found.Value.Step.Value, 1000);
        });

    [Fact]
    public void Every_number_in_a_verdict_is_finite_and_in_order() =>
        ForAll(values =>
        {
            var series = Published.Weeks([.. values.Select(value => value * 1e9)]);
            var verdict = Verdict.Judge(series, series[values.Length / 2].Date, Direction.Up, 1).Value;
            return verdict.Effect is not { } effect
                || double.IsFinite(effect.Step.StandardError)
                    && effect.Step.Low <= effect.Step.Value
                    && effect.Step.Value <= effect.Step.High
                    && double.IsFinite(effect.MinimumDetectable)
                    && effect.Counterfactual.All(point =>
                        double.IsFinite(point.Expected) && double.IsFinite(point.Fitted)
                    );
        });

    [Fact]
    public void Progress_is_the_same_whichever_way_the_target_lies() =>
        ForAll(values =>
        {
            var (baseline, target, current) = (values[0], values[1], values[^1]);
            var up = Progress.Of(baseline, target, current);
            var down = Progress.Of(-baseline, -target, -current);
            return up.IsGiven == down.IsGiven && (!up.IsGiven || up.Value.Share == down.Value.Share);
        });
}
