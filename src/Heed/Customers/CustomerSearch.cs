using Heed.Storage;

namespace Heed.Customers;

/// <summary>Customer groups by name for the search box.</summary>
sealed class CustomerSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var part = words.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters.
        var groups = await db
            .CustomerGroups.AsNoTracking()
            .Where(g => g.RemovedAt == null && g.Name.ToLower().Contains(part))
            .OrderBy(g => g.Name)
            .Take(most)
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        return [.. groups.Select(g => new Found("Customer group", g.Name, $"/customers/{g.Id}", g.Kind.ToString()))];
    }
}
