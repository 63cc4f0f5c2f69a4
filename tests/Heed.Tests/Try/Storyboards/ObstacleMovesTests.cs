using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class ObstacleMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static Obstacle New() =>
        new()
        {
            TeamId = Id<Team>.New(),
            What = "The lid does not fit.",
            Where = "the counter",
            Frequency = ObstacleFrequency.Daily,
            SeenOn = new(2035, 3, 1),
            StateSince = Now,
            CreatedAt = Now,
        };

    [Fact]
    public void Every_state_is_reached_and_has_a_way_out()
    {
        foreach (var state in Enum.GetValues<ObstacleState>())
        {
            Assert.True(state == ObstacleState.Parked || ObstacleMoves.All.Any(m => m.To == state), $"{state}");
            Assert.Contains(ObstacleMoves.All, m => m.From.Contains(state) && m.To != state);
        }
        Assert.Equal(Enum.GetValues<ObstacleAct>(), ObstacleMoves.All.Select(m => m.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(ObstacleState, ObstacleAct)> met = [];
        for (var life = 0; life < 500; life++)
        {
            var obstacle = New();
            for (var step = 0; step < 12; step++)
            {
                var act = (ObstacleAct)chance.Next(Enum.GetValues<ObstacleAct>().Length);
                var (before, at) = (obstacle.State, Now.AddDays(step));
                var because = chance.Next(5) > 0 ? "So be it." : " ";
                var basis =
                    chance.Next(4) == 0
                        ? null
                        : new ObstacleBasis(Id<TargetCondition>.New(), Id<Trial>.New(), Id<ExperimentRecord>.New());
                met.Add((before, act));
                if (obstacle.Move(act, because, Maya, at, basis).Refused(out var refusal, out var move))
                {
                    Assert.Equal(before, obstacle.State);
                    Assert.True(
                        !ObstacleMoves.Of(act).From.Contains(before)
                            || because == " "
                            || (basis is null && act is ObstacleAct.Work or ObstacleAct.Dissolve),
                        $"{act} from {before} is refused: {refusal.Because}"
                    );
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Contains(before, ObstacleMoves.Of(act).From);
                Assert.Equal((before, obstacle.State, Maya, at), (move.From, move.To, move.By, move.At));
                Assert.NotEmpty(move.Reason.Trim());
                Assert.Equal(at, obstacle.StateSince);
                // One is worked on for something, and only while it is; what is dissolved says what has shown it.
                Assert.Equal(obstacle.State == ObstacleState.Working, obstacle.WorkedOnFor is not null);
                Assert.Equal(
                    obstacle.State == ObstacleState.Dissolved,
                    (obstacle.DissolvedByTrial is not null) || (obstacle.DissolvedByExperiment is not null)
                );
            }
        }
        var all = Enum.GetValues<ObstacleState>().SelectMany(s => Enum.GetValues<ObstacleAct>().Select(a => (s, a)));
        Assert.Empty(all.Except(met));
    }

    [Fact]
    public void Nothing_is_dissolved_by_closing_it()
    {
        var obstacle = New();
        Assert.True(obstacle.Move(ObstacleAct.Dissolve, "It is gone.", Maya, Now).Refused(out var refusal));
        Assert.Contains("Nothing is dissolved by closing it", refusal.Because, StringComparison.Ordinal);
        Assert.Equal(ObstacleState.Parked, obstacle.State);
    }
}
