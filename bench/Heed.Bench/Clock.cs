using System.Diagnostics;

namespace Heed.Bench;

/// <summary>Measures a part of a run: what lies before it is preparation.</summary>
sealed class Clock : IDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);
    readonly long _began = Stopwatch.GetTimestamp();
    readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);
    readonly long _memory = Environment.WorkingSet;
    readonly Timer _look;
    long _peak;

    Clock() => _look = new Timer(_ => _peak = Math.Max(_peak, Environment.WorkingSet), null, TimeSpan.Zero, Every);

    public static Clock Start()
    {
        GC.Collect();
        return new Clock();
    }

    /// <summary>The cost since the start, and by how much the memory of the process grew at most.</summary>
    public (Cost Cost, long Growth) Stop()
    {
        var time = Stopwatch.GetElapsedTime(_began).TotalMilliseconds;
        var cpu = (Environment.CpuUsage.TotalTime - _cpu).TotalMilliseconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - _allocated;
        Dispose();
        return (new(time, cpu, allocated), Math.Max(1, Math.Max(_peak, Environment.WorkingSet) - _memory));
    }

    public void Dispose() => _look.Dispose();
}

/// <summary>Something that a benchmark needs is not on this machine; it is left out, in words.</summary>
sealed class NotHere(string message) : Exception(message);
