using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class DecisionRightMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2035, 3, 5);

    static DecisionRight New(DelegationLevel level = DelegationLevel.Delegate) =>
        new()
        {
            Topic = "Making good a bad day",
            Level = level,
            LimitAmount = 50,
            LimitUnit = "euro",
            HolderId = Id<Team>.New(),
            GrantedBy = Maya,
            GrantedOn = Today,
            Until = Today.AddDays(30),
            CreatedAt = Now,
        };

    [Fact]
    public void Every_state_has_a_way_out_and_all_but_the_last_day_are_reached_by_an_act()
    {
        foreach (var state in Enum.GetValues<DecisionRightState>())
        {
            Assert.True(
                state == DecisionRightState.Expired || DecisionRightMoves.All.Any(m => m.To == state),
                $"{state}"
            );
            Assert.Contains(DecisionRightMoves.All, m => m.From.Contains(state) && m.To != state);
        }
        Assert.Equal(Enum.GetValues<DecisionRightAct>(), DecisionRightMoves.All.Select(m => m.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_and_days_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(DecisionRightState, DecisionRightAct)> met = [];
        for (var life = 0; life < 500; life++)
        {
            var (right, today) = (New(), Today);
            for (var step = 0; step < 10; step++)
            {
                today = today.AddDays(chance.Next(40));
                var act = (DecisionRightAct)chance.Next(Enum.GetValues<DecisionRightAct>().Length);
                var (before, at) = (right.State(today), Now.AddDays(today.DayNumber - Today.DayNumber));
                var because = chance.Next(5) > 0 ? "So be it." : " ";
                DateOnly? until = chance.Next(5) switch
                {
                    0 => null,
                    1 => today.AddDays(-1),
                    2 => today.AddMonths(25),
                    _ => today.AddDays(chance.Next(60)),
                };
                met.Add((before, act));
                var way = DecisionRightMoves.Of(act);
                if (right.Move(act, because, until, Maya, at, today).Refused(out var refusal, out var move))
                {
                    Assert.Equal(before, right.State(today));
                    Assert.True(
                        !way.From.Contains(before)
                            || because == " "
                            || (
                                act != DecisionRightAct.Reverse
                                && (until is null || DecisionRight.Fault(until.Value, today) is not null)
                            ),
                        $"{act} from {before} is refused: {refusal.Because}"
                    );
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Contains(before, way.From);
                Assert.Equal((before, way.To, Maya, at), (move.From, move.To, move.By, move.At));
                Assert.Equal(way.To, right.State(today));
                Assert.NotEmpty(move.Reason.Trim());
                Assert.InRange(right.Until, Today, today.AddMonths(DecisionRight.MostMonths));
            }
        }
        Assert.Equal(9, met.Count);
    }

    [Theory]
    [InlineData(DelegationLevel.Agree, false)]
    [InlineData(DelegationLevel.Advise, true)]
    [InlineData(DelegationLevel.Delegate, true)]
    public void A_team_decides_from_advise_on(DelegationLevel level, bool decides) =>
        Assert.NotEqual(decides, New(level).Use(SampleHandOffs.Use(), Maya, Now, Today).Refused(out _));

    [Fact]
    public void A_use_above_the_limit_without_a_cost_or_after_the_last_day_is_refused()
    {
        string Because(RightUseRequest use, DateOnly on)
        {
            Assert.True(New().Use(use, Maya, Now, on).Refused(out var refusal));
            return refusal.Because;
        }

        Assert.StartsWith(
            "This is above the limit: the right goes up to 50 euro",
            Because(SampleHandOffs.Use(51), Today),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Say what it cost", Because(SampleHandOffs.Use(null), Today), StringComparison.Ordinal);
        Assert.Contains("has expired", Because(SampleHandOffs.Use(), Today.AddDays(31)), StringComparison.Ordinal);
    }
}
