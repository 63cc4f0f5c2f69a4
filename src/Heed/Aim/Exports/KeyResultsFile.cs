using System.Runtime.CompilerServices;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>
/// Objectives and key results as a file, in the columns that the import reads: what is taken away can be brought in elsewhere.
/// Nobody is named in it.
/// </summary>
static class KeyResultsFile
{
    const int AtOnce = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/aim/key-results.csv", Get).RequireAuthorization().ExcludeFromDescription();

    static PushStreamHttpResult Get(
        HeedDb db,
        ReadKeyResults read,
        ReadTeams teams,
        Workspace here,
        CancellationToken stop,
        string? cycle = null,
        string? team = null,
        string? shape = null
    )
    {
        var wanted = db.Objectives.AsNoTracking();
        if (Id<Cycle>.TryParse(cycle, null, out var inCycle))
            wanted = wanted.Where(o => o.CycleId == inCycle);
        if (Id<Team>.TryParse(team, null, out var of))
            wanted = wanted.Where(o => o.TeamId == of);
        var by = string.Equals(shape, "viva", StringComparison.OrdinalIgnoreCase)
            ? KeyResultShape.Viva
            : KeyResultShape.Heed;
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, CsvWriter.Encoding);
                await writer.WriteAsync(CsvWriter.Line(by.Head()));
                await foreach (var row in Rows(wanted, db, read, await teams.Names(stop), here, stop))
                    await writer.WriteAsync(CsvWriter.Line(by.Cells(row)));
            },
            "text/csv; charset=utf-8",
            by is KeyResultShape.Viva ? "key-results-viva.csv" : "key-results.csv"
        );
    }

    static async IAsyncEnumerable<ExportedRow> Rows(
        IQueryable<Objective> wanted,
        HeedDb db,
        ReadKeyResults read,
        IReadOnlyDictionary<Id<Team>, string> teams,
        Workspace here,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        Id<Objective>? after = null;
        while (true)
        {
            var some = await wanted
                .Where(o => after == null || o.Id > after)
                .Include(o => o.Cycle)
                .OrderBy(o => o.Id)
                .Take(AtOnce)
                .ToListAsync(stop);
            if (some.Count == 0)
                yield break;
            after = some[^1].Id;
            var ids = some.ConvertAll(o => o.Id);
            var readings = (await read.Of(read.All().Where(k => ids.Contains(k.ObjectiveId)), stop)).ToLookup(r =>
                r.KeyResult.ObjectiveId
            );
            var above = some.Select(o => o.ParentId).OfType<Id<Objective>>().Distinct().ToList();
            var parents = await db
                .Objectives.AsNoTracking()
                .Where(o => above.Contains(o.Id))
                .ToDictionaryAsync(o => o.Id, stop);
            foreach (var objective in some)
            {
                var team = teams.GetValueOrDefault(objective.TeamId, "");
                var parent = objective.ParentId is { } id ? parents.GetValueOrDefault(id) : null;
                yield return new(objective, null, team, parent, here.DayOf(objective.CreatedAt), null);
                foreach (
                    var reading in readings[objective.Id]
                        .OrderBy(r => r.KeyResult.CreatedAt)
                        .ThenBy(r => r.KeyResult.Id)
                )
                    yield return new(
                        objective,
                        reading,
                        team,
                        objective,
                        here.DayOf(reading.KeyResult.CreatedAt),
                        reading.KeyResult.CheckedInAt is { } at ? here.DayOf(at) : null
                    );
            }
        }
    }
}
