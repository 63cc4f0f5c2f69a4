using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>Which objective one serves, or why none.</summary>
public class FamilyRequest
{
    /// <summary>A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Objective>? Parent
    {
        get;
        set => field = value == default(Id<Objective>) ? null : value;
    }

    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? NoParentBecause { get; set; }

    internal bool SaysSomething => Parent is not null || !string.IsNullOrWhiteSpace(NoParentBecause);

    internal static FamilyRequest Of(Objective objective) =>
        new() { Parent = objective.ParentId, NoParentBecause = objective.NoParentBecause };
}

/// <summary>Says which objective another one serves, or why it serves none. Only members of its team may.</summary>
public sealed class PlaceObjective(HeedDb db, Member me, JournalWriter journal)
{
    /// <summary>Longer chains do not explain anything any more.</summary>
    public const int MostAbove = 20;

    public async Task<Outcome<Objective>> Run(Id<Objective> id, FamilyRequest asked, CancellationToken stop)
    {
        // Two objectives that are put under each other at once, each right alone, would go in a circle.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Objectives.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if ((await Apply(objective, asked, stop)).Refused(out var refusal))
            return refusal;
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return objective;
    }

    /// <summary>The same for whoever saves it with something else, and holds the lock of the workspace.</summary>
    internal async Task<Outcome<Done>> Apply(Objective objective, FamilyRequest asked, CancellationToken stop)
    {
        var because = asked.NoParentBecause?.Trim() ?? "";
        if (asked.Parent is not null && because.Length > 0)
            return new Refusal("Name the objective that it serves or say why it serves none, not both.").At(
                nameof(asked.NoParentBecause)
            );
        if (asked.Parent is not { } wanted)
        {
            if (because.Length == 0)
                return new Refusal("Choose the objective that it serves, or say why it serves none.").At(
                    nameof(asked.Parent)
                );
            if (objective.StandAlone(because).Refused(out var closed))
                return closed;
            journal.Write("place", objective.Id, $"{me.Name} said that “{objective.Title}” serves no other: {because}");
            return new Done();
        }
        if (await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.Id == wanted, stop) is not { } parent)
            return Refusal.Missing("objective to serve").At(nameof(asked.Parent));
        if ((await Above(parent, stop)).Refused(out var refusal, out var above))
            return refusal;
        if (objective.Serve(parent, above).Refused(out refusal))
            return refusal;
        journal.Write("place", objective.Id, $"{me.Name} put “{objective.Title}” under “{parent.Title}”.");
        return new Done();
    }

    /// <summary>The parent and all above it, one look a step: chains are short.</summary>
    async Task<Outcome<List<Id<Objective>>>> Above(Objective parent, CancellationToken stop)
    {
        List<Id<Objective>> above = [parent.Id];
        for (var next = parent.ParentId; next is { } id; )
        {
            if (above.Count == MostAbove)
                return new Refusal(
                    $"“{parent.Title}” has {MostAbove} objectives above it already. Choose one further up."
                ).At(nameof(FamilyRequest.Parent));
            above.Add(id);
            next = await db.Objectives.Where(o => o.Id == id).Select(o => o.ParentId).SingleOrDefaultAsync(stop);
        }
        return above;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/objectives/{id}/parent", Put)
            .WithName("PlaceObjective")
            .WithSummary("Says which objective one serves, or why it serves none.");

    static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Put(
        Id<Objective> id,
        FamilyRequest asked,
        PlaceObjective place,
        CancellationToken stop
    ) => place.Run(id, asked, stop).Ok(ObjectiveView.Of);
}
