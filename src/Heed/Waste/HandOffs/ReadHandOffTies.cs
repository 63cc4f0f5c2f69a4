using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>Where hand-offs run: across departments or inside them, beside what chance alone would give.</summary>
/// <param name="Because">Why nothing can be said; empty where the index is given.</param>
/// <param name="LeftOut">Hand-offs with a department of fewer than five people, of which nothing is counted.</param>
public sealed record HandOffTies(
    int Cross,
    int Inside,
    double? Index,
    double? Expected,
    double? Low,
    double? High,
    bool? IsAcross,
    string? Because,
    int LeftOut
);

/// <summary>Reads the E-I index of the hand-offs of an organisation: one number of all, never one of a team.</summary>
public sealed class ReadHandOffTies(HeedDb db, ReadTeams teams)
{
    /// <summary>The newest ones that are counted.</summary>
    const int Most = 10_000;

    public async Task<HandOffTies> Run(CancellationToken stop)
    {
        var handOffs = await db
            .HandOffs.AsNoTracking()
            .Where(h => h.State != HandOffState.Withdrawn)
            .OrderByDescending(h => h.Id)
            .Take(Most)
            .Select(h => new { h.GiverId, h.TakerId })
            .ToListAsync(stop);
        var departments = (await teams.Departments(ExternalInternal.SmallestGroup, stop))
            .Where(d => d.People >= ExternalInternal.SmallestGroup)
            .ToList();
        Dictionary<Id<Team>, int> unitOf = [];
        List<int> groupOf = [];
        for (var group = 0; group < departments.Count; group++)
            foreach (var team in departments[group].Teams)
            {
                unitOf[team] = groupOf.Count;
                groupOf.Add(group);
            }
        var ties = handOffs
            .Where(h => unitOf.ContainsKey(h.GiverId) && unitOf.ContainsKey(h.TakerId))
            .Select(h => (unitOf[h.GiverId], unitOf[h.TakerId]))
            .ToList();
        var leftOut = handOffs.Count - ties.Count;
        var found = ShuffledTies.Of(ties, groupOf, [.. departments.Select(d => d.People)]);
        return found.IsGiven
            ? new(
                found.Value.Cross,
                found.Value.Inside,
                found.Value.Index,
                found.Value.Expected,
                found.Value.Low,
                found.Value.High,
                found.Value.IsAcross,
                null,
                leftOut
            )
            // Nothing is counted where nothing may be said.
            : new(0, 0, null, null, null, null, null, found.Because, 0);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/hand-off-ties", Read)
            .WithName("ReadHandOffTies")
            .WithSummary(
                "Whether hand-offs run across departments or inside them, beside what chance alone would give."
            );

    static async Task<Ok<HandOffTies>> Read(ReadHandOffTies read, CancellationToken stop) =>
        TypedResults.Ok(await read.Run(stop));
}
