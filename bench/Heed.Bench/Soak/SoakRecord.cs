using System.Diagnostics;

namespace Heed.Bench;

/// <summary>What the users of a soak saw, and what the process held meanwhile.</summary>
sealed class SoakRecord
{
    const int MostFaults = 20;

    /// <summary>What is filled once, such as caches and pools, is filled by then.</summary>
    static readonly TimeSpan Warm = TimeSpan.FromMinutes(10);

    readonly Lock _lock = new();
    readonly List<double> _waits = [];
    readonly List<(double Minute, double Bytes)> _memory = [];
    readonly List<string> _faults = [];
    double _cpu;
    TimeSpan _cpuAt;
    string _held = "";

    public long Acts { get; private set; }
    public int Broken { get; private set; }
    public int Cut { get; private set; }
    public IReadOnlyList<string> Faults => _faults;

    public static string Head =>
        """
            | minute | acts | median ms | 99 % ms | 5xx | cut | memory MiB (RSS) | threads | open files | CPU % | database MiB |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    public void Answer(string act, int status, double milliseconds)
    {
        lock (_lock)
        {
            Acts++;
            _waits.Add(milliseconds);
            if (status < 500)
                return;
            Broken++;
            Note($"{status}: {act}");
        }
    }

    public void NoAnswer(string act, Exception problem)
    {
        lock (_lock)
        {
            Cut++;
            Note($"cut: {act}: {problem.Message}");
        }
    }

    /// <summary>An answer that is none of those that this act may get.</summary>
    public void Unlike(string act, int status)
    {
        lock (_lock)
            Note($"not as expected, {status}: {act}");
    }

    void Note(string line)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(line);
    }

    public void Holds(TimeSpan passed, Process heed)
    {
        heed.Refresh();
        var bytes = heed.WorkingSet64;
        _memory.Add((passed.TotalMinutes, bytes));
        var cpu = heed.TotalProcessorTime.TotalSeconds;
        var share = 100 * (cpu - _cpu) / (passed - _cpuAt).TotalSeconds;
        (_cpu, _cpuAt) = (cpu, passed);
        var files = Directory.GetFileSystemEntries($"/proc/{heed.Id}/fd").Length;
        _held = $"{bytes / 1048576.0:0} | {heed.Threads.Count} | {files} | {share:0}";
    }

    public string Row(TimeSpan passed, string data)
    {
        lock (_lock)
        {
            _waits.Sort();
            var (median, late) = (At(0.5), At(0.99));
            var line =
                $"| {passed.TotalMinutes:0} | {_waits.Count:N0} | {median:0.0} | {late:0} | {Broken} | {Cut} | {_held} | {Size(data) / 1048576.0:0.0} |";
            _waits.Clear();
            return line;
        }
    }

    double At(double share) => _waits.Count == 0 ? double.NaN : _waits[(int)((_waits.Count - 1) * share)];

    static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles("heed.db*").Sum(f => f.Length);

    /// <summary>Least squares through what was held after the first minutes.</summary>
    public string Slope()
    {
        var points = _memory.Where(m => m.Minute >= Warm.TotalMinutes).ToList();
        if (points.Count < 12)
            return "Too short to say whether memory grows.";
        var (x, y) = (points.Average(p => p.Minute), points.Average(p => p.Bytes));
        var slope = points.Sum(p => (p.Minute - x) * (p.Bytes - y)) / points.Sum(p => (p.Minute - x) * (p.Minute - x));
        return $"Memory from minute {Warm.TotalMinutes:0} on: {y / 1048576:0} MiB on average, {slope * 10 / y:+0.0 %;−0.0 %;0 %} in ten minutes.";
    }
}
