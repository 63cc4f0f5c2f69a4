using System.Net;
using System.Net.Http.Json;
using System.Text;
using Heed.Storage;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>One file holds all, as it was at one moment, and opens for its owner alone.</summary>
public sealed class WriteBackupTests
{
    [Fact]
    public async Task It_is_of_one_moment_while_people_go_on()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        using var api = maya.Api();
        using var enough = new CancellationTokenSource();
        var made = 0;
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                using var answer = await api.PostAsJsonAsync("/api/v1/teams", new { name = $"Team {made}" });
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                made++;
            }
        });
        List<BackupManifest> told = [];
        while (told.Count < 5 || (told.Count < 50 && told[^1].Tables["Teams"] == told[0].Tables["Teams"]))
            told.Add(await Read(await Backup(SettingsOf(world))));
        await enough.CancelAsync();
        await writing;
        // Each team is made with its line of history, in one transaction; the first team has none.
        Assert.All(told, t => Assert.Equal(t.Tables["Teams"].Rows - 1, t.Tables["Entries"].Rows));
        Assert.True(told[^1].Tables["Teams"].Rows > told[0].Tables["Teams"].Rows, $"{made} were made.");
    }

    [Fact]
    public async Task A_sealed_one_opens_with_its_password_alone()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var folder = Folder();
        var (right, wrong) = (Path.Combine(folder, "right"), Path.Combine(folder, "wrong"));
        await File.WriteAllTextAsync(right, "a lamp on the stairs\n");
        await File.WriteAllTextAsync(wrong, "a lamp on the shelf\n");
        var file = await Backup(SettingsOf(world), "a lamp on the stairs");
        Assert.DoesNotContain(
            "Harbor",
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)),
            StringComparison.Ordinal
        );
        Assert.Contains("is sealed", await Restore(EmptyFolder(), file), StringComparison.Ordinal);
        Assert.Contains(
            "does not open with this password",
            await Restore(EmptyFolder(), file, wrong),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Restored", await Restore(EmptyFolder(), file, right), StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
    }
}
