using Heed.Listen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heed.Tests.Listen;

public sealed class ImportWorkerTests
{
    /// <summary>Breaks the first round and tells when the worker comes again.</summary>
    sealed class BrokenOnce(IServiceScopeFactory whole, Exception problem) : IServiceScopeFactory
    {
        int _asked;

        public TaskCompletionSource CameAgain { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IServiceScope CreateScope()
        {
            if (Interlocked.Increment(ref _asked) == 1)
                throw problem;
            CameAgain.TrySetResult();
            return whole.CreateScope();
        }
    }

    public static TheoryData<Exception> Problems =>
        [new ObjectDisposedException("file"), new OperationCanceledException("a query"), new IOException("disk")];

    [Theory]
    [MemberData(nameof(Problems), DisableDiscoveryEnumeration = true)]
    public async Task A_round_that_breaks_does_not_end_the_worker(Exception problem)
    {
        await using var world = await World.Start();
        var scopes = new BrokenOnce(world.Services.GetRequiredService<IServiceScopeFactory>(), problem);
        using var bell = new ImportBell();
        using var worker = new ImportWorker(scopes, bell, NullLogger<ImportWorker>.Instance);
        await worker.StartAsync(default);
        bell.Ring();
        await scopes.CameAgain.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(worker.ExecuteTask!.IsCompleted);
        await worker.StopAsync(default);
        Assert.True(worker.ExecuteTask.IsCompletedSuccessfully);
    }
}
