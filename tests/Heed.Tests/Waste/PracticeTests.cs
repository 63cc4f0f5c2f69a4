using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class PracticeTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Monday = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static Practice Standing() =>
        new()
        {
            TeamId = Id<Team>.New(),
            Kind = PracticeKind.Report,
            Name = "The Monday report",
            Reason = "Nobody knows.",
            StateSince = Monday,
            CreatedAt = Monday,
        };

    static string Because(Outcome<PracticeMove> outcome) => outcome.Refused(out var refusal) ? refusal.Because : "";

    [Fact]
    public void Every_state_has_a_way_out_and_a_way_in()
    {
        foreach (var state in Enum.GetValues<PracticeState>())
        {
            Assert.Contains(PracticeMoves.All, m => m.From.Contains(state));
            Assert.True(
                state == PracticeState.Standing || PracticeMoves.All.Any(m => m.To == state),
                $"Nothing leads to {state}."
            );
        }
        Assert.Equal(Enum.GetValues<PracticeAct>(), PracticeMoves.All.Select(m => m.Act).Order());
        // What is kept or gone can be asked about again.
        Assert.Contains(PracticeAct.Question, PracticeMoves.Choices(PracticeState.Kept));
        Assert.Contains(PracticeAct.Question, PracticeMoves.Choices(PracticeState.Gone));
    }

    /// <summary>Whatever is tried in whatever order: by the table, with who, why and when, or refused in words and nothing changed.</summary>
    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<PracticeState> met = [];
        var (made, refused) = (0, 0);
        for (var life = 0; life < 400; life++)
        {
            var practice = Standing();
            for (var step = 0; step < 40; step++)
            {
                var act = (PracticeAct)chance.Next(Enum.GetValues<PracticeAct>().Length);
                Id<Member>? by = chance.Next(5) == 0 ? null : Maya;
                var reason = chance.Next(5) == 0 ? " " : "Because.";
                var (before, at) = (practice.State, Monday.AddDays(step));
                var since = practice.StateSince;
                if (practice.Move(act, reason, by, at).Refused(out var refusal, out var move))
                {
                    refused++;
                    Assert.Equal((before, since), (practice.State, practice.StateSince));
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                made++;
                met.Add(practice.State);
                Assert.Contains(before, PracticeMoves.Of(act).From);
                Assert.Equal((PracticeMoves.Of(act).To, at), (practice.State, practice.StateSince));
                Assert.Equal((before, practice.State, at, "Because."), (move.From, move.To, move.At, move.Reason));
                // Only the watch over a trial sees what nobody did.
                Assert.True(move.By is not null || act is PracticeAct.Relapse or PracticeAct.Confirm);
            }
        }
        Assert.Equal(Enum.GetValues<PracticeState>().Except([PracticeState.Standing]), met.Order());
        Assert.True(made > 1000 && refused > 1000, $"{made} were made and {refused} refused.");
    }

    [Fact]
    public void What_is_refused_says_how_it_stands_and_what_to_do()
    {
        var practice = Standing();
        Assert.Equal(
            "“The Monday report” stands as it did. Question it first, then decide.",
            Because(practice.Move(PracticeAct.Keep, "We like it.", Maya, Monday))
        );
        Assert.Equal(
            "Say why: whoever meets it next reads this.",
            Because(practice.Move(PracticeAct.Question, "", Maya, Monday))
        );
        Assert.Equal("Somebody has to do this.", Because(practice.Move(PracticeAct.Question, "Why?", null, Monday)));
        Assert.Equal("", Because(practice.Move(PracticeAct.Question, "Who reads it?", Maya, Monday)));
        Assert.Equal("", Because(practice.Move(PracticeAct.Remove, "Nobody.", Maya, Monday)));
        Assert.Equal(
            "“The Monday report” is being removed. It is asked about already: decide, or let its trial come to an end.",
            Because(practice.Move(PracticeAct.Question, "Again?", Maya, Monday))
        );
    }
}
