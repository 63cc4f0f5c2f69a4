using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class WalkMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static WalkNote New() =>
        new()
        {
            TeamId = Id<Team>.New(),
            Saw = "Each lid is fetched.",
            Where = "the counter",
            On = new(2035, 3, 5),
            TeamFirstUntil = Nomination.DueAfter(new(2035, 3, 5)),
            AuthorId = Maya,
            CreatedAt = Now,
        };

    [Fact]
    public void Every_state_is_reached_and_only_what_was_taken_back_is_an_end()
    {
        foreach (var state in Enum.GetValues<WalkState>())
        {
            Assert.True(state == WalkState.Waiting || WalkMoves.All.Any(m => m.To == state), $"{state}");
            Assert.Equal(state != WalkState.Withdrawn, WalkMoves.Choices(state).Count > 0);
        }
        Assert.Equal(Enum.GetValues<WalkAct>(), WalkMoves.All.Select(m => m.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(WalkState, WalkAct)> met = [];
        for (var life = 0; life < 200; life++)
        {
            var note = New();
            for (var step = 0; step < 4; step++)
            {
                var act = (WalkAct)chance.Next(2);
                var (before, at, because) = (
                    note.State,
                    Now.AddDays(step),
                    chance.Next(4) > 0 ? "It names somebody." : " "
                );
                met.Add((before, act));
                if (note.Move(act, because, Maya, at).Refused(out var refusal))
                {
                    Assert.Equal(before, note.State);
                    Assert.True(!WalkMoves.Of(act).From.Contains(before) || because == " ");
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Equal(WalkMoves.Of(act).To, note.State);
                Assert.Equal(
                    (Maya, at),
                    act == WalkAct.Read ? (note.ReadBy, note.ReadAt) : (note.WithdrawnBy, note.WithdrawnAt)
                );
                Assert.Equal(note.State == WalkState.Withdrawn, note.WithdrawnBecause is not null);
            }
        }
        Assert.Equal(6, met.Count);
    }

    [Fact]
    public void Its_team_has_two_working_days_before_everybody_sees_it()
    {
        // A Monday, and a Friday over which a weekend lies.
        Assert.False(New().IsShown(new(2035, 3, 7)));
        Assert.True(New().IsShown(new(2035, 3, 8)));
        Assert.Equal(new DateOnly(2035, 3, 13), Nomination.DueAfter(new(2035, 3, 9)));
    }
}
