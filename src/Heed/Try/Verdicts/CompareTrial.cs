using Heed.Analytics.Evidence;
using Heed.Metrics;

namespace Heed.Try;

/// <summary>
/// What the metrics that did not get the change say of a trial: a second opinion, by the method of
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
        if (trial.ComparedWith.Any(id => !measured.ContainsKey(id)))
            return Open(
                "A metric that was chosen for the comparison is here no more, and no other may take its place."
            );
        var others = trial.ComparedWith.Select(id => measured[id]).ToList();
        if (Comparisons.InAnotherUnit(own.Metric, others.Select(one => one.Metric)) is { } apart)
            return Open(apart);
        List<PanelUnit> units = [];
        foreach (var one in others.Prepend(own))
        {
            if (one.Evidence.Refused(out var because, out var series))
                return Open(because);
            var name = units.Exists(u => u.Name == one.Metric.Name)
                ? $"{one.Metric.Name} ({units.Count})"
                : one.Metric.Name;
            units.Add(new(name, before is { } day ? series.Before(day) : series, one == own ? trial.Start : null));
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
        if (compared.Effect is not null)
            said.Add(Beside(verdict.Word, compared.Word));
        if (compared.Effect is not null && verdict.Look > 1)
            said.Add("Its interval makes no allowance for the looks before.");
        if (!wasChosenBefore)
            said.Add("The comparison was chosen afterwards.");
        return string.Join(' ', said.OfType<string>());
    }

    static string Beside(VerdictWord verdict, VerdictWord compared) =>
        (verdict, compared) switch
        {
            _ when verdict == compared => "That agrees with the verdict.",
            (_, VerdictWord.CannotTell) => "That neither confirms the verdict nor contradicts it.",
            (VerdictWord.CannotTell or VerdictWord.NotMeasured, _) =>
                "The verdict stays as it is: this is a second opinion, and it says more than the metric alone can.",
            _ =>
                "That does not agree with the verdict: something else moved, here or in the others. Trust neither alone.",
        };
}
