using Heed.Storage;

namespace Heed.Waste;

/// <summary>Business cases by their words for the search box.</summary>
sealed class BusinessCaseSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var wanted = db.BusinessCases.AsNoTracking();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
#pragma warning disable CA1304, CA1308, CA1311, CA1862 // Translated to SQL, where case is the database's.
            var lower = word.ToLowerInvariant();
            wanted = wanted.Where(c => c.Name.ToLower().Contains(lower) || c.Why.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1308, CA1311, CA1862
        }
        var found = await wanted.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(most).ToListAsync(stop);
        return
        [
            .. found.Select(c => new Found("Business case", c.Name, $"/waste/business-cases/{c.Id}", c.State.Word())),
        ];
    }
}
