using Heed.Storage;

namespace Heed.Metrics;

/// <summary>Lets the search box find metrics by what they are called and about.</summary>
sealed class MetricSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var metrics = await MetricWords
            .Narrow(db.Metrics.AsNoTracking(), words)
            .OrderBy(m => m.RetiredAt != null)
            .ThenBy(m => m.Name)
            .Take(most)
            .Select(m => new
            {
                m.Id,
                m.Name,
                m.Unit,
                IsRetired = m.RetiredAt != null,
            })
            .ToListAsync(stop);
        return
        [
            .. metrics.Select(m => new Found(
                "Metric",
                m.Name,
                $"/metrics/{m.Id}",
                m.IsRetired ? $"{m.Unit}, retired" : m.Unit
            )),
        ];
    }
}
