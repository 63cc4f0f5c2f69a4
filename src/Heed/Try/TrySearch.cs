using Heed.Storage;

namespace Heed.Try;

/// <summary>Trials and services for the search box.</summary>
sealed class TrySearch(HeedDb db) : ISearchSource, IAddressSource
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
            .. trials.Select(Of),
            .. services.Select(s => new Found(
                "Service",
                s.Name,
                $"/try/services/{s.Id}",
                s.RetiredAt is null ? "" : "retired"
            )),
        ];
    }

    public async Task<Found?> At(string address, CancellationToken stop) =>
        IAddressSource.Names<Trial>(address, "/try/", out var id)
        && await db.Trials.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) is { } trial
            ? Of(trial)
            : null;

    static Found Of(Trial trial) => new("Trial", trial.Change, $"/try/{trial.Id}", Trial.Word(trial.State));
}
