namespace Heed.Aim;

/// <summary>
/// What the team means by its target (okr.md section 5, as in Doerr's <em>Measure What Matters</em> and Viva's goal types).
/// It changes how the end is read, never a number.
/// </summary>
public enum Commitment
{
    /// <summary>Meant to be reached. Whoever counts on it may do so.</summary>
    Committed,

    /// <summary>Meant to be reached for: to fall short of it is expected, and nobody may count on it.</summary>
    Aspirational,

    /// <summary>Meant to find something out. It is not judged by its pace: what counts is what was learned.</summary>
    Learning,
}

static class CommitmentWords
{
    public static string Word(this Commitment commitment) => Format.Lower(commitment.ToString());

    /// <summary>What the reader may take from it.</summary>
    public static string Says(this Commitment commitment) =>
        commitment switch
        {
            Commitment.Aspirational => "aspirational: to fall short of it is expected",
            Commitment.Learning => "learning: what counts is what is found out",
            _ => "committed: others may count on it",
        };

    public static IReadOnlyList<Ui.Choice> Choices { get; } =
    [
        new(nameof(Commitment.Committed), "committed: others may count on it"),
        new(nameof(Commitment.Aspirational), "aspirational: we reach for it and may fall short"),
        new(nameof(Commitment.Learning), "learning: we want to find something out"),
    ];
}
