using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Heed.Storage;

/// <summary>What is really in a backup, counted and hashed anew.</summary>
public sealed record BackupContents(
    BackupManifest Manifest,
    IReadOnlyDictionary<string, TableSum> Tables,
    IReadOnlyDictionary<string, string> Files
);

/// <summary>Opens a backup and tells whether it is whole, without a database.</summary>
public sealed class ReadBackup
{
    static readonly Refusal Broken = new(
        "This file is no whole backup: it was cut off or altered on the way. Take another one."
    );

    public async Task<Outcome<BackupContents>> Check(string file, string? password, CancellationToken stop)
    {
        if ((await Open(file, password, stop)).Refused(out var refusal, out var archive))
            return refusal;
        using (archive)
        {
            if ((await Manifest(archive, stop)).Refused(out refusal, out var manifest))
                return refusal;
            try
            {
                var (tables, files) = (new Dictionary<string, TableSum>(), new Dictionary<string, string>());
                foreach (var entry in archive.Entries)
                {
                    await using var content = await entry.OpenAsync(stop);
                    if (entry.FullName.StartsWith("tables/", StringComparison.Ordinal))
                        tables.Add(Path.GetFileNameWithoutExtension(entry.Name), await Sum(content, stop));
                    else if (entry.FullName.StartsWith("files/", StringComparison.Ordinal))
                        files.Add(
                            entry.FullName["files/".Length..],
                            Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop))
                        );
                }
                return manifest.Differences(tables, files) is [var first, ..]
                    ? new Refusal($"This backup is not whole: {first}. Take another one.")
                    : new BackupContents(manifest, tables, files);
            }
            catch (Exception problem) when (problem is InvalidDataException or JsonException or ArgumentException)
            {
                return Broken;
            }
        }
    }

    /// <summary>Takes PostgreSQL's own dump out of a whole one, for pg_restore.</summary>
    public async Task<Outcome<Done>> TakeDump(string file, string? password, string to, CancellationToken stop)
    {
        if ((await Check(file, password, stop)).Refused(out var refusal, out _))
            return refusal;
        if ((await Open(file, password, stop)).Refused(out refusal, out var archive))
            return refusal;
        using (archive)
        {
            if (archive.GetEntry($"files/{PostgresDump.Name}") is not { } entry)
                return new Refusal(
                    "This backup holds no dump of PostgreSQL: there was no pg_dump, or it is of SQLite."
                );
            try
            {
                await using var content = await entry.OpenAsync(stop);
                await using var dump = OwnFolder.Write(to, FileMode.CreateNew);
                await content.CopyToAsync(dump, stop);
                return new Done();
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new Refusal($"The dump could not be written: {problem.Message}");
            }
        }
    }

    /// <summary>The archive in it, from a file that goes when it is closed where it was sealed.</summary>
    internal static async Task<Outcome<ZipArchive>> Open(string file, string? password, CancellationToken stop)
    {
        FileStream? opened = null;
        try
        {
            var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            opened = stream;
            if (SealedStream.IsSealed(stream))
            {
                if (password is null)
                    return Fail(
                        new Refusal("This backup is sealed. Name the file with its password: --password-file.")
                    );
                var plain = OwnFolder.New($"{file}.{Id<ReadBackup>.Random()}.open");
                if (!OperatingSystem.IsWindows())
                    File.Delete(plain.Name); // It lives as long as it is open.
                if (!await SealedStream.Open(stream, plain, password, stop))
                {
                    await plain.DisposeAsync();
                    return Fail(
                        new Refusal("This backup does not open with this password, or it was cut off or altered.")
                    );
                }
                await stream.DisposeAsync();
                opened = stream = plain;
                stream.Position = 0;
            }
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (FileNotFoundException)
        {
            return new Refusal($"There is no file {file}.");
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            return Fail(Broken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Fail(new Refusal($"The backup cannot be read: {problem.Message}"));
        }

        Refusal Fail(Refusal refusal)
        {
            opened?.Dispose();
            return refusal;
        }
    }

    internal static async Task<Outcome<BackupManifest>> Manifest(ZipArchive archive, CancellationToken stop)
    {
        if (archive.GetEntry(BackupManifest.Entry) is not { } entry)
            return Broken;
        try
        {
            await using var content = await entry.OpenAsync(stop);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(content, WriteBackup.Json, stop) is { } told
                ? told
                : Broken;
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            return Broken;
        }
    }

    static async Task<TableSum> Sum(Stream content, CancellationToken stop)
    {
        var sum = new TableSum.Running();
        await foreach (var line in Lines(content, stop))
            sum.Add(line.Span);
        return sum.Total;
    }

    /// <summary>Lines as they were written, without their end.</summary>
    internal static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(
        Stream content,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        using var reader = new StreamReader(content, System.Text.Encoding.UTF8);
        while (await reader.ReadLineAsync(stop) is { } line)
            yield return System.Text.Encoding.UTF8.GetBytes(line);
    }
}
