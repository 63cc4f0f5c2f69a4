using Heed.Storage;

namespace Heed.Waste;

/// <summary>Practices by their words for the search box.</summary>
sealed class PracticeSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var found = await ListPractices
            .Worded(db.Practices.AsNoTracking(), words)
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(most)
            .ToListAsync(stop);
        return [.. found.Select(p => new Found("Practice", p.Name, $"/waste/practices/{p.Id}", p.State.Word()))];
    }
}
