using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class LeaderAskMovesTests
{
    static readonly Id<Member> Asker = Id<Member>.New();
    static readonly Id<Member> Leader = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2035, 3, 5);

    internal static LeaderAsk New(Id<Member>? leader = null) =>
        new()
        {
            What = "Two signatures for each refund",
            TeamId = Id<Team>.New(),
            LeaderId = leader ?? Leader,
            LeaderRole = LeaderRole.TeamLead,
            AskedBy = Asker,
            AskedOn = Today,
            StateSince = Now,
            CreatedAt = Now,
        };

    [Fact]
    public void Every_state_is_reached_and_has_a_way_out()
    {
        foreach (var state in Enum.GetValues<LeaderAskState>())
        {
            Assert.True(state == LeaderAskState.Asked || LeaderAskMoves.All.Any(m => m.To == state), $"{state}");
            Assert.Contains(LeaderAskMoves.All, m => m.From.Contains(state) && m.To != state);
        }
        Assert.Equal(Enum.GetValues<LeaderAskAct>(), LeaderAskMoves.All.Select(m => m.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(LeaderAskState, LeaderAskAct)> met = [];
        for (var life = 0; life < 800; life++)
        {
            var ask = New();
            for (var step = 0; step < 10; step++)
            {
                var act = (LeaderAskAct)chance.Next(Enum.GetValues<LeaderAskAct>().Length);
                var way = LeaderAskMoves.Of(act);
                var by = chance.Next(4) > 0 == way.IsLeaders ? Leader : Asker;
                var (before, at, on) = (ask.State, Now.AddDays(step), Today.AddDays(step));
                var because = chance.Next(5) > 0 ? "So be it." : " ";
                met.Add((before, act));
                if (ask.Move(act, because, by, at, on).Refused(out var refusal, out var move))
                {
                    Assert.Equal(before, ask.State);
                    Assert.True(
                        !way.From.Contains(before) || because == " " || by != (way.IsLeaders ? Leader : Asker),
                        $"{act} from {before} is refused: {refusal.Because}"
                    );
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Contains(before, way.From);
                Assert.Equal((before, way.To, by, at), (move.From, move.To, move.By, move.At));
                Assert.NotEmpty(move.Reason.Trim());
                Assert.Equal(ask.IsOpen, ask.EndedOn is null);
            }
        }
        var all = Enum.GetValues<LeaderAskState>().SelectMany(s => Enum.GetValues<LeaderAskAct>().Select(a => (s, a)));
        Assert.Empty(all.Except(met));
    }

    [Fact]
    public void Ten_working_days_are_two_weeks_and_overdue_is_no_state()
    {
        var ask = New();
        Assert.False(ask.IsOverdue(new(2035, 3, 19)));
        Assert.True(ask.IsOverdue(new(2035, 3, 20)));
        Assert.Equal(LeaderAskState.Asked, ask.State);
    }

    [Fact]
    public void Those_late_since_a_day_are_those_overdue_by_it()
    {
        for (var day = 0; day < 21; day++)
        {
            var today = Today.AddDays(day);
            for (var before = 0; before < 25; before++)
            {
                var asked = today.AddDays(-before);
                Assert.Equal(today > LeaderAsk.DueAfter(asked), asked <= LeaderAsk.LateSince(today));
            }
        }
    }

    [Fact]
    public void A_median_of_waiting_needs_five_ends_and_has_an_interval()
    {
        List<LeaderAsk> asks = [];
        foreach (var days in new[] { 2, 4, 6, 8 })
            asks.Add(Ended(days));
        Assert.Null(WaitingTime.Of(asks, Today.AddDays(30)).Days);
        asks.Add(Ended(10));
        asks.Add(New());
        // Of six, one of which waits still, the third end halves them: 1 × 5/6 × 4/5 × 3/4.
        var waiting = WaitingTime.Of(asks, Today.AddDays(30));
        Assert.Equal((6, 5, 5, 6.0), (waiting.Count, waiting.Ended, waiting.Removed, waiting.Days!.Value));
        Assert.True(waiting.Low < 6 && waiting.High is null or > 6);
    }

    static LeaderAsk Ended(int days)
    {
        var ask = New();
        Assert.False(ask.Move(LeaderAskAct.Remove, "Gone.", Leader, Now, Today.AddDays(days)).Refused(out _));
        return ask;
    }
}
