using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Heed.Bench;

/// <summary>The product as a process of its own, built like this program was.</summary>
static partial class Product
{
    const int Children = -1;

    public readonly record struct Done(string Output, Cost Cost, long PeakBytes);

    public static Process Start(params string[] arguments) => StartIn(AppContext.BaseDirectory, arguments);

    /// <summary>Heed as it lies in a folder.</summary>
    public static Process StartIn(string folder, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(folder, "heed.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    /// <summary>A Heed that serves, once it answers. What it says meanwhile is read and let go.</summary>
    public static Process Serve(string program, HttpClient client, TimeSpan patience, params string[] arguments)
    {
        var began = Stopwatch.GetTimestamp();
        var heed = StartIn(program, arguments);
        heed.OutputDataReceived += (_, _) => { };
        heed.BeginOutputReadLine();
        heed.BeginErrorReadLine();
        while (!Answers(client))
            if (heed.HasExited || Stopwatch.GetElapsedTime(began) > patience)
            {
                heed.Kill();
                throw new InvalidOperationException($"heed {arguments[0]} does not become ready.");
            }
        return heed;
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

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Publishes Heed into a folder, compiled ahead of time as <c>./run</c> does.</summary>
    public static void Publish(string into)
    {
        using var publish = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "publish",
                    "src/Heed",
                    "-c",
                    "Release",
                    "-r",
                    "linux-x64",
                    "--no-self-contained",
                    "-o",
                    into,
                    "-v",
                    "quiet",
                ]
            )
            {
                WorkingDirectory = Path.GetDirectoryName(ResultTable.Folder()),
            }
        )!;
        publish.WaitForExit();
        if (publish.ExitCode != 0)
            throw new NotHere("Heed could not be published for linux-x64; the lines above say why.");
    }

    public static Done Run(params string[] arguments)
    {
        var cpu = CpuOfEndedChildren();
        var began = Stopwatch.GetTimestamp();
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(10))
            peak = Math.Max(peak, Peak(process));
        var wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0
            ? new(output.Result, new(wall, CpuOfEndedChildren() - cpu, 0), peak)
            : throw new InvalidOperationException($"heed {string.Join(' ', arguments)}: {errors.Result}");
    }

    static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended between the two looks
        }
    }

    /// <summary>User and system time in milliseconds, which the kernel keeps of children that ended.</summary>
    static double CpuOfEndedChildren()
    {
        Span<long> usage = stackalloc long[18]; // struct rusage: two times in seconds and microseconds, then 14 counts
        if (GetUsage(Children, ref usage[0]) != 0)
            throw new InvalidOperationException("The kernel does not tell what ended processes cost.");
        return (usage[0] + usage[2]) * 1000.0 + (usage[1] + usage[3]) / 1000.0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
