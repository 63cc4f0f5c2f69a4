using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class MeetingMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static Meeting New() =>
        new()
        {
            PracticeId = Id<Practice>.New(),
            SeriesKey = "a",
            StateSince = Now,
        };

    [Fact]
    public void Every_state_is_reached_and_has_a_way_out()
    {
        foreach (var state in Enum.GetValues<MeetingState>())
        {
            Assert.True(state == MeetingState.Standing || MeetingMoves.All.Any(m => m.To == state), $"{state}");
            Assert.Contains(MeetingMoves.All, m => m.From.Contains(state) && m.To != state);
        }
        Assert.Equal(Enum.GetValues<MeetingAct>(), MeetingMoves.All.Select(m => m.Act));
    }

    [Fact]
    public void Any_sequence_of_acts_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<MeetingState> met = [];
        for (var life = 0; life < 500; life++)
        {
            var meeting = New();
            for (var step = 0; step < 12; step++)
            {
                var act = (MeetingAct)chance.Next(Enum.GetValues<MeetingAct>().Length);
                var before = meeting.State;
                var at = Now.AddDays(step);
                met.Add(before);
                if (meeting.Move(act, "So be it.", Maya, at).Refused(out var refusal, out var move))
                {
                    Assert.Equal(before, meeting.State);
                    Assert.DoesNotContain(before, MeetingMoves.Of(act).From);
                    Assert.StartsWith("This meeting is ", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.Equal((before, meeting.State, Maya, at), (move.From, move.To, move.By, move.At));
                Assert.NotEmpty(move.Reason);
                Assert.Equal(at, meeting.StateSince);
            }
        }
        Assert.Equal(Enum.GetValues<MeetingState>(), met.Order());
    }

    [Fact]
    public void Nothing_moves_without_a_reason()
    {
        var meeting = New();
        Assert.True(meeting.Move(MeetingAct.Clear, " ", Maya, Now).Refused(out _));
        Assert.Equal(MeetingState.Standing, meeting.State);
    }

    [Fact]
    public void What_came_back_is_watched_as_that_and_the_rest_as_gone()
    {
        Meeting missed = New(),
            unmissed = New();
        foreach (var meeting in new[] { missed, unmissed })
            Assert.False(meeting.Move(MeetingAct.Clear, "Anew.", Maya, Now).Refused(out _));
        Assert.False(
            missed
                .ReAdd(
                    new()
                    {
                        Change = MeetingChange.Rarer,
                        Purpose = "Who opens",
                        Decision = "The week's plan",
                        CustomerGroup = Id<Heed.Customers.CustomerGroup>.New(),
                    },
                    Maya,
                    Now
                )
                .Refused(out _)
        );
        Assert.False(unmissed.Move(MeetingAct.End, "Nobody.", Maya, Now).Refused(out _));
        foreach (var meeting in new[] { missed, unmissed })
            Assert.False(meeting.Move(MeetingAct.Watch, "Over.", Maya, Now).Refused(out _));
        Assert.Equal((false, true), (missed.IsGone, unmissed.IsGone));
        Assert.Equal(("Watched: rarer", "Watched: gone"), (missed.Word(), unmissed.Word()));
    }

    [Theory]
    [InlineData(new[] { 3 }, 3.0)]
    [InlineData(new[] { 1, 3 }, 2.0)]
    [InlineData(new[] { 3, 1, 1 }, 1.0)]
    public void The_voice_in_the_middle_counts(int[] voices, double median)
    {
        var meeting = New();
        Assert.Null(meeting.Impact);
        foreach (var voice in voices)
            meeting.Ratings.Add(
                new()
                {
                    PracticeId = meeting.PracticeId,
                    MemberId = Id<Member>.New(),
                    Impact = voice,
                    Effort = voice,
                }
            );
        Assert.Equal((median, median), (meeting.Impact, meeting.Effort));
    }
}
