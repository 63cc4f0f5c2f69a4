using Heed.Storage;

namespace Heed.Aim;

/// <summary>Objectives and key results for the search box.</summary>
sealed class AimSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters.
        var like = words.Trim().ToLowerInvariant();
        var objectives = await db
            .Objectives.AsNoTracking()
            .Where(o => o.Title.ToLower().Contains(like))
            .OrderByDescending(o => o.CreatedAt)
            .Take(most)
            .Select(o => new
            {
                o.Id,
                o.Title,
                Cycle = o.Cycle!.Name,
            })
            .ToListAsync(stop);
        var keyResults = await db
            .KeyResults.AsNoTracking()
            .Where(k => (k.Who + " " + k.DoesWhat).ToLower().Contains(like))
            .OrderByDescending(k => k.CreatedAt)
            .Take(most)
            .Select(k => new
            {
                k.Id,
                k.Who,
                k.DoesWhat,
                k.Objective!.Title,
            })
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        return
        [
            .. objectives
                .Select(o => new Found("Objective", o.Title, $"/aim/objectives/{o.Id}", o.Cycle))
                .Concat(
                    keyResults.Select(k => new Found(
                        "Key result",
                        KeyResult.Named(k.Who, k.DoesWhat),
                        $"/aim/key-results/{k.Id}",
                        k.Title
                    ))
                )
                .Take(most),
        ];
    }
}
