using Heed.Aim;
using Heed.People;

namespace Heed.Tests.Aim;

public sealed class ObjectiveTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly Id<Member> Maya = Id<Member>.New();

    internal static readonly Readiness Ready = new(true, true, true);

    internal static Cycle OpenCycle()
    {
        var cycle = new Cycle
        {
            Name = "2035 Q1",
            Start = new(2035, 1, 1),
            End = new(2035, 3, 31),
            CreatedAt = Now,
        };
        cycle.Open(Maya, Now);
        return cycle;
    }

    static Objective In(ObjectiveState state)
    {
        var objective = new Objective
        {
            TeamId = Id<Team>.New(),
            CycleId = Id<Cycle>.New(),
            Title = "Regulars feel at home",
            Why = "Every third regular leaves.",
            ByWhen = new(2035, 3, 31),
            CreatedAt = Now,
        };
        if (state >= ObjectiveState.Agreed)
            objective.Agree(Maya, Now);
        if (state >= ObjectiveState.Live)
            objective.GoLive(OpenCycle(), Ready, Maya, Now);
        if (state == ObjectiveState.Closed)
            objective.Close(Ending.Partly, "Nearly.", Maya, Now);
        Assert.Equal(state, objective.State);
        return objective;
    }

    public static TheoryData<ObjectiveState, string, ObjectiveState?> Transitions()
    {
        string[] acts = ["agree", "go live", .. Enum.GetNames<Ending>()];
        var allowed = new Dictionary<(ObjectiveState, string), ObjectiveState>
        {
            [(ObjectiveState.Draft, "agree")] = ObjectiveState.Agreed,
            [(ObjectiveState.Draft, "Withdrawn")] = ObjectiveState.Closed,
            [(ObjectiveState.Draft, "NoLongerTheRightQuestion")] = ObjectiveState.Closed,
            [(ObjectiveState.Agreed, "go live")] = ObjectiveState.Live,
            [(ObjectiveState.Agreed, "Withdrawn")] = ObjectiveState.Closed,
            [(ObjectiveState.Agreed, "NoLongerTheRightQuestion")] = ObjectiveState.Closed,
            [(ObjectiveState.Live, "Reached")] = ObjectiveState.Closed,
            [(ObjectiveState.Live, "Partly")] = ObjectiveState.Closed,
            [(ObjectiveState.Live, "Missed")] = ObjectiveState.Closed,
            [(ObjectiveState.Live, "Withdrawn")] = ObjectiveState.Closed,
            [(ObjectiveState.Live, "NoLongerTheRightQuestion")] = ObjectiveState.Closed,
        };
        var data = new TheoryData<ObjectiveState, string, ObjectiveState?>();
        foreach (var state in Enum.GetValues<ObjectiveState>())
        foreach (var act in acts)
            data.Add(state, act, allowed.TryGetValue((state, act), out var to) ? to : null);
        return data;
    }

    [Theory]
    [MemberData(nameof(Transitions))]
    public void Every_step_leads_where_the_table_says_or_is_refused_in_words(
        ObjectiveState from,
        string act,
        ObjectiveState? to
    )
    {
        var objective = In(from);
        var outcome = act switch
        {
            "agree" => objective.Agree(Maya, Now),
            "go live" => objective.GoLive(OpenCycle(), Ready, Maya, Now),
            _ => objective.Close(Enum.Parse<Ending>(act), null, Maya, Now),
        };
        Assert.Equal(to is null, outcome.Refused(out var refusal));
        Assert.Equal(to ?? from, objective.State);
        if (refusal is not null)
            Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_says_when_and_who()
    {
        var objective = In(ObjectiveState.Closed);
        Assert.Equal((Now, Maya), (objective.AgreedAt!.Value, objective.AgreedBy!.Value));
        Assert.Equal((Now, Maya), (objective.LiveAt!.Value, objective.LiveBy!.Value));
        Assert.Equal((Now, Maya), (objective.ClosedAt!.Value, objective.ClosedBy!.Value));
        Assert.Equal((Ending.Partly, "Nearly."), (objective.Ending!.Value, objective.LastWord));
    }

    [Fact]
    public void Without_a_key_result_nothing_goes_live()
    {
        Assert.True(
            In(ObjectiveState.Agreed).GoLive(OpenCycle(), new(false, false, true), Maya, Now).Refused(out var refusal)
        );
        Assert.Contains("who will do what by how much", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_goes_live_in_a_cycle_that_is_planned_or_closed()
    {
        var planned = new Cycle
        {
            Name = "2035 Q2",
            Start = new(2035, 4, 1),
            End = new(2035, 6, 30),
            CreatedAt = Now,
        };
        Assert.True(In(ObjectiveState.Agreed).GoLive(planned, Ready, Maya, Now).Refused(out var refusal));
        Assert.Equal("2035 Q2 is still being planned. Open the cycle first.", refusal.Because);
        var closed = OpenCycle();
        closed.Close(Maya, Now);
        Assert.True(In(ObjectiveState.Agreed).GoLive(closed, Ready, Maya, Now).Refused(out refusal));
        Assert.StartsWith("2035 Q1 is closed.", refusal.Because, StringComparison.Ordinal);
    }
}
