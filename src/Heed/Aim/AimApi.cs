using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>The reading side of the API: what is aimed at, and how it stands. Lists go on after a given id.</summary>
static class AimApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles", Cycles)
            .WithName("ListCycles")
            .WithSummary("The cycles, in the order in which they were planned.");
        api.MapGet("/cycles/{id}", Cycle).WithName("ReadCycle").WithSummary("One cycle.");
        api.MapGet("/objectives", Objectives)
            .WithName("ListObjectives")
            .WithSummary("The objectives, by cycle, team or parent if one is named.");
        api.MapGet("/objectives/{id}", Objective).WithName("ReadObjective").WithSummary("One objective.");
        api.MapGet("/objectives/{id}/comments", Comments)
            .WithName("ListComments")
            .WithSummary("What was said about an objective, the oldest first.");
        api.MapGet("/key-results", KeyResults)
            .WithName("ListKeyResults")
            .WithSummary(
                "The key results with progress and forecast, by objective, cycle, team or metric if one is named."
            );
        api.MapGet("/key-results/due", Due)
            .WithName("ListDueCheckIns")
            .WithSummary("Your key results that wait for a check-in, the longest silent first.");
        api.MapGet("/key-results/{id}", KeyResult)
            .WithName("ReadKeyResult")
            .WithSummary("One key result with its progress and forecast.");
        api.MapGet("/key-results/{id}/check-ins", CheckIns)
            .WithName("ListCheckIns")
            .WithSummary("The check-ins of a key result, the oldest first.");
        api.MapGet("/key-results/{id}/revisions", Revisions)
            .WithName("ListRevisions")
            .WithSummary("The terms of a key result as they were set, the oldest first, each with its reason.");
    }

    static async Task<Ok<Listed<CycleView>>> Cycles(HeedDb db, Id<Cycle>? after, int? take, CancellationToken stop)
    {
        var wanted = db.Cycles.AsNoTracking();
        if (after is { } last)
            wanted = wanted.Where(c => c.Id > last);
        var cycles = await wanted.OrderBy(c => c.Id).Take(Part.Size(take) + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<CycleView>.Of([.. cycles.Select(CycleView.Of)], Part.Size(take), v => v.Id.ToString())
        );
    }

    static Task<Results<Ok<CycleView>, ProblemHttpResult>> Cycle(Id<Cycle> id, HeedDb db, CancellationToken stop) =>
        db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop).OkOrMissing("cycle", CycleView.Of);

    static async Task<Ok<Listed<ObjectiveView>>> Objectives(
        HeedDb db,
        Id<Cycle>? cycle,
        Id<Team>? team,
        Id<Objective>? parent,
        Id<Objective>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.Objectives.AsNoTracking();
        if (cycle is { } one)
            wanted = wanted.Where(o => o.CycleId == one);
        if (team is { } owner)
            wanted = wanted.Where(o => o.TeamId == owner);
        if (parent is { } served)
            wanted = wanted.Where(o => o.ParentId == served);
        if (after is { } last)
            wanted = wanted.Where(o => o.Id > last);
        var objectives = await wanted.OrderBy(o => o.Id).Take(Part.Size(take) + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<ObjectiveView>.Of([.. objectives.Select(ObjectiveView.Of)], Part.Size(take), v => v.Id.ToString())
        );
    }

    static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Objective(
        Id<Objective> id,
        HeedDb db,
        CancellationToken stop
    ) =>
        db
            .Objectives.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == id, stop)
            .OkOrMissing("objective", ObjectiveView.Of);

    static async Task<Results<Ok<Listed<CommentView>>, ProblemHttpResult>> Comments(
        Id<Objective> id,
        HeedDb db,
        Id<Comment>? after,
        int? take,
        CancellationToken stop
    )
    {
        if (!await db.Objectives.AnyAsync(o => o.Id == id, stop))
            return Refusal.Missing("objective").Problem();
        var wanted = db.Comments.AsNoTracking().Where(c => c.ObjectiveId == id);
        if (after is { } last)
            wanted = wanted.Where(c => c.Id > last);
        var comments = await wanted.OrderBy(c => c.Id).Take(Part.Size(take) + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<CommentView>.Of([.. comments.Select(CommentView.Of)], Part.Size(take), v => v.Id.ToString())
        );
    }

    static async Task<Ok<Listed<KeyResultView>>> KeyResults(
        ReadKeyResults read,
        Id<Objective>? objective,
        Id<Cycle>? cycle,
        Id<Team>? team,
        Id<Metric>? metric,
        Id<KeyResult>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = read.All();
        if (objective is { } one)
            wanted = wanted.Where(k => k.ObjectiveId == one);
        if (cycle is { } time)
            wanted = wanted.Where(k => k.Objective!.CycleId == time);
        if (team is { } owner)
            wanted = wanted.Where(k => k.Objective!.TeamId == owner);
        if (metric is { } measured)
            wanted = wanted.Where(k => k.MetricId == measured);
        if (after is { } last)
            wanted = wanted.Where(k => k.Id > last);
        var size = Part.Size(take);
        var readings = await read.Of(wanted.OrderBy(k => k.Id).Take(size + 1), stop);
        return TypedResults.Ok(
            Listed<KeyResultView>.Of([.. readings.Select(KeyResultView.Of)], size, k => k.Id.ToString())
        );
    }

    /// <summary>The longest silent first, so there is no next part: what is checked in on leaves the list.</summary>
    static async Task<Ok<IReadOnlyList<KeyResultView>>> Due(
        ReadKeyResults read,
        DueCheckIns due,
        int? take,
        CancellationToken stop
    )
    {
        var readings = await read.Of(due.Mine().Include(k => k.Objective!.Cycle).Take(Part.Size(take)), stop);
        return TypedResults.Ok<IReadOnlyList<KeyResultView>>([.. readings.Select(KeyResultView.Of)]);
    }

    static Task<Results<Ok<KeyResultView>, ProblemHttpResult>> KeyResult(
        Id<KeyResult> id,
        ReadKeyResults read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("key result", KeyResultView.Of);

    static async Task<Results<Ok<Listed<CheckInView>>, ProblemHttpResult>> CheckIns(
        Id<KeyResult> id,
        HeedDb db,
        Id<CheckIn>? after,
        int? take,
        CancellationToken stop
    )
    {
        if (!await db.KeyResults.AnyAsync(k => k.Id == id, stop))
            return Refusal.Missing("key result").Problem();
        var wanted = db.CheckIns.AsNoTracking().Where(c => c.KeyResultId == id);
        if (after is { } last)
            wanted = wanted.Where(c => c.Id > last);
        var checkIns = await wanted.OrderBy(c => c.Id).Take(Part.Size(take) + 1).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<CheckInView>.Of([.. checkIns.Select(CheckInView.Of)], Part.Size(take), v => v.Id.ToString())
        );
    }

    static async Task<Results<Ok<IReadOnlyList<TermsView>>, ProblemHttpResult>> Revisions(
        Id<KeyResult> id,
        HeedDb db,
        CancellationToken stop
    )
    {
        if (!await db.KeyResults.AnyAsync(k => k.Id == id, stop))
            return Refusal.Missing("key result").Problem();
        var terms = await db
            .Terms.AsNoTracking()
            .Where(t => t.KeyResultId == id)
            .OrderBy(t => t.Id)
            .Take(Part.Most)
            .ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<TermsView>>([.. terms.Select(TermsView.Of)]);
    }
}
