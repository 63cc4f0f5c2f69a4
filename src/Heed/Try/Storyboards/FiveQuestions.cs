namespace Heed.Try;

/// <summary>The coach card: what the board itself answers, and what it does not, said plainly.</summary>
static class FiveQuestions
{
    public static IReadOnlyList<CoachAnswer> Of(ShownBoard shown, DateOnly today) =>
        [
            new("What is the target condition?", Target(shown, today)),
            new("What is the actual condition now?", Now(shown), new("And what came of the last step?", Last(shown))),
            new("What is in the way, and which one now?", InTheWay(shown)),
            new("What is the next step, and what do you expect?", Next(shown)),
            new("When can we go and see?", When(shown, today)),
        ];

    static IReadOnlyList<string> Target(ShownBoard shown, DateOnly today) =>
        shown.Target is { } target
            ?
            [
                $"{target.Outcome}{(target.Limits is { } limits ? $" ({limits} {shown.TargetSeries?.Metric.Unit})" : "")}",
                $"How the work goes then: {target.Pattern}",
                target.WaitsForReflection(today)
                    ? $"Its day was {Format.Day(target.AchieveBy)}. What has it taught?"
                    : $"By {Format.Day(target.AchieveBy)}, {DaysLeft(target, today)}.",
            ]
            : ["None is set."];

    internal static string DaysLeft(TargetCondition target, DateOnly today) =>
        (target.AchieveBy.DayNumber - today.DayNumber) switch
        {
            0 => "today",
            var days => $"{Format.Count(days, "day")} left",
        };

    static IReadOnlyList<string> Now(ShownBoard shown)
    {
        var series = shown.TargetSeries ?? shown.Series;
        return series is null ? [$"In words: {shown.Board.Current}", "By no metric."]
            : series.Newest is { } newest
                ?
                [
                    $"{series.Metric.Name}: {Format.Value(newest.Value, series.Metric.Unit)} on {Format.Day(newest.On)}.",
                    $"{Metrics.MovementWords.Finding(series.Movement).TrimEnd('.')}.",
                ]
            : [$"{series.Metric.Name} is not measured yet."];
    }

    static IReadOnlyList<string> Last(ShownBoard shown) =>
        shown.Experiments.FirstOrDefault(e => e.State is ExperimentState.Seen) is not { } last
            ? ["There was none yet."]
            :
            [
                $"Planned: {last.Step}",
                $"Expected: {last.Expected}",
                $"Happened: {last.Happened ?? Format.Lower(last.Result!.Value.Word())}",
                $"Learned: {last.Learned}",
            ];

    static IReadOnlyList<string> InTheWay(ShownBoard shown) =>
        (shown.Working, shown.Parked.Count) switch
        {
            ({ } working, 0) => [$"Now: {working.What}"],
            ({ } working, var others) =>
            [
                $"Now: {working.What}",
                $"{Format.Capital(Format.InWords(others))} more {Format.Plural(others, "is", "are")} parked.",
            ],
            (null, 0) => ["None is named yet."],
            (null, var parked) =>
            [
                $"{Format.Capital(Format.Count(parked, "obstacle"))} {Format.Plural(parked, "is", "are")} parked. Which one now?",
            ],
        };

    static IReadOnlyList<string> Next(ShownBoard shown) =>
        shown.Next is { } next
            ?
            [
                next.Step,
                $"To learn: {next.Unknown}",
                $"Expected: {next.Expected}{(next.LockedOn is { } on ? $" (locked {Format.Day(on)})" : " (not locked yet)")}",
            ]
            : ["None is planned."];

    static IReadOnlyList<string> When(ShownBoard shown, DateOnly today) =>
        shown.Next is not { } next ? ["Plan the next step first."]
        : next.GoAndSee < today ? [$"{Format.Day(next.GoAndSee)}: that day is over. Go and see."]
        : next.GoAndSee == today ? ["Today."]
        : [$"{Format.Day(next.GoAndSee)}."];
}
