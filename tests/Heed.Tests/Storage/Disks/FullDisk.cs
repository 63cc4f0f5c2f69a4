using System.Data.Common;
using System.Diagnostics;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace Heed.Tests.Storage.Disks;

/// <summary>
/// A database that says, at a word of the test, that its disk is full: SQLite by its own limit of pages, at the statement,
/// or by no at the commit; PostgreSQL by the error of a full disk, at the statement or at the commit.
/// </summary>
sealed class FullDisk : DbConnectionInterceptor
{
    volatile bool _full;
    bool _atCommit;

    public void Listen(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteHeedDb>(options => options.AddInterceptors(this));

    public async Task Fill(World world, bool atCommit = false, string? table = null)
    {
        (_full, _atCommit) = (true, atCommit);
        if (TestDatabase.Postgres is null)
            return;
        await Sql(
            world,
            """
            CREATE OR REPLACE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$
            """
        );
        foreach (var full in table is null ? await Tables(world) : [table])
            await Sql(
                world,
                atCommit
                    ? $"CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT OR UPDATE ON \"{full}\" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION disk_full()"
                    : $"CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON \"{full}\" FOR EACH ROW EXECUTE FUNCTION disk_full()"
            );
    }

    public async Task Empty(World world)
    {
        _full = false;
        if (TestDatabase.Postgres is not null)
            await Sql(world, "DROP FUNCTION disk_full() CASCADE");
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Set(connection);
        return Task.CompletedTask;
    }

    void Set(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite)
            return;
        using var command = sqlite.CreateCommand();
        // Below what there is, the limit is what there is.
        command.CommandText = _full && !_atCommit ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823";
        command.ExecuteNonQuery();
        raw.sqlite3_commit_hook(sqlite.Handle, _ => _full && _atCommit ? 1 : 0, null);
    }

    static async Task<List<string>> Tables(World world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return
        [
            .. scope
                .ServiceProvider.GetRequiredService<HeedDb>()
                .Model.GetEntityTypes()
                .Select(t => t.GetTableName())
                .OfType<string>()
                .Distinct(),
        ];
    }

    static async Task Sql(World world, string sql)
    {
        await using var scope = world.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HeedDb>().Database.ExecuteSqlRawAsync(sql);
    }
}

/// <summary>A real disk of a few megabytes, where this user may mount one.</summary>
sealed class SmallDisk : IAsyncDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("heed-disk-").FullName;

    string Ballast => Path.Combine(Folder, "ballast");

    public static async Task<SmallDisk> Mount(int megabytes)
    {
        var disk = new SmallDisk();
        Assert.SkipUnless(
            OperatingSystem.IsLinux()
                && await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Folder),
            "This user may not mount a small disk; the limit of pages stands in for it in the tests beside this one."
        );
        return disk;
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append);
        try
        {
            for (var page = new byte[4096]; ; )
            {
                ballast.Write(page);
                ballast.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>
    /// What was written beside the database goes into it, and no room of its own is left to write into when the disk is full.
    /// </summary>
    public async Task Fold()
    {
        var file = Path.Combine(Folder, "heed.db");
        for (var tries = 0; ; tries++)
        {
            await using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                await database.OpenAsync();
                await using var fold = database.CreateCommand();
                fold.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await fold.ExecuteNonQueryAsync();
            }
            if (new FileInfo(file + "-wal") is { Exists: false } or { Length: 0 })
                return;
            Assert.True(tries < 50, "The database is never folded.");
            await Task.Delay(100);
        }
    }

    public void MakeRoom(int pages)
    {
        using var ballast = new FileStream(Ballast, FileMode.OpenOrCreate);
        ballast.SetLength(Math.Max(0, ballast.Length - pages * 4096L));
    }

    public void Empty() => File.Delete(Ballast);

    /// <summary>Full, then a little room, then full again, until it is disposed; then it is empty.</summary>
    public IAsyncDisposable NowAndThen()
    {
        var over = new CancellationTokenSource();
        var filling = Task.Run(async () =>
        {
            for (var random = new Random(1); !over.IsCancellationRequested; )
            {
                Fill();
                await Task.Delay(random.Next(50));
                MakeRoom(random.Next(100));
                await Task.Delay(random.Next(150));
            }
        });
        return new Filling(this, over, filling);
    }

    sealed class Filling(SmallDisk disk, CancellationTokenSource over, Task filling) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await over.CancelAsync();
            await filling;
            over.Dispose();
            disk.Empty();
        }
    }

    static async Task<bool> Run(string command, params string[] words)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, words) { RedirectStandardError = true, RedirectStandardOutput = true }
            )!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }
}
