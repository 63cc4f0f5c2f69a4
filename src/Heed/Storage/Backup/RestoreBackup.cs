using System.Data.Common;
using System.IO.Compression;

namespace Heed.Storage;

/// <summary>
/// Brings a backup into an empty place, on either database, whatever it was made on. All in one transaction: it is there
/// whole, with every count and hash as it was, or not at all. Files come last, so that a try that broke can be made again.
/// </summary>
public sealed class RestoreBackup(HeedDb db, Settings settings, ReadBackup read)
{
    public async Task<Outcome<BackupManifest>> Run(string file, string? password, CancellationToken stop)
    {
        if ((await read.Check(file, password, stop)).Refused(out var refusal, out var contents))
            return refusal;
        var manifest = contents.Manifest;
        var here = await BackupManifest.SchemaOf(db, stop);
        if (manifest.Schema != here)
            return new Refusal(
                $"This backup was made by Heed {manifest.Heed} (its tables are as of {manifest.Schema}), and this is {WriteBackup.Version} (as of {here}). "
                    + "Restore it with the Heed that made it, then upgrade. Nothing was changed."
            );
        if (await db.Users.AnyAsync(stop) || await db.Workspaces.AnyAsync(stop))
            return new Refusal(
                "Somebody is here already: a backup is restored into an empty place. Give another --data folder or --database. Nothing was changed."
            );
        if ((await ReadBackup.Open(file, password, stop)).Refused(out refusal, out var archive))
            return refusal;
        using (archive)
        {
            if ((await Fill(archive, manifest, stop)).Refused(out refusal))
                return refusal;
            foreach (var entry in archive.Entries)
                await PutFile(entry, stop);
        }
        return manifest;
    }

    async Task<Outcome<Done>> Fill(ZipArchive archive, BackupManifest manifest, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var act = await connection.BeginTransactionAsync(stop);
            var tables = BackupTable.Of(db);
            // What a start puts into an empty place: keys, and the code of the first claim.
            foreach (var table in tables.Reverse())
                await Empty(connection, act, table, stop);
            var found = new Dictionary<string, TableSum>();
            foreach (var table in tables)
            {
                await Insert(archive, table, connection, act, stop);
                found.Add(table.Name, await Sum(table, connection, stop));
            }
            if (manifest.Differences(found, manifest.Files) is [var first, ..])
                return new Refusal($"What arrived is not what was backed up: {first}. Nothing was changed.");
            foreach (var table in tables)
                await table.GoOn(connection, stop);
            await act.CommitAsync(stop);
            return new Done();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task Empty(DbConnection connection, DbTransaction act, BackupTable table, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = act;
        command.CommandText = $"DELETE FROM \"{table.Name}\"";
        await command.ExecuteNonQueryAsync(stop);
    }

    static async Task Insert(
        ZipArchive archive,
        BackupTable table,
        DbConnection connection,
        DbTransaction act,
        CancellationToken stop
    )
    {
        await using var content = await archive.GetEntry($"tables/{table.Name}.jsonl")!.OpenAsync(stop);
        await using var insert = table.Insert(connection);
        insert.Transaction = act;
        await foreach (var line in ReadBackup.Lines(content, stop))
        {
            table.Fill(insert, line.Span);
            await insert.ExecuteNonQueryAsync(stop);
        }
    }

    static async Task<TableSum> Sum(BackupTable table, DbConnection connection, CancellationToken stop)
    {
        var sum = new TableSum.Running();
        await foreach (var row in table.Read(connection, stop))
            sum.Add(row);
        return sum.Total;
    }

    async Task PutFile(ZipArchiveEntry entry, CancellationToken stop)
    {
        if (!entry.FullName.StartsWith("files/", StringComparison.Ordinal))
            return;
        var root = Path.GetFullPath(settings.Data) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, entry.FullName["files/".Length..]));
        // A name that leads out of the folder is no name that Heed has written.
        if (
            !WriteBackup.Folders.Any(f =>
                path.StartsWith(Path.Combine(root, f) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            )
        )
            return;
        OwnFolder.Create(Path.GetDirectoryName(path)!);
        await using var content = await entry.OpenAsync(stop);
        await using var to = OwnFolder.New(path);
        await content.CopyToAsync(to, stop);
    }
}
