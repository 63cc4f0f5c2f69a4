namespace Heed.Try;

/// <summary>
/// How people are dealt to two arms and for how long: locked with the prediction, since choosing any of it after the first count
/// breaks what the always valid test promises (Johari, Koomen, Pekelis and Walsh 2017).
/// </summary>
public sealed class TwoArms
{
    /// <summary>How many of 100 are dealt to the arm with the change.</summary>
    public required double Share { get; init; }

    /// <summary>The variance of the differences thought possible, in squared shares: 0.0001 for about one point of a hundred.</summary>
    public required double TauSquared { get; init; }

    /// <summary>How many people in both arms end it, if nothing has shown before.</summary>
    public required long Horizon { get; init; }

    public string InWords =>
        $"{Format.Number(Share)} of 100 people get it; it ends with {Format.Count(Horizon)} people in both; τ² is {TauSquared.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture)}";

    public const double UsualTauSquared = 1e-4;
    public const long MostPeople = 1_000_000_000;

    /// <summary>What was asked for, empty where nothing was; or what is wrong with it, at its field.</summary>
    public static Refusal? Fault(TrialRequest asked, string unit, out TwoArms? arms)
    {
        arms = null;
        if (asked is { ArmShare: null, ArmTauSquared: null, ArmHorizon: null })
            return null;
        if (asked.ArmShare is not { } share || !(share is >= 1 and <= 99))
            return new Refusal("Of two arms say how many of 100 people get the change: 1 to 99.").At(
                nameof(asked.ArmShare)
            );
        if (asked.ArmHorizon is not { } horizon || horizon is < 2 * FewestInAnArm or > MostPeople)
            return new Refusal(
                $"Say how many people in both arms end it: {2 * FewestInAnArm} to {Format.Count(MostPeople)}."
            ).At(nameof(asked.ArmHorizon));
        var tau = asked.ArmTauSquared ?? UsualTauSquared;
        if (!(tau is >= 1e-10 and <= 1))
            return new Refusal(
                "The variance of the differences thought possible goes from 0.0000000001 to 1; 0.0001 is for about one point of a hundred."
            ).At(nameof(asked.ArmTauSquared));
        if (!IsShare(unit))
            return new Refusal(
                $"Two arms count who did it of who was shown it, so the metric must be a share, “of 100” or “%”, and this one is in “{unit}”."
            ).At(nameof(asked.ArmShare));
        if (asked.ComparedWith is { Count: > 0 })
            return new Refusal(
                "Two arms compare with each other. Leave the other metrics out, or leave the arms out."
            ).At(nameof(asked.ArmShare));
        if (asked.WrittenAfterwards)
            return new Refusal("Two arms are dealt from the start on, so they cannot be written down afterwards.").At(
                nameof(asked.ArmShare)
            );
        arms = new()
        {
            Share = share,
            TauSquared = tau,
            Horizon = horizon,
        };
        return null;
    }

    /// <summary>Below it shares are not near enough to normal for an interval.</summary>
    public const int FewestInAnArm = 30;

    static bool IsShare(string unit) => unit.Trim().ToLowerInvariant() is "%" or "of 100" or "percent" or "per cent";
}
