using Heed.Bench;

if (args is [TextAcceptance.Name])
    return TextAcceptance.Run(Console.Out);
if (args is [SoakRun.Name, .. var soaked])
    return await SoakRun.Run(soaked, Console.Out);

Benchmark[] all =
[
    .. Cube.All,
    .. ScoreCount.All,
    .. Drivers.All,
    .. Resampling.All,
    .. Bands.All,
    .. Effects.All,
    .. Verdicts.All,
    .. Stuck.All,
    .. AnalyzeSurveyFile.All,
    .. ImportFile.All,
    .. RecordReaders.All,
    .. FileHeads.All,
    .. Remarks.All,
    .. RemarkSpeed.All,
    .. Footprint.All,
    .. HomeFull.All,
    .. WasteFull.All,
    .. AimFull.All,
];
var asked = args.Length == 0 ? all : [.. all.Where(line => args.Contains(line.Name, StringComparer.OrdinalIgnoreCase))];
if (asked.Length == 0)
{
    Console.Error.WriteLine(
        $"There is no benchmark {string.Join(", ", args)}. There are {string.Join(", ", all.Select(line => line.Name))}."
    );
    return 2;
}
var table = ResultTable.Load();
var failed = false;
foreach (var line in asked)
{
    Console.WriteLine($"{line.Name}: {line.What}");
    try
    {
        using var sides = line.Sides();
        var measured = Measure.Rounds(line.Rounds, sides.All);
        foreach (var side in measured)
            Console.WriteLine($"  {ResultTable.Line(side, measured[0])}");
        table.Keep(line, measured);
        table.Save();
    }
    catch (NotHere missing)
    {
        Console.WriteLine($"  left out: {missing.Message}");
    }
    catch (DifferentAnswer different)
    {
        Console.Error.WriteLine($"  {different.Message}");
        failed = true;
    }
}
return failed ? 1 : 0;
