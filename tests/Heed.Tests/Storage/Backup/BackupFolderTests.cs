using Heed.Commands;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>What stays in a folder of backups, and what is never touched there.</summary>
public sealed class BackupFolderTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 15, 0, TimeSpan.Zero);

    static BackupFile Of(DateTimeOffset at, BackupState state = BackupState.Whole) =>
        new($"{at:O}", at, 1, false, state);

    [Fact]
    public void Two_years_of_nights_leave_fourteen_days_and_twelve_months()
    {
        var kept = new List<BackupFile>();
        for (var night = Now.AddYears(-2); night <= Now; night = night.AddDays(1))
        {
            kept.Add(Of(night));
            kept.RemoveAll(BackupFolder.TooMany(kept, 14).Contains);
        }
        Assert.Equal(14 + 11, kept.Count);
        Assert.Equal(Now, kept[^1].MadeAt);
        Assert.Equal(Enumerable.Range(0, 14).Select(d => Now.AddDays(d - 13)), kept[^14..].Select(b => b.MadeAt));
        Assert.Equal(new DateOnly(2025, 12, 31), kept[0].MadeAt.UtcDay());
    }

    [Fact]
    public void All_of_the_last_day_stay()
    {
        var hours = Enumerable.Range(0, 100).Select(h => Of(Now.AddHours(-h))).ToList();
        var left = hours.Except(BackupFolder.TooMany(hours, 2)).ToList();
        Assert.Equal(24, left.Count(b => b.MadeAt > Now.AddDays(-1)));
        Assert.Equal(new DateOnly(2026, 11, 28), left[^1].MadeAt.UtcDay());
    }

    [Fact]
    public void The_last_good_one_stays_however_many_came_after_it_that_are_not()
    {
        var good = Of(Now.AddYears(-3));
        BackupFile[] all =
        [
            good,
            .. Enumerable.Range(0, 30).Select(d => Of(Now.AddDays(-d), BackupState.Altered)),
            .. Enumerable.Range(30, 30).Select(d => Of(Now.AddDays(-d), BackupState.Untold)),
        ];
        Assert.Empty(BackupFolder.TooMany(all, 1));
    }

    [Fact]
    public async Task Only_what_Heed_wrote_there_and_found_whole_is_removed_and_only_after_a_new_one()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var (place, settings) = (Folder(), SettingsOf(world));
        var folder = new BackupFolder(place);
        string Written(string name, bool isNoted, string? altered = null)
        {
            var file = Path.Combine(place, name);
            File.WriteAllText(file, "as it was");
            var manifest = new BackupManifest(
                "1",
                "First",
                Now,
                new Dictionary<string, TableSum>(),
                new Dictionary<string, string>()
            );
            if (isNoted)
                folder.Found(file, manifest, false);
            if (altered is not null)
                File.WriteAllText(file, altered);
            return file;
        }
        var (early, late) = (
            Written("heed-2020-01-01T000000Z.heed-backup", true),
            Written("heed-2020-01-01T120000Z.heed-backup", true)
        );
        string[] others =
        [
            Written("heed-2019-01-01T000000Z.heed-backup", false),
            Written("heed-2019-01-01T120000Z.heed-backup", true, "another"),
            Written("heed-of-mineZ.heed-backup", false),
            Written("own.txt", false),
        ];
        // A try that fails removes nothing: what has its name cannot be written over.
        var taken = Directory.CreateDirectory(Path.Combine(place, "heed-2035-03-05T090000Z.heed-backup"));
        await using (var scope = world.Services.CreateAsyncScope())
            Assert.True(
                (await scope.ServiceProvider.GetRequiredService<KeepBackup>().Run(place, null, 1, default)).Refused(
                    out _,
                    out _
                )
            );
        Assert.True(File.Exists(early));
        taken.Delete();

        var said = await Said(BackupCommand.Write(settings, place, 1, "", default));
        Assert.StartsWith(place, said, StringComparison.Ordinal);
        Assert.All(others, file => Assert.True(File.Exists(file), file));
        Assert.False(File.Exists(early));
        Assert.False(File.Exists(early + ".whole"));
        Assert.True(File.Exists(late));
        Assert.Equal(
            [BackupState.Whole, BackupState.Whole, BackupState.Altered, BackupState.Untold],
            folder.All().Select(b => b.State)
        );
    }

    [Fact]
    public async Task What_a_dead_process_left_half_written_goes_after_a_day()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var place = Folder();
        var (old, young, other) = (
            Path.Combine(place, "heed-2020-01-01T000000Z.heed-backup.part"),
            Path.Combine(place, "heed-2020-01-02T000000Z.heed-backup.part"),
            Path.Combine(place, "mine.part")
        );
        foreach (var part in (string[])[old, young, other])
            await File.WriteAllTextAsync(part, "half");
        File.SetLastWriteTimeUtc(old, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(other, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await Said(BackupCommand.Write(SettingsOf(world), place, null, "", default));
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.True(File.Exists(other));
    }
}
