using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class PaceTests
{
    static readonly DateOnly Start = new(2026, 4, 1);
    static readonly DateOnly End = new(2026, 4, 30);

    static Pace At(int day, double? current, params PlannedShare[] plan) =>
        Pace.Of(Progress.Of(0, 1, current).Value, Start, End, Start.AddDays(day - 1), plan);

    [Fact] // okr.md 3.13, Engagedly: a month of 30 days, day 15
    public void Half_the_month_is_half_the_way() => Assert.Equal(0.5, At(15, 0.5).Expected);

    [Theory] // Viva Goals' limits
    [InlineData(15, 0.5, PaceState.OnTrack)]
    [InlineData(15, 0.25, PaceState.Behind)]
    [InlineData(15, 0.24, PaceState.AtRisk)]
    [InlineData(2, 0.0, PaceState.TooEarly)]
    [InlineData(3, 0.0, PaceState.Behind)]
    [InlineData(30, 1.2, PaceState.OnTrack)]
    public void Progress_is_compared_with_the_time_that_passed(int day, double current, PaceState state) =>
        Assert.Equal(state, At(day, current).State);

    [Fact]
    public void Unknown_progress_has_no_pace() =>
        Assert.Equal((null, PaceState.Unknown), (At(15, null).Gap, At(15, null).State));

    [Fact]
    public void A_plan_bends_the_line()
    {
        PlannedShare late = new(Start.AddDays(19), 0.2);
        Assert.Equal(0.1, At(10, 0, late).Expected, 1e-12);
        Assert.Equal(0.6, At(25, 0, late).Expected, 1e-12);
        Assert.Equal(1, At(30, 0, late).Expected, 1e-12);
    }

    [Fact]
    public void A_plan_begins_with_the_cycle_and_its_last_step_holds_to_the_end()
    {
        PlannedShare late = new(Start.AddDays(19), 0.2);
        Assert.Equal(0, At(-3, 0, late).Expected);
        Assert.Equal(0.01, At(1, 0, late).Expected, 1e-12);
        Assert.Equal(0.2, At(20, 0, late).Expected, 1e-12);
        Assert.Equal(1, At(40, 0, late).Expected, 1e-12);
        // A step before the cycle asks for nothing in it; one beyond the whole way stays asked for.
        Assert.Equal(0.5, At(15, 0, new PlannedShare(Start.AddDays(-1), 0.4)).Expected, 1e-12);
        Assert.Equal(1.2, At(30, 0, new PlannedShare(Start.AddDays(19), 1.2)).Expected, 1e-12);
    }

    [Fact]
    public void What_is_ahead_of_its_plan_has_a_gap_below_zero() => Assert.Equal(-0.25, At(15, 0.75).Gap!.Value, 1e-12);

    [Fact]
    public void A_cycle_of_one_day_is_over_on_it() => Assert.Equal(1, Pace.Elapsed(Start, Start, Start));

    [Fact]
    public void Time_does_not_run_outside_the_cycle()
    {
        Assert.Equal(0, Pace.Elapsed(Start, End, Start.AddDays(-5)));
        Assert.Equal(1, Pace.Elapsed(Start, End, End.AddDays(5)));
        Assert.StartsWith(
            "The end (2026-04-01) is before the start (2026-04-30).",
            Assert.Throws<ArgumentException>(() => Pace.Elapsed(End, Start, Start)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact] // okr.md 3.13, puzzle
    public void Two_levels_give_the_third()
    {
        Assert.Equal((30, 70), (new Attainment(0, 100).Commit, new Attainment(0, 100).Target));
        Assert.Equal(0, Attainment.FromStretch(target: 70, stretch: 100).Baseline, 1e-9);
        Assert.Equal(10, Attainment.FromStretch(target: 80, stretch: 110).Baseline, 1e-9);
        Assert.Equal(100, Attainment.FromTarget(0, 70).Stretch, 1e-9);
        Assert.Equal(110, Attainment.FromTarget(10, 80).Stretch, 1e-9);
        Assert.Equal((40, 80), (new Attainment(10, 110).Commit, new Attainment(10, 110).Target));
    }

    [Theory]
    [InlineData(100, AttainmentZone.Fail)]
    [InlineData(70, AttainmentZone.Commit)]
    [InlineData(30, AttainmentZone.Target)]
    [InlineData(-5, AttainmentZone.Stretch)]
    public void Zones_fall_with_a_falling_metric(double value, AttainmentZone zone) =>
        Assert.Equal(zone, new Attainment(100, 0).ZoneOf(value));

    [Fact]
    public void There_are_no_zones_where_there_is_no_way() =>
        Assert.Equal(
            "Baseline and stretch are the same: there is no way between them.",
            Assert.Throws<InvalidOperationException>(() => new Attainment(5, 5).ZoneOf(5)).Message
        );

    [Theory]
    [InlineData(29.9, AttainmentZone.Fail)]
    [InlineData(30, AttainmentZone.Commit)]
    [InlineData(69.9, AttainmentZone.Commit)]
    [InlineData(70, AttainmentZone.Target)]
    [InlineData(99.9, AttainmentZone.Target)]
    [InlineData(100, AttainmentZone.Stretch)]
    public void A_zone_begins_on_its_level(double value, AttainmentZone zone) =>
        Assert.Equal(zone, new Attainment(0, 100).ZoneOf(value));
}
