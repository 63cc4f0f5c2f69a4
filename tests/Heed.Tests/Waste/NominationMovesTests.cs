using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

/// <summary>The table of moves, walked from end to end and at random.</summary>
public sealed class NominationMovesTests
{
    static readonly DateOnly Day = new(2035, 3, 5);
    static readonly Id<Member> Cleo = Id<Member>.Random();

    static Nomination New(Id<Member>? author = null) =>
        new()
        {
            What = "Every receipt is printed twice.",
            AuthorId = author,
            ReceiptHash = "none",
            On = Day,
            AnswerDue = Nomination.DueAfter(Day),
        };

    static Outcome<NominationStep> Do(Nomination it, NominationAct act, string? because, Id<Member>? by, DateOnly on) =>
        act switch
        {
            NominationAct.Class => it.ClassAs(NominationClass.NeverMeant, because, by!.Value, on),
            NominationAct.Decide => it.Decide(NominationDecision.Remove, because, by!.Value, on),
            NominationAct.Reopen => it.Reopen(because, by!.Value, on),
            NominationAct.Relapse => it.Relapse(because, on),
            NominationAct.Merge => it.MergeInto(New(), by!.Value, on),
            NominationAct.Hold => it.Hold(because, by!.Value, on),
            NominationAct.Release => it.Release(by!.Value, on),
            NominationAct.SetAside => it.SetAside(because, by!.Value, on),
            NominationAct.Withdraw => it.Withdraw(by, on),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };

    static IEnumerable<NominationAct> Acts =>
        Enum.GetValues<NominationAct>().Where(act => act != NominationAct.Nominate);

    [Fact]
    public void No_state_is_without_a_way_out_but_the_ends_and_each_is_reached()
    {
        Assert.Equal(
            [NominationState.Merged, NominationState.SetAside, NominationState.Withdrawn],
            Enum.GetValues<NominationState>().Where(s => s.IsEnd()).Order()
        );
        var reached = NominationMoves.All.Select(m => m.To).OfType<NominationState>();
        Assert.Equal(
            Enum.GetValues<NominationState>(),
            reached.Append(NominationState.Acknowledged).Distinct().Order()
        );
        Assert.All(
            Enum.GetValues<NominationState>().Where(s => !s.IsEnd()),
            state => Assert.True(LeadsToAnEnd(state, []), $"{state} leads to no end.")
        );
    }

    static bool LeadsToAnEnd(NominationState from, HashSet<NominationState> seen) =>
        from.IsEnd()
        || (
            seen.Add(from)
            && NominationMoves.All.Any(m => m.From == from && m.To is { } to && LeadsToAnEnd(to, [.. seen]))
        );

    [Fact]
    public void Every_walk_takes_the_moves_of_the_table_and_no_other()
    {
        var chance = new Random(11);
        HashSet<(NominationState, NominationAct)> met = [];
        for (var walk = 0; walk < 500; walk++)
        {
            var (it, number) = (New(), 0);
            var first = it.Begin();
            Assert.Equal((++number, NominationState.Acknowledged), (first.Number, first.To));
            for (var i = 0; i < 12; i++)
            {
                var (before, act) = (it.State, Acts.ElementAt(chance.Next(Acts.Count())));
                var by = act == NominationAct.Withdraw && i % 2 == 0 ? (Id<Member>?)null : Cleo;
                var on = Day.AddDays(i);
                var because = chance.Next(4) > 0 ? "It never caught anything." : " ";
                var outcome = Do(it, act, because, by, on);
                met.Add((before, act));
                var move = NominationMoves.Of(before, act);
                if (move is null || (move.NeedsReason && because == " "))
                {
                    Assert.True(outcome.Refused(out var refusal), $"{act} from {before} is taken.");
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    Assert.Equal(before, it.State);
                    Assert.Equal(number, it.Steps);
                    continue;
                }
                Assert.False(outcome.Refused(out _, out var step), $"{act} from {before} is refused.");
                if (move.To is { } to)
                    Assert.Equal(to, it.State);
                // Who did it, on which day, why where that is asked, and what came of it.
                Assert.Equal((++number, act, it.State, on), (step.Number, step.Act, step.To, step.On));
                Assert.Equal(act == NominationAct.Relapse ? null : by, step.By);
                Assert.True(step.By is not null || act is NominationAct.Withdraw or NominationAct.Relapse);
                Assert.True(!move.NeedsReason || step.Because is { Length: > 0 });
                Assert.Equal(it.Id, step.NominationId);
            }
        }
        var all = Enum.GetValues<NominationState>().SelectMany(s => Acts.Select(a => (s, a)));
        Assert.Empty(all.Except(met));
    }

    [Fact]
    public void What_is_held_goes_on_from_where_it_was()
    {
        foreach (var to in new[] { NominationState.Acknowledged, NominationState.Classed, NominationState.Decided })
        {
            var it = New();
            if (to != NominationState.Acknowledged)
                Do(it, NominationAct.Class, null, Cleo, Day).Refused(out _);
            if (to == NominationState.Decided)
                Do(it, NominationAct.Decide, null, Cleo, Day).Refused(out _);
            it.Hold("It names the cook.", Cleo, Day).Refused(out _);
            Assert.True(it.IsHidden);
            it.Release(Cleo, Day).Refused(out _);
            Assert.Equal(to, it.State);
        }
    }

    [Theory]
    [InlineData(NominationDecision.Explain)]
    [InlineData(NominationDecision.Keep)]
    public void Explaining_and_keeping_need_a_written_reason(NominationDecision decision)
    {
        var it = New();
        it.ClassAs(NominationClass.NotUnderstood, null, Cleo, Day).Refused(out _);
        Assert.True(it.Decide(decision, "  ", Cleo, Day).Refused(out var refusal));
        Assert.StartsWith("Write why:", refusal.Because, StringComparison.Ordinal);
        Assert.Equal("Because", refusal.Field);
        Assert.Equal(NominationState.Classed, it.State);
        Assert.True(it.Rate(ReasonRating.FairEnough).Refused(out _));
        Assert.False(it.Decide(decision, "The tax law asks for it.", Cleo, Day).Refused(out _));
        Assert.False(it.Rate(ReasonRating.StillStupid).Refused(out _));
        Assert.Equal(ReasonRating.StillStupid, it.Rating);
        // Decided anew, nobody has said anything of the new reason yet.
        it.Reopen("The law has changed.", Cleo, Day).Refused(out _);
        Assert.Equal((null, null, null), (it.Decision, it.Reason, it.Rating));
    }

    [Fact]
    public void An_end_says_that_it_is_one_and_a_wrong_turn_says_what_can_be_done()
    {
        var it = New();
        Assert.True(it.Decide(NominationDecision.Remove, null, Cleo, Day).Refused(out var early));
        Assert.Equal(
            "This nomination waits for its answer, so it cannot be decided now. It can be classed, merged into another, held and withdrawn.",
            early.Because
        );
        it.Withdraw(null, Day).Refused(out _);
        Assert.True(it.ClassAs(NominationClass.NeverMeant, null, Cleo, Day).Refused(out var late));
        Assert.Equal(
            "This nomination was withdrawn, and that is its end. Nominate it anew if it still is so.",
            late.Because
        );
    }

    [Fact]
    public void A_trial_belongs_only_to_what_is_to_be_removed_reduced_or_replaced()
    {
        var it = New();
        Assert.True(it.KeepTrial(default).Refused(out _));
        it.ClassAs(NominationClass.NeverMeant, null, Cleo, Day).Refused(out _);
        it.Decide(NominationDecision.Keep, "Nobody knows better.", Cleo, Day).Refused(out _);
        Assert.True(it.KeepTrial(default).Refused(out _));
        it.Reopen("Somebody does.", Cleo, Day).Refused(out _);
        it.Decide(NominationDecision.Reduce, null, Cleo, Day).Refused(out _);
        Assert.False(it.KeepTrial(default).Refused(out _));
    }

    [Fact]
    public void Nothing_is_merged_into_itself_or_into_what_is_closed()
    {
        var (it, other) = (New(), New());
        Assert.True(it.MergeInto(it, Cleo, Day).Refused(out _));
        other.Withdraw(null, Day).Refused(out _);
        Assert.True(it.MergeInto(other, Cleo, Day).Refused(out _));
        Assert.Equal(NominationState.Acknowledged, it.State);
    }

    [Theory]
    [InlineData("2035-03-05", "2035-03-07")] // from a Monday
    [InlineData("2035-03-08", "2035-03-12")] // from a Thursday, over the weekend
    [InlineData("2035-03-10", "2035-03-13")] // from a Saturday
    public void An_answer_is_due_within_two_working_days(string on, string due) =>
        Assert.Equal(
            DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            Nomination.DueAfter(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture))
        );
}
