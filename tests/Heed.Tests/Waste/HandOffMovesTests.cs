using Heed.People;
using Heed.Try;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class HandOffMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static HandOff New() =>
        new()
        {
            Name = "The order for beans",
            Promise = "By noon.",
            GiverId = Id<Team>.New(),
            TakerId = Id<Team>.New(),
            RaisedBy = HandOffSide.Giver,
            StateSince = Now,
            CreatedAt = Now,
            CreatedBy = Maya,
        };

    [Fact]
    public void Every_state_is_reached_and_has_a_way_out()
    {
        foreach (var state in Enum.GetValues<HandOffState>())
        {
            Assert.True(state == HandOffState.Raised || HandOffMoves.All.Any(m => m.To == state), $"{state}");
            Assert.Contains(HandOffMoves.All, m => m.From.Contains(state) && m.To is { } to && to != state);
        }
        Assert.Equal(Enum.GetValues<HandOffAct>(), HandOffMoves.All.Select(m => m.Act));
        Assert.DoesNotContain(HandOffAct.Reveal, Enum.GetValues<HandOffState>().SelectMany(HandOffMoves.Choices));
    }

    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(HandOffState, HandOffAct)> met = [];
        for (var life = 0; life < 1500; life++)
        {
            var handOff = New();
            for (var step = 0; step < 12; step++)
            {
                var act = (HandOffAct)chance.Next(Enum.GetValues<HandOffAct>().Length);
                var side = (HandOffSide)chance.Next(2);
                var (before, raised, round, at) = (handOff.State, handOff.RaisedBy, handOff.Round, Now.AddDays(step));
                var because = chance.Next(5) > 0 ? "So be it." : " ";
                var basis = chance.Next(4) == 0 ? null : new HandOffBasis(Trial: Id<Trial>.New());
                met.Add((before, act));
                var way = HandOffMoves.Of(act);
                if (handOff.Move(act, side, because, Maya, at, basis).Refused(out var refusal, out var move))
                {
                    Assert.Equal((before, round), (handOff.State, handOff.Round));
                    Assert.True(
                        !way.From.Contains(before)
                            || because == " "
                            || (act == HandOffAct.See && side == raised)
                            || (act == HandOffAct.Withdraw && side != raised)
                            || (act == HandOffAct.AgreeFix && basis is null),
                        $"{act} from {before} is refused: {refusal.Because}"
                    );
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Contains(before, way.From);
                Assert.Equal(
                    (before, handOff.State, Maya, at, side),
                    (move.From, move.To, move.By, move.At, move.Side)
                );
                Assert.NotEmpty(move.Reason.Trim());
                Assert.Equal(act == HandOffAct.AgreeFix, move.TrialId is not null);
                Assert.Equal(act == HandOffAct.BeginRound ? round + 1 : round, handOff.Round);
                if (act == HandOffAct.Write)
                    Assert.Equal(before == HandOffState.Raised && side == raised, handOff.State == HandOffState.Raised);
            }
        }
        var all = Enum.GetValues<HandOffState>().SelectMany(s => Enum.GetValues<HandOffAct>().Select(a => (s, a)));
        Assert.Empty(all.Except(met));
    }
}
