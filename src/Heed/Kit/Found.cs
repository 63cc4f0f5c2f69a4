namespace Heed.Kit;

/// <summary>One answer of the search box and the palette.</summary>
public sealed record Found(string Kind, string Title, string Href, string? Detail = null);

/// <summary>What a module lets the search box find. Each module registers its own.</summary>
public interface ISearchSource
{
    Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop);
}
