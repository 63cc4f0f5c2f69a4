using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Heed.Bench;

/// <summary>H16: how soon Heed is ready after its start, and what it weighs at rest (PSS, which counts shared pages once).</summary>
static class Footprint
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "H16",
                "from the start of the process to its first page; memory at rest (PSS)",
                "≤ 1,500 ms, ≤ 100 MiB",
                5,
                Sides
            ),
        ];

    static Sides Sides()
    {
        var folder = Directory.CreateTempSubdirectory("heed-bench-").FullName;
        var (program, data) = (Path.Combine(folder, "heed"), Path.Combine(folder, "data"));
        Product.Publish(program);
        return new(
            [("heed serve as published, SQLite", () => Started(program, data))],
            () => Directory.Delete(folder, recursive: true)
        );
    }

    static Found Started(string program, string folder)
    {
        var port = FreePort();
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        var began = Stopwatch.GetTimestamp();
        using var heed = Product.StartIn(program, "serve", "--port", port.ToString(), "--data", folder);
        heed.OutputDataReceived += (_, _) => { };
        heed.BeginOutputReadLine();
        heed.BeginErrorReadLine();
        try
        {
            while (!Answers(client))
                if (heed.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                    throw new InvalidOperationException("heed serve does not become ready.");
            var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            Thread.Sleep(Rest);
            heed.Refresh();
            return new("a page", new(time, heed.TotalProcessorTime.TotalMilliseconds, 0), Proportional(heed.Id));
        }
        finally
        {
            heed.Kill();
            heed.WaitForExit();
        }
    }

    static bool Answers(HttpClient client)
    {
        try
        {
            using var answer = client.GetAsync("/sign-in").Result;
            return answer.IsSuccessStatusCode;
        }
        catch (AggregateException)
        {
            Thread.Sleep(5);
            return false;
        }
    }

    static long Proportional(int process)
    {
        var line = File.ReadLines($"/proc/{process}/smaps_rollup")
            .First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }

    internal static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
