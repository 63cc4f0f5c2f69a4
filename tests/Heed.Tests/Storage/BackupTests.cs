using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Heed.Commands;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Heed.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

/// <summary>What was there is there again: every row, on either database, and nobody who asked to be forgotten.</summary>
public sealed class BackupTests
{
    static string Folder() => Directory.CreateTempSubdirectory("heed-backup-").FullName;

    static string[] SettingsOf(World world)
    {
        var settings = world.Services.GetRequiredService<Settings>();
        return [$"--Heed:Data={settings.Data}", $"--Heed:Database={settings.Database}"];
    }

    static async Task<string> Said(Task<Outcome<string>> act) =>
        (await act).Refused(out var refusal, out var said) ? $"NO: {refusal.Because}" : said;

    static async Task<string> Backup(string[] settings, string? password = null, string? to = null)
    {
        var file = to ?? Path.Combine(Folder(), "of.heed-backup");
        var said = await Said(BackupCommand.Write(settings, file, null, password ?? "", default));
        Assert.StartsWith(file, said, StringComparison.Ordinal);
        return file;
    }

    /// <summary>As the command does it: an empty place, brought to this version.</summary>
    static async Task<string> Restore(
        string[] settings,
        string file,
        string? passwordFile = null,
        string? forgotten = null
    )
    {
        Assert.False(Server.Build(settings).Refused(out _, out var app));
        await using (app)
        {
            Assert.False((await Server.Prepare(app!, default)).Refused(out var refusal), refusal?.Because);
            await using var scope = app!.Services.CreateAsyncScope();
            return await Said(RestoreCommand.Run(scope.ServiceProvider, file, passwordFile, forgotten, default));
        }
    }

    static async Task<BackupManifest> Read(string file, string? password = null)
    {
        Assert.False(
            (await new ReadBackup().Check(file, password, default)).Refused(out var no, out var found),
            no?.Because
        );
        return found!.Manifest;
    }

    static string[] EmptyFolder() => [$"--Heed:Data={Folder()}"];

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
        using var signedIn = await browser.PostForm(
            "/sign-in",
            "sign-in",
            new()
            {
                ["Asked.Email"] = Heed.Demo.SampleOrganisation.Email,
                ["Asked.Password"] = Heed.Demo.SampleOrganisation.Password,
            }
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
        for (var i = 0; i < 5; i++)
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

    [Fact]
    public async Task In_a_folder_the_newest_stay_and_the_doctor_knows_the_last()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Contains(
            "No backup was made here yet",
            (await (await maya.Browser()).Page("/backups")).Body!.TextContent,
            StringComparison.Ordinal
        );
        var folder = Folder();
        foreach (
            var name in (string[])
                ["heed-2020-01-01T000000Z.heed-backup", "heed-2021-01-01T000000Z.heed-backup", "own.txt"]
        )
            await File.WriteAllTextAsync(Path.Combine(folder, name), "");
        Assert.StartsWith(
            folder,
            await Said(BackupCommand.Write(SettingsOf(world), folder, 2, "", default)),
            StringComparison.Ordinal
        );
        var left = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(3, left.Count);
        Assert.Equal("heed-2021-01-01T000000Z.heed-backup", left[0]);
        Assert.Equal("own.txt", left[2]);
        var last = LastBackup.Of(world.Services.GetRequiredService<Settings>())!;
        Assert.Equal(Path.Combine(folder, left[1]!), last.File);
        // The command works by the machine's clock.
        world.Clock.MoveTo(last.MadeAt.AddHours(1));
        var (admin, other) = (
            await maya.Browser(),
            await (await world.Colleague(maya, "Ben", Role.Contributor)).Browser()
        );
        Assert.Contains(last.File, (await admin.Page("/backups")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(last.File, (await other.Page("/backups")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("fresh", (await admin.Page("/backups")).Body!.TextContent, StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(9));
        Assert.Contains(
            "old",
            (await (await maya.Browser()).Page("/backups")).QuerySelector("main dl")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.True(Checkup.Backup(last, last.MadeAt.AddDays(7)).IsWell);
        Assert.False(Checkup.Backup(last, last.MadeAt.AddDays(9)).IsWell);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(last.File));
    }

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

    [Fact]
    public async Task An_upgrade_on_SQLite_keeps_the_database_as_it_was()
    {
        Assert.SkipUnless(TestDatabase.Postgres is null, "PostgreSQL is copied by its own tools.");
        await using var old = await EmptyDatabase.Of385b4d7();
        string step;
        await using (var db = old.Open())
        {
            step = (await db.Database.GetAppliedMigrationsAsync()).Max(StringComparer.Ordinal)!;
            Assert.False((await Schema.Bring(db, default)).Refused(out _));
        }
        var copy = Assert.Single(Directory.GetFiles(old.Folder, "*.before-upgrade-from-*"));
        Assert.EndsWith(step, copy, StringComparison.Ordinal);
        await using var before = new SqliteHeedDb(
            new DbContextOptionsBuilder<SqliteHeedDb>().UseSqlite($"Data Source={copy};Pooling=False").Options,
            new()
        );
        Assert.Equal(step, (await before.Database.GetAppliedMigrationsAsync()).Max(StringComparer.Ordinal));
        Assert.NotEqual(
            0,
            await before.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM \"Members\"").SingleAsync()
        );
    }
}
