using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Heed.Storage;

/// <summary>
/// Brings a backup into an empty place, on either database, whatever it was made on, and at the step of the schema that it
/// was made at; then to this version. Its rows come in one transaction: all, with every count and hash as it was, or
/// none. What comes after them is owed until it is done: a table says so, and no Heed starts there before.
/// </summary>
public sealed class RestoreBackup(HeedDb db, Settings settings, ReadBackup read)
{
    /// <param name="last">What must be done before anybody comes in.</param>
    public async Task<Outcome<BackupManifest>> Run(
        string file,
        string? password,
        Func<CancellationToken, Task> last,
        CancellationToken stop
    )
    {
        if ((await read.Check(file, password, stop)).Refused(out var refusal, out var contents))
            return refusal;
        var manifest = contents.Manifest;
        if (SchemaSteps.Place(manifest.Schema) < 0)
            return new Refusal(
                $"This backup was made by Heed {manifest.Heed}, which is newer than this {WriteBackup.Version}: it has the step “{manifest.Schema}” of the schema, which this version does not know. "
                    + "Restore it with a Heed that is as new. Nothing was changed."
            );
        if ((await Schema.Look(db, stop)).Refused(out refusal))
            return refusal;
        if ((await ReadBackup.Open(file, password, stop)).Refused(out refusal, out var archive))
            return refusal;
        using (archive)
        {
            if ((await Rows(archive, manifest, stop)).Refused(out refusal))
                return refusal;
            if ((await Schema.To(db, null, null, stop)).Refused(out refusal))
                return refusal;
            foreach (var entry in archive.Entries)
                await PutFile(entry, stop);
        }
        await last(stop);
        await Execute($"DROP TABLE \"{Schema.UnderRestore}\"", stop);
        return manifest;
    }

    /// <summary>All of them; none where an earlier run that did not end has brought them.</summary>
    async Task<Outcome<Done>> Rows(ZipArchive archive, BackupManifest manifest, CancellationToken stop)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(manifest)));
        if (await Schema.IsThere(db, Schema.UnderRestore, stop))
            return await Unfinished(stop) == name
                ? new Done()
                : new Refusal(
                    "Another backup was being restored here, and that was not finished. Finish it with that one, or give another --data folder or --database. Nothing was changed."
                );
        var here = await Schema.StepOf(db, stop);
        if (here.Length > 0 && await Schema.IsLivedIn(db, stop))
            return new Refusal(
                "Somebody is here already: a backup is restored into an empty place. Give another --data folder or --database. Nothing was changed."
            );
        if (SchemaSteps.Place(here) > SchemaSteps.Place(manifest.Schema))
            return new Refusal(
                $"A newer Heed than the one that made this backup (as of {manifest.Schema}) was started here (as of {here}). "
                    + "Give a --data folder or --database in which no Heed was started: it is brought to this version after. Nothing was changed."
            );
        return (await Schema.To(db, manifest.Schema, null, stop)).Refused(out var refusal)
            ? refusal
            : await Fill(archive, manifest, name, stop);
    }

    async Task<string?> Unfinished(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT \"Backup\" FROM \"{Schema.UnderRestore}\"";
            return (string?)await command.ExecuteScalarAsync(stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    async Task Execute(string sql, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await Execute(db.Database.GetDbConnection(), null, sql, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task Execute(DbConnection connection, DbTransaction? act, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (act, sql);
        await command.ExecuteNonQueryAsync(stop);
    }

    async Task<Outcome<Done>> Fill(ZipArchive archive, BackupManifest manifest, string name, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var act = await connection.BeginTransactionAsync(stop);
            var tables = BackupTable.Of(manifest.Schema);
            // What a start puts into an empty place: keys, and the code of the first claim.
            foreach (var table in tables.Reverse())
                await Execute(connection, act, $"DELETE FROM \"{table.Name}\"", stop);
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
            await Execute(connection, act, $"CREATE TABLE \"{Schema.UnderRestore}\" (\"Backup\" text NOT NULL)", stop);
            await Execute(connection, act, $"INSERT INTO \"{Schema.UnderRestore}\" VALUES ('{name}')", stop);
            await act.CommitAsync(stop);
            return new Done();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
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
