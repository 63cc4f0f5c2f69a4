using System.Diagnostics;

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
        var port = Product.FreePort();
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        var began = Stopwatch.GetTimestamp();
        using var heed = Product.Serve(program, client, Patience, "serve", "--port", $"{port}", "--data", folder);
        try
        {
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

    static long Proportional(int process)
    {
        var line = File.ReadLines($"/proc/{process}/smaps_rollup")
            .First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }
}
