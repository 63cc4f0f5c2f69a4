namespace Heed.Analytics.Evidence;

/// <summary>Whether a target will be met while nothing changes.</summary>
public enum AssuranceWord
{
    /// <summary>The whole band lies on the wanted side of the target.</summary>
    WillAlwaysMeet,

    /// <summary>The target lies inside the band: which points meet it is chance.</summary>
    HitAndMiss,

    /// <summary>The whole band lies on the other side.</summary>
    WillNeverMeet,
}

/// <summary>
/// The assurance of a target, as in NHS <i>Making Data Count</i> (and its R package NHSRplotthedots): the limits of noise
/// against the target. It says what the process as it is will do, and nothing of what a change could do.
/// </summary>
/// <param name="Word">Always, hit and miss, or never.</param>
/// <param name="Target">The target, in the metric's unit.</param>
/// <param name="Wanted">Which way is better.</param>
/// <param name="Band">The band that it was compared with.</param>
public sealed record Assurance(AssuranceWord Word, double Target, Direction Wanted, NoiseBand Band)
{
    /// <summary>The assurance in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var noise =
                $"noise moves between {Wording.Number(Band.Lower!.Value)} and {Wording.Number(Band.Upper!.Value)}";
            var target = Wording.Number(Target);
            var firm = Band.State is BandState.Provisional ? " The limits are provisional." : "";
            return Word switch
            {
                AssuranceWord.WillAlwaysMeet =>
                    $"Will always meet the target of {target}, as things are: {noise}.{firm}",
                AssuranceWord.WillNeverMeet =>
                    $"Will never meet the target of {target} without a change: {noise}.{firm}",
                _ =>
                    $"Hit and miss: the target of {target} lies within what noise alone does, so whether a point meets it is chance; {noise}.{firm}",
            };
        }
    }

    /// <summary>Compares a target with the limits of a band.</summary>
    /// <param name="band">The band of what is usual now.</param>
    /// <param name="target">The target, in the metric's unit.</param>
    /// <param name="wanted">Which way is better: up for "at least", down for "at most".</param>
    /// <returns>The assurance; or a sentence when there are no limits or the target is no number.</returns>
    public static Answer<Assurance> Of(NoiseBand band, double target, Direction wanted)
    {
        ArgumentNullException.ThrowIfNull(band);
        if (!double.IsFinite(target))
            return new NoAnswer("A target must be a number.");
        if (!band.HasLimits)
            return new NoAnswer($"Whether a target will be met cannot be told. {band.InWords}");
        // A target on the very limit is met or missed by chance.
        var word =
            !band.Excludes(target) ? AssuranceWord.HitAndMiss
            : (target < band.Lower) == (wanted is Direction.Up) ? AssuranceWord.WillAlwaysMeet
            : AssuranceWord.WillNeverMeet;
        return new Assurance(word, target, wanted, band);
    }
}
