using Heed.Storage;

namespace Heed.Try;

/// <summary>Storyboards, experiments and obstacles for the search box.</summary>
sealed class StoryboardSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters.
        var like = words.Trim().ToLowerInvariant();
        var boards = await db
            .Storyboards.AsNoTracking()
            .Where(b => (b.Challenge + " " + b.Current).ToLower().Contains(like))
            .OrderByDescending(b => b.Id)
            .Take(most)
            .ToListAsync(stop);
        var obstacles = await db
            .Obstacles.AsNoTracking()
            .Where(o => (o.What + " " + o.Where).ToLower().Contains(like))
            .OrderByDescending(o => o.Id)
            .Take(most)
            .ToListAsync(stop);
        var records = await db
            .Experiments.AsNoTracking()
            .Where(e => (e.Step + " " + e.Unknown).ToLower().Contains(like))
            .OrderByDescending(e => e.Id)
            .Take(most)
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        return
        [
            .. boards.Select(b => new Found("Storyboard", b.Challenge, $"/try/storyboards/{b.Id}", "")),
            .. obstacles.Select(o => new Found("Obstacle", o.What, $"/try/obstacles/{o.Id}", o.State.Word())),
            .. records.Select(e => new Found("Experiment", e.Step, $"/try/experiments/{e.Id}", e.State.Word())),
        ];
    }
}
