using Heed.Storage;

namespace Heed.Aim;

/// <summary>Strategies, assumptions and what stands beside key results, for the search box.</summary>
sealed class StrategySearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var strategies = await db
            .Strategies.AsNoTracking()
            .Saying(words, s => s.Challenge, s => s.Opinion, s => s.NotDoing)
            .OrderByDescending(s => s.Start)
            .Take(most)
            .ToListAsync(stop);
        var assumptions = await db
            .Assumptions.AsNoTracking()
            .Saying(words, a => a.Words)
            .OrderByDescending(a => a.Id)
            .Take(most)
            .ToListAsync(stop);
        var siblings = await db
            .Siblings.AsNoTracking()
            .Where(s => s.BackAt == null)
            .Saying(words, s => s.Words)
            .OrderByDescending(s => s.Id)
            .Take(most)
            .ToListAsync(stop);
        return
        [
            .. strategies
                .Select(s => new Found("Strategy", s.Challenge, $"/aim/strategy/{s.Id}", s.Period))
                .Concat(
                    assumptions.Select(a => new Found(
                        "Assumption",
                        a.Words,
                        $"/aim/objectives/{a.ObjectiveId}",
                        Assumption.Word(a.Evidence)
                    ))
                )
                .Concat(
                    siblings.Select(s => new Found(
                        Format.Capital(s.Kind.Word()),
                        s.Words,
                        $"/aim/objectives/{s.ObjectiveId}"
                    ))
                )
                .Take(most),
        ];
    }
}
