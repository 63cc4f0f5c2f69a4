using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heed.Storage;

/// <summary>A save that failed because somebody else saved at the same moment.</summary>
public static class Clash
{
    // https://sqlite.org/rescode.html: BUSY and LOCKED; and of CONSTRAINT those of a foreign, a primary and a unique key.
    static readonly HashSet<int> SqliteLocks = [5, 6];
    static readonly HashSet<int> SqliteKeys = [787, 1555, 2067];

    public static readonly Refusal Refusal = Kit.Refusal.Conflict(
        "Somebody else saved this at the same moment. Nothing of yours was saved. Look at what is there now, then try again."
    );

    public static bool Is(Exception problem) =>
        problem is DbUpdateConcurrencyException || Faults.Causes(problem).Any(IsOfTheDatabase);

    static bool IsOfTheDatabase(Exception problem) =>
        problem switch
        {
            PostgresException postgres => postgres.SqlState
                is PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.ForeignKeyViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.LockNotAvailable
                || IsOfManyAtOnce(postgres),
            SqliteException sqlite => SqliteLocks.Contains(sqlite.SqliteErrorCode)
                || SqliteKeys.Contains(sqlite.SqliteExtendedErrorCode),
            _ => false,
        };

    /// <summary>
    /// PostgreSQL's own mistake about who holds a row, when many come for it at once and some of them had to begin again: it
    /// undoes the statement and has no better code for it (multixact.c of 15).
    /// </summary>
    static bool IsOfManyAtOnce(PostgresException postgres) =>
        postgres.SqlState == PostgresErrorCodes.InternalError
        && postgres.MessageText.StartsWith("new multixact has more than one updating member", StringComparison.Ordinal);
}
