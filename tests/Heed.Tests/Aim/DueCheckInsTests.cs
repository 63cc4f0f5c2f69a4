using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

/// <summary>Which key results wait for a check-in, and which for too long.</summary>
public sealed class DueCheckInsTests
{
    static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData("Europe/Vienna", "2035-03-05T09:00Z", "2035-03-04T23:00Z")]
    [InlineData("Europe/Vienna", "2035-03-04T22:59Z", "2035-02-25T23:00Z")] // still Sunday there
    [InlineData("Europe/Vienna", "2035-03-04T23:00Z", "2035-03-04T23:00Z")]
    [InlineData("Europe/Vienna", "2035-03-11T22:30Z", "2035-03-04T23:00Z")]
    [InlineData("Europe/Vienna", "2035-03-28T12:00Z", "2035-03-25T22:00Z")] // the clocks went forward on Sunday
    [InlineData("Pacific/Auckland", "2035-03-04T12:00Z", "2035-03-04T11:00Z")]
    [InlineData("America/New_York", "2035-03-05T04:00Z", "2035-02-26T05:00Z")]
    public void The_week_begins_on_Monday_where_the_organisation_is(string zone, string now, string monday)
    {
        var clock = new StandingClock();
        clock.MoveTo(At(now));
        var here = new Workspace
        {
            Name = "Harbor Coffee",
            TimeZone = zone,
            CreatedAt = At(now),
        };
        Assert.Equal(At(monday), new DueCheckIns(null!, new(null!, null!), null!, here, clock).Monday());

        static DateTimeOffset At(string at) =>
            DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
    }

    static Task<(List<Id<KeyResult>> Mine, List<Id<KeyResult>> Silent)> Waiting(Cast who) =>
        who.World.As(
            who,
            async s =>
            {
                var due = s.GetRequiredService<DueCheckIns>();
                return (
                    await due.Mine().Select(k => k.Id).ToListAsync(),
                    await due.Silent().Select(k => k.Id).ToListAsync()
                );
            }
        );

    [Fact]
    public async Task A_key_result_is_asked_about_once_a_week_and_is_silent_after_two()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, first, metric) = await maya.Live();
        var live = world.Clock.GetUtcNow();
        Assert.Equal([first.Id], (await Waiting(maya)).Mine);
        await CheckIn(first);
        Assert.Empty((await Waiting(maya)).Mine);

        // Monday in Vienna begins on Sunday at eleven in Greenwich.
        var monday = new DateTimeOffset(2035, 3, 11, 23, 0, 0, TimeSpan.Zero);
        world.Clock.MoveTo(monday - Instant);
        Assert.Empty((await Waiting(maya)).Mine);
        world.Clock.MoveTo(monday);
        Assert.Equal([first.Id], (await Waiting(maya)).Mine);

        // A second one is younger than the objective is live: it has been silent since it is there.
        world.Clock.MoveTo(live.AddDays(10));
        var second = await maya.Aim(objective, metric);
        Assert.Equal([second.Id, first.Id], (await Waiting(maya)).Mine);
        world.Clock.MoveTo(live.AddDays(14));
        Assert.Empty((await Waiting(maya)).Silent);
        world.Clock.MoveTo(live.AddDays(14) + Instant);
        Assert.Equal([first.Id], (await Waiting(maya)).Silent);
        world.Clock.MoveTo(live.AddDays(24) + Instant);
        Assert.Equal([second.Id, first.Id], (await Waiting(maya)).Silent);

        // Home counts the days from when it could be checked in on.
        var guest = await world.Colleague(maya, "Sam", Role.Viewer);
        var stuck = await Said(guest);
        Assert.Equal(
            [
                "New regulars order again within a month: nobody has checked in for 14 days.",
                "New regulars order again within a month: nobody has checked in for 24 days.",
            ],
            stuck.Select(s => s.Say).Order()
        );
        Assert.All(stuck, s => Assert.Equal("61.6 of 100 now, 75 is the target · silent", s.Detail));
        Assert.Equal(
            [("the first check-in", Status.NotKnown), ("last check-in 24 days ago", Status.Watch)],
            (await Said(maya)).Select(s => (s.Detail!, s.Status))
        );

        // Whoever may only read waits for nothing, of whatever team.
        await maya.Become(Role.Viewer);
        Assert.Empty((await Waiting(maya)).Mine);
        Assert.Equal(2, (await Waiting(maya)).Silent.Count);
        await maya.Become(Role.Admin);

        await maya.Do<TurnCycle, Cycle>(t => t.Close(objective.CycleId, default));
        Assert.Empty((await Waiting(maya)).Silent);
        await maya.Do<TurnCycle, Cycle>(t => t.Reopen(objective.CycleId, default));
        await CheckIn(second);
        var (mine, silent) = await Waiting(maya);
        Assert.Equal([first.Id], mine);
        Assert.Equal([first.Id], silent);
        await maya.Do<TurnObjective, Objective>(t => t.Close(objective.Id, new() { Ending = Ending.Missed }, default));
        (mine, silent) = await Waiting(maya);
        Assert.Equal((0, 0), (mine.Count, silent.Count));

        Task<CheckIn> CheckIn(KeyResult on) =>
            maya.Do<RecordCheckIn, CheckIn>(r => r.Run(on.Id, new() { Confidence = 5 }, default));
    }

    static Task<IReadOnlyList<HomeSentence>> Said(Cast who) =>
        who.World.As(who, here => here.GetServices<IHomeSource>().OfType<AimAtHome>().Single().Sentences(default));

    [Fact]
    public async Task Home_names_five_and_counts_the_rest()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, first, metric) = await maya.Live();
        await maya.Do<RecordCheckIn, CheckIn>(r => r.Run(first.Id, new() { Confidence = 5 }, default));
        for (var i = 0; i < 6; i++)
        {
            var asked = Aims.Asked(metric);
            (asked.Who, asked.BaselineState) = (
                $"guests {i}",
                i == 0 ? BaselineState.Measuring : BaselineState.Unknown
            );
            await maya.Do<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, asked, default));
        }
        var needs = await Said(maya);
        Assert.Equal(12, needs.Count);
        Assert.Equal(
            [("1 more check-in", "/aim/check-in"), ("1 more key result without a start", "/aim?only=no-start")],
            needs.TakeLast(2).Select(s => (s.Say, s.Href))
        );
        Assert.Equal(("Check in: Guests 0 order again within a month", "Check in"), (needs[0].Say, needs[0].Action));
        Assert.Equal(
            "Guests 0 order again within a month: from where is not known, so progress cannot be told.",
            needs[5].Say
        );
        Assert.Equal(
            ["being measured since 5 March 2035", "not measured since 5 March 2035"],
            needs.Skip(5).Take(2).Select(s => s.Detail)
        );

        world.Clock.Move(TimeSpan.FromDays(15));
        var stuck = await Said(await world.Colleague(maya, "Sam", Role.Viewer));
        Assert.All(stuck, s => Assert.Equal(HomeColumn.Stuck, s.Column));
        Assert.Equal("2 more key results without a check-in", stuck[^1].Say);
        // What is silent is not said a second time for having no start.
        Assert.Equal((7, 7), (stuck.Count, stuck.DistinctBy(s => s.Href).Count()));
    }
}
