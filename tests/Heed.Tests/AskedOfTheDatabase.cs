using System.Data.Common;
using Heed.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests;

/// <summary>
/// Counts what is asked of the database: an act that costs as many questions for many rows as for few is quick on any
/// machine, and a count fails on every one of them when it no longer is.
/// </summary>
sealed class AskedOfTheDatabase : DbCommandInterceptor
{
    sealed class Count
    {
        public int Questions;
    }

    /// <summary>Of this flow of work alone: the worker of the imports looks in every two seconds.</summary>
    readonly AsyncLocal<Count?> _here = new();

    public void Listen(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteHeedDb>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresHeedDb>(options => options.AddInterceptors(this));
    }

    /// <summary>How many commands that only read are sent while something is done.</summary>
    public async Task<int> During(Func<Task> act)
    {
        var count = _here.Value = new Count();
        await act();
        _here.Value = null;
        return count.Questions;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (_here.Value is { } count && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            Interlocked.Increment(ref count.Questions);
        return new(result);
    }
}
