using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class BusinessCaseMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    internal static BusinessCase New() =>
        new()
        {
            TeamId = Id<Team>.New(),
            Name = "Without the Monday report",
            Why = "Nobody reads it.",
            From = new(2035, 4, 1),
            Years = 2,
            Margin = 1,
            DiscountRate = 0,
            StateSince = Now,
            CreatedAt = Now,
        };

    [Fact]
    public void Every_state_is_reached_and_has_a_way_out()
    {
        foreach (var state in Enum.GetValues<BusinessCaseState>())
        {
            Assert.True(
                state == BusinessCaseState.Draft
                    || BusinessCaseMoves.All.Any(m => m.To == state && m.From.Any(f => f != state)),
                $"{state}"
            );
            Assert.Contains(BusinessCaseMoves.All, m => m.From.Contains(state) && m.To != state);
            Assert.NotEmpty(BusinessCaseMoves.Choices(state));
        }
        Assert.Equal(Enum.GetValues<BusinessCaseAct>(), BusinessCaseMoves.All.Select(m => m.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(BusinessCaseState, BusinessCaseAct)> met = [];
        for (var life = 0; life < 800; life++)
        {
            var one = New();
            for (var step = 0; step < 12; step++)
            {
                var act = (BusinessCaseAct)chance.Next(Enum.GetValues<BusinessCaseAct>().Length);
                var before = one.State;
                var at = Now.AddDays(step);
                met.Add((before, act));
                if (one.Move(act, " So be it. ", Maya, at).Refused(out var refusal, out var move))
                {
                    Assert.Equal(before, one.State);
                    Assert.DoesNotContain(before, BusinessCaseMoves.Of(act).From);
                    Assert.Equal(
                        $"“Without the Monday report” {before.Says()}. {BusinessCaseMoves.Of(act).Needs}",
                        refusal.Because
                    );
                    continue;
                }
                Assert.Contains(before, BusinessCaseMoves.Of(act).From);
                Assert.Equal((before, one.State, Maya, at), (move.From, move.To, move.By, move.At));
                Assert.Equal("So be it.", move.Reason);
                Assert.Equal(at, one.StateSince);
            }
        }
        // All 42 pairs, so that none is allowed or refused unseen.
        Assert.Equal(Enum.GetValues<BusinessCaseState>().Length * Enum.GetValues<BusinessCaseAct>().Length, met.Count);
    }

    [Fact]
    public void Nothing_moves_without_a_reason_and_figures_change_in_a_draft_alone()
    {
        var one = New();
        Assert.True(one.Move(BusinessCaseAct.Propose, " ", Maya, Now).Refused(out var refusal));
        Assert.Equal("Reason", refusal.Field);
        Assert.True(one.IsOpen);
        Assert.False(one.Move(BusinessCaseAct.Propose, "It is ripe.", Maya, Now).Refused(out _));
        Assert.False(one.IsOpen);
    }
}
