using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Heed.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heed.Tests.Storage.Disks;

/// <summary>
/// The way to the database, and scissors: PostgreSQL behind a wire of the test's own, which is cut; SQLite in a file, which
/// is overwritten with what is no database.
/// </summary>
sealed class Cut : IAsyncDisposable
{
    readonly TcpListener? _listener;
    readonly IPEndPoint? _behind;
    readonly string? _file;
    readonly ConcurrentBag<TcpClient> _open = [];
    volatile bool _off;

    Cut(string[] settings, string? file, IPEndPoint? behind, TcpListener? listener)
    {
        (Settings, _file, _behind, _listener) = (settings, file, behind, listener);
        if (listener is not null)
            _ = Serve(listener);
    }

    public string[] Settings { get; }

    public Refusal Says => _file is null ? Faults.OutOfReach : Faults.Damaged;

    public static Cut Of(string[] settings, string folder)
    {
        const string Named = "--Heed:Database=";
        if (TestDatabase.Postgres is null)
            return new(settings, Path.Combine(folder, "heed.db"), null, null);
        var to = new NpgsqlConnectionStringBuilder(settings[^1][Named.Length..]);
        var behind = new IPEndPoint(IPAddress.Parse(to.Host!), to.Port);
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        (to.Host, to.Port, to.Timeout) = ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, 5);
        return new([.. settings[..^1], Named + to.ConnectionString], null, behind, listener);
    }

    public void Off()
    {
        _off = true;
        if (_file is null)
        {
            foreach (var client in _open)
                client.Dispose();
            return;
        }
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { _file, $"{_file}-wal" }.Where(File.Exists))
            File.Move(file, $"{file}.kept", overwrite: true);
        File.Delete($"{_file}-shm");
        File.WriteAllBytes(_file, [.. Enumerable.Repeat((byte)'x', 8192)]);
    }

    public void On()
    {
        _off = false;
        if (_file is null)
            return;
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { _file, $"{_file}-wal" })
        {
            File.Delete(file);
            if (File.Exists($"{file}.kept"))
                File.Move($"{file}.kept", file);
        }
        File.Delete($"{_file}-shm");
    }

    async Task Serve(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                if (_off)
                    near.Dispose();
                else
                    _ = Join(near);
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task Join(TcpClient near)
    {
        using var far = new TcpClient { NoDelay = true };
        _open.Add(near);
        _open.Add(far);
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_behind!);
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream()),
                far.GetStream().CopyToAsync(near.GetStream())
            );
        }
        catch (Exception problem) when (problem is IOException or SocketException or ObjectDisposedException)
        {
            // Cut.
        }
        near.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        return ValueTask.CompletedTask;
    }
}
