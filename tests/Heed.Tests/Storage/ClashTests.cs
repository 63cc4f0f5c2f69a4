using Heed.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heed.Tests.Storage;

/// <summary>What only means that somebody else was quicker, told apart from what is broken.</summary>
public sealed class ClashTests
{
    static Exception Sqlite(int code, int extended) => new SqliteException("said by the database", code, extended);

    static Exception Postgres(string state) => new PostgresException("said by the database", "ERROR", "ERROR", state);

    public static TheoryData<string, Exception, bool> Said =>
        new()
        {
            { "SQLite is busy", Sqlite(5, 5), true },
            { "SQLite is locked by a shared cache", Sqlite(6, 262), true },
            { "a foreign key of SQLite", Sqlite(19, 787), true },
            { "a primary key of SQLite", Sqlite(19, 1555), true },
            { "a unique key of SQLite", Sqlite(19, 2067), true },
            { "what may not be null in SQLite", Sqlite(19, 1299), false },
            { "a check of SQLite", Sqlite(19, 275), false },
            { "a full disk under SQLite", Sqlite(13, 13), false },
            { "a unique key of PostgreSQL", Postgres("23505"), true },
            { "a foreign key of PostgreSQL", Postgres("23503"), true },
            { "two that cannot be put one after the other", Postgres("40001"), true },
            { "a deadlock", Postgres("40P01"), true },
            { "a lock that was not to be had", Postgres("55P03"), true },
            { "what may not be null in PostgreSQL", Postgres("23502"), false },
            { "a disk that is full", Postgres("53100"), false },
            { "a save that failed for no reason of a database", new DbUpdateException("It failed."), false },
        };

    [Theory]
    [MemberData(nameof(Said), DisableDiscoveryEnumeration = true)]
    public void Somebody_was_quicker_or_it_is_broken(string what, Exception problem, bool isClash)
    {
        Assert.True(Clash.Is(problem) == isClash, what);
        Assert.True(
            Clash.Is(new DbUpdateException("wrapped", new InvalidOperationException("", problem))) == isClash,
            what
        );
    }

    [Fact]
    public void A_row_that_is_another_by_now_is_one() =>
        Assert.True(Clash.Is(new DbUpdateConcurrencyException("It is another.")));

    [Fact]
    public void It_is_said_that_nothing_was_saved_and_what_to_do()
    {
        Assert.Equal(409, Clash.Refusal.Status);
        Assert.Contains("Nothing of yours was saved", Clash.Refusal.Because, StringComparison.Ordinal);
        Assert.EndsWith("try again.", Clash.Refusal.Because, StringComparison.Ordinal);
    }
}
