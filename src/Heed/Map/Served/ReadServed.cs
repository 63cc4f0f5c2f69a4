using Heed.Aim;
using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

/// <summary>What is aimed at for a group, and whether it moved.</summary>
public sealed record AimedFor(KeyResultLine KeyResult, MetricSeries Measured)
{
    public bool MovedAsWanted => Measured.Movement is { State: MovementState.Moved, Current.IsWanted: true };
}

/// <param name="Voices">What they wrote behind one of these numbers; null where no survey speaks for them.</param>
public sealed record ServedGroup(CustomerGroupView Group, IReadOnlyList<AimedFor> Aims, Verbatims? Voices);

/// <param name="IsPart">More is aimed at for them than is shown.</param>
public sealed record Served(
    TeamView Team,
    WayToCustomers Way,
    IReadOnlyList<ServedGroup> Groups,
    IReadOnlyList<TeamView> Teams,
    bool IsPart
)
{
    /// <summary>The finding: whom they serve, and how much of what is aimed at for them moved.</summary>
    public string Finding
    {
        get
        {
            if (Groups.Count == 0)
                return $"Nobody has said yet whom {Team.Name} serves";
            var whom = $"{Team.Name} serves {Format.List([.. Groups.Select(g => g.Group.Name)])}";
            var aims = Groups.SelectMany(g => g.Aims).ToList();
            var moved = aims.Count(a => a.MovedAsWanted);
            return aims.Count == 0
                ? $"{whom}; nothing is aimed at for them"
                : $"{whom}; {(moved == 0 ? "none" : Format.InWords(moved))} of {Format.InWords(aims.Count)} {(aims.Count == 1 ? "aim" : "aims")} for them moved the wanted way";
        }
    }
}

public sealed record ServedAimView(
    Id<KeyResult> KeyResult,
    string Name,
    Id<Metric> Metric,
    MovementState State,
    string Says
);

public sealed record ServedGroupView(
    Id<CustomerGroup> Id,
    string Name,
    CustomerKind Kind,
    IReadOnlyList<ServedAimView> Aims
);

/// <param name="Way">The groups on the shortest way to somebody outside, the nearest first.</param>
/// <param name="Arrives">Whether the last of the way is outside.</param>
public sealed record ServedView(
    Id<Team> Team,
    string Says,
    IReadOnlyList<string> Way,
    bool Arrives,
    IReadOnlyList<ServedGroupView> Groups,
    bool IsPart
);

/// <summary>Whom a team serves, what they say, what moved for them, and how far the team is from somebody outside.</summary>
public sealed class ReadServed(
    ReadTeams teams,
    ReadCustomers customers,
    ListLiveKeyResults keyResults,
    ReadSeries series,
    VerbatimSources heard,
    Member me
)
{
    const int MostAims = 50;
    public const int MostVoices = 3;

    /// <param name="asked">Null for the reader's own team, or the first.</param>
    public async Task<Served?> Run(Id<Team>? asked, CancellationToken stop)
    {
        var tree = await teams.Tree(stop);
        var own = me.Teams.Select(t => t.TeamId).ToHashSet();
        var team = asked is null
            ? tree.FirstOrDefault(t => own.Contains(t.Id)) ?? (tree is [var first, ..] ? first : null)
            : tree.FirstOrDefault(t => t.Id == asked);
        if (team is null)
            return null;
        var groups = await customers.ServedBy(team.Id, stop);
        var aims = await keyResults.For([.. groups.Select(g => g.Id)], MostAims + 1, stop);
        var measured = await series.Of([.. aims.Select(a => a.Metric).Distinct()], stop);
        var byGroup = aims.Take(MostAims).ToLookup(a => a.CustomerGroup);
        List<ServedGroup> served = [];
        foreach (var group in groups)
        {
            AimedFor[] aimed = [.. byGroup[group.Id].Select(a => new AimedFor(a, measured[a.Metric]))];
            served.Add(new(group, aimed, await Voices(aimed, stop)));
        }
        var way = WayToCustomers.From(team.Id, await customers.Servings(stop));
        return new(team, way, served, tree, aims.Count > MostAims);
    }

    async Task<Verbatims?> Voices(IEnumerable<AimedFor> aims, CancellationToken stop)
    {
        foreach (var from in aims.Select(a => a.Measured.Metric.ComputedFrom).OfType<string>().Distinct())
        {
            if (await heard.Behind(from, MostVoices, stop) is { } voices)
                return voices;
        }
        return null;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/teams/{id}/customers", Get)
            .WithName("ReadServed")
            .WithSummary("Whom a team serves, how far it is from somebody outside, and what moved for them.");

    static async Task<Results<Ok<ServedView>, ProblemHttpResult>> Get(
        Id<Team> id,
        ReadServed read,
        CancellationToken stop
    ) => await read.Run(id, stop) is { } served ? TypedResults.Ok(View(served)) : Refusal.Missing("team").Problem();

    static ServedView View(Served of) =>
        new(
            of.Team.Id,
            of.Finding,
            [.. of.Way.Groups.Select(g => g.Name)],
            of.Way.Arrives,
            [
                .. of.Groups.Select(g => new ServedGroupView(
                    g.Group.Id,
                    g.Group.Name,
                    g.Group.Kind,
                    [
                        .. g.Aims.Select(a => new ServedAimView(
                            a.KeyResult.Id,
                            a.KeyResult.Name,
                            a.KeyResult.Metric,
                            a.Measured.Movement.State,
                            a.Measured.Movement.Finding()
                        )),
                    ]
                )),
            ],
            of.IsPart
        );
}
