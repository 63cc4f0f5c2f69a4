using System.Net;
using Heed.Commands;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Listen;
using Heed.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>Backups that Heed makes by itself, and one that an administrator asks for.</summary>
public sealed class BackUpTests
{
    static Task<World> Scheduled(string folder, params string[] others) =>
        World.Start(Worlds.Idle, [$"--Heed:BackupFolder={folder}", "--Heed:BackupEvery=03:15", .. others]);

    /// <summary>A minute of the server: what is due is owed, and then done.</summary>
    static async Task Minute(World world)
    {
        await world.Services.GetRequiredService<OweBackups>().Look(default);
        await world.Work();
    }

    static List<string> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.heed-backup").Order(StringComparer.Ordinal)];

    static Task<List<Job>> Jobs(World world, Cast who) =>
        world.As(
            who,
            s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().Where(j => j.Kind == BackUp.Kind).ToListAsync()
        );

    static async Task<string> PageOf(Cast who) =>
        (await (await who.Browser()).Page("/backups")).QuerySelector("main")!.TextContent;

    [Fact]
    public async Task One_is_made_each_night_and_none_twice()
    {
        var folder = Folder();
        await using var world = await Scheduled(folder, "--Heed:BackupKeep=2");
        // Nobody is here yet, and nothing to lose.
        await Minute(world);
        Assert.Empty(In(folder));
        var maya = await world.Organisation("Harbor Coffee");
        await Minute(world);
        await Minute(world);
        var first = Assert.Single(In(folder));
        Assert.Equal(1, (await Read(first)).Tables["Workspaces"].Rows);

        // 03:15 in Vienna is 02:15 in Greenwich.
        world.Clock.MoveTo(new(2035, 3, 6, 2, 14, 0, TimeSpan.Zero));
        await Minute(world);
        Assert.Single(In(folder));
        for (var night = 0; night < 3; night++)
        {
            world.Clock.MoveTo(new DateTimeOffset(2035, 3, 6, 2, 15, 0, TimeSpan.Zero).AddDays(night));
            await Minute(world);
            world.Clock.Move(TimeSpan.FromHours(3));
            await Minute(world);
        }
        // The last of each of two days stay; of this month the newest is among them.
        Assert.Equal(
            ["heed-2035-03-07T021500Z.heed-backup", "heed-2035-03-08T021500Z.heed-backup"],
            In(folder).Select(Path.GetFileName)
        );
        Assert.All(await Jobs(world, maya), j => Assert.Equal(1, j.Tries));
        Assert.Contains("The next is due 9 Mar", await PageOf(maya), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_over_one_database_make_one()
    {
        Assert.SkipWhen(TestDatabase.Postgres is null, "SQLite is for one process.");
        var folder = Folder();
        await using var world = await Scheduled(folder);
        var maya = await world.Organisation("Harbor Coffee");
        var settings = world.Services.GetRequiredService<Settings>();
        await using var second = await World.On([
            $"--Heed:Data={Folder()}",
            $"--Heed:Database={settings.Database}",
            $"--Heed:BackupFolder={folder}",
            "--Heed:BackupEvery=03:15",
        ]);
        for (var night = 0; night < 5; night++)
        {
            world.Clock.Move(TimeSpan.FromDays(1));
            second.Clock.MoveTo(world.Clock.GetUtcNow());
            await Task.WhenAll(Minute(world), Minute(second));
            await Errands.Until(async () => (await Jobs(world, maya)).TrueForAll(j => j.DoneAt is not null));
        }
        // One for each night, and one for the start, which may have come to lie in the first of them.
        var jobs = await Jobs(world, maya);
        Assert.InRange(jobs.Count, 5, 6);
        var days = In(folder).Select(f => Path.GetFileName(f)["heed-".Length..][..10]).ToList();
        Assert.Equal(days.Distinct(), days);
        Assert.InRange(days.Count, 5, jobs.Count);
    }

    [Fact]
    public async Task One_that_fails_is_mailed_to_the_administrators_of_every_organisation()
    {
        var folder = Path.Combine(Folder(), "of");
        await File.WriteAllTextAsync(folder, "");
        await using var sink = MailSink.Open();
        await using var world = await Scheduled(folder, sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        var rita = await world.Organisation("Rival Coffee", "Rita");
        var zoe = await world.Colleague(rita, "Zoe", Role.Admin);
        await world.Colleague(rita, "Tom", Role.Contributor);
        // Rita sees to both, and gets one letter.
        await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.Members.Add(
                    new()
                    {
                        PersonId = rita.Member.PersonId,
                        Name = "Rita",
                        Role = Role.Admin,
                        JoinedAt = world.Clock.GetUtcNow(),
                    }
                );
                return await db.SaveChangesAsync();
            }
        );
        for (var tries = 1; tries <= Job.MostTries; tries++)
        {
            await Minute(world);
            world.Clock.Move(Job.RestAfter(tries));
        }
        Assert.Equal(
            new[] { maya.Email, rita.Email, zoe.Email }.Order(),
            sink.Accepted.Select(letter => letter.To.ToString()).Order()
        );
    }

    [Fact]
    public async Task One_that_fails_is_said_everywhere_and_mailed_once()
    {
        var folder = Path.Combine(Folder(), "of");
        await using var sink = MailSink.Open();
        await using var world = await Scheduled(folder, sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        await Minute(world);
        var good = Assert.Single(In(folder));

        // The folder is gone, as when a disk is not there.
        Directory.Move(folder, folder + "-away");
        await File.WriteAllTextAsync(folder, "");
        for (var night = 0; night < 2; night++)
        {
            world.Clock.Move(TimeSpan.FromDays(1));
            for (var tries = 1; tries <= Job.MostTries; tries++)
            {
                await Minute(world);
                Assert.Contains("The last try failed", await PageOf(maya), StringComparison.Ordinal);
                world.Clock.Move(Job.RestAfter(tries));
            }
        }
        Assert.Equal(2, (await Jobs(world, maya)).Count(j => j.FailedAt is not null));
        var letter = Assert.Single(sink.Accepted);
        Assert.Equal(maya.Email, letter.To.ToString());
        Assert.Contains("/backups", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("The last try failed", await PageOf(ben), StringComparison.Ordinal);
        var doctor = new StringWriter();
        await DoctorCommand.Examine(SettingsOf(world), false, doctor, default);
        Assert.Contains("WRONG  Backup: the last try failed.", doctor.ToString(), StringComparison.Ordinal);

        // The disk is back, and somebody does not wait for the night.
        File.Delete(folder);
        Directory.Move(folder + "-away", folder);
        using var asked = await (await maya.Browser()).PostForm("/backups", "now", []);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("One is being made", await PageOf(maya), StringComparison.Ordinal);
        await world.Work();
        Assert.Equal(2, In(folder).Count);
        Assert.Equal(good, In(folder)[0]);
        var page = await PageOf(maya);
        Assert.DoesNotContain("The last try failed", page, StringComparison.Ordinal);
        Assert.Contains("found whole", page, StringComparison.Ordinal);
        Assert.All(await Jobs(world, maya), j => Assert.Equal(JobState.Done, j.State(world.Clock.GetUtcNow())));
        await Minute(world);
        Assert.Single(sink.Accepted);
    }

    [Fact]
    public async Task Without_settings_none_is_made_and_the_page_says_how_to_turn_it_on()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        await world.Services.GetRequiredService<OweBackups>().Look(default);
        Assert.Empty(await Jobs(world, maya));
        var page = await PageOf(maya);
        Assert.Contains("No backup was made here yet", page, StringComparison.Ordinal);
        Assert.Contains("HEED_BACKUP_EVERY=03:15", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Back up now", page, StringComparison.Ordinal);
        Assert.True((await world.As(maya, s => s.GetRequiredService<AskForBackup>().Run(default))).Refused(out var no));
        Assert.Contains("Heed:BackupFolder", no.Because, StringComparison.Ordinal);
        Assert.True((await world.As(ben, s => s.GetRequiredService<AskForBackup>().Run(default))).Refused(out no));
        Assert.Equal(403, no.Status);
    }

    [Fact]
    public async Task A_password_seals_them_and_asking_twice_makes_one()
    {
        var (folder, secret) = (Folder(), Path.Combine(Folder(), "password"));
        await File.WriteAllTextAsync(secret, "a lamp on the stairs\n");
        await using var world = await World.Start(
            Worlds.Idle,
            $"--Heed:BackupFolder={folder}",
            $"--Heed:BackupPasswordFile={secret}"
        );
        var maya = await world.Organisation("Harbor Coffee");
        Task<Outcome<Done>> Ask() => world.As(maya, s => s.GetRequiredService<AskForBackup>().Run(default));
        Assert.False((await Ask()).Refused(out _));
        Assert.True((await Ask()).Refused(out var no));
        Assert.Equal("A backup is being made already.", no.Because);
        await world.Work();
        await Read(Assert.Single(In(folder)), "a lamp on the stairs");
        Assert.True(Assert.Single(new BackupFolder(folder).All()).IsSealed);
        Assert.Contains("None is made by itself", await PageOf(maya), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_and_the_doctor_know_how_old_the_last_is()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var folder = Folder();
        await Said(BackupCommand.Write(SettingsOf(world), folder, 2, "", default));
        var settings = world.Services.GetRequiredService<Settings>();
        var last = LastBackup.Of(settings)!;
        Assert.Equal(Assert.Single(In(folder)), last.File);
        // The command works by the machine's clock.
        world.Clock.MoveTo(last.MadeAt.AddHours(1));
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        Assert.Contains(last.File, await PageOf(maya), StringComparison.Ordinal);
        Assert.DoesNotContain(last.File, await PageOf(ben), StringComparison.Ordinal);
        Assert.Contains("fresh", await PageOf(maya), StringComparison.Ordinal);
        world.Clock.Move(TimeSpan.FromDays(9));
        Assert.Contains("lost with this machine", await PageOf(maya), StringComparison.Ordinal);
        Assert.True(Checkup.Backup(last, null, settings, last.MadeAt.AddDays(7)).IsWell);
        Assert.False(Checkup.Backup(last, null, settings, last.MadeAt.AddDays(9)).IsWell);
        var nightly = new Settings { BackupFolder = folder, BackupEvery = "03:15" };
        Assert.True(Checkup.Backup(last, null, nightly, last.MadeAt.AddDays(1.9)).IsWell);
        Assert.False(Checkup.Backup(last, null, nightly, last.MadeAt.AddDays(2.1)).IsWell);
        Assert.True(Checkup.Backup(null, null, settings, last.MadeAt).IsWell);
        Assert.False(Checkup.Backup(last, "The disk is full.", settings, last.MadeAt).IsWell);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(last.File));
    }
}
