using Heed.Aim;
using Heed.People;

namespace Heed.Tests.Aim;

public sealed class CycleTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly Id<Member> Maya = Id<Member>.New();

    static Cycle In(CycleState state)
    {
        var cycle = new Cycle
        {
            Name = "April",
            Start = new(2035, 4, 1),
            End = new(2035, 4, 30),
            CreatedAt = Now,
        };
        if (state >= CycleState.Open)
            cycle.Open(Maya, Now);
        if (state == CycleState.Closed)
            cycle.Close(Maya, Now);
        return cycle;
    }

    [Theory]
    [InlineData(CycleState.Planning, "open", CycleState.Open)]
    [InlineData(CycleState.Planning, "close", null)]
    [InlineData(CycleState.Planning, "reopen", null)]
    [InlineData(CycleState.Open, "open", null)]
    [InlineData(CycleState.Open, "close", CycleState.Closed)]
    [InlineData(CycleState.Open, "reopen", null)]
    [InlineData(CycleState.Closed, "open", null)]
    [InlineData(CycleState.Closed, "close", null)]
    [InlineData(CycleState.Closed, "reopen", CycleState.Open)]
    public void Every_step_leads_where_the_table_says_or_is_refused(CycleState from, string act, CycleState? to)
    {
        var cycle = In(from);
        var refused = act switch
        {
            "open" => cycle.Open(Maya, Now).Refused(out _),
            "close" => cycle.Close(Maya, Now).Refused(out _),
            _ => cycle.Reopen().Refused(out _),
        };
        Assert.Equal(to is null, refused);
        Assert.Equal(to ?? from, cycle.State);
    }

    [Theory]
    [InlineData(15, 0.5)] // okr.md 3.13: month of 30 days, day 15
    [InlineData(30, 1.0)]
    public void Time_passes_by_whole_days_with_the_last_one_included(int day, double share) =>
        Assert.Equal(share, In(CycleState.Open).Elapsed(new(2035, 4, day)), 12);

    [Theory]
    [InlineData(CycleState.Planning, "close", "April has not been opened, so there is nothing to close.")]
    [InlineData(CycleState.Planning, "reopen", "April is not closed.")]
    [InlineData(CycleState.Open, "open", "April has been opened already.")]
    [InlineData(CycleState.Open, "reopen", "April is not closed.")]
    [InlineData(CycleState.Closed, "open", "April has been opened already.")]
    [InlineData(CycleState.Closed, "close", "April is closed already.")]
    public void A_step_that_leads_nowhere_says_how_the_cycle_stands(CycleState from, string act, string because)
    {
        var cycle = In(from);
        var outcome = act switch
        {
            "open" => cycle.Open(Maya, Now),
            "close" => cycle.Close(Maya, Now),
            _ => cycle.Reopen(),
        };
        Assert.True(outcome.Refused(out var refusal));
        Assert.Equal((because, 409), (refusal.Because, refusal.Status));
    }

    [Fact]
    public void Each_step_says_who_and_when_and_reopening_forgets_the_closing_alone()
    {
        var (noor, later) = (Id<Member>.New(), Now.AddDays(30));
        var cycle = In(CycleState.Open);
        cycle.Close(noor, later);
        Assert.Equal((later, noor), (cycle.ClosedAt!.Value, cycle.ClosedBy!.Value));
        cycle.Reopen();
        Assert.Equal((null, null), (cycle.ClosedAt, cycle.ClosedBy));
        Assert.Equal((Now, Maya), (cycle.OpenedAt!.Value, cycle.OpenedBy!.Value));
        var view = CycleView.Of(cycle);
        Assert.Equal((CycleState.Open, Now, null), (view.State, view.OpenedAt!.Value, view.ClosedAt));
    }

    [Fact]
    public void After_the_end_no_more_than_all_of_it_has_passed() =>
        Assert.Equal(1, In(CycleState.Closed).Elapsed(new(2036, 1, 1)));

    [Fact]
    public void Before_the_start_no_time_has_passed() => Assert.Equal(0, In(CycleState.Open).Elapsed(new(2035, 3, 1)));
}
