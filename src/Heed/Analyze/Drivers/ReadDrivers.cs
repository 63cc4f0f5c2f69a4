using Heed.Analytics.Drivers;

namespace Heed.Analyze;

/// <summary>What was asked of a file of answers.</summary>
sealed record DriverAsk(string Outcome, IReadOnlyList<string> Drivers)
{
    public IReadOnlyList<string> Missing { get; init; } = [];
    public string? Weight { get; init; }
    public bool Ordinal { get; init; }

    /// <summary>Null lets the number of drivers decide.</summary>
    public DriverMethod? Method { get; init; }
}

/// <summary>The answers, and how many of each column are missing.</summary>
sealed record DriverAnswers(string Outcome, DriverData Data, IReadOnlyList<int> Missing, int MissingOutcomes)
{
    public int Rows => Data.Outcome.Count;
}

/// <summary>Reads outcome, drivers and weight, and refuses what would be explained by itself.</summary>
static class ReadDrivers
{
    public static Outcome<DriverAnswers> Run(
        DataFile file,
        DriverAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Column(ask.Outcome).Refused(out var refusal, out var outcome))
            return refusal;
        var drivers = new List<int>();
        foreach (var named in ask.Drivers)
        {
            if (file.Columns(named).Refused(out refusal, out var columns))
                return refusal;
            drivers.AddRange(columns);
        }
        if (drivers.Contains(outcome))
            return new Refusal(
                $"--driver: “{file.ColumnName(outcome)}” is the outcome, and would explain itself. Leave it out of the drivers."
            );
        if (drivers.GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new Refusal($"--driver: “{file.ColumnName(twice.Key)}” is named twice. Name each driver once.");
        var weight = new List<int>();
        if (ask.Weight is { } named2)
        {
            if (file.Column(named2).Refused(out refusal, out var column))
                return refusal;
            weight.Add(column);
        }
        int[] all = [outcome, .. drivers, .. weight];
        const string cure =
            "Drivers and outcome are read from numbers: export the codes instead of the words, or name words that mean “no answer” with --missing.";
        if (
            ReadColumns
                .Run(file, all, [], new(file, ask.Missing), cure, progress, stop)
                .Refused(out refusal, out var read)
        )
            return refusal;
        var data = new DriverData(
            read.Numbers[0],
            [.. drivers.Select(file.ColumnName)],
            [.. read.Numbers.Skip(1).Take(drivers.Count)]
        );
        if (weight.Count > 0)
        {
            if (Weigh(file, data, read, weight[0]) is { } fault)
                return fault;
            data = data with { Weights = read.Numbers[^1] };
        }
        return new DriverAnswers(
            file.ColumnName(outcome),
            data,
            [.. data.Columns.Select(column => column.Count(double.IsNaN))],
            data.Outcome.Count(double.IsNaN)
        );
    }

    /// <summary>A weight must be there where all answers are; a row that is left out anyway needs none.</summary>
    static Refusal? Weigh(DataFile file, DriverData data, ColumnsRead read, int column)
    {
        var weights = read.Numbers[^1];
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] >= 0)
                continue;
            if (double.IsNaN(data.Outcome[row]) || data.Columns.Any(driver => double.IsNaN(driver[row])))
                weights[row] = 0;
            else
                return new Refusal(
                    $"Row {read.Rows[row]}, column “{file.ColumnName(column)}”: {(double.IsNaN(weights[row]) ? "a blank" : $"“{Format.Typed(weights[row])}”")} is not a weight. A weight says for how many people an answer stands: zero or more. Mend the row, or leave --weight out."
                );
        }
        return null;
    }
}
