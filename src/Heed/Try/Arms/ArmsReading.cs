using Heed.Analytics.Evidence;

namespace Heed.Try;

/// <summary>One day of two arms, with all that was counted up to it.</summary>
/// <param name="Test">The test of all days so far; empty while an arm is too small for it.</param>
public sealed record ArmsDay(
    ArmCount Count,
    (long Did, long Shown) Control,
    (long Did, long Shown) Changed,
    AlwaysValidTest? Test
);

/// <summary>
/// What two arms say so far. Each day is a look: the always valid p is the smallest of all days, and the interval is what all
/// days leave, so neither depends on who looked when.
/// </summary>
public sealed record ArmsReading(
    IReadOnlyList<ArmsDay> Days,
    SampleRatio? Ratio,
    AlwaysValidTest? Test,
    VerdictWord Word,
    bool LessThanPredicted,
    bool IsFinal,
    string Sentence
)
{
    /// <summary>The arms are not what was planned, and then no figure of theirs can be trusted (Fabijan et al. 2019).</summary>
    public bool IsMismatch => Ratio?.IsMismatch == true;

    public (long Did, long Shown) Control => Days.Count == 0 ? default : Days[^1].Control;

    public (long Did, long Shown) Changed => Days.Count == 0 ? default : Days[^1].Changed;

    const double Points = 100;

    /// <summary>Changed less control in points of a hundred.</summary>
    public double? Effect => Test?.Difference * Points;

    public double? Low => Test is { IsContradicted: false } ? Test.Low * Points : null;

    public double? High => Test is { IsContradicted: false } ? Test.High * Points : null;

    /// <param name="isOver">The day of the look has come: whatever shows, no more is waited for.</param>
    public static ArmsReading Of(Trial trial, IEnumerable<ArmCount> counts, bool isOver)
    {
        var arms = trial.Arms!;
        List<ArmsDay> days = [];
        var test = AlwaysValidTest.Of(arms.TauSquared);
        (long Did, long Shown) control = default,
            changed = default;
        var isTested = false;
        foreach (var count in counts.OrderBy(c => c.On))
        {
            control = (control.Did + count.ControlDid, control.Shown + count.ControlShown);
            changed = (changed.Did + count.ChangedDid, changed.Shown + count.ChangedShown);
            var enough = Math.Min(control.Shown, changed.Shown) >= TwoArms.FewestInAnArm;
            if (enough && test.Look(changed, control).IsGiven)
                (test, isTested) = (test.Look(changed, control).Value, true);
            days.Add(new(count, control, changed, enough ? test : null));
        }
        var people = control.Shown + changed.Shown;
        var ratio =
            people > 0
            && !SampleRatio
                .Of([control.Shown, changed.Shown], [100 - arms.Share, arms.Share])
                .Refused(out _, out var found)
                ? found
                : null;
        var full = people >= arms.Horizon || isOver;
        if (ratio is { IsMismatch: true })
            return new(days, ratio, null, VerdictWord.CannotTell, false, false, NotAsPlanned(arms, ratio));
        if (!isTested)
            return new(
                days,
                ratio,
                null,
                people == 0 ? VerdictWord.NotMeasured : VerdictWord.CannotTell,
                false,
                isOver,
                people == 0
                    ? "Nobody was counted yet."
                    : $"Cannot tell: an arm needs {TwoArms.FewestInAnArm} people, and the smaller one has {Format.Count(Math.Min(control.Shown, changed.Shown))}."
            );
        if (test.IsContradicted)
            return new(
                days,
                ratio,
                test,
                VerdictWord.CannotTell,
                false,
                full,
                "Cannot tell: what the first days excluded is what the last days show, so the difference did not stay the same."
            );
        var effect = new Estimate(test.Difference * Points, test.Low * Points, test.High * Points, double.NaN);
        var word = VerdictRule.Word(effect, EffectScale.Difference, trial.Wanted, trial.Predicted, out var less);
        var promise = Format.WithSign(trial.Predicted);
        var change = $"{Format.Change(effect.Value, effect.Low, effect.High)} points";
        var sentence =
            word == VerdictWord.CannotTell
                ? full
                    ? $"Cannot tell: {change} after {Format.Count(people)} people, which holds both no effect and the predicted {promise}."
                    : $"Cannot tell yet: {change} after {Format.Count(people)} of {Format.Count(arms.Horizon)} people."
                : VerdictRule.Say(
                    word,
                    $"{Format.Change(effect.Value, effect.Low, effect.High)} points, an interval that holds at every look",
                    promise,
                    less
                );
        return new(days, ratio, test, word, less, full || word != VerdictWord.CannotTell, sentence);
    }

    static string NotAsPlanned(TwoArms arms, SampleRatio ratio) =>
        $"The arms are not as planned: of {Format.Count(ratio.Counts.Sum())} people {Format.Count(ratio.Counts[1])} got the change, where {Format.Number(arms.Share)} of 100 were to get it (p < 0.001). Nothing is said of the effect. Find out where people went missing.";

    public ArmsFound Found(TwoArms arms) =>
        new()
        {
            Days = Days.Count,
            ControlShown = Control.Shown,
            ControlDid = Control.Did,
            ChangedShown = Changed.Shown,
            ChangedDid = Changed.Did,
            TauSquared = arms.TauSquared,
            Ratio = Test?.Ratio ?? 1,
            PValue = Test?.PValue ?? 1,
            IsFinal = IsFinal,
        };

    /// <summary>SHA-256 of the counts: shows whether what is under a verdict has changed since.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        Days.Select(d =>
                            FormattableString.Invariant(
                                $"{d.Count.On:O} {d.Count.ControlShown} {d.Count.ControlDid} {d.Count.ChangedShown} {d.Count.ChangedDid}"
                            )
                        )
                    )
                )
            )
        );
}
