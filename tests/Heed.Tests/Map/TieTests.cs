using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Map;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;
using Published = Heed.Analytics.Tests.Evidence.Published;

namespace Heed.Tests.Map;

public sealed class TieTests
{
    [Fact] // T9: BJsales.lead leads BJsales by three periods
    public async Task The_page_of_a_tie_says_what_misleads_and_what_is_left_of_it()
    {
        await using var world = await World.Start();
        // Dates begin in 1900, and yearly figures are the ones that no season is taken out of.
        world.Clock.MoveTo(new(2051, 3, 5, 9, 0, 0, TimeSpan.Zero));
        var maya = await world.Organisation("Harbor Coffee");
        var lead = await SampleTies.Measured(maya, "Leading indicator", Cadence.Year, Published.SalesLead);
        var sales = await SampleTies.Measured(maya, "Sales", Cadence.Year, Published.Sales);
        var tie = await SampleTies.Claimed(maya, SampleTies.Asked(lead, sales, 3, 3));
        var browser = await maya.Browser();
        var address = $"/map/ties/{tie.Id}";
        Assert.Contains(
            "“Leading indicator” is said to feed “Sales”",
            await AimPagesTests.Text(browser, address),
            StringComparison.Ordinal
        );
        await AimPagesTests.Redirected(browser.PostForm(address, "test-tie", []));
        var text = (await browser.Page(address)).Body!.Says();
        foreach (
            var said in new[]
            {
                "“Leading indicator” feeds “Sales”, as far as can be seen",
                "r = 0.951 in the same year: of two series that wander, no evidence",
                "r = 0.720 at a lag of 3",
                "r = 0.678 at a lag of 3, limit ±0.162",
                "150 points of the upper metric were measured before the claim",
            }
        )
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact] // T10: of independent random walks of 40 points, 63.6 % look tied, 5.3 % after differencing
    public async Task What_only_wanders_together_is_not_supported_whatever_its_values_say()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (first, second) = Enumerable
            .Range(1, 200)
            .Select(seed => (SampleTies.Walk(seed, 40), SampleTies.Walk(seed + 1000, 40)))
            .MaxBy(pair => MathNet.Numerics.Statistics.Correlation.Pearson(pair.Item1, pair.Item2));
        var child = await SampleTies.Measured(maya, "Calls", Cadence.Week, first);
        var parent = await SampleTies.Measured(maya, "Guests", Cadence.Week, second);
        var tie = await SampleTies.Claimed(maya, SampleTies.Asked(child, parent, 0, 2));
        var test = await SampleTies.Tested(maya, tie);
        Assert.True(test.Raw > 0.85, $"The walks do not look tied: {test.Raw}.");
        Assert.Equal(TieState.Unsupported, test.State);
        var page = await AimPagesTests.Text(await maya.Browser(), $"/map/ties/{tie.Id}");
        Assert.Contains("is not supported by what was measured", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_test_of_the_same_two_makes_the_next_one_harder_whoever_claims_it_anew()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var child = await SampleTies.Measured(maya, "Calls", Cadence.Week, SampleTies.Walk(1, 60));
        var parent = await SampleTies.Measured(maya, "Guests", Cadence.Week, SampleTies.Walk(2, 60));
        var tie = await SampleTies.Claimed(maya, SampleTies.Asked(child, parent, 1, 1));
        var first = await SampleTies.Tested(maya, tie);
        var second = await SampleTies.Tested(maya, tie);
        Assert.Equal((1, 2), (first.Attempt, second.Attempt));
        Assert.True(second.Limit > first.Limit);
        await maya.Do<WithdrawTie, Tie>(w => w.Run(tie.Id, default));
        // Another window, chosen after the first one was seen to say nothing.
        var again = await SampleTies.Claimed(maya, SampleTies.Asked(child, parent, 2, 2));
        var third = await SampleTies.Tested(maya, again);
        Assert.Equal(3, third.Attempt);
        Assert.True(third.Limit > second.Limit);
        Assert.Equal(59, third.BeforeClaim); // the last one is of the day of the claim
    }

    [Fact]
    public async Task Too_few_points_are_said_and_count_as_no_test()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var child = await SampleTies.Measured(maya, "Calls", Cadence.Week, SampleTies.Walk(1, 20));
        var parent = await SampleTies.Measured(maya, "Guests", Cadence.Week, SampleTies.Walk(2, 20));
        var tie = await SampleTies.Claimed(maya, SampleTies.Asked(child, parent));
        Assert.StartsWith(
            "Too few points: needs 34 periods",
            await maya.Refused<TestTie, TieTest>(t => t.Run(tie.Id, default)),
            StringComparison.Ordinal
        );
        var kept = await world.As(maya, async s => (await s.GetRequiredService<ReadTies>().Of(tie.Id, default))!);
        Assert.Equal((TieState.Claimed, null), (kept.State, kept.TestedOn));
    }

    [Fact]
    public async Task A_claim_that_makes_no_sense_is_refused_at_its_field()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var weekly = await SampleTies.Measured(maya, "Calls", Cadence.Week, 1, 2);
        var monthly = await SampleTies.Measured(maya, "Guests", Cadence.Month, 1, 2);
        var other = await SampleTies.Measured(maya, "Orders", Cadence.Week, 1, 2);
        var browser = await maya.Browser();
        Dictionary<string, string> typed = new()
        {
            ["Asked.Child"] = weekly.Id.ToString(),
            ["Asked.Parent"] = weekly.Id.ToString(),
            ["Asked.Moves"] = "Up",
            ["Asked.FirstLag"] = "3",
            ["Asked.LastLag"] = "1",
            ["Asked.Because"] = "Who waits tells others.",
        };
        var text = (await (await browser.PostForm("/map/ties/new", "claim-tie", typed)).Html()).Body!.TextContent;
        Assert.Contains("A metric does not feed itself.", text, StringComparison.Ordinal);
        Assert.Contains("The latest must not be before the earliest.", text, StringComparison.Ordinal);
        var refusal = await maya.RefusalOf<ClaimTie, Tie>(c => c.Run(SampleTies.Asked(weekly, monthly), default));
        Assert.Equal("Parent", refusal.Field);
        Assert.Contains("Both must be measured equally often.", refusal.Because, StringComparison.Ordinal);
        await SampleTies.Claimed(maya, SampleTies.Asked(weekly, other));
        refusal = await maya.RefusalOf<ClaimTie, Tie>(c => c.Run(SampleTies.Asked(weekly, other, 0, 1), default));
        Assert.Equal(409, refusal.Status);
    }

    [Fact]
    public async Task A_sum_adds_up_or_says_where_it_does_not_and_never_holds_itself()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var counter = await SampleTies.Measured(maya, "Orders at the counter", Cadence.Month, 10.5, 20, 30);
        var door = await SampleTies.Measured(maya, "Orders to the door", Cadence.Month, 1, 2, 3);
        var all = await SampleTies.Measured(maya, "Orders", Cadence.Month, 11.5, 22, 35);
        foreach (var part in new[] { counter, door })
            await SampleTies.Claimed(maya, Sum(part, all));
        var check = await world.As(maya, async s => (await s.GetRequiredService<ReadTies>().Sum(all.Id, default))!);
        Assert.Equal((2, 3), (check.Parts, check.Checked));
        var off = Assert.Single(check.Off);
        Assert.Equal((33, 35), (off.Sum, off.Whole));
        var refusal = await maya.RefusalOf<ClaimTie, Tie>(c => c.Run(Sum(all, door), default));
        Assert.Contains("nothing is a part of itself", refusal.Because, StringComparison.Ordinal);
        var tie = await world.As(maya, s => s.GetRequiredService<HeedDb>().Ties.FirstAsync());
        Assert.Contains(
            "They are off in 1 of them.",
            await AimPagesTests.Text(await maya.Browser(), $"/map/ties/{tie.Id}"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "This tie holds by arithmetic",
            await maya.Refused<TestTie, TieTest>(t => t.Run(tie.Id, default)),
            StringComparison.Ordinal
        );
    }

    static TieRequest Sum(Metric part, Metric whole) =>
        new()
        {
            Child = part.Id,
            Parent = whole.Id,
            IsSum = true,
            Because = "It is a part of it.",
        };

    [Theory]
    [InlineData(8.0, 62, TieState.Supported)]
    [InlineData(4.0, 50, TieState.Refuted)]
    public async Task A_trial_that_moved_the_lower_metric_outranks_how_both_change(
        double perUnit,
        double after,
        TieState expected
    )
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        double[] before = [.. Enumerable.Range(0, 24).Select(i => 50 + (i * 3 % 5 - 2) * 0.4)];
        var child = await SampleTies.Measured(maya, "Guests who are called", Cadence.Week, before);
        var parent = await SampleTies.Measured(maya, "Guests who come back", Cadence.Week, before);
        var trial = await SampleTrials.Started(maya, child);
        world.Clock.MoveTo(new(2035, 6, 18, 9, 0, 0, TimeSpan.Zero));
        await SampleTrials.Weeks(maya, child, 14, 60);
        await SampleTrials.Weeks(maya, parent, 14, after);
        Assert.Equal(VerdictWord.Improved, (await SampleTrials.Look(maya, trial)).Word);
        var asked = SampleTies.Asked(child, parent, 0, 1);
        asked.PerUnit = perUnit;
        var test = await SampleTies.Tested(maya, await SampleTies.Claimed(maya, asked));
        Assert.Equal((TieEvidence.Trial, expected), (test.Evidence, test.State));
        Assert.Equal(trial.Id, test.TrialId);
        var browser = await maya.Browser();
        var link = (await browser.Page($"/map/ties/{test.TieId}"))
            .QuerySelectorAll("a")
            .Single(a => a.TextContent == "The trial");
        Assert.Contains(
            "Call before arrival",
            await AimPagesTests.Text(browser, link.GetAttribute("href")!),
            StringComparison.Ordinal
        );
        Assert.Contains("Call before arrival", test.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_that_was_tested_two_quarters_ago_is_grey_and_its_claimer_is_asked()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var child = await SampleTies.Measured(maya, "Calls", Cadence.Week, SampleTies.Walk(1, 60));
        var parent = await SampleTies.Measured(maya, "Guests", Cadence.Week, SampleTies.Walk(2, 60));
        var tie = await SampleTies.Claimed(maya, SampleTies.Asked(child, parent));
        await SampleTies.Tested(maya, tie);
        Assert.Empty(await Told(maya));
        world.Clock.Move(TimeSpan.FromDays(190));
        var sentence = Assert.Single(await Told(maya));
        Assert.Equal("That “Calls” feeds “Guests” was last tested on 5 March 2035.", sentence.Say);
        Assert.Equal(Status.NotKnown, sentence.Status);
        Assert.Contains(
            "tested two quarters ago or more",
            await AimPagesTests.Text(await maya.Browser(), $"/map/ties/{tie.Id}"),
            StringComparison.Ordinal
        );
    }

    static Task<IReadOnlyList<HomeSentence>> Told(Cast cast) =>
        cast.World.As(cast, here => here.GetServices<IHomeSource>().OfType<TiesAtHome>().Single().Sentences(default));

    [Fact]
    public async Task Whoever_owns_neither_metric_reads_a_tie_and_moves_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var child = await SampleTies.Measured(maya, "Calls", Cadence.Week, 1, 2);
        var parent = await SampleTies.Measured(maya, "Guests", Cadence.Week, 1, 2);
        var tie = await SampleTies.Claimed(maya, SampleTies.Asked(child, parent));
        var ben = await world.Colleague(maya, "Ben", Role.Viewer);
        Assert.DoesNotContain(
            "Test the tie",
            await AimPagesTests.Text(await ben.Browser(), $"/map/ties/{tie.Id}"),
            StringComparison.Ordinal
        );
        foreach (
            var act in new Func<Task<string>>[]
            {
                () => ben.Refused<ClaimTie, Tie>(c => c.Run(SampleTies.Asked(parent, child), default)),
                () => ben.Refused<WithdrawTie, Tie>(w => w.Run(tie.Id, default)),
                () => ben.Refused<TestTie, TieTest>(t => t.Run(tie.Id, default)),
            }
        )
            Assert.StartsWith("You may read", await act(), StringComparison.Ordinal);
    }
}
