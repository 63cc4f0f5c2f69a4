using System.Diagnostics;
using Heed.Simulations;

Simulation[] all = Promises.All;
Simulation[] asked = args is [var word, ..]
    ? [.. all.Where(one => one.Name.Contains(word, StringComparison.OrdinalIgnoreCase))]
    : all;
if (asked.Length == 0)
{
    Console.Error.WriteLine(
        $"No simulation has \"{args[0]}\" in its name. Groups: {string.Join("; ", all.Select(one => one.Group).Distinct())}."
    );
    return 2;
}
var clock = Stopwatch.StartNew();
var outcomes = new Outcome[asked.Length];
Parallel.For(0, asked.Length, i => outcomes[i] = asked[i].Run());
Console.WriteLine(Report.Table(outcomes));
Console.WriteLine($"{Report.Summary(outcomes)} {clock.Elapsed.TotalSeconds:0} s.");
if (args.Length == 0)
{
    File.WriteAllText(Report.Path, Report.Page(outcomes));
    File.WriteAllText(Report.VerdictsPath, Report.VerdictsPage(File.ReadAllText(Report.VerdictsPath), outcomes));
}
return outcomes.Any(outcome => outcome.Kept is Kept.No) ? 1 : 0;
