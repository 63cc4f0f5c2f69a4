using Heed.Analytics.Evidence;
using Heed.Analytics.Lifetime;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Unit, zero, sign and order: what they may not change beyond the noise band and the verdict.</summary>
public class SymmetryLaws
{
    static Series Weeks(IEnumerable<double> values) => Published.Weeks([.. values]);

    static Direction Other(Direction direction) => direction is Direction.Up ? Direction.Down : Direction.Up;

    [Fact]
    public void A_forecast_moves_with_its_unit_and_mirrors() =>
        Law.ForAll(values =>
        {
            var on = Weeks(values)[^1].Date.AddDays(28);
            var (plain, moved) = (
                Forecast.Of(Weeks(values), on),
                Forecast.Of(Weeks(values.Select(value => -4 * value + 64)), on)
            );
            return plain.IsGiven == moved.IsGiven
                && (
                    !plain.IsGiven
                    || Law.Near(-4 * plain.Value.Value + 64, moved.Value.Value, 1e4)
                        && Law.Near(-4 * plain.Value.Low + 64, moved.Value.High, 1e4)
                        && Law.Near(-4 * plain.Value.SlopePerDay, moved.Value.SlopePerDay, 1e4)
                );
        });

    [Fact]
    public void A_watch_over_a_mirrored_metric_sees_the_same() =>
        Law.ForAll(values =>
        {
            if (values.Length < 14)
                return true;
            var (series, mirror) = (Weeks(values), Weeks(values.Select(value => -value)));
            var improved = new Window(series[0].Date, series[11].Date);
            return Enum.GetValues<Direction>()
                .All(wanted =>
                    Watch.Of(series, improved, wanted).State == Watch.Of(mirror, improved, Other(wanted)).State
                );
        });

    [Fact]
    public void A_tie_does_not_depend_on_units_and_turns_with_a_sign() =>
        Law.ForAll(values =>
        {
            if (values.Length < 40)
                return true;
            double[] parent = [.. values.Select((value, i) => i < 2 ? value / 3 : values[i - 2] + value / 3)];
            var (plain, moved) = (
                LeadLagTest.Test(Weeks(values), Weeks(parent), new(Direction.Up, 1, 3)),
                LeadLagTest.Test(
                    Weeks(values.Select(value => 16 * value + 3)),
                    Weeks(parent.Select(value => -value / 8)),
                    new(Direction.Down, 1, 3)
                )
            );
            return plain.IsGiven == moved.IsGiven
                && (
                    !plain.IsGiven
                    || plain.Value.State == moved.Value.State
                        && plain.Value.Lag == moved.Value.Lag
                        && Law.Near(plain.Value.Correlation, -moved.Value.Correlation)
                );
        });

    [Fact]
    public void A_level_in_another_unit_wanders_by_its_square() =>
        Law.ForAll(values =>
        {
            var (plain, moved) = (
                LocalLevel.Fit(Weeks(values)),
                LocalLevel.Fit(Weeks(values.Select(value => 8 * value - 100)))
            );
            return plain.IsGiven == moved.IsGiven
                && (
                    !plain.IsGiven
                    || Law.Near(64 * plain.Value.NoiseVariance, moved.Value.NoiseVariance, 64e6)
                        && Law.Near(8 * plain.Value.Level - 100, moved.Value.Level, 1e4)
                );
        });

    [Fact]
    public void Lows_upside_down_turn_building_into_fading() =>
        Law.ForAll(values =>
        {
            Point[] Lows(double sign) =>
                [.. values.Select((value, i) => new Point(new DateOnly(2026, 1, 5).AddDays(7 * i), sign * value))];
            var (up, down) = (Momentum.OfLows(Lows(1), 150).Value.State, Momentum.OfLows(Lows(-1), 150).Value.State);
            return up switch
            {
                MomentumState.Building => down is MomentumState.Fading,
                MomentumState.Fading => down is MomentumState.Building,
                _ => up == down,
            };
        });

    [Fact]
    public void Mirrored_attempts_leave_the_same_traction() =>
        Law.ForAll(values =>
        {
            if (values.Length < 12)
                return true;
            var (series, mirror) = (Weeks(values), Weeks(values.Select(value => -value)));
            Attempt[] attempts =
            [
                .. new[] { 3, 6, 9 }.Select(at => new Attempt(
                    series[at].Date,
                    new("queue", Lever.Restriction, "desk", "waits"),
                    at == 3 ? VerdictWord.NoChange : VerdictWord.Worsened,
                    IsWaiting: false,
                    Hours: at
                )),
            ];
            return Traction.Of(attempts, series, Direction.Up) is var one
                && Traction.Of(Law.Shuffled(attempts), mirror, Direction.Down) is var other
                && (one.State, one.SpinHours) == (other.State, other.SpinHours);
        });

    [Fact]
    public void Survival_knows_neither_order_nor_unit() =>
        Law.ForAll(values =>
        {
            Heed.Analytics.Evidence.Lifetime[] all =
            [
                .. values.Select((value, i) => new Heed.Analytics.Evidence.Lifetime(Math.Abs(value), i % 3 > 0)),
            ];
            var (one, other) = (
                Survival.Of(all).Value,
                Survival.Of(Law.Shuffled([.. all.Select(life => life with { Time = 4 * life.Time })])).Value
            );
            return one
                .Steps.Select(step => (4 * step.Time, step.Share, step.Low, step.AtRisk))
                .SequenceEqual(other.Steps.Select(step => (step.Time, step.Share, step.Low, step.AtRisk)));
        });

    [Fact]
    public void Agreement_knows_neither_the_order_of_raters_nor_which_end_is_good() =>
        Law.ForAllCounts(
            2,
            40,
            1,
            5,
            ratings =>
            {
                var (one, other) = (
                    Agreement.Of(ratings, 1, 5).Value,
                    Agreement.Of([.. Law.Shuffled(ratings).Select(rating => 6 - rating)], 1, 5).Value
                );
                return Law.Near(one.Value, other.Value) && one.IsPolarised == other.IsPolarised;
            }
        );

    [Fact]
    public void Alpha_knows_only_what_its_level_says_of_codes() =>
        Law.ForAllCounts(
            8,
            40,
            1,
            5,
            codes =>
            {
                double?[][] units =
                [
                    .. codes.Chunk(3).Select(unit => unit.Select(code => code == 3 ? null : (double?)code).ToArray()),
                ];
                double? Of(MeasurementLevel level, Func<double, double> recode)
                {
                    double?[][] recoded =
                    [
                        .. Law.Shuffled(units)
                            .Select(unit =>
                                Law.Shuffled(unit)
                                    .Select(code => code is { } known ? recode(known) : (double?)null)
                                    .ToArray()
                            ),
                    ];
                    var alpha = KrippendorffAlpha.Of(recoded, level);
                    return alpha.IsGiven ? alpha.Value.Value : null;
                }
                return Law.Near(
                        Of(MeasurementLevel.Nominal, code => code),
                        Of(MeasurementLevel.Nominal, code => -7 * code % 11)
                    )
                    && Law.Near(
                        Of(MeasurementLevel.Ordinal, code => code),
                        Of(MeasurementLevel.Ordinal, code => code * code * code)
                    )
                    && Law.Near(
                        Of(MeasurementLevel.Interval, code => code),
                        Of(MeasurementLevel.Interval, code => 9 - 2 * code)
                    )
                    && Law.Near(
                        Of(MeasurementLevel.Ratio, code => code),
                        Of(MeasurementLevel.Ratio, code => 25 * code)
                    );
            }
        );

    [Fact]
    public void Groups_that_change_places_turn_cliffs_delta() =>
        Law.ForAll(values =>
        {
            var (first, second) = (values[..(values.Length / 2)], values[(values.Length / 2)..]);
            var cubes = (first.Select(x => x * x * x).ToArray(), second.Select(x => x * x * x).ToArray());
            return Law.Near(CliffsDelta.Of(first, second).Value, -CliffsDelta.Of(second, first).Value)
                && Law.Near(CliffsDelta.Of(first, second).Value, CliffsDelta.Of(cubes.Item1, cubes.Item2).Value);
        });

    [Fact]
    public void The_order_of_work_does_not_depend_on_the_currency() =>
        Law.ForAll(values =>
        {
            WaitingWork[] Work(double rate) =>
                [.. values.Select((value, i) => new WaitingWork($"{i}", 1 + i % 7, rate * Math.Abs(value)))];
            var (here, there) = (Prioritisation.Cheapest(Work(1)), Prioritisation.Cheapest(Work(16)));
            return here.Select(work => work.Name).SequenceEqual(there.Select(work => work.Name))
                && Law.Near(16 * Prioritisation.WaitingCost(here), Prioritisation.WaitingCost(there), 1e7)
                && Prioritisation.WaitingCost(here) <= Prioritisation.WaitingCost(Work(1)) + 1e-6;
        });

    [Fact]
    public void More_customers_alike_leave_the_same_retention() =>
        Law.ForAllCounts(
            4,
            8,
            1,
            40,
            losses =>
            {
                double[] Staying(double size) =>
                    [.. losses.Select((_, year) => size * (1000 - losses.Take(year).Sum()))];
                var (one, other) = (Retention.Fit(Staying(1)), Retention.Fit(Staying(4)));
                return one.IsGiven == other.IsGiven
                    && (!one.IsGiven || Math.Abs(one.Value.Staying(5) - other.Value.Staying(5)) < 1e-4);
            }
        );
}
