using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What must hold for every series, not only for the published ones.</summary>
public class EvidenceLaws
{
    // Noise alone, and the same with a step in its middle.
    static void ForAll(Func<double[], bool> law) =>
        Law.ForAll(values =>
            law(values) && law([.. values.Select((value, i) => i < values.Length / 2 ? value : value + 900)])
        );

    static bool Near(double? left, double? right, double scale = 1) => Law.Near(left, right, scale);

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
    public void A_verdict_does_not_depend_on_the_unit() =>
        ForAll(values =>
        {
            var (series, moved) = (
                Published.Weeks(values),
                Published.Weeks([.. values.Select(value => value / 4096 + 1048576)])
            );
            var at = series[values.Length / 2].Date;
            var plain = Verdict.Judge(series, at, Direction.Up, 40).Value;
            var other = Verdict.Judge(moved, at, Direction.Up, 40 / 4096.0).Value;
            return plain.Word == other.Word
                && plain.Effect?.Method == other.Effect?.Method
                && Near(plain.Effect?.Step.Value, 4096 * other.Effect?.Step.Value, 1000)
                && Near(plain.Effect?.Step.Low, 4096 * other.Effect?.Step.Low, 1000);
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
    public void Every_number_in_a_verdict_on_rare_counts_is_finite() =>
        ForAll(values =>
        {
            var counts = Array.ConvertAll(values, value => (double)Math.Max(0, (int)value / 150));
            foreach (var cadence in (Cadence[])[Cadence.Week, Cadence.Month])
            {
                var series = Series.Of(new DateOnly(2026, 1, 5), cadence, counts).Value;
                var verdict = Verdict.Judge(
                    series,
                    series[counts.Length / 2].Date,
                    Direction.Down,
                    0.9,
                    InterruptionSettings.ForCounts
                );
                if (
                    verdict.Value.Effect is { } effect
                    && !(
                        double.IsFinite(effect.Step.High)
                        && effect.Step.Low > 0
                        && double.IsFinite(effect.MinimumDetectable)
                        && effect.Counterfactual.All(point =>
                            double.IsFinite(point.Expected) && double.IsFinite(point.Fitted)
                        )
                    )
                )
                    return false;
            }
            return true;
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
