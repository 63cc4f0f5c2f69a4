namespace Heed.Kit;

/// <summary>One answer of the search box and the palette.</summary>
public sealed record Found(string Kind, string Title, string Href, string? Detail = null);

/// <summary>What a module lets the search box find. Each module registers its own.</summary>
public interface ISearchSource
{
    Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop);
}

/// <summary>What an address of a room leads to, as far as the reader may see it. A room whose things are named elsewhere fills it.</summary>
public interface IAddressSource
{
    Task<Found?> At(string address, CancellationToken stop);

    /// <summary>The id at the end of an address of one thing.</summary>
    static bool Names<T>(string address, string below, out Id<T> id)
    {
        id = default;
        return address.StartsWith(below, StringComparison.Ordinal)
            && Id<T>.TryParse(address[below.Length..], null, out id);
    }
}
