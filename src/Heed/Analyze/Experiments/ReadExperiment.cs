using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>What was asked of a file of an experiment.</summary>
sealed record ExperimentAsk(string Arm, string Value)
{
    public string? Before { get; init; }
    public string? Per { get; init; }
    public string? Control { get; init; }
    public string? Treatment { get; init; }
    public IReadOnlyList<string> Missing { get; init; } = [];
    public Direction? Wanted { get; init; }
    public double? Predicted { get; init; }
    public ExperimentSettings Settings { get; init; } = new();
}

/// <summary>The two arms as they stand in the file.</summary>
sealed record ArmsRead(ExperimentArm Control, ExperimentArm Treatment);

/// <summary>Reads the arm and the figures of each person, and settles which arm is compared with which.</summary>
static class ReadExperiment
{
    const int MostArms = 20;

    public static Outcome<ArmsRead> Run(
        DataFile file,
        ExperimentAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Column(ask.Arm).Refused(out var refusal, out var arm))
            return refusal;
        string[] named = [ask.Value, .. new[] { ask.Before, ask.Per }.OfType<string>()];
        if (file.Columns(named).Refused(out refusal, out var columns))
            return refusal;
        const string cure =
            "A figure is a number: give 1 and 0 for yes and no, and leave it blank where nothing was measured.";
        if (
            ReadColumns
                .Run(file, columns, [arm], new(file, ask.Missing), cure, progress, stop)
                .Refused(out refusal, out var read)
        )
            return refusal;
        string[] arms = [.. read.Words[0].Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        if (Pair(ask, arms).Refused(out refusal, out var pair))
            return refusal;
        var before = ask.Before is null ? null : Filled(file, ask.Before, read.Numbers[1]);
        var per = ask.Per is null ? null : read.Numbers[^1];
        var others = read.Words[0].Count(name => name.Length > 0 && name != pair.Control && name != pair.Treatment);
        if (others > 0)
            file.Notes.Add(
                $"{Format.Count(others, "row belongs", "rows belong")} to other arms and {Format.Plural(others, "is", "are")} left out."
            );
        var blank = read.Words[0].Count(name => name.Length == 0);
        if (blank > 0)
            file.Notes.Add(
                $"{Format.Count(blank, "row names", "rows name")} no arm and {Format.Plural(blank, "is", "are")} left out."
            );
        return new ArmsRead(Arm(pair.Control), Arm(pair.Treatment));

        ExperimentArm Arm(string name)
        {
            int[] dealt = [.. Enumerable.Range(0, read.Rows.Length).Where(row => read.Words[0][row] == name)];
            int[] measured =
            [
                .. dealt.Where(row => !double.IsNaN(read.Numbers[0][row]) && (per is null || !double.IsNaN(per[row]))),
            ];
            if (measured.Length < dealt.Length)
                file.Notes.Add(
                    $"{Format.Count(dealt.Length - measured.Length, "row", "rows")} of {name} without a figure: counted for the split, left out of the comparison. Where people drop out because of the change itself, what is left cannot be compared."
                );
            return new(name, [.. measured.Select(row => read.Numbers[0][row])])
            {
                Dealt = dealt.Length,
                Before = before is null ? null : [.. measured.Select(row => before[row])],
                Per = per is null ? null : [.. measured.Select(row => per[row])],
            };
        }
    }

    /// <summary>Who was not measured before is taken to have been as all others were: nobody has changed yet.</summary>
    static double[] Filled(DataFile file, string column, double[] before)
    {
        var unknown = before.Count(double.IsNaN);
        if (unknown == 0 || unknown == before.Length)
            return [.. before.Select(value => double.IsNaN(value) ? 0 : value)];
        var mean = before.Where(value => !double.IsNaN(value)).Average();
        file.Notes.Add(
            $"{Format.Count(unknown, "row has", "rows have")} no “{column}” and {Format.Plural(unknown, "counts", "count")} there as the mean of all."
        );
        return [.. before.Select(value => double.IsNaN(value) ? mean : value)];
    }

    static Outcome<(string Control, string Treatment)> Pair(ExperimentAsk ask, string[] arms)
    {
        if (arms.Length > MostArms)
            return new Refusal(
                $"--arm: “{ask.Arm}” has {Format.Count(arms.Length)} values; a column of arms has two or a few."
            );
        if (arms.Length < 2)
            return new Refusal(
                $"--arm: “{ask.Arm}” has {(arms.Length == 0 ? "no value" : $"one value, “{arms[0]}”")}; two arms are compared."
            );
        foreach (var (option, name) in new[] { ("--control", ask.Control), ("--treatment", ask.Treatment) })
            if (name is not null && !arms.Contains(name))
                return new Refusal($"{option}: there is no arm “{name}”. The arms are {Format.List(arms)}.");
        var control =
            ask.Control
            ?? arms.Where(name => name != ask.Treatment)
                .OrderByDescending(name => name.Equals("control", StringComparison.OrdinalIgnoreCase))
                .First();
        string[] rest = [.. arms.Where(name => name != control)];
        if (ask.Treatment is null && rest.Length > 1)
            return new Refusal(
                $"--arm: “{ask.Arm}” has {Format.Count(arms.Length)} arms, {Format.List(arms)}. Two are compared at a time: name them with --control and --treatment."
            );
        return ask.Treatment == control
            ? new Refusal("--treatment: an arm cannot be compared with itself.")
            : (control, ask.Treatment ?? rest[0]);
    }
}
