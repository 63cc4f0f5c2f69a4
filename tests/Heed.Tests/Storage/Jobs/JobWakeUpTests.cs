using Heed.Storage;

namespace Heed.Tests.Storage;

public sealed class JobWakeUpTests
{
    [Fact]
    public async Task However_often_it_rings_who_waits_wakes_once()
    {
        using var wakeUp = new JobWakeUp();
        Assert.False(await wakeUp.Wait(TimeSpan.Zero, default));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(wakeUp.Ring)));
        Assert.True(await wakeUp.Wait(TimeSpan.Zero, default));
        Assert.False(await wakeUp.Wait(TimeSpan.Zero, default));
    }

    [Fact]
    public void Two_kinds_of_work_have_two_names()
    {
        var errand = new Errands().AsKind();
        Assert.Same(errand, new JobKinds([errand]).Find("errand"));
        Assert.Null(new JobKinds([errand]).Find("Errand"));
        Assert.Throws<ArgumentException>(() => new JobKinds([errand, new Errands().AsKind()]));
    }
}
