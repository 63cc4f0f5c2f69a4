using System.Diagnostics;

namespace Heed.Bench;

/// <summary>What one run of one side cost.</summary>
readonly record struct Cost(double Milliseconds, double CpuMilliseconds, long Allocated);

/// <summary>One side of a benchmark over all rounds.</summary>
sealed class Side(string name)
{
    readonly List<Cost> _costs = [];

    public string Name => name;
    public long PeakBytes { get; private set; }
    public double Median => Middle(cost => cost.Milliseconds);
    public double Best => _costs.Min(cost => cost.Milliseconds);
    public double Cpu => Middle(cost => cost.CpuMilliseconds);
    public double Allocated => Middle(cost => cost.Allocated);
    public int Rounds => _costs.Count;

    public void Add(Cost cost, long peak) => (_, PeakBytes) = (AddTo(cost), Math.Max(PeakBytes, peak));

    bool AddTo(Cost cost)
    {
        _costs.Add(cost);
        return true;
    }

    double Middle(Func<Cost, double> of)
    {
        var sorted = _costs.Select(of).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>What a side gives back: the figures it found, by which both sides are held to the same answer.</summary>
/// <param name="Checksum">The figures.</param>
/// <param name="Elsewhere">What the work cost in another process, where it ran in one.</param>
readonly record struct Found(string Checksum, Cost? Elsewhere = null, long PeakBytes = 0)
{
    public static implicit operator Found(string checksum) => new(checksum);
}

/// <summary>
/// Runs the sides in turn, so that whatever else the machine does touches all of them alike. No time is recorded before
/// all sides gave the same answer.
/// </summary>
static class Measure
{
    public static IReadOnlyList<Side> Rounds(int rounds, IReadOnlyList<(string Name, Func<Found> Run)> sides)
    {
        var answers = sides.Select(side => (side.Name, side.Run().Checksum)).ToList();
        foreach (var (name, checksum) in answers)
            if (checksum != answers[0].Checksum)
                throw new DifferentAnswer(
                    $"{name} found {checksum} and {answers[0].Name} found {answers[0].Checksum}. No time is recorded."
                );
        var measured = sides.Select(side => new Side(side.Name)).ToList();
        for (var round = 0; round < rounds; round++)
        for (var i = 0; i < sides.Count; i++)
            Once(sides[i], measured[i], answers[0].Checksum);
        return measured;
    }

    static void Once((string Name, Func<Found> Run) side, Side measured, string checksum)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var began = Stopwatch.GetTimestamp();
        var found = side.Run();
        var time = Stopwatch.GetElapsedTime(began);
        var cost = new Cost(
            time.TotalMilliseconds,
            (process.Refreshed().TotalProcessorTime - cpu).TotalMilliseconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated
        );
        if (found.Checksum != checksum)
            throw new DifferentAnswer($"{side.Name} found {found.Checksum} this time and {checksum} before.");
        measured.Add(found.Elsewhere ?? cost, found.PeakBytes > 0 ? found.PeakBytes : process.Refreshed().WorkingSet64);
    }

    static Process Refreshed(this Process process)
    {
        process.Refresh();
        return process;
    }
}

/// <summary>Two sides did not find the same, so there is nothing to compare.</summary>
sealed class DifferentAnswer(string message) : Exception(message);
