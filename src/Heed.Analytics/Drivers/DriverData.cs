namespace Heed.Analytics.Drivers;

/// <summary>What may drive an outcome: one column of numbers per driver, one for the outcome, one row per respondent.</summary>
/// <remarks>NaN stands for a missing answer. Only rows in which nothing is missing are used, and the others are counted.</remarks>
/// <param name="Outcome">The outcome, such as overall satisfaction.</param>
/// <param name="Names">The drivers' names.</param>
/// <param name="Columns">The drivers' answers, in the order of the names.</param>
/// <param name="Weights">A weight per respondent, or null.</param>
public sealed record DriverData(
    IReadOnlyList<double> Outcome,
    IReadOnlyList<string> Names,
    IReadOnlyList<IReadOnlyList<double>> Columns,
    IReadOnlyList<double>? Weights = null
)
{
    /// <summary>Rows without a gap, driver by driver, then the outcome.</summary>
    internal (double[][] Columns, double[] Weights, int Missing) Complete()
    {
        double[][] all = [.. Columns.Append(Outcome).Select(column => column as double[] ?? [.. column])];
        double[] weights = Weights is null
            ? [.. Enumerable.Repeat(1.0, Outcome.Count)]
            : Weights as double[] ?? [.. Weights];
        var kept = Enumerable.Range(0, Outcome.Count).ToArray();
        foreach (var column in all)
            kept = IsComplete(column) ? kept : Array.FindAll(kept, row => double.IsFinite(column[row]));
        if (kept.Length == Outcome.Count)
            return (all, weights, 0);
        double[] Kept(double[] column) => Array.ConvertAll(kept, row => column[row]);
        return (Array.ConvertAll(all, Kept), Kept(weights), Outcome.Count - kept.Length);
    }

    static bool IsComplete(double[] column)
    {
        foreach (var value in column)
            if (!double.IsFinite(value))
                return false;
        return true;
    }

    internal string? WhyNot()
    {
        if (Names.Count != Columns.Count)
            return $"There are {Names.Count} names for {Columns.Count} drivers.";
        if (Columns.Count == 0)
            return "Name at least one driver.";
        for (var d = 0; d < Columns.Count; d++)
            if (Columns[d].Count != Outcome.Count)
                return $"{Names[d]} has {Columns[d].Count} rows and the outcome has {Outcome.Count}.";
        if (Weights is null)
            return null;
        if (Weights.Count != Outcome.Count)
            return $"There are {Weights.Count} weights for {Outcome.Count} rows.";
        var bad = Weights.Count(weight => !Scores.Weight.IsPossible(weight));
        return bad > 0 ? $"{bad} weights are below zero or not a number." : null;
    }
}
