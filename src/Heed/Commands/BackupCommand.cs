using System.CommandLine;
using Heed.Shell;
using Heed.Storage;

namespace Heed.Commands;

/// <summary><c>heed backup</c>: all that Heed keeps in one file, while people go on working.</summary>
static class BackupCommand
{
    public static Command Build()
    {
        var options = new DatabaseOptions();
        Option<string?> to = new("--to")
        {
            Description = "The file to write; or a folder, in which the file is named by the moment.",
        };
        Option<int?> keep = new("--keep")
        {
            Description =
                "With a folder: of how many days the last backup stays there; of each of twelve months it stays too. Without it all stay.",
        };
        Option<string?> check = new("--check") { Description = "Instead: tells whether this backup is whole." };
        Option<string?> dumpOf = new("--dump-of")
        {
            Description =
                "Instead: takes PostgreSQL's own dump out of this backup, into the file --to, for pg_restore.",
        };
        var password = PasswordFile();
        Command backup = new(
            "backup",
            "Writes all that Heed keeps into one file, while it goes on, and reads it once more. Any database."
        )
        {
            to,
            keep,
            check,
            dumpOf,
            password,
        };
        options.AddTo(backup);
        backup.SetAction(
            (parsed, stop) =>
                Tell(async () =>
                    Password(parsed.GetValue(password)).Refused(out var refusal, out var secret) ? refusal
                    : parsed.GetValue(check) is { } file ? await Check(file, secret.Length == 0 ? null : secret, stop)
                    : parsed.GetValue(dumpOf) is { } whole && parsed.GetValue(to) is { } place
                        ? await TakeDump(whole, secret.Length == 0 ? null : secret, place, stop)
                    : parsed.GetValue(to) is { } target
                        ? await Write(options.Settings(parsed), target, parsed.GetValue(keep), secret, stop)
                    : new Refusal("Say where it goes: heed backup --to FOLDER, or --to FILE.")
                )
        );
        return backup;
    }

    internal static Option<string?> PasswordFile() =>
        new("--password-file") { Description = "A file with the password that seals the backup, and opens it." };

    /// <summary>Empty where none is asked for.</summary>
    internal static Outcome<string> Password(string? file)
    {
        if (file is null)
            return "";
        try
        {
            var text = File.ReadAllText(file).Trim();
            return text.Length >= SealedStream.ShortestPassword
                ? text
                : new Refusal(
                    $"The password in {file} is short: use at least {SealedStream.ShortestPassword} characters."
                );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal($"The password cannot be read: {problem.Message}");
        }
    }

    internal static async Task<int> Tell(Func<Task<Outcome<string>>> act)
    {
        if ((await act()).Refused(out var refusal, out var said))
        {
            await Console.Error.WriteLineAsync(refusal.Because);
            return 3;
        }
        Console.WriteLine(said);
        return 0;
    }

    static async Task<Outcome<string>> Check(string file, string? password, CancellationToken stop) =>
        (await new ReadBackup().Check(file, password, stop)).Refused(out var refusal, out var found)
            ? refusal
            : $"This backup is whole: {Sum(found.Manifest)}.";

    internal static async Task<Outcome<string>> TakeDump(
        string file,
        string? password,
        string to,
        CancellationToken stop
    ) =>
        (await new ReadBackup().TakeDump(file, password, to, stop)).Refused(out var refusal, out _)
            ? refusal
            : $"{to}: bring it into an empty database with pg_restore.";

    /// <summary>Without bringing the database to this version: what is not understood is not backed up by guessing.</summary>
    internal static async Task<Outcome<string>> Write(
        string[] settings,
        string to,
        int? keep,
        string password,
        CancellationToken stop
    )
    {
        if (keep is < 1)
            return new Refusal($"--keep is {keep}. Give a number from 1 on.");
        if (Server.Build(settings).Refused(out var refusal, out var app))
            return refusal;
        await using (app)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var db = services.GetRequiredService<HeedDb>();
            try
            {
                // One of an older version is understood: what it held is said by its last step.
                var applied = await db.Database.GetAppliedMigrationsAsync(stop);
                if (Schema.Stranger(applied, db.Database.GetMigrations()) is { } stranger)
                    return new Refusal($"{stranger} Back it up with the Heed that it belongs to.");
                if (!applied.Any())
                    return new Refusal("There is no database here yet, and nothing to back up.");
            }
            catch (System.Data.Common.DbException problem)
            {
                return new Refusal(
                    $"The database cannot be reached: {problem.Message} Look at Heed:Database and Heed:Data."
                );
            }
            var secret = password.Length == 0 ? null : password;
            if (Directory.Exists(to) || Path.EndsInDirectorySeparator(to))
                return (await services.GetRequiredService<KeepBackup>().Run(to, secret, keep, stop)).Refused(
                    out refusal,
                    out var kept
                )
                    ? refusal
                    : Said(kept.File, kept.Manifest);
            if (
                (await services.GetRequiredService<WriteBackup>().Run(to, secret, stop)).Refused(
                    out refusal,
                    out var manifest
                )
            )
                return refusal;
            LastBackup.Note(to, manifest, services.GetRequiredService<Settings>());
            return Said(to, manifest);
        }
    }

    static string Said(string file, BackupManifest manifest) =>
        $"{file}: {Sum(manifest)}, {new FileInfo(file).Length / 1024:#,0} KB.";

    internal static string Sum(BackupManifest manifest) =>
        $"{Format.Count(manifest.Rows, "row")} of {Format.Count(manifest.Tables.Count, "table")} and {Format.Count(manifest.Files.Count, "file")}, as of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC";
}
