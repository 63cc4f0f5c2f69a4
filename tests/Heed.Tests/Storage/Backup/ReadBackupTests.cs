using System.IO.Compression;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>A file that is not the whole of what was written is told, and nothing of it arrives.</summary>
public sealed class ReadBackupTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("a lamp on the stairs")]
    public async Task One_that_was_cut_off_or_altered_is_refused_and_nothing_arrives(string? password)
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var file = await Backup(SettingsOf(world), password);
        var whole = await File.ReadAllBytesAsync(file);
        var secret = Path.Combine(Folder(), "password");
        await File.WriteAllTextAsync(secret, password ?? "a lamp on the stairs");
        var place = EmptyFolder();
        foreach (
            var broken in (byte[][])
                [
                    [],
                    whole[..10],
                    whole[..(whole.Length / 2)],
                    whole[..^1],
                    [
                        .. whole[..(whole.Length / 3)],
                        (byte)(whole[whole.Length / 3] ^ 1),
                        .. whole[(whole.Length / 3 + 1)..],
                    ],
                ]
        )
        {
            await File.WriteAllBytesAsync(file, broken);
            Assert.StartsWith("NO: This", await Restore(place, file, secret), StringComparison.Ordinal);
        }
        await File.WriteAllBytesAsync(file, whole);
        Assert.StartsWith("Restored", await Restore(place, file, secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_row_that_somebody_changed_in_it_is_found()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var file = await Backup(SettingsOf(world));
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            var entry = archive.GetEntry("tables/Teams.jsonl")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = await reader.ReadToEndAsync();
            entry.Delete();
            await using var writer = new StreamWriter(archive.CreateEntry("tables/Teams.jsonl").Open());
            await writer.WriteAsync(text.Replace("Checkout", "Chequers", StringComparison.Ordinal));
        }
        Assert.Contains("Teams has other rows", await Restore(EmptyFolder(), file), StringComparison.Ordinal);
    }
}
