namespace Heed.Analytics.Evidence;

/// <summary>
/// A change in one unit judged against several units that it did not touch: a word by <see cref="VerdictRule"/>, and the sentences
/// that say it. The terminal and a trial's page quote these.
/// </summary>
/// <remarks>
/// <code>
/// var judged = ComparedVerdict.Judge(new("York", york, ChangedFrom: new(2026, 3, 2)), others, Direction.Down, predicted: -7);
/// Console.WriteLine(judged.Value.Sentence);
/// </code>
/// </remarks>
public sealed record ComparedVerdict
{
    ComparedVerdict() { }

    /// <summary>The word; “cannot tell” too where no effect could be estimated.</summary>
    public required VerdictWord Word { get; init; }

    /// <summary>Improved, but the whole interval lies below what was predicted.</summary>
    public bool LessThanPredicted { get; init; }

    /// <summary>What was predicted, signed, in the metric's unit; null when nothing was.</summary>
    public double? Predicted { get; init; }

    /// <summary>
    /// The effect with its weights and placebos; null when none could be estimated, or some of the others got the change too.
    /// </summary>
    public SyntheticDifference? Effect { get; init; }

    /// <summary>The effect on all that got the change, where it reached one after another; else null.</summary>
    public StaggeredRollOut? RollOut { get; init; }

    /// <summary>The effect, by whichever of the two it was found; null when none could be estimated.</summary>
    public Estimate? Size => Effect?.Effect ?? RollOut?.Effect;

    /// <summary>The method in words; null when no effect could be estimated.</summary>
    public string? MethodInWords => RollOut is null ? Effect?.MethodInWords : StaggeredRollOut.MethodInWords;

    /// <summary>What the changed unit is called.</summary>
    public required string Name { get; init; }

    /// <summary>Why it cannot be told; null for the other words.</summary>
    public string? Because => Word is VerdictWord.CannotTell ? Missing ?? Holds("") : null;

    /// <summary>The verdict as a sentence, without a unit.</summary>
    public string Sentence => Say();

    string? Missing { get; init; }

    /// <summary>
    /// The least p that a rank among the placebos could give: of three placebos none is rarer than one in four; null when there is
    /// no effect.
    /// </summary>
    public double? LeastP => Effect is { } found ? 1.0 / (found.Placebos.Count + 1) : null;

    /// <summary>Judges a change of one unit by the others.</summary>
    /// <param name="changed">The unit that got the change, with the day from which it was there.</param>
    /// <param name="others">
    /// Those that did not get it, three or more; that they were not touched is the author's word. Where some of them got it too,
    /// with the day from which each had it, all that have it are judged together against those that do not have it yet: five others
    /// or more, and each counts from <see cref="SyntheticDifference.FewestPeriods"/> periods before its day on.
    /// </param>
    /// <param name="wanted">Which way is better.</param>
    /// <param name="predicted">The predicted effect, signed, in the metric's unit; null when nothing was predicted.</param>
    /// <param name="lag">How many periods the effect needs to arrive.</param>
    /// <returns>The verdict; or a sentence when the prediction makes no sense.</returns>
    public static Answer<ComparedVerdict> Judge(
        PanelUnit changed,
        IEnumerable<PanelUnit> others,
        Direction wanted,
        double? predicted = null,
        int lag = 0
    )
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(others);
        if (predicted is { } promise && VerdictRule.Fault(promise, wanted, EffectScale.Difference) is { } fault)
            return new NoAnswer(fault);
        if (ComparisonPanel.Of(others.Prepend(changed)).Refused(out var because, out var panel))
            return Open(changed.Name, because, predicted);
        SyntheticDifference? several = null;
        StaggeredRollOut? rollOut = null;
        var isRollOut = panel.Units.Skip(1).Any(unit => unit.ChangedFrom is not null);
        if (
            isRollOut
                ? RollOutOf(panel, lag).Refused(out because, out rollOut)
                : SyntheticDifference.Of(panel, lag: lag).Refused(out because, out several)
        )
            return Open(changed.Name, because, predicted);
        var word = VerdictRule.Word(
            (several?.Effect ?? rollOut?.Effect)!.Value,
            EffectScale.Difference,
            wanted,
            predicted,
            out var lessThanPredicted
        );
        return new ComparedVerdict
        {
            Name = changed.Name,
            Word = word,
            LessThanPredicted = lessThanPredicted,
            Predicted = predicted,
            Effect = several,
            RollOut = rollOut,
        };
    }

    static Answer<StaggeredRollOut> RollOutOf(ComparisonPanel panel, int lag)
    {
        const int fewest = SyntheticDifference.FewestPeriods;
        if (lag > 0)
            return new NoAnswer(
                "A change that reached one after another is judged from its first day on, without a lag."
            );
        if (panel.Starts[0] is not { } own || own < 0 || own > panel.Dates.Count - fewest)
            return new NoAnswer(
                $"{panel.Units[0].Name} needs {fewest} periods with its change in which all were measured."
            );
        foreach (var (unit, start) in panel.Units.Zip(panel.Starts))
            if (start is >= 0 and < fewest)
                return new NoAnswer(
                    $"{unit.Name} needs {fewest} periods before its change in which all were measured."
                );
        return StaggeredRollOut.Of(panel, fewest);
    }

    /// <summary>“Cannot tell”, where what would be compared is not there.</summary>
    /// <param name="name">What the changed unit is called.</param>
    /// <param name="because">What is missing, as a sentence.</param>
    /// <param name="predicted">What was predicted; null when nothing was.</param>
    public static ComparedVerdict Open(string name, string because, double? predicted = null) =>
        new()
        {
            Name = name,
            Word = VerdictWord.CannotTell,
            Predicted = predicted,
            Missing = because,
        };

    /// <summary>The one sentence of the verdict.</summary>
    /// <param name="unit">The metric's unit, set behind the effect: "of 100".</param>
    public string Say(string unit = "")
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Word is VerdictWord.CannotTell
            ? $"Cannot tell: {(Missing is { } because ? Wording.InASentence(because) : Holds(unit))}"
            : VerdictRule.Say(Word, Found(unit), Promise, LessThanPredicted);
    }

    /// <summary>The effect with its interval and what it is an effect against, without a full stop; empty where there is none.</summary>
    /// <param name="unit">The metric's unit.</param>
    public string Found(string unit = "") =>
        Size is not { } size ? ""
        : RollOut is null
            ? $"{Wording.Effect(size, EffectScale.Difference, unit)} against what the compared series lead to expect"
        : $"{Wording.Effect(size, EffectScale.Difference, unit)} over the {Wording.Number(RollOut.Units.With)} that got the change, against those that did not have it yet";

    /// <summary>How far chance goes, how that was found, and what so few units can never say; null where there is no effect.</summary>
    public string? Chance =>
        Effect is { Placebos.Count: var count }
            ? $"How far chance goes is what {count} placebos showed: each compared series was taken for the changed one. That holds where {Name} is no noisier than they are; and by rank alone {count} placebos could never give a p below {Wording.Number(LeastP!.Value)}."
        : RollOut is not null
            ? "How far chance goes is what start dates dealt out at random among all of them showed. That holds where they are alike in their noise."
        : null;

    string Holds(string unit) =>
        Predicted is null
            ? $"{Found(unit)}; that holds no effect, and nothing was predicted."
            : $"{Found(unit)}; that holds both no effect and the predicted {Promise}.";

    string? Promise => Predicted is { } promise ? Wording.Size(promise, EffectScale.Difference) : null;
}
