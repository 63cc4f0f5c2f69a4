using System.IO.Compression;
using System.Text.Json.Nodes;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>An older backup is brought back in its own terms and then upgraded; a newer one is refused.</summary>
public sealed class RestoreOfAnotherVersionTests
{
    [Fact]
    public async Task One_of_385b4d7_comes_back_as_if_it_had_been_upgraded_in_its_place()
    {
        await using var old = await EmptyDatabase.Of385b4d7();
        var file = await Backup(old.Settings);
        var told = await Read(file);
        Assert.Equal("First", told.Schema);
        Assert.True(told.Rows > 300, $"{told.Rows}");
        await using (var db = old.Open())
            Assert.False((await Schema.Bring(db, default)).Refused(out var stuck), stuck?.Because);
        var upgraded = (await Read(await Backup(old.Settings))).Tables;

        await using var same = await EmptyDatabase.New();
        foreach (var place in (string[][])[same.Settings, EmptyFolder()])
        {
            Assert.StartsWith("Restored", await Restore(place, file), StringComparison.Ordinal);
            var there = await Read(await Backup(place));
            Assert.Equal(SchemaSteps.Last, there.Schema);
            Assert.Equal(upgraded, there.Tables);
        }
        await using var world = await World.On(same.Settings);
        using var browser = world.Visitor();
        using var signedIn = await browser.SignIn(
            Heed.Demo.SampleOrganisation.Email,
            Heed.Demo.SampleOrganisation.Password
        );
        foreach (var path in (string[])["/", "/metrics", "/aim", "/try", "/journal", "/listen", "/customers"])
            Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_newer_one_is_refused_before_anything_is_written()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var file = await Backup(SettingsOf(world));
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            var entry = archive.GetEntry(BackupManifest.Entry)!;
            JsonNode manifest;
            using (var content = entry.Open())
                manifest = JsonNode.Parse(content)!;
            (manifest["schema"], manifest["heed"]) = ("TeleportersOf2029", "9.9");
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(BackupManifest.Entry).Open());
            await writer.WriteAsync(manifest.ToJsonString());
        }
        var folder = Folder();
        var said = await Restore([$"--Heed:Data={folder}"], file);
        Assert.StartsWith("NO: This backup was made by Heed 9.9, which is newer", said, StringComparison.Ordinal);
        Assert.Contains("TeleportersOf2029", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
        await using var empty = await EmptyDatabase.New();
        Assert.StartsWith("NO:", await Restore(empty.Settings, file), StringComparison.Ordinal);
        await using var db = empty.Open();
        Assert.Empty(await db.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task Where_a_newer_Heed_was_started_an_older_one_is_refused()
    {
        await using var old = await EmptyDatabase.Of385b4d7();
        var file = await Backup(old.Settings);
        await using var place = await EmptyDatabase.New();
        await using (var db = place.Open())
            Assert.False((await Schema.Bring(db, default)).Refused(out _));
        Assert.Contains("in which no Heed was started", await Restore(place.Settings, file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_cut_off_before_all_was_done_is_finished_and_lets_nobody_in_before()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var (file, other) = (await Backup(SettingsOf(world)), await Backup(SettingsOf(world)));
        var list = Path.Combine(Folder(), "forgotten.txt");
        await File.WriteAllTextAsync(list, $"{ben.Member.Id}\n");

        await using var place = await EmptyDatabase.New();
        Assert.False(Server.Build(place.Settings).Refused(out _, out var app));
        await using (app)
        {
            await using var scope = app!.Services.CreateAsyncScope();
            await Assert.ThrowsAsync<TimeoutException>(() =>
                scope
                    .ServiceProvider.GetRequiredService<RestoreBackup>()
                    .Run(file, null, _ => throw new TimeoutException("The power is gone."), default)
            );
            Assert.True((await Server.Prepare(app, default)).Refused(out var refusal));
            Assert.Contains("was not finished", refusal.Because, StringComparison.Ordinal);
        }
        Assert.Contains(
            "Another backup was being restored",
            await Restore(place.Settings, other),
            StringComparison.Ordinal
        );
        var doctor = new StringWriter();
        await Heed.Commands.DoctorCommand.Examine(place.Settings, false, doctor, default);
        Assert.Contains(
            "WRONG  Database: a backup was being restored here",
            doctor.ToString(),
            StringComparison.Ordinal
        );
        var said = await Restore(place.Settings, file, null, list);
        Assert.StartsWith("Restored", said, StringComparison.Ordinal);
        Assert.Contains("1 member of it had asked to be forgotten", said, StringComparison.Ordinal);
        Assert.Contains("Somebody is here already", await Restore(place.Settings, file), StringComparison.Ordinal);
        await using var restored = await World.On(place.Settings);
        Assert.Equal("ready", await restored.Visitor().GetStringAsync("/health/ready"));
    }
}
