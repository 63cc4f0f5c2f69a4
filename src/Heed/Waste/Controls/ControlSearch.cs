using Heed.Storage;

namespace Heed.Waste;

/// <summary>Requirements by their words for the search box; controls are found as the practices that they are.</summary>
sealed class ControlSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var wanted = db.Requirements.AsNoTracking();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
#pragma warning disable CA1304, CA1308, CA1311, CA1862 // Translated to SQL, where case is the database's.
            var lower = word.ToLowerInvariant();
            wanted = wanted.Where(r =>
                r.Name.ToLower().Contains(lower) || (r.Source != null && r.Source.ToLower().Contains(lower))
            );
#pragma warning restore CA1304, CA1308, CA1311, CA1862
        }
        var found = await wanted.OrderBy(r => r.Name).ThenBy(r => r.Id).Take(most).ToListAsync(stop);
        return
        [
            .. found.Select(r => new Found("Requirement", r.Name, $"/waste/requirements/{r.Id}", r.Binding.Word())),
        ];
    }
}
