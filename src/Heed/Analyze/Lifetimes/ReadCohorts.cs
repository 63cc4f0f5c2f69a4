namespace Heed.Analyze;

/// <summary>How many of a cohort were still there, the start first.</summary>
sealed record Cohort(string Name, IReadOnlyList<double> Staying);

/// <summary>Reads cohorts, one a column, one period a row.</summary>
static class ReadCohorts
{
    public static Outcome<IReadOnlyList<Cohort>> Run(
        DataFile file,
        LifetimeAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        var columns = new List<int>();
        foreach (var named in ask.Staying)
        {
            if (file.Columns(named).Refused(out var unknown, out var some))
                return unknown;
            columns.AddRange(some);
        }
        const string cure = "Write how many are still there, or leave the cell blank where that period has not come.";
        if (
            ReadColumns
                .Run(file, [.. columns], [], new(file, ask.Missing), cure, progress, stop)
                .Refused(out var refusal, out var read)
        )
            return refusal;
        var cohorts = new List<Cohort>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (Whole(file.ColumnName(columns[i]), read.Numbers[i], read.Rows).Refused(out refusal, out var cohort))
                return refusal;
            cohorts.Add(cohort);
        }
        return cohorts;
    }

    /// <summary>A young cohort may end early; it cannot have a hole or grow.</summary>
    static Outcome<Cohort> Whole(string name, double[] numbers, long[] rows)
    {
        var count = Array.FindLastIndex(numbers, number => !double.IsNaN(number)) + 1;
        for (var i = 0; i < count; i++)
        {
            if (double.IsNaN(numbers[i]))
                return new Refusal(
                    $"Row {rows[i]}, column “{name}”: a blank between two numbers. Fill in how many were there, or end the column there."
                );
            if (numbers[i] < 0)
                return new Refusal(
                    $"Row {rows[i]}, column “{name}”: {Format.Typed(numbers[i])} people cannot be there."
                );
            if (i > 0 && numbers[i] > numbers[i - 1])
                return new Refusal(
                    $"Row {rows[i]}, column “{name}”: {Format.Typed(numbers[i])} after {Format.Typed(numbers[i - 1])}. A cohort only loses people; count new ones as a cohort of their own."
                );
        }
        return new Cohort(name, numbers[..count]);
    }
}
