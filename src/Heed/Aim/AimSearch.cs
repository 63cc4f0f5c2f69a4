using Heed.Storage;

namespace Heed.Aim;

/// <summary>Objectives and key results for the search box.</summary>
sealed class AimSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var objectives = await db
            .Objectives.AsNoTracking()
            .Saying(words, o => o.Title)
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
            .Where(k => k.LeftAt == null)
            .Saying(words, k => k.Who + " " + k.DoesWhat)
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
