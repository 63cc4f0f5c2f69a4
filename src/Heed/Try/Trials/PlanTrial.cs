using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>Plans a trial, and changes the plan until it starts. Only members of its team may.</summary>
public sealed class PlanTrial(
    HeedDb db,
    Member me,
    Workspace here,
    JournalWriter journal,
    ReadSeries read,
    ReadKeyResults keyResults,
    RedesignAfterTwice redesign,
    PlanStages stages,
    TimeProvider clock
)
{
    public async Task<Outcome<Trial>> Run(TrialRequest asked, CancellationToken stop)
    {
        var team = await new ReadTeams(db).Find(asked.Team, stop);
        if (team is null)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (asked.Extends is { } earlier && !await db.Trials.AnyAsync(t => t.Id == earlier, stop))
            return Refusal.Missing("earlier trial");
        var trial = new Trial
        {
            TeamId = team.Id,
            Extends = asked.Extends,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        if (await Fill(trial, asked, stop) is { } refusal)
            return refusal;
        db.Trials.Add(trial);
        journal.Write("plan", trial.Id, $"{me.Name} planned “{trial.Change}”.");
        await db.SaveChangesAsync(stop);
        return trial;
    }

    public async Task<Outcome<Trial>> Rewrite(Id<Trial> id, TrialRequest asked, CancellationToken stop)
    {
        if (await db.Trials.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } trial)
            return Refusal.Missing("trial");
        if (!me.MayWriteFor(trial.TeamId))
            return await TeamPermission.Refuse(db, trial.TeamId, stop);
        if (asked.Team != trial.TeamId || asked.Extends != trial.Extends)
            return new Refusal(
                "A trial stays with its team and with what it goes on from. Stop it and plan a new one."
            );
        if (trial.Fixed(here) is { } locked)
            return locked;
        if (await Fill(trial, asked, stop) is { } refusal)
            return refusal;
        journal.Write("plan", trial.Id, $"{me.Name} changed the plan of “{trial.Change}”.");
        await db.SaveChangesAsync(stop);
        return trial;
    }

    async Task<Refusal?> Fill(Trial trial, TrialRequest asked, CancellationToken stop)
    {
        if (await read.Metric(asked.Metric!.Value, stop) is not { } metric)
            return Refusal.Missing("metric");
        if (metric.RetiredAt is not null)
            return Refusal
                .Conflict($"“{metric.Name}” is retired. Choose a metric that is still measured.")
                .At(nameof(asked.Metric));
        if (asked.Move is { Length: > 0 } move && UnstuckMove.Of(move) is null)
            return Refusal.Missing("move");
        if (asked.ObstacleId is { } named)
        {
            if (await db.Obstacles.AsNoTracking().SingleOrDefaultAsync(o => o.Id == named, stop) is not { } obstacle)
                return Refusal.Missing("obstacle").At(nameof(asked.ObstacleId));
            if (obstacle.TeamId != trial.TeamId)
                return new Refusal("This obstacle is of another team. Choose one of this team, or say it in words.").At(
                    nameof(asked.ObstacleId)
                );
            asked.Obstacle = obstacle.What;
        }
        if (await redesign.Of(asked, trial.Id, stop) is { } again)
            return again;
        if (asked.GuardrailMetric is { } guardrail && await read.Metric(guardrail, stop) is null)
            return Refusal.Missing("guardrail metric");
        if (asked.KeyResult is { } keyResult && (await keyResults.Names([keyResult], stop)).Count == 0)
            return Refusal.Missing("key result");
        var chosen = await Chosen(asked, stop);
        if (Comparisons.Fault(asked.ComparedWith ?? [], metric, chosen) is { } fault)
            return fault;
        if (Comparisons.DayFault(asked, metric, chosen, here.DayOf(clock.GetUtcNow())) is { } wrongDay)
            return wrongDay;
        return trial.Plan(asked, metric, here, clock.GetUtcNow()).Refused(out var refusal)
            ? refusal
            : await stages.Apply(trial, asked, stop);
    }

    async Task<IReadOnlyDictionary<Id<Metric>, Metric>> Chosen(TrialRequest asked, CancellationToken stop) =>
        asked.ComparedWith is { Count: > 0 and <= Comparisons.Most } chosen
            ? await read.Metrics(chosen, stop)
            : new Dictionary<Id<Metric>, Metric>();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/trials", Post)
            .WithName("PlanTrial")
            .WithSummary("Plans a trial: a small change, and what it is expected to do.");
        api.MapPut("/trials/{id}", Put)
            .WithName("ReplanTrial")
            .WithSummary("Changes the plan of a trial that has not started.");
    }

    static Task<Results<Created<TrialView>, ProblemHttpResult>> Post(
        TrialRequest asked,
        PlanTrial plan,
        CancellationToken stop
    ) => plan.Run(asked, stop).Created(trial => $"/trials/{trial.Id}", TrialView.Of);

    static Task<Results<Ok<TrialView>, ProblemHttpResult>> Put(
        Id<Trial> id,
        TrialRequest asked,
        PlanTrial plan,
        CancellationToken stop
    ) => plan.Rewrite(id, asked, stop).Ok(TrialView.Of);
}
