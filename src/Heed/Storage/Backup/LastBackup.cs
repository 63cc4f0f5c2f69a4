using System.Text.Json;

namespace Heed.Storage;

/// <summary>The newest backup that was found whole, as a note in the data folder: for the doctor and the administrators.</summary>
public sealed record LastBackup(DateTimeOffset MadeAt, string File, long Rows, long Bytes)
{
    /// <summary>After that much a backup is old news, whatever is lost with it.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(8);

    static string Note(Settings settings) => Path.Combine(settings.Data, "last-backup.json");

    public static LastBackup? Of(Settings settings)
    {
        try
        {
            return JsonSerializer.Deserialize<LastBackup>(
                System.IO.File.ReadAllText(Note(settings)),
                JsonSerializerOptions.Web
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Keep(Settings settings)
    {
        OwnFolder.Create(settings.Data);
        using var note = OwnFolder.New(Note(settings));
        JsonSerializer.Serialize(note, this, JsonSerializerOptions.Web);
    }
}
