namespace Heed.Analytics.Evidence;

/// <summary>
/// From an interval to a word. Use it where the effect comes from elsewhere than an interrupted series: a difference of two
/// scores, a trial with two arms.
/// </summary>
public static class VerdictRule
{
    /// <summary>The word for an effect.</summary>
    /// <param name="effect">The effect with its 95 % interval.</param>
    /// <param name="scale">Whether it is a difference or a ratio.</param>
    /// <param name="wanted">Which way is better.</param>
    /// <param name="predicted">What was predicted, on the same scale; null when nothing was.</param>
    /// <param name="lessThanPredicted">Improved, and yet the whole interval lies below the prediction.</param>
    public static VerdictWord Word(
        Estimate effect,
        EffectScale scale,
        Direction wanted,
        double? predicted,
        out bool lessThanPredicted
    )
    {
        var (low, high) = Wanted(effect, scale, wanted);
        double? promise = predicted is { } value ? Towards(value, scale, wanted) : null;
        lessThanPredicted = low > 0 && high < promise;
        if (low > 0)
            return VerdictWord.Improved;
        if (high < 0)
            return VerdictWord.Worsened;
        return promise < low || promise > high ? VerdictWord.NoChange : VerdictWord.CannotTell;
    }

    /// <summary>The interval turned so that the wanted way is positive; ratios on the scale of logarithms.</summary>
    public static (double Low, double High) Wanted(Estimate effect, EffectScale scale, Direction wanted)
    {
        var (low, high) = (Towards(effect.Low, scale, wanted), Towards(effect.High, scale, wanted));
        return wanted is Direction.Up ? (low, high) : (high, low);
    }

    /// <summary>What is wrong with a prediction, in a sentence; null when nothing is.</summary>
    public static string? Fault(double predicted, Direction wanted, EffectScale scale)
    {
        if (!double.IsFinite(predicted) || scale is EffectScale.Ratio && predicted <= 0)
            return scale is EffectScale.Ratio
                ? "A predicted ratio of rates must be a number above zero: 0.9 for a tenth fewer."
                : "A prediction must be a number.";
        return Towards(predicted, scale, wanted) switch
        {
            0 => "The prediction says that nothing changes; a change that is to do nothing cannot be judged.",
            < 0 =>
                $"The prediction goes {(wanted is Direction.Up ? "down" : "up")}, and {(wanted is Direction.Up ? "up" : "down")} is wanted.",
            _ => null,
        };
    }

    /// <summary>
    /// The sentence of a word that tells something: "Improved, less than predicted (+4): +2.5 (95 % interval 1.1 to 3.9).",
    /// "No change: …, which holds no effect and excludes the predicted +4."
    /// </summary>
    /// <param name="word">Improved, worsened or no change.</param>
    /// <param name="effect">The effect with its interval, as a part of a sentence.</param>
    /// <param name="promise">What was predicted, in words; null when nothing was.</param>
    /// <param name="lessThanPredicted">Improved, and yet the whole interval lies below the prediction.</param>
    /// <param name="judgement">The word with what is known of its course: "Improved and growing"; null for the word alone.</param>
    /// <param name="again">What is said of a look that was not the first: ", looked again (3rd)".</param>
    /// <exception cref="ArgumentOutOfRangeException">The word tells nothing: that sentence says why instead.</exception>
    public static string Say(
        VerdictWord word,
        string effect,
        string? promise,
        bool lessThanPredicted,
        string? judgement = null,
        string again = ""
    ) =>
        word switch
        {
            VerdictWord.Improved or VerdictWord.Worsened =>
                $"{judgement ?? word.ToString()}{(lessThanPredicted ? $", less than predicted ({promise})" : "")}{again}: {effect}.",
            VerdictWord.NoChange =>
                $"No change{again}: {effect}, which holds no effect and excludes the predicted {promise}.",
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "This word tells nothing."),
        };

    static double Towards(double value, EffectScale scale, Direction wanted)
    {
        var difference = scale is EffectScale.Ratio ? Math.Log(value) : value;
        return wanted is Direction.Up ? difference : -difference;
    }
}
