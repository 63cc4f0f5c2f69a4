using System.Globalization;
using System.Text.Json;

namespace Heed.Storage;

public enum BackupState
{
    /// <summary>It was read once more when it was made, and has the same size since.</summary>
    Whole,

    /// <summary>It was whole, and is no longer what it was.</summary>
    Altered,

    /// <summary>Nothing beside it says that it was found whole.</summary>
    Untold,
}

/// <summary>A backup as it lies in a folder.</summary>
public sealed record BackupFile(string Name, DateTimeOffset MadeAt, long Bytes, bool IsSealed, BackupState State);

/// <summary>
/// A folder of backups that are named by their moment. Beside each one that was found whole lies a note that says so:
/// what has none was not written here by Heed, or not to its end, and is never counted and never removed.
/// </summary>
public sealed class BackupFolder(string folder)
{
    public const string Ending = ".heed-backup";
    const string NoteEnding = ".whole";
    const string Moment = "yyyy-MM-ddTHHmmss";

    /// <summary>Of how many months the last one stays.</summary>
    const int Months = 12;

    sealed record Note(DateTimeOffset MadeAt, long Bytes, long Rows, bool IsSealed);

    /// <summary>The name of this second, or of the next that is free.</summary>
    public string NewFile(DateTimeOffset now)
    {
        while (true)
        {
            var moment = now.ToUniversalTime().ToString(Moment, CultureInfo.InvariantCulture);
            var file = Path.Combine(folder, $"heed-{moment}Z{Ending}");
            if (!File.Exists(file))
                return file;
            now = now.AddSeconds(1);
        }
    }

    /// <summary>Says that this one was found whole, from now on.</summary>
    public void Found(string file, BackupManifest manifest, bool isSealed)
    {
        var note = file + NoteEnding;
        using (var written = OwnFolder.New(note + ".part"))
            JsonSerializer.Serialize(
                written,
                new Note(manifest.MadeAt, new FileInfo(file).Length, manifest.Rows, isSealed),
                JsonSerializerOptions.Web
            );
        File.Move(note + ".part", note, overwrite: true);
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<BackupFile> All() =>
        Directory.Exists(folder)
            ?
            [
                .. new DirectoryInfo(folder)
                    .EnumerateFiles($"heed-*Z{Ending}")
                    .Select(Look)
                    .OfType<BackupFile>()
                    .OrderByDescending(b => b.MadeAt),
            ]
            : [];

    static BackupFile? Look(FileInfo file)
    {
        if (
            !DateTimeOffset.TryParseExact(
                file.Name[5..^(Ending.Length + 1)],
                Moment,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
        )
            return null;
        if (NoteOf(file.FullName) is not { } note)
            return new(file.Name, at, file.Length, false, BackupState.Untold);
        var state = note.Bytes == file.Length ? BackupState.Whole : BackupState.Altered;
        return new(file.Name, at, file.Length, note.IsSealed, state);
    }

    static Note? NoteOf(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Note>(File.ReadAllText(file + NoteEnding), JsonSerializerOptions.Web);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// All of the last day stay, then the last of each of so many days, then the last of each of twelve months. Only days
    /// and months that have a whole one count, so that the last good one stays however old it is.
    /// </summary>
    public static IReadOnlyList<BackupFile> TooMany(IReadOnlyList<BackupFile> all, int days)
    {
        var whole = all.Where(b => b.State is BackupState.Whole).OrderByDescending(b => b.MadeAt).ToList();
        if (whole is not [var newest, ..])
            return [];
        HashSet<BackupFile> stay =
        [
            .. whole.Where(b => b.MadeAt > newest.MadeAt.AddDays(-1)),
            .. whole.DistinctBy(b => b.MadeAt.UtcDay()).Take(days),
            .. whole.DistinctBy(b => (b.MadeAt.UtcDay().Year, b.MadeAt.UtcDay().Month)).Take(Months),
        ];
        return [.. whole.Where(b => !stay.Contains(b))];
    }

    /// <summary>Called only when a new one was found whole.</summary>
    public void Forget(int days)
    {
        foreach (var old in TooMany(All(), days))
        {
            var file = Path.Combine(folder, old.Name);
            File.Delete(file);
            File.Delete(file + NoteEnding);
        }
    }

    /// <summary>What a process that died has left half written, once nobody can be at it any more.</summary>
    public void Sweep(DateTimeOffset now)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var part in new DirectoryInfo(folder).EnumerateFiles($"heed-*Z{Ending}*.part"))
            if (now - part.LastWriteTimeUtc > TimeSpan.FromDays(1))
                part.Delete();
    }
}
