using System.Globalization;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Heed.Tests.Storage;

/// <summary>
/// kill −9 at moments that chance chooses. HEED_TEST_KILLS=50 for more than a look; HEED_TEST_SEED for other moments.
/// </summary>
/// <param name="looks">How many are a look.</param>
sealed class Kills(string of, int looks = 1)
{
    static readonly int Seed = Given("HEED_TEST_SEED", 9);

    readonly Random _chance = new(Seed);

    public int Count { get; } = Given("HEED_TEST_KILLS", looks);
    readonly Dictionary<string, int> _counts = [];

    static int Given(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given)
            ? given
            : otherwise;

    /// <summary>Some time within what it takes when nobody kills it.</summary>
    public TimeSpan Moment(TimeSpan whole) => whole * _chance.NextDouble();

    /// <summary>
    /// Acts until it was killed as often as it is to be: what ended before its moment was no kill, and the next moments
    /// come earlier; after a kill they come later, so that they lie all over what it does.
    /// </summary>
    /// <param name="act">Whether it had ended.</param>
    public async Task Each(TimeSpan whole, Func<TimeSpan, Task<bool>> act)
    {
        for (var (killed, tries) = (0, 0); killed < Count; tries++)
        {
            Assert.True(tries < Count * 10, "It always ends before it can be killed.");
            if (await act(Moment(whole)))
            {
                Note("that had ended before");
                whole *= 0.8;
            }
            else
            {
                killed++;
                whole *= 1.05;
            }
        }
    }

    public void Note(string what, int count = 1) => _counts[what] = _counts.GetValueOrDefault(what) + count;

    public void Tell() =>
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{TestDatabase.Name}, {of}, seed {Seed}: {Count} kills; {string.Join(", ", _counts.Select(c => $"{c.Value:#,0} {c.Key}"))}."
        );

    public static Task IsSound(World world) =>
        IsSound(
            world.Services.GetRequiredService<Settings>() is { UsesPostgres: true } settings
                ? settings.Database
                : world.Services.GetRequiredService<Settings>().SqliteConnection
        );

    /// <summary>What a database says of itself; PostgreSQL holds its keys at every statement.</summary>
    public static async Task IsSound(string connection)
    {
        if (TestDatabase.Postgres is not null)
        {
            await using var server = new NpgsqlConnection(connection);
            await server.OpenAsync();
            await using var invalid = new NpgsqlCommand("SELECT count(*) FROM pg_index WHERE NOT indisvalid", server);
            Assert.Equal(0L, await invalid.ExecuteScalarAsync());
            return;
        }
        await using var file = new SqliteConnection(connection);
        await file.OpenAsync();
        await using var check = file.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await check.ExecuteScalarAsync());
        check.CommandText = "PRAGMA foreign_key_check";
        Assert.Null(await check.ExecuteScalarAsync());
    }
}
