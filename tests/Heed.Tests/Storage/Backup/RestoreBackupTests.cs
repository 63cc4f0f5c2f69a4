using System.Net;
using Heed.Commands;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>What was there is there again: every row, on either database, and nobody who asked to be forgotten.</summary>
public sealed class RestoreBackupTests
{
    [Fact]
    public async Task All_of_a_grown_Heed_comes_back_on_this_database_and_on_the_other()
    {
        await using var old = await EmptyDatabase.Of385b4d7();
        await using (var db = old.Open())
            Assert.False((await Schema.Bring(db, default)).Refused(out var stuck), stuck?.Because);
        var file = await Backup(old.Settings);
        var told = await Read(file);
        Assert.True(told.Rows > 300, $"{told.Rows}");
        Assert.All(
            (string[])["Members", "Measurements", "TrialVerdicts", "CheckIns", "Entries", "KeyRing", "Terms"],
            table => Assert.NotEqual(0, told.Tables[table].Rows)
        );

        // There and back again: what PostgreSQL gives is what SQLite was given, to the last bit.
        await using var same = await EmptyDatabase.New();
        Assert.Contains(
            "Every count and every hash is as it was",
            await Restore(same.Settings, file),
            StringComparison.Ordinal
        );
        var elsewhere = EmptyFolder();
        Assert.Contains("Every count", await Restore(elsewhere, await Backup(same.Settings)), StringComparison.Ordinal);
        Assert.Equal(told.Tables, (await Read(await Backup(elsewhere))).Tables);

        await using var world = await World.On(same.Settings);
        using var browser = world.Visitor();
        using var signedIn = await browser.SignIn(
            Heed.Demo.SampleOrganisation.Email,
            Heed.Demo.SampleOrganisation.Password
        );
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        foreach (var path in (string[])["/", "/metrics", "/aim", "/try", "/journal", "/listen", "/customers"])
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
        // And it goes on: numbers that the database gives by itself do not begin anew.
        await using var scope = world.Services.CreateAsyncScope();
        Assert.NotEqual(
            0,
            await scope.ServiceProvider.GetRequiredService<HeedDb>().Metrics.IgnoreQueryFilters().CountAsync()
        );
    }

    [Fact]
    public async Task Whoever_is_signed_in_stays_so_over_a_restore()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cookies = (await maya.SignInAnswer()).Select(c => c.Split(';')[0]).ToList();
        var file = await Backup(SettingsOf(world));
        await using var empty = await EmptyDatabase.New();
        await Restore(empty.Settings, file);
        await using var restored = await World.On(empty.Settings);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = restored.Address,
        };
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        Assert.True((await (maya with { World = restored }).Api().GetAsync("/api/v1/me")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_place_where_somebody_is_keeps_what_it_has()
    {
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var file = await Backup(SettingsOf(world));
        await world.Organisation("Attic");
        Assert.Contains("Somebody is here already", await Restore(SettingsOf(world), file), StringComparison.Ordinal);
        Assert.Equal(2, (await Read(await Backup(SettingsOf(world)))).Tables["Workspaces"].Rows);
        Assert.StartsWith(
            "NO: There is a file",
            await Said(BackupCommand.Write(SettingsOf(world), file, null, "", default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_was_forgotten_does_not_come_back_with_an_older_backup()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var file = await Backup(SettingsOf(world));
        using var done = await maya.Api().PostAsync($"/api/v1/members/{ben.Member.Id}/erasure", null);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        var list = Path.Combine(world.Services.GetRequiredService<Settings>().Data, "forgotten.txt");
        Assert.DoesNotContain("Ben", await File.ReadAllTextAsync(list), StringComparison.Ordinal);

        var (with, without) = (EmptyFolder(), EmptyFolder());
        Assert.Contains(
            "1 member of it had asked to be forgotten",
            await Restore(with, file, null, list),
            StringComparison.Ordinal
        );
        await Restore(without, file);
        Assert.Equal(1, (await Read(await Backup(with))).Tables["Members"].Rows);
        Assert.Equal(2, (await Read(await Backup(without))).Tables["Members"].Rows);
        Assert.StartsWith("NO:", await Restore(EmptyFolder(), file, null, list + "x"), StringComparison.Ordinal);
    }
}
