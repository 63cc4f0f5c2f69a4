using Heed.Storage;

namespace Heed.Try;

/// <summary>Trials and services for the search box.</summary>
sealed class TrySearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters.
        var like = words.Trim().ToLowerInvariant();
        var trials = await db
            .Trials.AsNoTracking()
            .Where(t => (t.Change + " " + t.Obstacle).ToLower().Contains(like))
            .OrderByDescending(t => t.CreatedAt)
            .Take(most)
            .ToListAsync(stop);
        var services = await db
            .Services.AsNoTracking()
            .Where(s => s.Name.ToLower().Contains(like))
            .OrderByDescending(s => s.Id)
            .Take(most)
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
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
