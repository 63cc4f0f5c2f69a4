using System.CommandLine;
using Heed.People;
using Heed.Shell;
using Heed.Storage;

namespace Heed.Commands;

/// <summary><c>heed restore</c>: a backup into an empty place, on either database.</summary>
static class RestoreCommand
{
    public static Command Build()
    {
        var options = new DatabaseOptions();
        Argument<string> file = new("file") { Description = "The backup." };
        Option<string?> forgotten = new("--forgotten")
        {
            Description =
                "The list of who was forgotten, forgotten.txt of the data folder that was: they do not come back with an older backup. One in the folder that is restored into is found by itself.",
        };
        var password = BackupCommand.PasswordFile();
        Command restore = new("restore", "Brings a backup into an empty place, and counts it there once more.")
        {
            file,
            forgotten,
            password,
        };
        options.AddTo(restore);
        restore.SetAction(
            (parsed, stop) =>
                BackupCommand.Tell(() =>
                    Run(
                        options.Settings(parsed),
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(password),
                        parsed.GetValue(forgotten),
                        stop
                    )
                )
        );
        return restore;
    }

    /// <summary>Without bringing the database to this version first: the backup may be of an earlier one.</summary>
    internal static async Task<Outcome<string>> Run(
        string[] settings,
        string file,
        string? passwordFile,
        string? forgotten,
        CancellationToken stop
    )
    {
        if (Server.Build(settings).Refused(out var refusal, out var app))
            return refusal;
        await using (app)
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await Run(scope.ServiceProvider, file, passwordFile, forgotten, stop);
        }
    }

    static async Task<Outcome<string>> Run(
        IServiceProvider services,
        string file,
        string? passwordFile,
        string? forgotten,
        CancellationToken stop
    )
    {
        if (BackupCommand.Password(passwordFile).Refused(out var refusal, out var password))
            return refusal;
        // Before anything is there: a list that cannot be read must not be found out afterwards.
        if (ForgottenList.Read(services.GetRequiredService<Settings>(), forgotten).Refused(out refusal, out var gone))
            return refusal;
        var restore = services.GetRequiredService<RestoreBackup>();
        var (secret, again) = (password.Length == 0 ? null : password, 0);
        if ((await restore.Run(file, secret, ForgetAgain, stop)).Refused(out refusal, out var told))
            return refusal;
        return $"Restored: {BackupCommand.Sum(told)}. Every count and every hash is as it was."
            + (
                again == 0
                    ? ""
                    : $" {Format.Count(again, "member")} of it had asked to be forgotten since, and was again."
            );

        async Task ForgetAgain(CancellationToken late) =>
            again = await services.GetRequiredService<ForgottenList>().Again(gone, late);
    }
}
