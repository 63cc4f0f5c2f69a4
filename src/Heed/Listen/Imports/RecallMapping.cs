using Heed.Storage;

namespace Heed.Listen;

/// <summary>What an earlier file meant by its columns, and in which columns this one differs from it.</summary>
public sealed record Recalled(Mapping Mapping, string Survey, IReadOnlyList<string> New, IReadOnlyList<string> Gone)
{
    public bool IsTheSame => New.Count + Gone.Count == 0;
}

/// <summary>Surveys are brought again and again: a column that was explained once is not asked about a second time.</summary>
public sealed class RecallMapping(HeedDb db)
{
    /// <summary>The share of the wider file that must be in both; with less it is another survey.</summary>
    const double Alike = 0.7;
    const int Newest = 20;

    public async Task<Recalled?> Run(FileShape shape, CancellationToken stop) =>
        await TheSame(shape, stop) ?? await NearlyTheSame(shape, stop);

    async Task<Recalled?> TheSame(FileShape shape, CancellationToken stop)
    {
        var hash = shape.HeaderHash;
        var found = await db
            .RememberedMappings.AsNoTracking()
            .Where(r => r.HeaderHash == hash)
            .OrderByDescending(r => r.KeptAt)
            .Select(r => new { r.Mapping, Survey = db.Surveys.First(s => s.Id == r.SurveyId).Name })
            .FirstOrDefaultAsync(stop);
        return found is null ? null : new(OfAnotherRound(found.Mapping), found.Survey, [], []);
    }

    async Task<Recalled?> NearlyTheSame(FileShape shape, CancellationToken stop)
    {
        var files = await db
            .Imports.AsNoTracking()
            .Where(i => i.State == ImportState.Done && i.Source == ImportSource.File && i.SurveyId != null)
            .OrderByDescending(i => i.DoneAt)
            .Take(Newest)
            .Select(i => new
            {
                i.Shape,
                i.Mapping,
                Survey = db.Surveys.First(s => s.Id == i.SurveyId).Name,
            })
            .ToListAsync(stop);
        var here = Names(shape);
        return (
            from file in files
            let there = Names(FileShape.FromJson(file.Shape))
            let both = here.Intersect(there).Count()
            let alike = both / (double)Math.Max(here.Count, there.Count)
            where alike >= Alike
            orderby alike descending
            select new Recalled(
                OfAnotherRound(file.Mapping),
                file.Survey,
                [.. here.Where(c => !there.Contains(c))],
                [.. there.Where(c => !here.Contains(c))]
            )
        ).FirstOrDefault();
    }

    static HashSet<string> Names(FileShape shape) => [.. shape.Columns.Select(c => c.Name)];

    /// <summary>Without what was said of that one file: its round, its day, and what was accepted of it.</summary>
    static Mapping OfAnotherRound(string json) =>
        Mapping.FromJson(json) with
        {
            AcceptCut = false,
            AcceptLoss = false,
            Wave = null,
            On = null,
        };
}
