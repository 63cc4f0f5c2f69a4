namespace Heed.Analytics.Evidence;

/// <summary>
/// The kind of action: the nine intervention functions of the Behaviour Change Wheel (Michie, van Stralen and West 2011), and
/// taking something away.
/// </summary>
public enum Lever
{
    /// <summary>Telling people what they do not know.</summary>
    Education,

    /// <summary>Making them want to.</summary>
    Persuasion,

    /// <summary>A reward.</summary>
    Incentive,

    /// <summary>A cost or a punishment.</summary>
    Coercion,

    /// <summary>Practising a skill.</summary>
    Training,

    /// <summary>A rule.</summary>
    Restriction,

    /// <summary>Changing the surroundings.</summary>
    Environment,

    /// <summary>An example to follow.</summary>
    Modelling,

    /// <summary>Means, or one barrier fewer.</summary>
    Enablement,

    /// <summary>Taking something away.</summary>
    Remove,
}

/// <summary>What was done, so that the same move can be known again under another name.</summary>
/// <param name="Obstacle">What is in the way.</param>
/// <param name="Lever">The kind of action.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Behaviour">Whose behaviour is to change, and how.</param>
public sealed record ActionSignature(string Obstacle, Lever Lever, string Actor, string Behaviour)
{
    const double SameFrom = 0.70;

    /// <summary>
    /// How alike two actions are, 0..1: obstacle and lever weigh .35 each, actor and behaviour .15 each; words are compared
    /// without case, by the share that both have.
    /// </summary>
    public double Overlap(ActionSignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return 0.35 * Shared(Obstacle, other.Obstacle)
            + 0.35 * (Lever == other.Lever ? 1 : 0)
            + 0.15 * Shared(Actor, other.Actor)
            + 0.15 * Shared(Behaviour, other.Behaviour);
    }

    /// <summary>Whether it is the same move again: an overlap of .70 or more.</summary>
    public bool IsSameMove(ActionSignature other) => Overlap(other) >= SameFrom - 1e-9;

    /// <summary>Whether both are about one obstacle, whatever is done about it: .70 or more of its words are shared.</summary>
    public bool IsSameObstacle(ActionSignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Shared(Obstacle, other.Obstacle) >= SameFrom - 1e-9;
    }

    static double Shared(string left, string right)
    {
        var (mine, theirs) = (Words(left), Words(right));
        if (mine.Count == 0 && theirs.Count == 0)
            return 1;
        var both = mine.Count(theirs.Contains);
        return both / (double)(mine.Count + theirs.Count - both);
    }

    static HashSet<string> Words(string text)
    {
        var words = new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]);
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
