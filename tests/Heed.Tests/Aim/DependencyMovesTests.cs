using Heed.Aim;
using Heed.People;

namespace Heed.Tests.Aim;

public sealed class DependencyMovesTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Needed = new(2035, 3, 30);

    static Dependency New() =>
        new()
        {
            ObjectiveId = Id<Objective>.New(),
            FromTeamId = Id<Team>.New(),
            ToTeamId = Id<Team>.New(),
            Needs = "The order API says who came back",
            ByWhen = Needed,
            StateSince = Now,
            RequestedAt = Now,
        };

    static Dependency After(params DependencyAct[] acts)
    {
        var dependency = New();
        foreach (var act in acts)
            Assert.False(dependency.Move(act, "So be it.", null, Id<Member>.New(), Now).Refused(out _), $"{act}");
        return dependency;
    }

    [Fact]
    public void Every_state_is_reached_and_has_a_way_out()
    {
        foreach (var state in Enum.GetValues<DependencyState>())
        {
            Assert.True(state == DependencyState.Requested || DependencyMoves.All.Any(m => m.To == state), $"{state}");
            Assert.Contains(DependencyMoves.All, m => m.From.Contains(state) && m.To != state);
        }
        Assert.Equal(Enum.GetValues<DependencyAct>(), DependencyMoves.All.Select(m => m.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(DependencyState, DependencyAct)> met = [];
        for (var life = 0; life < 800; life++)
        {
            var dependency = New();
            for (var step = 0; step < 10; step++)
            {
                var act = (DependencyAct)chance.Next(Enum.GetValues<DependencyAct>().Length);
                var (way, before, by) = (DependencyMoves.Of(act), dependency.State, Id<Member>.New());
                var because = chance.Next(5) > 0 ? "So be it." : " ";
                met.Add((before, act));
                if (dependency.Move(act, because, null, by, Now.AddDays(step)).Refused(out var refusal, out var move))
                {
                    Assert.Equal(before, dependency.State);
                    Assert.True(!way.From.Contains(before) || because == " ", $"{act} from {before}");
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Contains(before, way.From);
                Assert.Equal(
                    (before, way.To, by, Now.AddDays(step), "So be it."),
                    (move.From, move.To, move.By, move.At, move.Reason)
                );
                Assert.Equal(dependency.State is DependencyState.Accepted, dependency.PromisedFor is not null);
            }
        }
        var all = Enum.GetValues<DependencyState>()
            .SelectMany(s => Enum.GetValues<DependencyAct>().Select(a => (s, a)));
        Assert.Empty(all.Except(met));
    }

    [Fact]
    public void It_is_late_the_day_after_the_one_that_was_promised_and_only_while_it_is_open()
    {
        var dependency = New();
        Assert.False(dependency.IsLate(Needed));
        Assert.True(dependency.IsLate(Needed.AddDays(1)));
        var later = Needed.AddDays(10);
        Assert.False(dependency.Move(DependencyAct.Accept, "In April.", later, Id<Member>.New(), Now).Refused(out _));
        Assert.True(dependency.IsPromisedTooLate);
        Assert.False(dependency.IsLate(later));
        Assert.True(dependency.IsLate(later.AddDays(1)));
        Assert.False(After(DependencyAct.Accept, DependencyAct.Meet).IsLate(later));
        Assert.False(After(DependencyAct.Decline, DependencyAct.OwnRisk).IsLate(later));
    }

    [Theory] // Grey is not green, and what nobody answers for is red.
    [InlineData(Status.Watch)]
    [InlineData(Status.OnCourse, DependencyAct.Accept)]
    [InlineData(Status.OffCourse, DependencyAct.Decline)]
    [InlineData(Status.Watch, DependencyAct.Decline, DependencyAct.OwnRisk)]
    [InlineData(Status.Held, DependencyAct.Accept, DependencyAct.Meet)]
    [InlineData(Status.NotKnown, DependencyAct.Withdraw)]
    public void Each_state_has_its_shape(Status shape, params DependencyAct[] acts) =>
        Assert.Equal(shape, After(acts).Shape(Needed));
}
