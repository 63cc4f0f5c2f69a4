using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class ExperimentRecordTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateOnly Today = new(2035, 3, 5);
    static readonly DateOnly Last = Today.AddDays(28);
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static ExperimentRequest Asked() =>
        new()
        {
            Step = "Put the lids beside the cups",
            Unknown = "Whether reaching for lids is what takes the time",
            Expected = "Forty seconds from cup to lid instead of seventy",
            GoAndSee = Today.AddDays(2),
        };

    static ResultRequest Seen(ExperimentResult result = ExperimentResult.Measured) =>
        new()
        {
            Result = result,
            Happened = "Fifty seconds, twelve cups",
            Learned = "Half of it is reaching.",
            On = Today.AddDays(2),
        };

    static ExperimentRecord New()
    {
        var record = new ExperimentRecord
        {
            TeamId = Id<Team>.New(),
            StoryboardId = Id<Storyboard>.New(),
            TargetConditionId = Id<TargetCondition>.New(),
            ObstacleId = Id<Obstacle>.New(),
            Number = 1,
            CreatedAt = Now,
        };
        Assert.False(record.Plan(Asked(), Today, Last).Refused(out _));
        return record;
    }

    static string Because<T>(Outcome<T> outcome)
        where T : notnull => outcome.Refused(out var refusal) ? refusal.Because : "";

    [Fact]
    public void A_result_that_is_typed_first_is_refused_in_words()
    {
        var record = New();
        Assert.StartsWith(
            "Lock what you expect first",
            Because(record.See(Seen(), Today.AddDays(3), Maya, Now)),
            StringComparison.Ordinal
        );
        Assert.Null(record.Learned);
        Assert.Equal("", Because(record.Lock(Today, Last, Maya, Now)));
        Assert.Equal((Now, Maya, Today), (record.LockedAt, record.LockedBy, record.LockedOn));
        Assert.Equal("", Because(record.See(Seen(), Today.AddDays(3), Maya, Now.AddDays(3))));
        Assert.True(record.HasMeasured);
    }

    [Fact]
    public void What_is_expected_is_not_changed_after_the_lock()
    {
        var record = New();
        record.Lock(Today, Last, Maya, Now);
        var other = Asked();
        other.Expected = "Fifty seconds, as it turned out to be";
        Assert.Contains("is not changed any more", Because(record.Plan(other, Today, Last)), StringComparison.Ordinal);
        Assert.Contains(
            "is not changed any more",
            Because(record.Lock(Today.AddDays(1), Last, Maya, Now)),
            StringComparison.Ordinal
        );
        Assert.Equal(Asked().Expected, record.Expected);
        Assert.Equal("", Because(record.Withdraw("The machine broke.", Maya, Now)));
        // It stays to be read.
        Assert.Equal((Asked().Expected, "The machine broke."), (record.Expected, record.WithdrawnBecause));
    }

    [Fact]
    public void A_result_is_of_no_day_before_the_lock_and_of_none_to_come()
    {
        var record = New();
        record.Lock(Today, Last, Maya, Now);
        var before = Seen();
        before.On = Today.AddDays(-1);
        Assert.Contains(
            "when the expectation was locked",
            Because(record.See(before, Today.AddDays(3), Maya, Now)),
            StringComparison.Ordinal
        );
        var later = Seen();
        later.On = Today.AddDays(4);
        Assert.Contains(
            "still to come",
            Because(record.See(later, Today.AddDays(3), Maya, Now)),
            StringComparison.Ordinal
        );
        Assert.Equal(ExperimentState.Locked, record.State);
    }

    [Theory]
    [InlineData(ExperimentResult.NotMeasured)]
    [InlineData(ExperimentResult.NotKnown)]
    public void That_nothing_was_measured_is_a_result(ExperimentResult result)
    {
        var record = New();
        record.Lock(Today, Last, Maya, Now);
        var seen = Seen(result);
        seen.Happened = null;
        Assert.Equal("", Because(record.See(seen, Today.AddDays(3), Maya, Now)));
        Assert.Equal((ExperimentState.Seen, false), (record.State, record.HasMeasured));
    }

    [Fact]
    public void What_was_measured_says_what_happened()
    {
        var record = New();
        record.Lock(Today, Last, Maya, Now);
        var seen = Seen();
        seen.Happened = " ";
        Assert.Contains(
            "Say what happened",
            Because(record.See(seen, Today.AddDays(3), Maya, Now)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Any_sequence_of_acts_ends_seen_or_withdrawn_with_who_why_and_when()
    {
        var chance = new Random(7);
        HashSet<ExperimentState> met = [];
        for (var life = 0; life < 300; life++)
        {
            var record = New();
            for (var step = 0; step < 8; step++)
            {
                var (before, at) = (record.State, Now.AddHours(step));
                met.Add(before);
                var because = chance.Next(4) switch
                {
                    0 => Because(record.Plan(Asked(), Today, Last)),
                    1 => Because(record.Lock(Today, Last, Maya, at)),
                    2 => Because(record.See(Seen(), Today.AddDays(3), Maya, at)),
                    _ => Because(record.Withdraw("It broke.", Maya, at)),
                };
                Assert.True(because == "" || record.State == before);
                Assert.True(because == "" || because.EndsWith('.'));
                Assert.True(
                    record.State is not ExperimentState.Locked || record is { LockedBy: not null, LockedOn: not null }
                );
                Assert.True(
                    record.State is not ExperimentState.Seen
                        || record is { LockedAt: not null, SeenBy: not null, Learned.Length: > 0 }
                );
                Assert.True(
                    record.State is not ExperimentState.Withdrawn
                        || record is { WithdrawnBy: not null, WithdrawnBecause.Length: > 0 }
                );
                // No end is left again.
                Assert.True(
                    before is not (ExperimentState.Seen or ExperimentState.Withdrawn) || record.State == before
                );
            }
        }
        Assert.Equal(Enum.GetValues<ExperimentState>(), met.Order());
    }

    [Theory]
    [InlineData("nothing", "it is faster", "this is a to-do")]
    [InlineData("N/A.", "it is faster", "this is a to-do")]
    [InlineData("lids", "it is faster", "in three words or more")]
    [InlineData("Put the lids beside the cups.", "it is faster", "repeats the step")]
    [InlineData("Whether reaching takes the time", "It is done.", "is no expectation")]
    [InlineData("Whether reaching takes the time", "put the lids beside the cups", "is no expectation")]
    [InlineData("Whether reaching takes the time", "Forty seconds in place of seventy", null)]
    public void A_to_do_is_no_experiment(string unknown, string expected, string? because)
    {
        var fault = ToDo.Fault("Put the lids beside the cups", unknown, expected);
        Assert.Equal(because is null, fault is null);
        if (because is not null)
            Assert.Contains(because, fault!.Because, StringComparison.Ordinal);
    }
}
