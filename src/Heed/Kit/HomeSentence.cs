namespace Heed.Kit;

public enum HomeColumn
{
    Moved,
    Stuck,
    NeedsMe,

    /// <summary>What came in. It is no movement, so it is not counted as one.</summary>
    New,
}

/// <summary>One sentence on Home, read from the data, one click from its evidence.</summary>
public sealed record HomeSentence(HomeColumn Column, string Say, string Href)
{
    /// <summary>One of the five words of the visual language; it picks the shape and the colour.</summary>
    public Status Status { get; init; } = Status.NotKnown;

    /// <summary>What the sentence is about, as it stands in <see cref="Say"/>: it is set bold.</summary>
    public string? Subject { get; init; }
    public string? Detail { get; init; }

    /// <summary>The metric lately, as a small line; empty where there is none.</summary>
    public Spark? Spark { get; init; }

    /// <summary>Higher comes first. Days overdue, size in noise bands: comparable only within a column.</summary>
    public double Weight { get; init; }

    /// <summary>What there is to do, as the button says it, and how long it takes.</summary>
    public string? Action { get; init; }
    public double Minutes { get; init; }

    /// <summary>The address of the thing that moved.</summary>
    public string? About { get; init; }

    /// <summary>
    /// The address of the thing of which this sentence knows more, such as why it moved: whatever is only
    /// <see cref="About"/> it is not said. Of several that know more of one thing the first is said.
    /// </summary>
    public string? Supersedes { get; init; }

    /// <summary>“307 more check-ins”: what a room leaves unsaid, and where it is.</summary>
    public static HomeSentence Rest(HomeColumn column, int count, string say, string href) =>
        new(column, say, href) { Stands = count, IsRest = true };

    /// <summary>How many things it speaks for: more than one where a room says how many others there are.</summary>
    public int Stands { get; private init; } = 1;

    public bool IsRest { get; private init; }

    /// <summary>Each thing once: those that others know more of, and those said before, are left out.</summary>
    public static IEnumerable<HomeSentence> Once(IReadOnlyCollection<HomeSentence> sentences)
    {
        var better = sentences.Select(s => s.Supersedes).OfType<string>().ToHashSet();
        HashSet<string> said = [];
        foreach (var sentence in sentences)
        {
            if (sentence.Supersedes is null && sentence.About is { } about && better.Contains(about))
                continue;
            if ((sentence.Supersedes ?? sentence.About) is not { } thing || said.Add(thing))
                yield return sentence;
        }
    }
}

/// <summary>Something to begin with in a Heed that is empty, in the order of <see cref="At"/>.</summary>
/// <param name="IsDone">Whether there is one already.</param>
public sealed record FirstStep(int At, string Does, string Href, string Says, bool IsDone);

/// <summary>What a room would have begun in a Heed that is empty.</summary>
public interface IFirstStepSource
{
    Task<FirstStep> FirstStep(CancellationToken stop);
}

/// <summary>What a room has to say on Home.</summary>
public interface IHomeSource
{
    Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop);
}
