using Heed.Storage;

namespace Heed.Tests.Storage;

public sealed class JobTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_waits_from_the_moment_it_is_owed()
    {
        var job = Job.Of("greet", Guid.Empty, "Maya", Now);
        Assert.Equal((JobState.Waiting, Now, 0), (job.State(Now), job.Due, job.Tries));
    }

    [Fact]
    public void It_rests_longer_after_each_failure_and_four_rests_outlast_an_hour()
    {
        var rests = Enumerable.Range(1, Job.MostTries - 1).Select(Job.RestAfter).ToList();
        Assert.Equal(rests.Order(), rests);
        Assert.Equal(rests.Distinct(), rests);
        Assert.True(rests.Sum(r => r.TotalHours) > 1);
        Assert.Equal(rests[^1], Job.RestAfter(99));
    }

    [Fact]
    public void What_has_not_failed_is_not_tried_again_by_a_person()
    {
        Assert.True(Job.Of("greet", Guid.Empty, "", Now).TryAgain(Now).Refused(out var refusal));
        Assert.Contains("tried again by itself", refusal.Because, StringComparison.Ordinal);
    }
}
