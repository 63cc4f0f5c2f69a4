using Heed.Storage;

namespace Heed.People;

/// <summary>Teams by name for the search box. People are not searched for: Heed is about outcomes, not about persons.</summary>
sealed class TeamSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var teams = await db
            .Teams.AsNoTracking()
            .Saying(words, t => t.Name)
            .OrderBy(t => t.Name)
            .Take(most)
            .ToListAsync(stop);
        return [.. teams.Select(t => new Found("Team", t.Name, $"/teams/{t.Id}"))];
    }
}
