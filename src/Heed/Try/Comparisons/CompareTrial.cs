using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>
/// What the metrics that a trial is compared with say of it: a second opinion, by the methods of
/// <c>heed analyze series --compare</c>. The word of the verdict stays that of the trial's own metric.
/// </summary>
static class CompareTrial
{
    /// <param name="before">The day up to which points are taken, where it is judged again; empty takes all.</param>
    public static ComparedVerdict? Judge(
        Trial trial,
        IReadOnlyDictionary<Id<Metric>, MetricSeries> measured,
        DateOnly? before = null
    )
    {
        if (trial.ComparedWith.Count == 0)
            return null;
        var own = measured[trial.MetricId];
        // To leave one out now would be to choose after the data.
        if (trial.ComparedWith.Any(other => !measured.ContainsKey(other.Metric)))
            return Open(
                "A metric that was chosen for the comparison is here no more, and no other may take its place."
            );
        List<(MetricSeries Measured, DateOnly? From)> all =
        [
            (own, trial.Start),
            .. trial.ComparedWith.Select(other => (measured[other.Metric], other.ReachedFrom)),
        ];
        if (Comparisons.InAnotherUnit(own.Metric, all.Select(one => one.Measured.Metric)) is { } apart)
            return Open(apart);
        List<PanelUnit> units = [];
        foreach (var (one, from) in all)
        {
            var known = before is { } day ? one.Before(day) : one;
            if (known.Evidence.Refused(out var because, out var series))
                return Open(because);
            var name = units.Exists(u => u.Name == one.Metric.Name)
                ? $"{one.Metric.Name} ({units.Count})"
                : one.Metric.Name;
            units.Add(new(name, series, from));
        }
        var lag = own.Metric.Cadence.PeriodsIn(trial.LagDays);
        return ComparedVerdict
            .Judge(units[0], units[1..], trial.Wanted, trial.Predicted, lag)
            .Refused(out var fault, out var judged)
            ? Open(fault)
            : judged;

        ComparedVerdict Open(string because) => ComparedVerdict.Open(own.Metric.Name, because, trial.Predicted);
    }

    /// <summary>All that it says beside a verdict, as it is kept.</summary>
    public static string Say(this ComparedVerdict compared, Verdict verdict, string unit, bool wasChosenBefore)
    {
        List<string?> said = [compared.Say(unit), compared.Chance];
        if (compared.RollOut is { } rollOut)
            said.Add(
                $"{Format.Capital(Format.InWords(rollOut.Units.Without))} did not have it at the end. This is a second opinion on all that got the change; the verdict is on “{compared.Name}” alone."
            );
        if (compared.Size is not null)
            said.Add(Beside(verdict.Word, compared));
        if (compared.Size is not null && verdict.Look > 1)
            said.Add("Its interval makes no allowance for the looks before.");
        if (!wasChosenBefore)
            said.Add("The comparison was chosen afterwards.");
        return string.Join(' ', said.OfType<string>());
    }

    static string Beside(VerdictWord verdict, ComparedVerdict compared) =>
        (verdict, compared.Word) switch
        {
            _ when verdict == compared.Word => "That agrees with the verdict.",
            (_, VerdictWord.CannotTell) => "That neither confirms the verdict nor contradicts it.",
            (VerdictWord.CannotTell or VerdictWord.NotMeasured, _) =>
                "The verdict stays as it is: this is a second opinion, and it says more than the metric alone can.",
            _ when compared.RollOut is not null =>
                "That does not agree with the verdict: the change does something else in others, or something else moved. Trust neither alone.",
            _ =>
                "That does not agree with the verdict: something else moved, here or in the others. Trust neither alone.",
        };
}
