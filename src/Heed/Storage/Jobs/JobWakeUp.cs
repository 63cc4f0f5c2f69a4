using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Heed.Storage;

/// <summary>Wakes the worker of this process, so that nobody waits for its next round.</summary>
public sealed class JobWakeUp : IDisposable
{
    readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        if (_rung.CurrentCount == 0)
            try
            {
                _rung.Release();
            }
            catch (SemaphoreFullException)
            {
                // Two rang at once; one is enough.
            }
    }

    public Task<bool> Wait(TimeSpan most, CancellationToken stop) => _rung.WaitAsync(most, stop);

    public void Dispose() => _rung.Dispose();
}

/// <summary>Rings when a transaction with a new job is committed; before that nobody could see it.</summary>
sealed class RingOnCommit(JobWakeUp wakeUp) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
            Ring(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Ring(eventData.Context);
        return Task.CompletedTask;
    }

    void Ring(DbContext? context)
    {
        if (context is not HeedDb { OwesJobs: true } db)
            return;
        db.OwesJobs = false;
        wakeUp.Ring();
    }
}
