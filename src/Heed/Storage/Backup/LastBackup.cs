using System.Text.Json;

namespace Heed.Storage;

/// <summary>The newest backup that was found whole, as a note in the data folder: for the doctor and the administrators.</summary>
public sealed record LastBackup(DateTimeOffset MadeAt, string File, long Rows, long Bytes)
{
    /// <summary>After that much a backup is old news, whatever is lost with it.</summary>
    static readonly TimeSpan Old = TimeSpan.FromDays(8);

    /// <summary>Where they are made by themselves, one that is missing is told much sooner.</summary>
    public static TimeSpan OldBy(Settings settings) => settings.Backups?.Late ?? Old;

    static string Place(Settings settings) => Path.Combine(settings.Data, "last-backup.json");

    public static LastBackup? Of(Settings settings)
    {
        try
        {
            return JsonSerializer.Deserialize<LastBackup>(
                System.IO.File.ReadAllText(Place(settings)),
                JsonSerializerOptions.Web
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public static LastBackup Note(string file, BackupManifest manifest, Settings settings)
    {
        var last = new LastBackup(manifest.MadeAt, Path.GetFullPath(file), manifest.Rows, new FileInfo(file).Length);
        OwnFolder.Create(settings.Data);
        using var note = OwnFolder.New(Place(settings));
        JsonSerializer.Serialize(note, last, JsonSerializerOptions.Web);
        return last;
    }
}
