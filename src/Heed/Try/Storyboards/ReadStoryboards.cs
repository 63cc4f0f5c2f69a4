using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>One line of the list of boards.</summary>
public sealed record StoryboardLine(Storyboard Board, string Team, TargetCondition? Target, int Experiments);

/// <summary>A board with all that stands on it.</summary>
/// <param name="Targets">The newest first.</param>
/// <param name="Reflections">What those that ended have taught, and who said so.</param>
/// <param name="Experiments">The newest first.</param>
/// <param name="Copied">Which earlier experiment one is worded like.</param>
public sealed record ShownBoard(
    Storyboard Board,
    string Team,
    IReadOnlyList<TargetCondition> Targets,
    IReadOnlyDictionary<Id<TargetCondition>, TargetMove> Reflections,
    IReadOnlyList<ExperimentRecord> Experiments,
    IReadOnlyDictionary<Id<Obstacle>, Obstacle> Obstacles,
    Obstacle? Working,
    IReadOnlyList<Obstacle> Parked,
    IReadOnlyDictionary<Id<Metric>, MetricSeries> Measured,
    IReadOnlyDictionary<Id<Trial>, Trial> Trials,
    ILookup<Id<Trial>, TrialVerdict> Verdicts,
    IReadOnlyDictionary<Id<Member>, string> Names
)
{
    /// <summary>The one that is not ended.</summary>
    public TargetCondition? Target => Targets is [var newest, ..] && !newest.State.IsEnd() ? newest : null;

    public MetricSeries? Series => Board.MetricId is { } id ? Measured.GetValueOrDefault(id) : null;
    public MetricSeries? TargetSeries => Target?.MetricId is { } id ? Measured.GetValueOrDefault(id) : null;

    /// <summary>The step that is under way, or the one that is planned.</summary>
    public ExperimentRecord? Next =>
        Experiments.LastOrDefault(e => e.State == ExperimentState.Locked)
        ?? Experiments.LastOrDefault(e => e.State == ExperimentState.Planned);

    public IReadOnlyDictionary<Id<ExperimentRecord>, int> Copied { get; } = ExperimentWords.Copied(Experiments);
}

/// <summary>Reads storyboards: in as many questions for a full board as for an empty one.</summary>
public sealed class ReadStoryboards(
    HeedDb db,
    ReadTeams teams,
    ReadSeries series,
    ReadTrials trials,
    ReadObstacles obstacles,
    ReadExperiments experiments,
    ReadMembers members
)
{
    public const int MostShown = 100;
    const int MostBoards = 200;
    const int MostTargets = 30;

    public Task<Storyboard?> Of(Id<Storyboard> id, CancellationToken stop) =>
        db.Storyboards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, stop);

    /// <summary>The newest boards first.</summary>
    public async Task<IReadOnlyList<StoryboardLine>> Newest(CancellationToken stop)
    {
        var boards = await db
            .Storyboards.AsNoTracking()
            .OrderByDescending(b => b.Id)
            .Take(MostBoards)
            .ToListAsync(stop);
        var ids = boards.ConvertAll(b => b.Id);
        var newest = await db
            .TargetConditions.AsNoTracking()
            .Where(t =>
                ids.Contains(t.StoryboardId)
                && !db.TargetConditions.Any(o => o.StoryboardId == t.StoryboardId && o.Number > t.Number)
            )
            .ToDictionaryAsync(t => t.StoryboardId, stop);
        var counts = await db
            .Experiments.Where(e => ids.Contains(e.StoryboardId) && e.SeenAt != null)
            .GroupBy(e => e.StoryboardId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var names = await teams.Names(stop);
        return
        [
            .. boards.Select(b => new StoryboardLine(
                b,
                names.GetValueOrDefault(b.TeamId, ""),
                newest.GetValueOrDefault(b.Id),
                counts.GetValueOrDefault(b.Id)
            )),
        ];
    }

    /// <summary>The open target conditions of some teams, with the challenge of their board, to choose from.</summary>
    public async Task<IReadOnlyList<(TargetCondition Target, string Challenge)>> Open(
        Id<Team> team,
        CancellationToken stop
    ) =>
        [
            .. (
                await db
                    .TargetConditions.AsNoTracking()
                    .Where(t => t.State == TargetState.Set || t.State == TargetState.Pursued)
                    .Join(db.Storyboards, t => t.StoryboardId, b => b.Id, (t, b) => new { Target = t, Board = b })
                    .Where(t => t.Board.TeamId == team)
                    .OrderByDescending(t => t.Target.Id)
                    .Take(MostTargets)
                    .ToListAsync(stop)
            ).Select(t => (t.Target, t.Board.Challenge)),
        ];

    public async Task<ShownBoard?> Shown(Id<Storyboard> id, CancellationToken stop)
    {
        if (await Of(id, stop) is not { } board)
            return null;
        var targets = await db
            .TargetConditions.AsNoTracking()
            .Where(t => t.StoryboardId == id)
            .OrderByDescending(t => t.Number)
            .Take(MostTargets)
            .ToListAsync(stop);
        var ended = targets.ConvertAll(t => t.Id);
        var reflections = await db
            .TargetMoves.AsNoTracking()
            .Where(m =>
                ended.Contains(m.TargetConditionId) && (m.To == TargetState.Reached || m.To == TargetState.Expired)
            )
            .ToDictionaryAsync(m => m.TargetConditionId, stop);
        var records = await experiments.On(id, MostShown, stop);
        var named = await obstacles.Of([.. records.Select(e => e.ObstacleId).Distinct()], stop);
        var open = await obstacles.Open([board.TeamId], MostShown, stop);
        List<Id<Metric>> metrics =
        [
            .. targets
                .Select(t => t.MetricId)
                .Append(board.MetricId)
                .Concat(records.Select(e => e.MetricId))
                .OfType<Id<Metric>>()
                .Distinct(),
        ];
        var tried = records.Select(e => e.TrialId).OfType<Id<Trial>>().Distinct().ToList();
        var who = records.SelectMany(e => new[] { e.LockedBy, e.SeenBy, e.WithdrawnBy }).OfType<Id<Member>>();
        var current = targets is [{ State: TargetState.Set or TargetState.Pursued } now, ..] ? now.Id : default;
        return new(
            board,
            (await teams.Names(stop)).GetValueOrDefault(board.TeamId, ""),
            targets,
            reflections,
            records,
            named,
            open.FirstOrDefault(o => o.WorkedOnFor == current && current != default),
            [.. open.Where(o => o.State == ObstacleState.Parked)],
            await series.Of(metrics, stop),
            await trials.Of(tried, stop),
            await trials.Verdicts(tried, stop),
            await members.Names([.. who.Concat(reflections.Values.Select(r => r.By)).Distinct()], stop)
        );
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/storyboards", List).WithName("ListStoryboards").WithSummary("The storyboards.");
        api.MapGet("/storyboards/{id}", One).WithName("ReadStoryboard").WithSummary("One storyboard.");
        api.MapGet("/storyboards/{id}/coaching", Coach)
            .WithName("ReadCoaching")
            .WithSummary("The five questions of coaching, answered from what stands on a storyboard.");
        api.MapGet("/storyboards/{id}/target-conditions", Targets)
            .WithName("ListTargetConditions")
            .WithSummary("The target conditions of a storyboard, one after the other.");
        api.MapGet("/target-conditions/{id}", Target)
            .WithName("ReadTargetCondition")
            .WithSummary("One target condition.");
    }

    static async Task<Ok<Listed<StoryboardView>>> List(
        HeedDb db,
        Id<Team>? team,
        Id<Storyboard>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.Storyboards.AsNoTracking();
        if (team is { } one)
            wanted = wanted.Where(b => b.TeamId == one);
        if (after is { } last)
            wanted = wanted.Where(b => b.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(b => b.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<StoryboardView>.Of([.. rows.Select(StoryboardView.Of)], size, b => b.Id.ToString())
        );
    }

    static Task<Results<Ok<StoryboardView>, ProblemHttpResult>> One(
        Id<Storyboard> id,
        ReadStoryboards read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("storyboard", StoryboardView.Of);

    static async Task<Results<Ok<IReadOnlyList<CoachAnswer>>, ProblemHttpResult>> Coach(
        Id<Storyboard> id,
        ReadStoryboards read,
        Workspace here,
        TimeProvider clock,
        CancellationToken stop
    ) =>
        await read.Shown(id, stop) is { } shown
            ? TypedResults.Ok(FiveQuestions.Of(shown, here.Today(clock)))
            : Refusal.Missing("storyboard").Problem();

    static async Task<Results<Ok<Listed<TargetView>>, ProblemHttpResult>> Targets(
        Id<Storyboard> id,
        ReadStoryboards read,
        HeedDb db,
        Id<TargetCondition>? after,
        int? take,
        CancellationToken stop
    )
    {
        if (await read.Of(id, stop) is null)
            return Refusal.Missing("storyboard").Problem();
        var wanted = db.TargetConditions.AsNoTracking().Where(t => t.StoryboardId == id);
        if (after is { } last)
            wanted = wanted.Where(t => t.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(t => t.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<TargetView>.Of([.. rows.Select(TargetView.Of)], size, t => t.Id.ToString()));
    }

    static async Task<Results<Ok<TargetView>, ProblemHttpResult>> Target(
        Id<TargetCondition> id,
        HeedDb db,
        CancellationToken stop
    ) =>
        await db.TargetConditions.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) is { } target
            ? TypedResults.Ok(TargetView.Of(target))
            : Refusal.Missing("target condition").Problem();
}
