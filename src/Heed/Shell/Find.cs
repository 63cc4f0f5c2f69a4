namespace Heed.Shell;

/// <summary>What the search box and the palette answer: places and acts first, then things of every module.</summary>
public sealed class Find(IEnumerable<ISearchSource> modules, Navigation navigation)
{
    const int MostPerModule = 8;

    public async Task<IReadOnlyList<Found>> Run(string? words, CancellationToken stop)
    {
        var asked = (words ?? "").Trim();
        if (asked.Length > 200)
            asked = asked[..200];
        List<Found> found = [.. Places(asked)];
        if (asked.Length > 0)
        {
            foreach (var module in modules)
                found.AddRange(await module.Search(asked, MostPerModule, stop));
        }
        return found;
    }

    IEnumerable<Found> Places(string asked) =>
        navigation
            .All.Select(room => new Found("Go to", room.Name, room.Href, room.Says))
            .Concat(navigation.All.SelectMany(r => r.Begins).Select(b => new Found("Begin", b.Does, b.Href, b.Says)))
            .Where(place => asked.Length == 0 || place.Title.Contains(asked, StringComparison.OrdinalIgnoreCase));
}
