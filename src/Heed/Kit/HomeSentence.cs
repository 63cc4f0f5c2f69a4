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
/// <param name="Subject">What the sentence is about, as it stands in <paramref name="Say"/>: it is set bold.</param>
/// <param name="About">
/// The address of the thing that moved. Where two rooms speak of the same, the later one knows why it moved, and only it speaks.
/// </param>
/// <param name="Status">One of the five words of the visual language; it picks the shape and the colour.</param>
/// <param name="Trend">The last values of the metric, for a small line; empty where there is none.</param>
/// <param name="Weight">Higher comes first. Days overdue, size in noise bands: comparable only within a column.</param>
/// <param name="Stands">
/// How many things it speaks for: more than one where a room says how many others there are instead of naming each.
/// </param>
public sealed record HomeSentence(
    HomeColumn Column,
    string Say,
    string Href,
    Status Status,
    string? Detail = null,
    IReadOnlyList<double>? Trend = null,
    (double Lower, double Upper)? Band = null,
    double Weight = 0,
    string? Action = null,
    double Minutes = 0,
    string? Subject = null,
    string? About = null,
    int Stands = 1
)
{
    /// <summary>“307 more check-ins”: what a room leaves unsaid, and where it is.</summary>
    public static HomeSentence Rest(HomeColumn column, int count, string say, string href) =>
        new(column, say, href, Status.NotKnown, Stands: count) { IsRest = true };

    public bool IsRest { get; private init; }
}

/// <summary>What a module has to say on Home. Each module registers its own.</summary>
public interface ISpeakAtHome
{
    Task<IReadOnlyList<HomeSentence>> Tell(CancellationToken stop);
}
