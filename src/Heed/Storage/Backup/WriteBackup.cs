using System.Data;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heed.Storage;

/// <summary>
/// Writes all that Heed keeps into one file, while people go on working: the database as it was at one moment, with the
/// keys that sign cookies, and the files of imports and mails. It is read once more before it has its name.
/// </summary>
public sealed class WriteBackup(HeedDb db, Settings settings, ReadBackup read, TimeProvider clock)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What lies beside the database in the data folder and belongs to it.</summary>
    internal static readonly string[] Folders = ["imports", "mail"];

    internal static string Version =>
        typeof(WriteBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="password">Seals the file; null leaves it open.</param>
    /// <param name="withDump">Whether PostgreSQL's own dump lies beside the rows, where it can be had.</param>
    public async Task<Outcome<BackupManifest>> Run(
        string file,
        string? password,
        CancellationToken stop,
        bool withDump = true
    )
    {
        if (File.Exists(file))
            return new Refusal($"There is a file {file} already. Give another name: a backup overwrites nothing.");
        if (InNoMigration() is [var table, ..])
            return new Refusal(
                $"No backup was written: the table “{table}” is in no migration, so it would be missing. Whoever added the room that keeps it makes its migration first."
            );
        var part = file + ".part";
        try
        {
            OwnFolder.Create(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var manifest = await Write(part, password, withDump, stop);
            if ((await read.Check(part, password, stop)).Refused(out var refusal, out var found))
                return refusal;
            if (manifest.Differences(found.Tables, found.Files) is [var first, ..])
                return new Refusal($"The backup was written and does not hold what was read: {first}. Try again.");
            File.Move(part, file);
            return manifest;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal($"The backup could not be written: {problem.Message} No file was left behind.");
        }
        finally
        {
            Leave(part);
            Leave(part + ".open");
        }
    }

    /// <summary>What a backup holds is what the migrations make; a room that brings tables beside them must not seem to be in it.</summary>
    List<string> InNoMigration()
    {
        var held = BackupTable.Of(SchemaSteps.Last).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. db
                .Model.GetEntityTypes()
                .Select(t => t.GetTableName())
                .OfType<string>()
                .Distinct()
                .Where(t => !held.Contains(t)),
        ];
    }

    /// <summary>Where there is not even a folder, nothing was left.</summary>
    static void Leave(string part)
    {
        if (File.Exists(part))
            File.Delete(part);
    }

    async Task<BackupManifest> Write(string part, string? password, bool withDump, CancellationToken stop)
    {
        var open = password is null ? part : part + ".open";
        BackupManifest manifest;
        await using (var plain = OwnFolder.New(open))
        {
            // What is to be sealed lives as long as it is open: a process that dies leaves nothing that can be read.
            if (password is not null && !OperatingSystem.IsWindows())
                File.Delete(open);
            manifest = await Pack(plain, withDump, stop);
            await plain.FlushAsync(stop);
            plain.Flush(flushToDisk: true);
            if (password is null)
                return manifest;
            plain.Position = 0;
            await using var box = OwnFolder.New(part);
            await SealedStream.Seal(plain, box, password, stop);
            box.Flush(flushToDisk: true);
        }
        File.Delete(open);
        return manifest;
    }

    async Task<BackupManifest> Pack(Stream into, bool withDump, CancellationToken stop)
    {
        await using var archive = await ZipArchive.CreateAsync(
            into,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            stop
        );
        var (tables, files) = (new Dictionary<string, TableSum>(), new Dictionary<string, string>());
        string step;
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var connection = db.Database.GetDbConnection();
            // One moment for all tables; on SQLite one that lets others write, which EF Core's own would not.
            await using var moment = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
            step = await Schema.StepOf(db, stop);
            foreach (var table in BackupTable.Of(step))
            {
                var sum = new TableSum.Running();
                await using var entry = await Entry(archive, $"tables/{table.Name}.jsonl", stop);
                await foreach (var row in table.Read(connection, stop))
                {
                    sum.Add(row);
                    await entry.WriteAsync(row, stop);
                    entry.WriteByte((byte)'\n');
                }
                tables.Add(table.Name, sum.Total);
            }
            if (
                withDump
                && connection is NpgsqlConnection server
                && await PostgresDump.Find(settings, server, stop) is { } dump
            )
            {
                await using var entry = await Entry(archive, $"files/{PostgresDump.Name}", stop);
                files.Add(PostgresDump.Name, await dump.Write(server, settings.Database, entry, stop));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        foreach (var path in Files())
        {
            var name = Path.GetRelativePath(settings.Data, path).Replace('\\', '/');
            if (await Bytes(path, stop) is not { } bytes)
                continue;
            files.Add(name, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            await using var entry = await Entry(archive, $"files/{name}", stop);
            await entry.WriteAsync(bytes, stop);
        }
        var manifest = new BackupManifest(Version, step, clock.GetUtcNow(), tables, files);
        await using (var entry = await Entry(archive, BackupManifest.Entry, stop))
            await JsonSerializer.SerializeAsync(entry, manifest, Json, stop);
        return manifest;
    }

    static async Task<Stream> Entry(ZipArchive archive, string name, CancellationToken stop) =>
        await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop);

    IEnumerable<string> Files() =>
        Folders
            .Select(f => Path.Combine(settings.Data, f))
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
            .Where(f => !f.EndsWith(".part", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Null for one that is done with meanwhile.</summary>
    static async Task<byte[]?> Bytes(string path, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, stop);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
