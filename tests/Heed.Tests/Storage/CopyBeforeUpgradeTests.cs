using Heed.Commands;
using Heed.Shell;
using Heed.Storage;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>Before an upgrade all that is there is copied, whole, and without that nothing is changed.</summary>
public sealed class CopyBeforeUpgradeTests
{
    static async Task<string?> Start(string[] settings, params string[] others)
    {
        Assert.False(Server.Build([.. settings, .. others]).Refused(out _, out var app));
        await using (app)
            return (await Server.Prepare(app!, default)).Refused(out var refusal) ? refusal.Because : null;
    }

    static string[] Copies(EmptyDatabase of) => Directory.GetFiles(of.Folder, "*.before-upgrade-from-*");

    static async Task<string> Step(EmptyDatabase of)
    {
        await using var db = of.Open();
        return (await db.Database.GetAppliedMigrationsAsync()).Max(StringComparer.Ordinal)!;
    }

    [Fact]
    public async Task An_upgrade_keeps_all_as_it_was()
    {
        await using var old = await EmptyDatabase.Of385b4d7();
        var step = await Step(old);
        var before = (await Read(await Backup(old.Settings))).Tables;
        foreach (var earlier in (string[])["2019", "2020", "2021"])
            await File.WriteAllTextAsync(
                Path.Combine(
                    old.Folder,
                    (TestDatabase.Postgres is null ? "heed.db" : "heed") + $".before-upgrade-from-{earlier}"
                ),
                "earlier"
            );
        Assert.Null(await Start(old.Settings));
        Assert.NotEqual(step, await Step(old));
        var copy = Assert.Single(Copies(old), c => c.Contains(step, StringComparison.Ordinal));
        Assert.Equal(3, Copies(old).Length);
        Assert.DoesNotContain(Copies(old), c => c.EndsWith("2019", StringComparison.Ordinal));
        if (TestDatabase.Postgres is null)
        {
            var place = Folder();
            File.Copy(copy, Path.Combine(place, "heed.db"));
            copy = await Backup([$"--Heed:Data={place}"]);
        }
        var kept = await Read(copy);
        Assert.EndsWith($"_{kept.Schema}", step, StringComparison.Ordinal);
        Assert.Equal(before, kept.Tables);
        // A second start has nothing to upgrade and nothing to copy.
        foreach (var file in Copies(old))
            File.Delete(file);
        Assert.Null(await Start(old.Settings));
        Assert.Empty(Copies(old));
    }

    [Fact]
    public async Task Without_its_copy_no_upgrade_begins_unless_that_is_wished()
    {
        await using var old = await EmptyDatabase.Of385b4d7();
        var step = await Step(old);
        var inTheWay = TestDatabase.Postgres is null
            ? $"heed.db.before-upgrade-from-{step}"
            : $"heed.before-upgrade-from-{step}.heed-backup";
        Directory.CreateDirectory(Path.Combine(old.Folder, inTheWay));
        var said = await Start(old.Settings);
        Assert.StartsWith(
            "Before the upgrade all is copied into the data folder, and that failed",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("heed migrate --without-copy", said, StringComparison.Ordinal);
        Assert.Equal(step, await Step(old));
        Assert.DoesNotContain(Directory.GetFiles(old.Folder), f => f.EndsWith(".part", StringComparison.Ordinal));
        Assert.Equal(0, await HeedCommand.Run(["migrate", "--without-copy", .. old.Words]));
        Assert.NotEqual(step, await Step(old));
    }

    [Fact]
    public async Task Where_nobody_is_nothing_is_copied()
    {
        await using var old = await EmptyDatabase.New();
        await using (var db = old.Open())
            Assert.False((await Schema.To(db, "Jobs", null, default)).Refused(out _));
        Assert.EndsWith("_Jobs", await Step(old), StringComparison.Ordinal);
        Assert.Null(await Start(old.Settings));
        Assert.Empty(Copies(old));
        Assert.Contains(
            "Heed:UpgradeWithoutCopy is “true”",
            Server.Build([.. old.Settings, "--Heed:UpgradeWithoutCopy=true"]).Refused(out var no, out _)
                ? no.Because
                : "",
            StringComparison.Ordinal
        );
    }
}
