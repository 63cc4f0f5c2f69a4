namespace Heed.Kit;

/// <summary>What one customer wrote, and what they had been asked.</summary>
public sealed record Verbatim(string Words, string Asked);

/// <summary>Customers' own words, the newest first. None are given where whoever speaks could be singled out.</summary>
/// <param name="Of">What they were asked in, such as the name of a survey.</param>
/// <param name="All">How many people wrote something there.</param>
/// <param name="Because">Why none may be shown; empty where some are, or where nobody wrote.</param>
public sealed record Verbatims(IReadOnlyList<Verbatim> Said, long All, string Of, string Href, string? Because = null);

/// <summary>Who can let customers speak beside a number. A module that hears them registers its own.</summary>
public interface IVerbatimSource
{
    /// <summary>Those who stand behind a metric that is computed from what was heard; empty where it is not from here.</summary>
    Task<Verbatims?> Behind(string computedFrom, int most, CancellationToken stop);

    /// <summary>Those who were heard last; empty where nobody was.</summary>
    Task<Verbatims?> Last(int most, CancellationToken stop);
}

/// <summary>The first who knows lets the customers speak.</summary>
public sealed class VerbatimSources(IEnumerable<IVerbatimSource> rooms)
{
    public async Task<Verbatims?> Behind(string? computedFrom, int most, CancellationToken stop)
    {
        if (computedFrom is null)
            return null;
        foreach (var room in rooms)
        {
            if (await room.Behind(computedFrom, most, stop) is { } voices)
                return voices;
        }
        return null;
    }

    public async Task<Verbatims?> Last(int most, CancellationToken stop)
    {
        foreach (var room in rooms)
        {
            if (await room.Last(most, stop) is { } voices)
                return voices;
        }
        return null;
    }
}
