using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class TargetMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateOnly Today = new(2035, 3, 5);
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static TargetCondition New(bool measured = false) =>
        new()
        {
            StoryboardId = Id<Storyboard>.New(),
            Number = 1,
            Outcome = "Four minutes from order to cup",
            MetricId = measured ? Id<Metric>.New() : null,
            AtMost = measured ? 4 : null,
            Pattern = "Two at the bar from eight to ten.",
            SetOn = Today,
            SetBy = Maya,
            AchieveBy = Today.AddDays(28),
            StateSince = Now,
        };

    [Fact]
    public void Every_state_but_the_two_ends_has_a_way_out_and_each_is_reached()
    {
        foreach (var state in Enum.GetValues<TargetState>())
        {
            Assert.True(state == TargetState.Set || TargetMoves.All.Any(m => m.To == state), $"{state}");
            Assert.Equal(state.IsEnd(), !TargetMoves.All.Any(m => m.From.Contains(state)));
        }
        Assert.Equal(
            [TargetState.Reached, TargetState.Expired],
            Enum.GetValues<TargetState>().Where(TargetMoves.IsEnd)
        );
    }

    [Fact]
    public void Any_sequence_of_acts_on_any_day_goes_by_the_table_and_never_moves_its_day()
    {
        var chance = new Random(5);
        HashSet<TargetState> met = [];
        for (var life = 0; life < 500; life++)
        {
            var target = New();
            var by = target.AchieveBy;
            for (var step = 0; step < 10; step++)
            {
                var act = (TargetAct)chance.Next(3);
                var before = target.State;
                var day = Today.AddDays(chance.Next(60));
                var at = Now.AddDays(step);
                met.Add(before);
                if (
                    target
                        .Move(act, chance.Next(5) > 0 ? "We learned." : "", day, null, Maya, at)
                        .Refused(out var refusal, out var move)
                )
                {
                    Assert.Equal(before, target.State);
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                }
                else
                {
                    Assert.Contains(before, TargetMoves.Of(act).From);
                    Assert.Equal((before, target.State, Maya, at), (move.From, move.To, move.By, move.At));
                    Assert.NotEmpty(move.Reason);
                    Assert.Equal(act == TargetAct.Expire, day > by);
                }
                Assert.Equal(by, target.AchieveBy);
            }
        }
        Assert.Equal(Enum.GetValues<TargetState>(), met.Order());
    }

    [Fact]
    public void No_one_may_write_its_day_again() =>
        Assert.All(
            new[] { nameof(TargetCondition.AchieveBy), nameof(TargetCondition.SetOn), nameof(TargetCondition.Outcome) },
            name =>
                Assert.Contains(
                    typeof(System.Runtime.CompilerServices.IsExternalInit),
                    typeof(TargetCondition).GetProperty(name)!.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                )
        );

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(84, true)]
    [InlineData(85, false)]
    public void Its_day_is_one_to_twelve_weeks_away(int days, bool fits) =>
        Assert.Equal(fits, TargetCondition.DayFault(Today, Today.AddDays(days)) is null);

    [Theory]
    [InlineData(null, "was not measured")]
    [InlineData(4.2, "It is not reached yet")]
    [InlineData(4.0, null)]
    public void Where_a_metric_tells_nobody_says_otherwise(double? newest, string? because)
    {
        var target = New(measured: true);
        target.Move(TargetAct.Pursue, "The first step.", Today, null, Maya, Now);
        var point = newest is { } value ? new NewestPoint(Today.AddDays(2), value) : null;
        var refused = target
            .Move(TargetAct.Reach, "It is there.", Today.AddDays(3), point, Maya, Now)
            .Refused(out var refusal);
        Assert.Equal(because is not null, refused);
        if (because is not null)
            Assert.Contains(because, refusal!.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_of_before_does_not_tell()
    {
        var target = New(measured: true);
        target.Move(TargetAct.Pursue, "The first step.", Today, null, Maya, Now);
        Assert.True(
            target
                .Move(TargetAct.Reach, "There.", Today, new NewestPoint(Today.AddDays(-1), 3), Maya, Now)
                .Refused(out _)
        );
    }
}
