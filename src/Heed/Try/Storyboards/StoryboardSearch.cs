using Heed.Storage;

namespace Heed.Try;

/// <summary>Storyboards, experiments and obstacles for the search box.</summary>
sealed class StoryboardSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var boards = await db
            .Storyboards.AsNoTracking()
            .Saying(words, b => b.Challenge + " " + b.Current)
            .OrderByDescending(b => b.Id)
            .Take(most)
            .ToListAsync(stop);
        var obstacles = await db
            .Obstacles.AsNoTracking()
            .Saying(words, o => o.What + " " + o.Where)
            .OrderByDescending(o => o.Id)
            .Take(most)
            .ToListAsync(stop);
        var records = await db
            .Experiments.AsNoTracking()
            .Saying(words, e => e.Step + " " + e.Unknown)
            .OrderByDescending(e => e.Id)
            .Take(most)
            .ToListAsync(stop);
        return
        [
            .. boards.Select(b => new Found("Storyboard", b.Challenge, $"/try/storyboards/{b.Id}", "")),
            .. obstacles.Select(o => new Found("Obstacle", o.What, $"/try/obstacles/{o.Id}", o.State.Word())),
            .. records.Select(e => new Found("Experiment", e.Step, $"/try/experiments/{e.Id}", e.State.Word())),
        ];
    }
}
