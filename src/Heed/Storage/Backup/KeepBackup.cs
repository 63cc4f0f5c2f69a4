namespace Heed.Storage;

/// <summary>Makes a backup in a folder of them, notes that it was found whole, and only then lets older ones go.</summary>
public sealed class KeepBackup(WriteBackup write, Settings settings, TimeProvider clock)
{
    /// <param name="days">Of how many days the last one stays; null where all stay.</param>
    public async Task<Outcome<(string File, BackupManifest Manifest)>> Run(
        string path,
        string? password,
        int? days,
        CancellationToken stop
    )
    {
        var folder = new BackupFolder(path);
        var file = folder.NewFile(clock.GetUtcNow());
        try
        {
            folder.Sweep(clock.GetUtcNow());
            if ((await write.Run(file, password, stop)).Refused(out var refusal, out var manifest))
                return refusal;
            folder.Found(file, manifest, password is not null);
            LastBackup.Note(file, manifest, settings);
            if (days is { } most)
                folder.Forget(most);
            return (file, manifest);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal($"The folder of the backups cannot be written: {problem.Message}");
        }
    }
}
