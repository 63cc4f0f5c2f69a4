using System.Diagnostics;
using System.Globalization;

namespace Heed.Bench;

/// <summary>
/// <c>bench/run soak [MINUTES] [ACTS-A-SECOND] [POSTGRES]</c>: the sample organisation as a process of its own, used for an hour by people
/// and programs at once. The table says every five minutes how long they waited, what broke, and what the process holds; at
/// the end whether its memory grows and whether all that was acknowledged is there.
/// </summary>
static class SoakRun
{
    public const string Name = "soak";
    const int Users = 8;
    static readonly TimeSpan Row = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(string[] asked, TextWriter says)
    {
        var minutes = asked.Length > 0 ? double.Parse(asked[0], CultureInfo.InvariantCulture) : 60;
        var rate = asked.Length > 1 ? double.Parse(asked[1], CultureInfo.InvariantCulture) : 40;
        var folder = Directory.CreateTempSubdirectory("heed-soak-").FullName;
        try
        {
            Product.Publish(Path.Combine(folder, "heed"));
            using var house = await SoakHouse.Open(
                Path.Combine(folder, "heed"),
                Path.Combine(folder, "data"),
                asked.ElementAtOrDefault(2)
            );
            return await Use(house, TimeSpan.FromMinutes(minutes), rate, says);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<int> Use(SoakHouse house, TimeSpan time, double rate, TextWriter says)
    {
        using var over = new CancellationTokenSource(time);
        var seen = new SoakRecord();
        var users = await Task.WhenAll(Enumerable.Range(0, Users).Select(i => SoakUser.Arrive(house, i, seen)));
        var uses = users.Select(u => u.Stay(TimeSpan.FromSeconds(Users / rate), over.Token)).ToList();
        says.WriteLine(SoakRecord.Head);
        var (began, rows) = (Stopwatch.GetTimestamp(), 0);
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Look, over.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            var passed = Stopwatch.GetElapsedTime(began);
            seen.Holds(passed, house.Process);
            if ((int)(passed / Row) == rows && !over.IsCancellationRequested)
                continue;
            says.WriteLine(seen.Row(passed, house.Data));
            rows = (int)(passed / Row);
        }
        await Task.WhenAll(uses);

        var kept = 0;
        foreach (var user in users)
            kept += await user.Kept();
        var acknowledged = users.Sum(u => u.Acknowledged);
        says.WriteLine();
        says.WriteLine(
            $"{seen.Acts:N0} acts in {time.TotalMinutes:0} minutes by {Users} at once, {rate:0} a second asked for: {seen.Broken} answers of 500 or more, {seen.Cut} connections cut."
        );
        says.WriteLine($"Written and acknowledged: {acknowledged:N0} values; there at the end: {kept:N0}.");
        says.WriteLine(seen.Slope());
        foreach (var line in seen.Faults)
            says.WriteLine(line);
        return seen.Broken == 0 && seen.Cut == 0 && kept == acknowledged ? 0 : 1;
    }
}
