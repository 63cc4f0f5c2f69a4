using System.Net;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

public sealed class ReadTractionTests
{
    [Fact]
    public async Task The_same_move_three_times_with_a_bold_prediction_is_spinning_and_says_what_it_cost()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Flat();
        List<Trial> trials = [];
        foreach (var weeksAgo in (int[])[60, 40, 20])
            trials.Add(await maya.Past(metric, weeksAgo, 14));

        var found = await maya.Traction(metric);
        Assert.Equal(TractionState.Spinning, found.State);
        Assert.Equal(trials.Select(t => t.Id), found.Run.Select(t => t.Trial.Id));
        Assert.Equal(
            "Spinning: the same move 3 times, 42 hours, and nothing improved. Try another lever.",
            found.Sentence()
        );
        Assert.StartsWith("It rests on 3 attempts of ", found.RestsOn(), StringComparison.Ordinal);
        Assert.EndsWith("no change, written afterwards.", found.RestsOn(), StringComparison.Ordinal);
        Assert.Equal(Status.Watch, found.Shape());

        // Another lever between is another move; a fourth that runs is waited for.
        await maya.Past(metric, 10, 2, a => a.Lever = Lever.Remove);
        Assert.Equal(TractionState.Moving, (await maya.Traction(metric)).State);
        Assert.Equal(Status.NotKnown, (await maya.Traction(metric)).Shape());
        await maya.Begun(StuckTeam.Reminder(maya, metric, -7, StuckTeam.Monday));
        var waiting = await maya.Traction(metric);
        Assert.Equal((TractionState.Waiting, Status.NotKnown), (waiting.State, waiting.Shape()));
        Assert.Empty(await maya.Stuck());
    }

    [Fact]
    public async Task Levers_that_take_turns_are_rocking_and_another_seat_is_a_link_to_five_voices()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Metric(StuckTeam.Late());
        var first = new DateOnly(2035, 3, 5).AddDays(-7 * 70);
        await maya.Measure(
            metric,
            first,
            [
                .. Enumerable
                    .Range(0, 70)
                    .Select(i =>
                        40
                        + (i * 3 % 5 - 2)
                        + (
                            i < 20 ? 0
                            : i / 10 % 2 == 0 ? 4.0
                            : -4
                        )
                    ),
            ]
        );
        for (var i = 0; i < 5; i++)
        {
            var asked = StuckTeam.Reminder(maya, metric, -30, first.AddDays(7 * (20 + 10 * i)), 9);
            (asked.WrittenAfterwards, asked.Lever) = (true, i % 2 == 0 ? Lever.Restriction : Lever.Enablement);
            await SampleTrials.Look(maya, await maya.Begun(asked));
        }
        var found = await maya.Traction(metric);
        Assert.True(TractionState.Rocking == found.State, $"{found.State}: {found.RestsOn()}");
        Assert.Equal((5, Status.Watch), (found.Run.Count, found.Shape()));
        using var browser = await maya.Browser();
        var offers = (await browser.Page("/try/stuck")).QuerySelector(".offers")!;
        Assert.Contains("Hand over the wheel for one cycle", offers.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask whether it is a tension", offers.TextContent, StringComparison.Ordinal);
        Assert.Equal("Read five voices", offers.QuerySelector("a[href='/listen/voices']")!.TextContent);
    }

    [Fact]
    public async Task Who_runs_past_the_look_or_was_stopped_without_one_is_no_attempt()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Flat();
        foreach (var weeksAgo in (int[])[60, 40, 20])
            await maya.Past(metric, weeksAgo);
        var stopped = await maya.Begun(StuckTeam.Reminder(maya, metric, -7, StuckTeam.Monday, 2));
        await maya.Do<DecideOnTrial, Trial>(d => d.Stop(stopped.Id, new() { Why = "It is in the way." }, default));
        await maya.Begun(StuckTeam.Reminder(maya, metric, -7, StuckTeam.Monday.AddDays(7), 2));
        Assert.Equal(TractionState.Waiting, (await maya.Traction(metric)).State);
        world.On(StuckTeam.Monday.AddDays(40));
        var found = await maya.Traction(metric);
        Assert.Equal((TractionState.Spinning, 3), (found.State, found.Tried.Count));
        Assert.Equal("hours not said", found.Cost());
    }

    [Fact]
    public async Task Who_looked_before_the_lag_was_over_waits_on_and_is_blind_once_it_is()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Flat();
        foreach (var weeksAgo in (int[])[60, 40])
            await maya.Past(metric, weeksAgo);
        var early = await maya.Begun(StuckTeam.Reminder(maya, metric, -7, StuckTeam.Monday, 2));
        world.On(StuckTeam.Monday.AddDays(15));
        await maya.Measure(metric, StuckTeam.Monday, 40, 40.4);
        Assert.Equal(VerdictWord.CannotTell, (await SampleTrials.Look(maya, early)).Word);
        Assert.Equal(TractionState.Waiting, (await maya.Traction(metric)).State);
        world.On(StuckTeam.Monday.AddDays(7 * 8 - 1));
        Assert.Equal(TractionState.Waiting, (await maya.Traction(metric)).State);
        world.On(StuckTeam.Monday.AddDays(7 * 8));
        var found = await maya.Traction(metric);
        Assert.Equal((TractionState.Blind, Status.NotKnown), (found.State, found.Shape()));
    }

    [Fact]
    public async Task Hours_that_some_did_not_say_make_the_sum_the_least()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Flat();
        await maya.Past(metric, 60, 1);
        await maya.Past(metric, 40);
        await maya.Past(metric, 20);
        Assert.Equal("at least 1 hour", (await maya.Traction(metric)).Cost());
    }

    [Fact]
    public async Task Steps_on_one_obstacle_within_the_lag_count_as_one()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Flat();
        void Lags(TrialRequest asked) => asked.LagDays = 28;
        foreach (var weeksAgo in (int[])[60, 59, 58, 40])
            await maya.Past(metric, weeksAgo, 5, Lags);
        Assert.Equal(TractionState.Moving, (await maya.Traction(metric)).State);
        await maya.Past(metric, 20, 5, Lags);
        var found = await maya.Traction(metric);
        Assert.Equal(
            (TractionState.Spinning, 5, 25.0, 3),
            (found.State, found.Run.Count, found.Found.SpinHours, found.Found.Run.Count)
        );
    }

    [Fact]
    public async Task Hours_that_rise_while_nothing_follows_are_revving()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Flat();
        foreach (
            var (weeksAgo, hours, lever) in ((int, double, Lever)[])
                [
                    (90, 6, Lever.Education),
                    (70, 6, Lever.Training),
                    (50, 6, Lever.Environment),
                    (30, 6, Lever.Modelling),
                ]
        )
            await maya.Past(metric, weeksAgo, hours, a => a.Lever = lever);
        await maya.Past(metric, 12, 200, a => a.Lever = Lever.Remove);
        var found = await maya.Traction(metric);
        Assert.Equal((TractionState.Revving, 5), (found.State, found.Run.Count));
        Assert.Equal("224 hours", found.Cost());

        // One of which nobody knows the hours, and nobody knows whether they rose.
        await maya.Past(metric, 11, null, a => a.Lever = Lever.Enablement);
        Assert.Equal(TractionState.Moving, (await maya.Traction(metric)).State);
    }

    [Fact]
    public async Task Hours_that_stay_as_they_are_rev_nothing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Flat();
        foreach (var weeksAgo in (int[])[82, 74, 66, 58, 50, 42, 34, 26, 18, 9])
            await maya.Past(metric, weeksAgo, 24);
        Assert.Equal(TractionState.Spinning, (await maya.Traction(metric)).State);
    }

    [Fact]
    public async Task Each_team_is_told_of_its_own_attempts_and_the_dearest_comes_first()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (cheap, dear) = (await maya.Flat(), await maya.Flat("Forms that come back"));
        foreach (var weeksAgo in (int[])[60, 40, 20])
        {
            await maya.Past(cheap, weeksAgo, 2);
            await maya.Past(dear, weeksAgo, 9);
        }
        // Another team's move on the same metric neither breaks nor lengthens the run.
        var delivery = await maya.Do<CreateTeam, Team>(c => c.Run(new() { Name = "Delivery" }, default));
        var jonas = await world.Colleague(maya, "Jonas", Role.Contributor);
        await world.As(maya, s => Joined(s, delivery, jonas.Member));
        await jonas.Past(dear, 10, 100, a => (a.Team, a.Lever) = (delivery.Id, Lever.Remove));
        Assert.Equal(
            [TractionState.Moving, TractionState.Spinning],
            (await world.As(maya, s => s.GetRequiredService<ReadTraction>().Of([dear.Id], default)))
                .Select(o => o.State)
                .Order()
                .Reverse()
        );
        Assert.Equal([dear.Id, cheap.Id], (await maya.Stuck()).Select(o => o.Metric.Id));
        await maya.Do<RetireMetric, Metric>(r => r.Run(dear.Id, default));
        Assert.Equal([cheap.Id], (await maya.Stuck()).Select(o => o.Metric.Id));

        var api = maya.Api();
        var listed = JsonDocument.Parse(await api.GetStringAsync("/api/v1/traction")).RootElement;
        var one = Assert.Single(listed.EnumerateArray());
        Assert.Equal("Spinning", one.GetProperty("state").GetString());
        Assert.Equal(6, one.GetProperty("hours").GetDouble());
        Assert.Equal(3, one.GetProperty("run").GetArrayLength());
        Assert.Contains(
            "\"state\":\"Spinning\"",
            await api.GetStringAsync($"/api/v1/metrics/{cheap.Id}/traction"),
            StringComparison.Ordinal
        );
        var noa = await world.Organisation("Elsewhere");
        Assert.Equal("[]", await noa.Api().GetStringAsync("/api/v1/traction"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await noa.Api().GetAsync($"/api/v1/metrics/{cheap.Id}/traction")).StatusCode
        );
    }

    static async Task<bool> Joined(IServiceProvider services, Team team, Member member)
    {
        var db = services.GetRequiredService<HeedDb>();
        db.Add(
            new TeamMembership
            {
                TeamId = team.Id,
                MemberId = member.Id,
                Role = TeamRole.Member,
            }
        );
        return await db.SaveChangesAsync() > 0;
    }

    [Fact]
    public async Task More_metrics_are_not_more_questions_of_the_database()
    {
        var asked = new AskedOfTheDatabase();
        await using var world = await World.Start(asked.Listen);
        var maya = await world.Organisation("Harbor Coffee");
        await Spin(0);
        var one = await asked.During(() => maya.Stuck());
        await Spin(1);
        await Spin(2);
        Assert.Equal(3, (await maya.Stuck()).Count);
        Assert.Equal(one, await asked.During(() => maya.Stuck()));
        Assert.InRange(one, 1, 6 + EnteredBy);

        async Task Spin(int at)
        {
            var metric = await maya.Flat($"Forms {at}");
            foreach (var weeksAgo in (int[])[60, 40, 20])
                await maya.Past(metric, weeksAgo);
        }
    }

    /// <summary>What it takes to be somebody in a workspace.</summary>
    const int EnteredBy = 4;
}
