using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Heed.Tests;

/// <summary>
/// Heed as a process of its own, on a free port and in a folder of its own, ended by its id: as <c>./run</c> published it
/// where HEED_TEST_BINARY says so, else as it was built.
/// </summary>
sealed class StartedHeed : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    static readonly string Binary = Environment.GetEnvironmentVariable("HEED_TEST_BINARY") is { Length: > 0 } published
        ? published
        : Path.Combine(AppContext.BaseDirectory, "heed.dll");

    readonly ConcurrentQueue<string> _lines = new();
    readonly Process _process;
    readonly string _asked;

    StartedHeed(ProcessStartInfo start, int port, string folder)
    {
        Address = $"http://localhost:{port}";
        _asked = Path.Combine(folder, "asked");
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.WorkingDirectory = Repository.Root;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    public IReadOnlyCollection<string> Output => _lines;

    /// <summary>What the process has computed so far, however busy the machine is beside it.</summary>
    public TimeSpan Computed
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it has held.</summary>
    public long PeakBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>What the script wanted of the binary.</summary>
    public string AskedOfTheBinary => File.ReadAllText(_asked).Trim();

    /// <summary>A line that starts a script of the repository, with a <c>dotnet</c> before the real one.</summary>
    public static StartedHeed ByScript(string command)
    {
        var (port, folder) = (FreePort(), Directory.CreateTempSubdirectory("heed-readme-").FullName);
        var before = Path.Combine(folder, "dotnet");
        File.WriteAllText(
            before,
            $"""
            #!/bin/bash
            [ "$1" = publish ] && exit 0
            shift
            echo "$@" > '{folder}/asked'
            exec '{RealDotnet()}' '{Binary}' "$1" --port {port} --data '{folder}/data'

            """
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(before, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("/bin/bash");
        foreach (var word in command.Split(' '))
            start.ArgumentList.Add(word);
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        return new(start, port, folder);
    }

    public static StartedHeed ByBinary(
        IEnumerable<string> words,
        string? database,
        string folder,
        IEnumerable<KeyValuePair<string, string>>? environment = null,
        string? binary = null
    )
    {
        var port = FreePort();
        var start = new ProcessStartInfo(
            RealDotnet(),
            [binary ?? Binary, .. words, "--port", $"{port}", "--data", folder]
        );
        if (database is not null)
            start.Environment["HEED_DATABASE"] = database;
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        return new(start, port, folder);
    }

    /// <summary>A verb that ends by itself, killed a while after a sign unless it has ended before; whether it had.</summary>
    public static async Task<bool> KilledAfter(TimeSpan time, string[] words, Func<Task<bool>>? sign = null)
    {
        using var process = Process.Start(
            new ProcessStartInfo(RealDotnet(), [Binary, .. words])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.Root,
            }
        )!;
        while (sign is not null && !process.HasExited && !await sign())
            await Task.Delay(5);
        using var patience = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            return false;
        }
    }

    /// <summary>As by kill -9: nothing is given back, nothing is said.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Answers /health/ready, shows the sign-in page, and has said so.</summary>
    public async Task IsReady()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        var watch = Stopwatch.StartNew();
        while (!_lines.Any(line => line.StartsWith("Heed is ready", StringComparison.Ordinal)))
        {
            Assert.False(_process.HasExited, $"Heed ended:\n{string.Join('\n', _lines)}");
            Assert.True(watch.Elapsed < Patience, $"Heed did not become ready:\n{string.Join('\n', _lines)}");
            await Task.Delay(100);
        }
        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
        Assert.Contains("Password", await client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    void Hear(object sender, DataReceivedEventArgs heard)
    {
        if (heard.Data is { } line)
            _lines.Enqueue(line);
    }

    static string RealDotnet() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(folder => Path.Combine(folder, "dotnet"))
            .First(File.Exists);

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
