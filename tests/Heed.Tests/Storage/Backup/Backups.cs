using Heed.Commands;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

/// <summary>Makes backups and brings them back, as the commands do.</summary>
static class Backups
{
    public static string Folder() => Directory.CreateTempSubdirectory("heed-backup-").FullName;

    public static string[] EmptyFolder() => [$"--Heed:Data={Folder()}"];

    public static string[] SettingsOf(World world)
    {
        var settings = world.Services.GetRequiredService<Settings>();
        return [$"--Heed:Data={settings.Data}", $"--Heed:Database={settings.Database}"];
    }

    public static async Task<string> Said(Task<Outcome<string>> act) =>
        (await act).Refused(out var refusal, out var said) ? $"NO: {refusal.Because}" : said;

    public static async Task<string> Backup(string[] settings, string? password = null)
    {
        var file = Path.Combine(Folder(), "of.heed-backup");
        var said = await Said(BackupCommand.Write(settings, file, null, password ?? "", default));
        Assert.StartsWith(file, said, StringComparison.Ordinal);
        return file;
    }

    public static Task<string> Restore(
        string[] settings,
        string file,
        string? passwordFile = null,
        string? forgotten = null
    ) => Said(RestoreCommand.Run(settings, file, passwordFile, forgotten, default));

    public static async Task<BackupManifest> Read(string file, string? password = null)
    {
        Assert.False(
            (await new ReadBackup().Check(file, password, default)).Refused(out var no, out var found),
            no?.Because
        );
        return found!.Manifest;
    }
}
