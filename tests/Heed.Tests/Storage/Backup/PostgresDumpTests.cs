using System.Diagnostics;
using Heed.Commands;
using Heed.Storage;
using Npgsql;
using static Heed.Tests.Storage.Backups;

namespace Heed.Tests.Storage;

/// <summary>PostgreSQL's own dump lies beside the rows where there is a pg_dump for it, and is of the same moment.</summary>
public sealed class PostgresDumpTests
{
    /// <summary>The newest that is installed here; skips the test, in words, where there is none.</summary>
    static string Program(string name)
    {
        Assert.SkipWhen(TestDatabase.Postgres is null, "SQLite has no dump.");
        const string installed = "/usr/lib/postgresql";
        var found = Directory.Exists(installed)
            ? Directory
                .GetDirectories(installed)
                .Select(v => Path.Combine(v, "bin", name))
                .Where(File.Exists)
                .Order()
                .LastOrDefault()
            : null;
        Assert.SkipWhen(found is null, $"There is no {name} here.");
        return found!;
    }

    static async Task Restored(string dump, string connection)
    {
        var start = new ProcessStartInfo(
            Program("pg_restore"),
            [
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--dbname",
                new NpgsqlConnectionStringBuilder(connection).Database!,
                dump,
            ]
        )
        {
            RedirectStandardError = true,
        };
        foreach (var (name, value) in PostgresDump.Surroundings(connection))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }

    [Fact]
    public async Task The_dump_and_the_rows_bring_back_the_same()
    {
        var program = Program("pg_dump");
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        string[] settings = [.. SettingsOf(world), $"--Heed:BackupPgDump={program}"];
        var file = await Backup(settings, "a lamp on the stairs");
        var told = await Read(file, "a lamp on the stairs");
        Assert.Contains("postgres.dump", told.Files.Keys);

        var dump = Path.Combine(Folder(), "of.dump");
        Assert.StartsWith(
            "NO: This backup is sealed",
            await Said(BackupCommand.TakeDump(file, null, dump, default)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            dump,
            await Said(BackupCommand.TakeDump(file, "a lamp on the stairs", dump, default)),
            StringComparison.Ordinal
        );
        await using var byDump = await EmptyDatabase.New();
        await Restored(dump, byDump.Connection);
        Assert.Equal(told.Tables, (await Read(await Backup(byDump.Settings))).Tables);

        // Heed itself brings the rows back, on any database, with the same counts and hashes.
        var secret = Path.Combine(Folder(), "password");
        await File.WriteAllTextAsync(secret, "a lamp on the stairs");
        var elsewhere = EmptyFolder();
        Assert.StartsWith("Restored", await Restore(elsewhere, file, secret), StringComparison.Ordinal);
        Assert.Equal(told.Tables, (await Read(await Backup(elsewhere))).Tables);
    }

    [Fact]
    public async Task The_dump_is_of_the_same_moment_while_people_go_on()
    {
        var program = Program("pg_dump");
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        using var api = maya.Api();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var made = 0; !enough.IsCancellationRequested; made++)
                (
                    await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
                        api,
                        "/api/v1/teams",
                        new { name = $"Team {made}" }
                    )
                ).Dispose();
        });
        var file = await Backup([.. SettingsOf(world), $"--Heed:BackupPgDump={program}"]);
        await enough.CancelAsync();
        await writing;
        var dump = Path.Combine(Folder(), "of.dump");
        await Said(BackupCommand.TakeDump(file, null, dump, default));
        await using var byDump = await EmptyDatabase.New();
        await Restored(dump, byDump.Connection);
        Assert.Equal((await Read(file)).Tables, (await Read(await Backup(byDump.Settings))).Tables);
    }

    [Fact]
    public async Task One_that_does_not_run_or_is_too_old_is_told_and_none_does_without()
    {
        Assert.SkipWhen(TestDatabase.Postgres is null, "SQLite has no dump.");
        await using var world = await World.Start();
        await world.Organisation("Harbor Coffee");
        var old = Path.Combine(Folder(), "pg_dump");
        await File.WriteAllTextAsync(old, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Task<string> With(string program) =>
            Said(
                BackupCommand.Write(
                    [.. SettingsOf(world), $"--Heed:BackupPgDump={program}"],
                    Path.Combine(Folder(), "of.heed-backup"),
                    null,
                    "",
                    default
                )
            );
        Assert.Contains("is of version 9, and the server of", await With(old), StringComparison.Ordinal);
        Assert.Contains("no pg_dump that runs here", await With("/no/such/pg_dump"), StringComparison.Ordinal);
        var file = await Backup([.. SettingsOf(world), "--Heed:BackupPgDump=none"]);
        Assert.DoesNotContain("postgres.dump", (await Read(file)).Files.Keys);
        Assert.StartsWith(
            "NO: This backup holds no dump",
            await Said(BackupCommand.TakeDump(file, null, file + "x", default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_password_stands_in_the_surroundings_of_the_child_alone()
    {
        var told = PostgresDump
            .Surroundings(
                "Host=db;Port=5433;Username=heed;Database=h;Password=flat white;SSL Mode=VerifyFull;Root Certificate=/ca.pem"
            )
            .ToDictionary(v => v.Key, v => v.Value);
        Assert.Equal("flat white", told["PGPASSWORD"]);
        Assert.Equal("verify-full", told["PGSSLMODE"]);
        Assert.Equal("/ca.pem", told["PGSSLROOTCERT"]);
        Assert.Equal(("db", "5433", "heed", "h"), (told["PGHOST"], told["PGPORT"], told["PGUSER"], told["PGDATABASE"]));
    }
}
