using Heed.Storage;

namespace Heed.Try;

/// <summary>Trials and services for the search box.</summary>
sealed class TrySearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var trials = await db
            .Trials.AsNoTracking()
            .Saying(words, t => t.Change + " " + t.Obstacle)
            .OrderByDescending(t => t.CreatedAt)
            .Take(most)
            .ToListAsync(stop);
        var services = await db
            .Services.AsNoTracking()
            .Saying(words, s => s.Name)
            .OrderByDescending(s => s.Id)
            .Take(most)
            .ToListAsync(stop);
        return
        [
            .. trials.Select(t => new Found("Trial", t.Change, $"/try/{t.Id}", Trial.Word(t.State))),
            .. services.Select(s => new Found(
                "Service",
                s.Name,
                $"/try/services/{s.Id}",
                s.RetiredAt is null ? "" : "retired"
            )),
        ];
    }
}
