namespace Heed.Analytics.Scores;

/// <summary>How a question was put: what must stay the same for its scores to be compared.</summary>
/// <param name="Wording">The question as people read or heard it.</param>
/// <param name="Scale">The scale, with its direction.</param>
/// <param name="Mode">How it was asked: "web", "telephone", "kiosk".</param>
/// <param name="Population">Who was asked: "all customers", "after a repair".</param>
public sealed record Asking(string Wording, Scale Scale, string Mode, string Population);

/// <summary>Whether two scores may stand side by side.</summary>
public enum ComparabilityState
{
    /// <summary>Asked alike.</summary>
    Comparable,

    /// <summary>Asked in another way that shifts answers: compare only with the reasons beside it.</summary>
    Flagged,

    /// <summary>Different questions: not to be compared at all.</summary>
    Blocked,
}

/// <summary>
/// Compares how two scores were asked. A league table of the United States once ranked agencies on six wordings of one
/// question about trust; a difference of wording, scale, mode or population is easily larger than one of experience.
/// </summary>
/// <param name="State">Comparable, flagged or blocked.</param>
/// <param name="Because">A sentence for each thing that differs.</param>
public sealed record Comparability(ComparabilityState State, IReadOnlyList<string> Because)
{
    /// <summary>Compares two ways of asking. Another scale blocks; other words, mode or population flag.</summary>
    /// <remarks>Wording is compared without regard to capitals, spacing and a closing stop or question mark.</remarks>
    public static Comparability Of(Asking one, Asking other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        List<string> because = [];
        if (one.Scale != other.Scale)
            because.Add(
                one.Scale.Reversed == other.Scale
                    ? $"The scales run in opposite directions: {one.Scale} and {other.Scale}."
                    : $"The scales differ: {one.Scale} and {other.Scale}."
            );
        var blocked = because.Count > 0;
        if (Plain(one.Wording) != Plain(other.Wording))
            because.Add($"The wording differs: \"{one.Wording}\" and \"{other.Wording}\".");
        if (Plain(one.Mode) != Plain(other.Mode))
            because.Add($"It was asked by {one.Mode} and by {other.Mode}, which shifts answers by itself.");
        if (Plain(one.Population) != Plain(other.Population))
            because.Add($"Different people were asked: {one.Population}, and {other.Population}.");
        return new(
            blocked ? ComparabilityState.Blocked
                : because.Count > 0 ? ComparabilityState.Flagged
                : ComparabilityState.Comparable,
            because
        );
    }

    static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .TrimEnd('.', '?', '!', ' ')
            .ToUpperInvariant();
}
