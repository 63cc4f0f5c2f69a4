using Heed.Storage;

namespace Heed.People;

/// <summary>Teams by name for the search box. People are not searched for: Heed is about outcomes, not about persons.</summary>
sealed class TeamSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var part = words.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters.
        var teams = await db
            .Teams.AsNoTracking()
            .Where(t => t.Name.ToLower().Contains(part))
            .OrderBy(t => t.Name)
            .Take(most)
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        return [.. teams.Select(t => new Found("Team", t.Name, $"/teams/{t.Id}"))];
    }
}
