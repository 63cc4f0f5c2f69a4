using Heed.Storage;

namespace Heed.Customers;

/// <summary>Customer groups by name for the search box.</summary>
sealed class CustomerSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var groups = await db
            .CustomerGroups.AsNoTracking()
            .Where(g => g.RemovedAt == null)
            .Saying(words, g => g.Name)
            .OrderBy(g => g.Name)
            .Take(most)
            .ToListAsync(stop);
        return [.. groups.Select(g => new Found("Customer group", g.Name, $"/customers/{g.Id}", g.Kind.ToString()))];
    }
}
