using Heed.Storage;
using Microsoft.EntityFrameworkCore;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

public sealed class KilledBackupTests
{
    /// <summary>HEED_TEST_KILLS=50 for more than a look.</summary>
    static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("HEED_TEST_KILLS"), out var kills)
        ? kills
        : 4;

    [Fact]
    public async Task Killed_at_any_moment_it_leaves_a_whole_backup_or_none_and_all_of_a_restore_or_nothing()
    {
        await using var old = await EmptyDatabase.Of385b4d7();
        await using (var db = old.Open())
            Assert.False((await Schema.Bring(db, default)).Refused(out _));
        var whole = await Backup(old.Settings);
        var told = (await Read(whole)).Tables;
        var chance = new Random(9);
        var (ended, none, all) = (0, 0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var file = Path.Combine(Folder(), "of.heed-backup");
            if (await StartedHeed.KilledAfter(Moment(), null, ["backup", "--to", file, .. old.Words]))
                ended++;
            if (File.Exists(file))
                Assert.Equal(told, (await Read(file)).Tables);

            await using var place = await EmptyDatabase.New();
            // Its tables are there, so that the moments fall into the restore itself.
            await using (var db = place.Open())
                Assert.False((await Schema.Bring(db, default)).Refused(out _));
            await StartedHeed.KilledAfter(Moment(), null, ["restore", whole, .. place.Words]);
            var again = await Restore(place.Settings, whole);
            if (again.Contains("Somebody is here already", StringComparison.Ordinal))
                all++;
            else if (again.StartsWith("Restored", StringComparison.Ordinal))
                none++;
            Assert.Equal(kill + 1, all + none);
            // Whoever opens a whole one owes the work of an upgrade.
            var found = (await Read(await Backup(place.Settings))).Tables;
            Assert.Equal(told.Where(t => t.Key != "Jobs"), found.Where(t => t.Key != "Jobs"));
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Kills} kills: {ended} backups had ended, {all} restores were whole, {none} had left nothing."
        );

        TimeSpan Moment() => TimeSpan.FromMilliseconds(300 + chance.Next(1500));
    }
}
