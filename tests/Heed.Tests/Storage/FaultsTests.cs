using Heed.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heed.Tests.Storage;

/// <summary>What the disk and the database say when they cannot, told apart.</summary>
public sealed class FaultsTests
{
    static SqliteException Sqlite(int code) => new("said by the database", code, code);

    static PostgresException Postgres(string state) => new("said by the database", "ERROR", "ERROR", state);

    public static TheoryData<string, Exception, Refusal?> Said =>
        new()
        {
            { "a full disk under SQLite", Sqlite(13), Faults.DiskFull },
            { "a full disk under PostgreSQL", Postgres("53100"), Faults.DiskFull },
            { "a full disk under a file", new IOException("No space left on device", 28), Faults.DiskFull },
            { "a full quota", new IOException("Disk quota exceeded", 122), Faults.DiskFull },
            { "a full disk of Windows", new IOException("full", unchecked((int)0x80070070)), Faults.DiskFull },
            { "another fault of a file", new IOException("It is gone.", 2), null },
            { "SQLite that may only be read", Sqlite(8), Faults.ReadOnly },
            { "PostgreSQL that may only be read", Postgres("25006"), Faults.ReadOnly },
            { "a SQLite file that does not open", Sqlite(14), Faults.OutOfReach },
            { "a SQLite file that cannot be read", Sqlite(10), Faults.OutOfReach },
            { "a damaged SQLite file", Sqlite(11), Faults.Damaged },
            { "no SQLite file at all", Sqlite(26), Faults.Damaged },
            { "PostgreSQL that refuses connections", new NpgsqlException("refused"), Faults.OutOfReach },
            { "PostgreSQL told to end", Postgres("57P01"), Faults.OutOfReach },
            { "a database that was dropped", Postgres("3D000"), Faults.OutOfReach },
            { "a password that no longer holds", Postgres("28P01"), Faults.OutOfReach },
            { "a server with too many connections", Postgres("53300"), Faults.NoConnection },
            {
                "a pool with none left",
                new NpgsqlException("The connection pool has been exhausted", new TimeoutException()),
                Faults.NoConnection
            },
            {
                "a command that took too long",
                new NpgsqlException("reading", new TimeoutException()),
                Faults.OutOfReach
            },
            { "a text longer than its column", Postgres("22001"), Faults.TooLong },
            { "a NUL in a text", Postgres("22021"), Faults.NoText },
            { "somebody was quicker", Postgres("23505"), Clash.Refusal },
            {
                "a row that PostgreSQL loses count of",
                new PostgresException(
                    "new multixact has more than one updating member: 0 3[147126 (nokeyupd), 147127 (keysh), 147127 (nokeyupd)]",
                    "ERROR",
                    "ERROR",
                    "XX000"
                ),
                Clash.Refusal
            },
            { "another mistake of PostgreSQL", Postgres("XX000"), null },
            { "a table that is not there", Postgres("42P01"), null },
            { "a statement that SQLite does not understand", Sqlite(1), null },
            { "a mistake of ours", new InvalidOperationException("Oh."), null },
        };

    [Theory]
    [MemberData(nameof(Said), DisableDiscoveryEnumeration = true)]
    public void Each_is_said_in_its_own_words_however_it_is_wrapped(string what, Exception problem, Refusal? words)
    {
        Assert.True(Faults.InWords(problem) == words, what);
        Assert.True(
            Faults.InWords(new DbUpdateException("wrapped", new InvalidOperationException("", problem))) == words,
            what
        );
    }

    [Fact]
    public void What_may_pass_is_tried_again_and_what_was_asked_wrongly_is_not()
    {
        Assert.True(Faults.MayPass(Sqlite(13)));
        Assert.True(Faults.MayPass(Postgres("57P01")));
        Assert.True(Faults.MayPass(Postgres("40001")));
        Assert.False(Faults.MayPass(Postgres("22021")));
        Assert.False(Faults.MayPass(Postgres("22001")));
        Assert.False(Faults.MayPass(new InvalidOperationException("Oh.")));
    }

    [Fact]
    public void Each_says_what_was_saved_and_what_to_do()
    {
        Refusal[] all =
        [
            Faults.DiskFull,
            Faults.ReadOnly,
            Faults.NoConnection,
            Faults.OutOfReach,
            Faults.Damaged,
            Faults.TooLong,
            Faults.NoText,
        ];
        Assert.All(all, r => Assert.Matches("[Nn]othing was (saved|changed)", r.Because));
        Assert.All(all, r => Assert.Matches("send this again|Try again|heed doctor", r.Because));
    }
}
