using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class StageMovesTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Start = new(2035, 3, 12);
    static readonly Id<Member> Maya = Id<Member>.New();

    static readonly Workspace Here = new()
    {
        Name = "Harbor Coffee",
        TimeZone = "Europe/Vienna",
        CreatedAt = Now,
    };

    static (Trial Trial, List<TrialStage> Stages) Begun()
    {
        var trial = new Trial { TeamId = Id<Team>.New(), CreatedAt = Now };
        var metric = new Metric
        {
            Name = "Reorder share",
            Unit = "of 100",
            Wanted = Wanted.Up,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
            CreatedAt = Now,
        };
        TrialRequest asked = new()
        {
            Change = "A picture of the cup",
            Lever = Lever.Environment,
            Obstacle = "Nobody sees how large it is.",
            Metric = metric.Id,
            Predicted = 2,
            Start = Start,
            Look = Start.AddDays(28),
            Undo = "Take the picture away.",
        };
        Assert.False(trial.Plan(asked, metric, Here, Now).Refused(out var no), no?.Because);
        Assert.False(trial.Begin(0, Here, Maya, Now).Refused(out no), no?.Because);
        List<TrialStage> stages =
        [
            .. new[] { 5d, 25, 60, 100 }.Select(
                (share, i) =>
                    new TrialStage
                    {
                        TrialId = trial.Id,
                        Number = i + 1,
                        Exposure = share,
                        LookOn = Start.AddDays(7 * (i + 1)),
                    }
            ),
        ];
        StageMoves.Begin(stages, Maya, Now);
        return (trial, stages);
    }

    [Fact]
    public void Every_state_but_the_two_ends_has_a_way_out_and_each_is_reached()
    {
        foreach (var state in Enum.GetValues<StageState>())
        {
            Assert.True(state == StageState.Ahead || StageMoves.All.Any(w => w.To == state), $"{state}");
            Assert.Equal(state is StageState.Passed or StageState.Ended, state.IsEnd());
        }
        Assert.Equal(Enum.GetValues<StageAct>(), StageMoves.All.Select(w => w.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_on_any_day_goes_by_the_table_one_stage_at_a_time()
    {
        var chance = new Random(7);
        HashSet<StageState> met = [];
        for (var life = 0; life < 400; life++)
        {
            var (trial, stages) = Begun();
            var day = Start;
            for (var step = 0; step < 14; step++)
            {
                day = day.AddDays(chance.Next(6));
                var at = new DateTimeOffset(day, new(9, 0), TimeSpan.Zero).AddMinutes(step);
                var before = stages.ConvertAll(s => s.State(trial));
                met.UnionWith(before);
                var act = (StageAct)chance.Next(1, 6);
                var done = act switch
                {
                    StageAct.Next => !StageMoves
                        .Next(trial, stages, chance.Next(1, 6), chance.Next(5) > 0 ? "No harm." : " ", Here, Maya, at)
                        .Refused(out _),
                    StageAct.Adopt => StageMoves.WouldSkip(trial, stages) is null
                        && !trial.LookOn("none known", Here, at).Refused(out _)
                        && !trial.Adopt(null, null, Maya, at).Refused(out _),
                    // Ends are rarer, so that some lives go to their last stage.
                    _ when chance.Next(12) > 0 => false,
                    StageAct.Undo => !trial.TakeBack("Taken back.", Maya, at).Refused(out _),
                    _ => !trial.Stop("Stopped.", Maya, at).Refused(out _),
                };
                var after = stages.ConvertAll(s => s.State(trial));
                Assert.True(after.Count(s => s is StageState.Now) <= 1);
                for (var i = 0; i < stages.Count; i++)
                    if (before[i] != after[i])
                    {
                        Assert.True(done);
                        Assert.Contains(
                            StageMoves.All,
                            w =>
                                w.To == after[i]
                                && w.From.Contains(before[i])
                                && (w.Act == act || (act, w.Act) is (StageAct.Next, StageAct.Begin))
                        );
                        if (act is StageAct.Next && after[i] is StageState.Passed)
                        {
                            Assert.True(stages[i].LookOn <= day, $"{stages[i].LookOn} on {day}");
                            Assert.Equal(
                                ("No harm.", Maya, at),
                                (stages[i].Reason, stages[i].PassedBy, stages[i].PassedAt)
                            );
                        }
                        if (after[i] is StageState.Now)
                            Assert.True(i == 0 || stages[i - 1].State(trial) is StageState.Passed);
                    }
            }
        }
        Assert.Equal(Enum.GetValues<StageState>(), met.Order());
    }
}
