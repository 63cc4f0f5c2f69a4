using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heed.Storage;

/// <summary>
/// What the disk and the database say when they cannot, told apart and in words: whoever reads them knows that nothing was
/// saved, whether waiting helps, and who can mend it. What is in none of them is a mistake of ours.
/// </summary>
public static class Faults
{
    public static readonly Refusal DiskFull = new(
        "The disk is full: nothing was saved. Ask your administrator to make room on Heed's server, then send this again.",
        StatusCodes.Status507InsufficientStorage
    );

    public static readonly Refusal ReadOnly = Unavailable(
        "The database can only be read just now: nothing was saved. Ask your administrator, then send this again."
    );

    public static readonly Refusal NoConnection = Unavailable(
        "All connections to the database are in use just now. Nothing was saved. Try again in a minute."
    );

    public static readonly Refusal OutOfReach = Unavailable(
        "Heed cannot reach its database just now. Nothing was changed. Try again in a minute."
    );

    public static readonly Refusal Damaged = Unavailable(
        "The database is damaged: nothing was saved. Ask your administrator to run “heed doctor”."
    );

    public static readonly Refusal TooLong = new(
        "One of the texts is longer than its place takes. Nothing was saved. Shorten it, then send this again."
    );

    public static readonly Refusal NoText = new(
        "One of the texts holds a character that is none, such as NUL. Nothing was saved. Take it out, then send this again."
    );

    /// <summary>The words for whatever EF Core has wrapped around it; null for what is a mistake of ours.</summary>
    public static Refusal? InWords(Exception problem) =>
        Clash.Is(problem) ? Clash.Refusal : Causes(problem).Select(Of).FirstOrDefault(r => r is not null);

    /// <summary>Whether the same may go better later, without anybody changing what was asked.</summary>
    public static bool MayPass(Exception problem) => InWords(problem) is { Status: 409 or >= 500 };

    /// <summary>
    /// Notes something by the way, such as that somebody was here. Where nothing can be written just now, it is not noted:
    /// whoever only reads can go on reading.
    /// </summary>
    public static async Task NoteIfItCan(Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (Exception problem) when (MayPass(problem))
        {
            // The next time will say the same, only later.
        }
    }

    internal static IEnumerable<Exception> Causes(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    static Refusal? Of(Exception problem) =>
        problem switch
        {
            SqliteException sqlite => Of(sqlite.SqliteErrorCode),
            PostgresException postgres => Of(postgres.SqlState),
            NpgsqlException { InnerException: TimeoutException } busy
                when busy.Message.Contains("pool", StringComparison.OrdinalIgnoreCase) => NoConnection,
            DbException => OutOfReach,
            IOException disk => Disk(disk.HResult),
            _ => null,
        };

    // https://sqlite.org/rescode.html
    static Refusal? Of(int sqlite) =>
        sqlite switch
        {
            13 => DiskFull,
            8 => ReadOnly,
            11 or 26 => Damaged,
            // Failed reads and writes, a file that does not open, a protocol of locks that broke, no right.
            10 or 14 or 15 or 3 or 23 => OutOfReach,
            _ => null,
        };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    static Refusal? Of(string postgres) =>
        postgres switch
        {
            PostgresErrorCodes.DiskFull => DiskFull,
            PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly,
            PostgresErrorCodes.TooManyConnections => NoConnection,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Damaged,
            PostgresErrorCodes.StringDataRightTruncation => TooLong,
            PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => NoText,
            // The database is gone, or lets nobody in.
            PostgresErrorCodes.InvalidCatalogName => OutOfReach,
            _ => postgres[..2] switch
            {
                // Connections, sign-in, resources, intervention of an operator, the system around it.
                "08" or "28" or "53" or "57" or "58" => OutOfReach,
                _ => null,
            },
        };

    /// <summary>.NET hands through what the system says: ENOSPC and EDQUOT, or ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.</summary>
    static Refusal? Disk(int result) =>
        result is 28 or 122 or unchecked((int)0x80070027) or unchecked((int)0x80070070) ? DiskFull : null;

    static Refusal Unavailable(string because) => new(because, StatusCodes.Status503ServiceUnavailable);
}
