using Heed.Aim;
using Heed.Metrics;
using Heed.People;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

/// <summary>The line of sight with what it leaves out.</summary>
/// <param name="Unsighted">Live key results whose metric is tied to no outcome.</param>
/// <param name="IsPart">There is more than is read at once.</param>
public sealed record Sight(
    SightGraph Graph,
    IReadOnlyList<SightNode> Unsighted,
    IReadOnlyDictionary<Id<Team>, string> Teams,
    bool IsPart
)
{
    public int KeyResults => Graph.In(SightColumn.KeyResult).Count();
}

public sealed record SightView(
    IReadOnlyList<SightNode> Nodes,
    IReadOnlyList<SightEdge> Edges,
    IReadOnlyList<string> Unsighted,
    bool IsPart
);

/// <summary>Reads the line of sight from what customers get to who works for it: seven questions, however many nodes.</summary>
public sealed class ReadSight(
    ReadOutcomes outcomes,
    ReadTies ties,
    ListLiveKeyResults keyResults,
    ReadTrials trials,
    NameMetrics names,
    ReadTeams teams
)
{
    /// <summary>The newest live key results; more of them are looked at team by team.</summary>
    const int MostKeyResults = 5000;
    const int MostTrials = 5000;

    public async Task<Sight> Run(Id<Team>? team, CancellationToken stop)
    {
        var watched = await outcomes.All(stop);
        var held = await ties.Held(stop);
        var live = await keyResults.Run(team, MostKeyResults, stop);
        var tried = await trials.UnderWay([.. live.Select(k => k.Id)], MostTrials, stop);
        var ways = SightGraph.Ways([.. watched.Select(o => o.MetricId)], held, ties.Today);
        var aimed = live.Select(k => k.Metric).ToHashSet();
        // One team sees its own lines; all see also what nobody aims at.
        var shown = ways.Where(w => team is null || aimed.Contains(w.Metric)).ToList();
        var near = shown.Select(w => w.Outcome).ToHashSet();
        // An outcome that nobody aims at straight stands in its own column alone.
        var metrics = aimed.Concat(shown.Where(w => w.Metric != w.Outcome).Select(w => w.Metric)).ToHashSet();
        var named = await names.Of([.. metrics, .. watched.Select(o => o.MetricId)], stop);
        var teamNames = await teams.Names(stop);

        List<SightNode> nodes = [];
        List<SightEdge> edges = [];
        foreach (var outcome in watched.Where(o => team is null || near.Contains(o.MetricId)))
            nodes.Add(new(SightColumn.Outcome, $"o{outcome.MetricId}", named[outcome.MetricId].Name, "/map/executive"));
        foreach (var metric in metrics)
            nodes.Add(new(SightColumn.Metric, $"m{metric}", named[metric].Name, $"/metrics/{metric}"));
        foreach (var (outcome, metric, strength) in shown.Where(w => metrics.Contains(w.Metric)))
            edges.Add(new($"o{outcome}", $"m{metric}", strength));
        foreach (var line in live)
        {
            nodes.Add(new(SightColumn.KeyResult, $"k{line.Id}", line.Name, $"/aim/key-results/{line.Id}"));
            edges.Add(new($"m{line.Metric}", $"k{line.Id}"));
        }
        foreach (var trial in tried)
        {
            nodes.Add(new(SightColumn.Trial, $"t{trial.Id}", trial.Change, $"/try/{trial.Id}"));
            edges.Add(new($"k{trial.KeyResultId}", $"t{trial.Id}"));
            edges.Add(new($"t{trial.Id}", $"w{trial.TeamId}"));
        }
        var tryingFor = tried.Select(t => (t.KeyResultId, t.TeamId)).ToHashSet();
        foreach (var line in live.Where(k => !tryingFor.Contains((k.Id, k.Team))))
        {
            // A line that passed behind the trials of others would look as if it led to one.
            nodes.Add(new(SightColumn.Trial, $"n{line.Id}", "nothing yet", null));
            edges.Add(new($"k{line.Id}", $"n{line.Id}"));
            edges.Add(new($"n{line.Id}", $"w{line.Team}"));
        }
        foreach (var owner in live.Select(k => k.Team).Concat(tried.Select(t => t.TeamId)).Distinct())
            nodes.Add(
                new(SightColumn.Team, $"w{owner}", teamNames.GetValueOrDefault(owner, "A team"), $"/teams/{owner}")
            );

        var sighted = ways.Select(w => w.Metric).ToHashSet();
        var byKey = nodes.ToDictionary(n => n.Key);
        return new(
            new(nodes, edges),
            [.. live.Where(k => !sighted.Contains(k.Metric)).Select(k => byKey[$"k{k.Id}"])],
            teamNames,
            live.Count == MostKeyResults || tried.Count == MostTrials || held.Count == ReadTies.MostDrawn
        );
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/line-of-sight", Get)
            .WithName("ReadLineOfSight")
            .WithSummary(
                "What customers get, the metrics that feed it, key results, trials and teams, and the lines between them."
            );

    static async Task<Ok<SightView>> Get(ReadSight read, Id<Team>? team, CancellationToken stop)
    {
        var sight = await read.Run(team, stop);
        return TypedResults.Ok(
            new SightView(sight.Graph.Nodes, sight.Graph.Edges, [.. sight.Unsighted.Select(n => n.Key)], sight.IsPart)
        );
    }
}
