using System.Diagnostics;
using System.Globalization;

namespace Heed.Bench;

/// <summary>The table in <c>bench/README.md</c>: the newest figures of each benchmark, with machine and commit.</summary>
sealed class ResultTable
{
    const string Begin = "<!-- results -->";
    const string End = "<!-- end of results -->";
    const string Head = """
        | name | work | goal | side | median ms | best ms | CPU ms | memory MiB | allocated MiB | Heed / side | rounds | commit |
        |---|---|---|---|---:|---:|---:|---:|---:|---:|---:|---|
        """;
    readonly string _path;
    readonly string _text;
    readonly SortedDictionary<string, List<string>> _rows = new(StringComparer.Ordinal);

    ResultTable(string path)
    {
        _path = path;
        _text = File.ReadAllText(path);
        foreach (var row in Between().Split('\n').Where(row => row.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
            Rows(row.Split('|')[1].Trim()).Add(row);
    }

    public static ResultTable Load() => new(Path.Combine(Folder(), "README.md"));

    public void Keep(Benchmark line, IReadOnlyList<Side> measured)
    {
        var (rows, commit) = (Rows(line.Name), Commit());
        rows.Clear();
        foreach (var side in measured)
            rows.Add(
                $"| {line.Name} | {line.What} | {line.Goal} | {side.Name} | {N(side.Median)} | {N(side.Best)} | {N(side.Cpu)} | {N(side.PeakBytes / 1048576.0)} | {N(side.Allocated / 1048576)} | {N(measured[0].Median / side.Median)} | {side.Rounds} | {commit} |"
            );
    }

    public void Save()
    {
        var (from, to) = (_text.IndexOf(Begin, StringComparison.Ordinal), _text.IndexOf(End, StringComparison.Ordinal));
        var rows = string.Join('\n', _rows.Values.SelectMany(row => row));
        File.WriteAllText(_path, $"{_text[..from]}{Begin}\n{Machine()}\n\n{Head}\n{rows}\n{_text[to..]}");
    }

    public static string Line(Side side, Side heed) =>
        $"{side.Name, -40} median {N(side.Median), 9} ms   best {N(side.Best), 9}   CPU {N(side.Cpu), 9}   {N(side.PeakBytes / 1048576.0), 6} MiB   allocated {N(side.Allocated / 1048576), 7} MiB   {(side == heed ? "" : $"Heed takes {N(heed.Median / side.Median)} times as long")}";

    string Between()
    {
        var (from, to) = (_text.IndexOf(Begin, StringComparison.Ordinal), _text.IndexOf(End, StringComparison.Ordinal));
        return from < 0 || to < from
            ? throw new InvalidOperationException(
                $"{_path} has no place for results: it needs the lines {Begin} and {End}."
            )
            : _text[from..to].Replace(Head.Split('\n')[0], "| ", StringComparison.Ordinal);
    }

    List<string> Rows(string name) => _rows.TryGetValue(name, out var rows) ? rows : _rows[name] = [];

    static string N(double value) =>
        value.ToString(
            value >= 100 ? "N0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );

    static string Machine()
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        return $"Machine of the last run: {processor?.Split(':')[1].Trim() ?? "unknown processor"}, {Environment.ProcessorCount} cores, {memory} GiB, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}.";
    }

    static string Commit()
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["describe", "--always", "--dirty"])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = Folder(),
            }
        );
        return git!.StandardOutput.ReadToEnd().Trim();
    }

    /// <summary>The folder of the table, <c>bench/</c>.</summary>
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Heed.slnx")))
                return Path.Combine(folder.FullName, "bench");
        throw new DirectoryNotFoundException("bench/ is not above this program: run it with bench/run.");
    }
}
