using Heed.Analytics.Evidence;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Heed.Analytics.Tests.Evidence;

public class LeadLagTestTests
{
    static Answer<LeadLagTest> BoxJenkins(TieClaim claim) =>
        // The published series tell no calendar, and their analysis takes no season out.
        LeadLagTest.Test(Published.Weeks(Published.SalesLead), Published.Weeks(Published.Sales), claim, season: false);

    [Fact] // T9: BJsales.lead leads BJsales by three periods
    public void The_leading_indicator_leads_by_three_periods()
    {
        Assert.Equal(0.951, Correlation.Pearson(Published.SalesLead, Published.Sales), 0.0005); // misleading: both wander

        var tie = BoxJenkins(new(Direction.Up, 3, 3)).Value;

        Assert.Equal(0.951, tie.Raw, 0.0005);
        Assert.Equal(0.720, tie.Differenced, 0.0005);
        Assert.Equal(3, tie.Order);
        Assert.Equal(0.678, tie.Correlation, 0.0005);
        Assert.Equal(0.162, tie.Limit, 0.0005);
        Assert.Equal(tie.SingleLimit, tie.Limit, 1e-9);
        Assert.Equal(TieState.Supported, tie.State);
        Assert.False(tie.IsDirectionUnclear);
    }

    [Fact]
    public void Every_lag_and_every_attempt_makes_the_limit_harder()
    {
        var one = BoxJenkins(new(Direction.Up, 3, 3)).Value.Limit;
        var five = BoxJenkins(new(Direction.Up, 1, 5)).Value;

        Assert.True(five.Limit > one);
        Assert.Equal(3, five.Lag);
        Assert.True(BoxJenkins(new(Direction.Up, 1, 5, Attempt: 2)).Value.Limit > five.Limit);
    }

    [Fact]
    public void Only_the_declared_window_and_sign_count()
    {
        Assert.Equal(TieState.Unsupported, BoxJenkins(new(Direction.Up, 0, 1)).Value.State);
        Assert.Equal(TieState.Unsupported, BoxJenkins(new(Direction.Down, 3, 3)).Value.State);
    }

    [Fact]
    public void The_wrong_way_round_nothing_leads() =>
        Assert.Equal(
            TieState.Unsupported,
            LeadLagTest
                .Test(Published.Weeks(Published.Sales), Published.Weeks(Published.SalesLead), new(Direction.Up, 1, 5))
                .Value.State
        );

    [Fact] // T10: 2,000 pairs of independent random walks of 40 points: 63.6 % and 5.3 %
    public void Wandering_alone_looks_like_a_tie_and_is_not_taken_for_one()
    {
        const int pairs = 2000;
        const int points = 40;
        var random = new Random(20260105);
        var (naive, tied) = (0, 0);
        var t = StudentT.InvCDF(0, 1, points - 2, 0.975);
        var significant = t / Math.Sqrt(t * t + points - 2);
        double[] Walk()
        {
            var walk = new double[points];
            for (var i = 0; i < points; i++)
                walk[i] = (i == 0 ? 0 : walk[i - 1]) + Normal.Sample(random, 0, 1);
            return walk;
        }
        for (var pair = 0; pair < pairs; pair++)
        {
            var (child, parent) = (Walk(), Walk());
            naive += Math.Abs(Correlation.Pearson(child, parent)) > significant ? 1 : 0;
            foreach (var moves in Enum.GetValues<Direction>())
                tied +=
                    LeadLagTest.Test(Published.Weeks(child), Published.Weeks(parent), new(moves, 0, 0)).Value.State
                    is TieState.Supported
                        ? 1
                        : 0;
        }

        Assert.InRange(naive / (double)pairs, 0.636 - 0.033, 0.636 + 0.033); // three Monte Carlo errors
        Assert.InRange(tied / (double)pairs, 0.053 - 0.016, 0.053 + 0.016);
    }

    [Theory] // each 2,000 pairs; 2.5 % and two Monte Carlo errors are 64
    [InlineData(Cadence.Week, 104, 0)]
    [InlineData(Cadence.Week, 104, 4)]
    [InlineData(Cadence.Week, 60, 0)]
    [InlineData(Cadence.Month, 60, 0)]
    [InlineData(Cadence.Day, 120, 0)]
    public void Two_metrics_that_share_only_a_season_are_not_taken_for_a_tie(Cadence cadence, int points, int lastLag)
    {
        var random = new Random(20260105);
        var turn =
            2
            * Math.PI
            / (
                cadence is Cadence.Week ? 365.25 / 7
                : cadence is Cadence.Month ? 12
                : 7
            );
        Series Seasonal() =>
            Series
                .Of(
                    new DateOnly(2024, 1, 1),
                    cadence,
                    [.. Enumerable.Range(0, points).Select(i => Math.Sin(turn * i) + Normal.Sample(random, 0, 1))]
                )
                .Value;
        var tied = 0;
        for (var pair = 0; pair < 2000; pair++)
            tied +=
                LeadLagTest.Test(Seasonal(), Seasonal(), new(Direction.Up, 0, lastLag)).Value.State
                is TieState.Supported
                    ? 1
                    : 0;

        Assert.True(tied <= 64, $"{tied} of 2,000");
    }

    [Fact]
    public void A_tie_beside_a_shared_season_is_still_seen()
    {
        var random = new Random(1);
        var lead = Enumerable.Range(0, 121).Select(_ => Normal.Sample(random, 0, 1)).ToArray();
        double Wave(int i) => 3 * Math.Sin(2 * Math.PI * i / (365.25 / 7));
        var child = Published.Weeks([.. Enumerable.Range(1, 120).Select(i => Wave(i) + lead[i])]);
        var parent = Published.Weeks([
            .. Enumerable.Range(1, 120).Select(i => Wave(i) + 0.8 * lead[i - 1] + Normal.Sample(random, 0, 0.5)),
        ]);
        var tie = LeadLagTest.Test(child, parent, new(Direction.Up, 1, 1)).Value;

        Assert.Equal(TieState.Supported, tie.State);
        Assert.Equal(4, tie.SeasonColumns);
    }

    [Fact]
    public void A_run_of_less_than_a_year_says_that_its_season_is_still_in_it()
    {
        var random = new Random(1);
        var few = Published.Weeks([.. Enumerable.Range(0, 40).Select(_ => Normal.Sample(random, 0, 1))]);
        Assert.Contains("less than a year", LeadLagTest.Test(few, few, new(Direction.Up, 0, 0)).Value.Sentence);
    }

    [Fact]
    public void A_parent_that_leads_as_strongly_leaves_the_direction_unclear()
    {
        var random = new Random(7);
        var (child, parent) = (new double[200], new double[200]);
        for (var i = 0; i < 200; i++)
            (child[i], parent[i]) = (Normal.Sample(random, 0, 0.3), Normal.Sample(random, 0, 0.3));
        // The parent follows the child a period later, and the child follows the parent more strongly still.
        for (var i = 1; i < 200; i++)
            (child[i], parent[i]) = (child[i] + 0.9 * parent[i - 1], parent[i] + 0.5 * child[i - 1]);
        double[] Summed(double[] values) => [.. values.Select((_, i) => values[..(i + 1)].Sum())];
        var tie = LeadLagTest
            .Test(Published.Weeks(Summed(child)), Published.Weeks(Summed(parent)), new(Direction.Up, 1, 2))
            .Value;

        Assert.Equal(TieState.Supported, tie.State);
        Assert.True(tie.IsDirectionUnclear);
        Assert.EndsWith(
            "Direction unclear: the parent leads the child as strongly.",
            tie.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Too_few_points_are_refused_in_words() =>
        Assert.Equal(
            "Too few points: needs 33 periods in a row in which both were measured, has 31.",
            LeadLagTest
                .Test(Published.Weeks(Published.Wheeler), Published.Weeks(Published.Wheeler), new(Direction.Up, 0, 2))
                .Because
        );

    [Fact]
    public void A_gap_ends_a_run_of_shared_periods()
    {
        var child = Published.Weeks(Published.Sales);
        var parent = Series.Of(child.Points.Where((_, i) => i != 70), Cadence.Week).Value;
        Assert.Equal(
            78,
            LeadLagTest.Test(child, parent, new(Direction.Up, 0, 0), season: false).Value is var tie
                ? tie.Points + tie.Order
                : 0
        );
    }

    [Fact]
    public void A_trial_outranks_a_correlation()
    {
        Assert.Equal(
            TieState.Supported,
            LeadLagTest.FromTrial(VerdictWord.Improved, VerdictWord.Improved, TieState.Unsupported)
        );
        Assert.Equal(
            TieState.Refuted,
            LeadLagTest.FromTrial(VerdictWord.Improved, VerdictWord.NoChange, TieState.Supported)
        );
        Assert.Equal(
            TieState.Supported,
            LeadLagTest.FromTrial(VerdictWord.Improved, VerdictWord.CannotTell, TieState.Supported)
        );
        Assert.Equal(
            TieState.Claimed,
            LeadLagTest.FromTrial(VerdictWord.NoChange, VerdictWord.NoChange, TieState.Claimed)
        );
    }

    [Fact]
    public void A_test_goes_stale_after_two_quarters()
    {
        Assert.False(LeadLagTest.IsStale(new(2026, 1, 5), new(2026, 7, 4)));
        Assert.True(LeadLagTest.IsStale(new(2026, 1, 5), new(2026, 7, 5)));
    }

    [Fact]
    public void Children_add_up_within_their_rounding()
    {
        Assert.True(LeadLagTest.AddsUp(10.0, [3.3, 3.3, 3.3], 0.05));
        Assert.False(LeadLagTest.AddsUp(10.0, [3.3, 3.3, 3.0], 0.05));
    }
}
