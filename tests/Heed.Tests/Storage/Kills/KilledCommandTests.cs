using System.Diagnostics;
using Heed.Shell;
using Heed.Storage;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>A command that is killed at any moment leaves all or nothing, or says what is owed.</summary>
public sealed class KilledCommandTests
{
    /// <summary>How long it takes from the sign that it is at work to its end.</summary>
    static async Task<TimeSpan> Takes(string[] words, Func<Task<bool>> sign)
    {
        var watch = new Stopwatch();
        Assert.True(
            await StartedHeed.KilledAfter(
                TimeSpan.FromMinutes(5),
                words,
                async () =>
                {
                    if (!await sign())
                        return false;
                    watch.Start();
                    return true;
                }
            )
        );
        Assert.True(watch.IsRunning, "It ended before its sign was seen.");
        return watch.Elapsed;
    }

    /// <summary>A copy that is made or was: the half one may be whole before anybody has looked.</summary>
    static Task<bool> IsCopied(EmptyDatabase of) =>
        Task.FromResult(Directory.EnumerateFiles(of.Folder, "*.before-upgrade-from-*").Any());

    /// <summary>Whether somebody has begun to make tables there.</summary>
    static async Task<bool> IsBegun(EmptyDatabase of)
    {
        if (TestDatabase.Postgres is null)
            return File.Exists(Path.Combine(of.Folder, "heed.db"));
        await using var db = of.Open();
        return await Schema.IsThere(db, "__EFMigrationsHistory", default);
    }

    static async Task<string?> Starts(string[] settings)
    {
        Assert.False(Server.Build(settings).Refused(out _, out var app));
        await using (app)
            return (await Server.Prepare(app!, default)).Refused(out var refusal) ? refusal.Because : null;
    }

    static async Task<EmptyDatabase> Upgraded()
    {
        var database = await EmptyDatabase.Of385b4d7();
        await using var db = database.Open();
        Assert.False((await Schema.Bring(db, default)).Refused(out var stuck), stuck?.Because);
        return database;
    }

    static async Task<bool> HasPeople(HeedDb db) =>
        await Schema.IsThere(db, "People", default) && await Schema.IsLivedIn(db, default);

    [Fact]
    public async Task A_backup_is_whole_or_not_there()
    {
        var kills = new Kills("backup");
        await using var database = await Upgraded();
        var (folder, secret) = (Folder(), Path.Combine(Folder(), "password"));
        await File.WriteAllTextAsync(secret, "a lamp on the stairs");
        string[] words = ["backup", "--to", folder, "--password-file", secret, .. database.Words];
        Task<bool> HasMoreThan(int before) => Task.FromResult(Directory.GetFiles(folder).Length > before);
        var time = await Takes(words, () => HasMoreThan(0));
        var told = (
            await Read(Path.Combine(folder, new BackupFolder(folder).All()[0].Name), "a lamp on the stairs")
        ).Tables;
        HashSet<string> seen = [];
        await kills.Each(
            time,
            async moment =>
            {
                var left = Directory.GetFiles(folder).Length;
                var before = new BackupFolder(folder).All().Count(f => f.State is BackupState.Whole);
                var ended = await StartedHeed.KilledAfter(moment, words, () => HasMoreThan(left));
                var all = new BackupFolder(folder).All();
                Assert.InRange(all.Count(f => f.State is BackupState.Whole), before, before + 1);
                // Whatever has its name is whole, whether its note was written or not.
                foreach (var file in all.Where(f => seen.Add(f.Name)))
                    Assert.Equal(told, (await Read(Path.Combine(folder, file.Name), "a lamp on the stairs")).Tables);
                // What was to be sealed lies nowhere open.
                Assert.DoesNotContain(Directory.GetFiles(folder), f => f.EndsWith(".open", StringComparison.Ordinal));
                return ended;
            }
        );
        kills.Note("whole", new BackupFolder(folder).All().Count(f => f.State is BackupState.Whole) - 1);
        kills.Note("whole without a note", new BackupFolder(folder).All().Count(f => f.State is BackupState.Untold));
        kills.Note("left half and not counted", Directory.GetFiles(folder, "*.part").Length);
        await Kills.IsSound(database.Connection);
        kills.Tell();
    }

    [Fact]
    public async Task A_restore_is_done_or_refused_as_unfinished()
    {
        var kills = new Kills("restore");
        await using var database = await EmptyDatabase.Of385b4d7();
        var old = await Backup(database.Settings);
        await using (var db = database.Open())
            Assert.False((await Schema.Bring(db, default)).Refused(out var stuck), stuck?.Because);
        var told = (await Read(await Backup(database.Settings))).Tables;
        TimeSpan time;
        await using (var place = await EmptyDatabase.New())
            time = await Takes(["restore", old, .. place.Words], () => IsBegun(place));
        await kills.Each(
            time,
            async moment =>
            {
                await using var place = await EmptyDatabase.New();
                var ended = await StartedHeed.KilledAfter(
                    moment,
                    ["restore", old, .. place.Words],
                    () => IsBegun(place)
                );
                await using (var db = place.Open())
                {
                    var isUnfinished =
                        (await db.Database.GetAppliedMigrationsAsync()).Any()
                        && await Schema.IsThere(db, Schema.UnderRestore, default);
                    if (isUnfinished)
                        Assert.Contains("was not finished", await Starts(place.Settings), StringComparison.Ordinal);
                    Assert.False(ended && isUnfinished);
                    kills.Note(
                        isUnfinished ? "with all rows, unfinished and refused"
                        : ended ? "that had ended, whole"
                        : await HasPeople(db) ? "with all done"
                        : "with no row"
                    );
                }
                var again = await Restore(place.Settings, old);
                Assert.True(
                    again.StartsWith("Restored", StringComparison.Ordinal)
                        || again.Contains("Somebody is here already", StringComparison.Ordinal),
                    again
                );
                Assert.Null(await Starts(place.Settings));
                // A start owes the work of an upgrade.
                Assert.Equal(
                    told.Where(t => t.Key != "Jobs"),
                    (await Read(await Backup(place.Settings))).Tables.Where(t => t.Key != "Jobs")
                );
                await Kills.IsSound(place.Connection);
                return ended;
            }
        );
        kills.Tell();
    }

    [Fact]
    public async Task An_upgrade_goes_on_at_the_next_start()
    {
        var kills = new Kills("migration");
        await using var reference = await Upgraded();
        var told = (await Read(await Backup(reference.Settings))).Tables;
        TimeSpan time;
        await using (var database = await EmptyDatabase.Of385b4d7())
            time = await Takes(["migrate", .. database.Words], () => IsCopied(database));
        await kills.Each(
            time,
            async moment =>
            {
                await using var database = await EmptyDatabase.Of385b4d7();
                var ended = await StartedHeed.KilledAfter(
                    moment,
                    ["migrate", .. database.Words],
                    () => IsCopied(database)
                );
                await using (var db = database.Open())
                    kills.Note(
                        (await db.Database.GetPendingMigrationsAsync()).Count() switch
                        {
                            0 => "at the last step",
                            var left when left == db.Database.GetMigrations().Count() - 1 => "before the first step",
                            _ => "between two steps",
                        }
                    );
                foreach (var copy in Directory.GetFiles(database.Folder, "*.before-upgrade-from-*"))
                    if (copy.EndsWith(".heed-backup", StringComparison.Ordinal))
                        await Read(copy);
                    else if (!copy.Contains(".part", StringComparison.Ordinal))
                        await Kills.IsSound($"Data Source={copy};Pooling=False");
                Assert.Null(await Starts(database.Settings));
                Assert.Equal(
                    told.Where(t => t.Key != "Jobs"),
                    (await Read(await Backup(database.Settings))).Tables.Where(t => t.Key != "Jobs")
                );
                await Kills.IsSound(database.Connection);
                return ended;
            }
        );
        kills.Tell();
    }
}
