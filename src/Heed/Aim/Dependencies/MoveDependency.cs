using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public class DependencyMoveRequest
{
    [Required(ErrorMessage = "Write a reason: the other team reads it.")]
    [StringLength(DependencyMove.LongestReason, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }
}

public class DependencyAcceptanceRequest : DependencyMoveRequest
{
    /// <summary>The day that is promised; the day that was asked for, where it is left empty.</summary>
    public DateOnly? PromisedFor { get; set; }
}

/// <summary>What becomes of a dependency, by the table: the team that is asked answers, the team that asked does the rest.</summary>
public sealed class MoveDependency(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Dependency>> Run(
        Id<Dependency> id,
        DependencyAct act,
        DependencyMoveRequest asked,
        CancellationToken stop
    )
    {
        if (await db.Dependencies.SingleOrDefaultAsync(d => d.Id == id, stop) is not { } dependency)
            return Refusal.Missing("dependency");
        var way = DependencyMoves.Of(act);
        var side = way.IsTheirs ? dependency.ToTeamId : dependency.FromTeamId;
        if (!me.MayWriteFor(side))
            return Refusal.Forbidden(
                $"Only members of {(await new ReadTeams(db).Find(side, stop))!.Name} can say this."
            );
        var promised = (asked as DependencyAcceptanceRequest)?.PromisedFor;
        if (promised < here.Today(clock))
            return new Refusal($"{Format.Day(promised.Value)} has passed. Promise a day to come.").At(
                nameof(DependencyAcceptanceRequest.PromisedFor)
            );
        if (
            dependency
                .Move(act, asked.Reason, promised, me.Id, clock.GetUtcNow())
                .Refused(out var refusal, out var move)
        )
            return refusal;
        db.DependencyMoves.Add(move);
        journal.Write(
            Format.Lower(act.Word()),
            id,
            $"{me.Name} {way.Past} “{Format.Shortened(dependency.Needs)}”: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return dependency;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/dependencies/{id}/acceptance",
                (
                    Id<Dependency> id,
                    DependencyAcceptanceRequest asked,
                    MoveDependency move,
                    ReadDependencies read,
                    CancellationToken stop
                ) => Answer(move.Run(id, DependencyAct.Accept, asked, stop), read)
            )
            .WithName("AcceptDependency")
            .WithSummary("The team that is asked says that it will do it, and by when.");
        Map(
            api,
            DependencyAct.Decline,
            "refusal",
            "DeclineDependency",
            "The team that is asked says that it does not."
        );
        Map(
            api,
            DependencyAct.OwnRisk,
            "risk",
            "OwnDependencyRisk",
            "The team that asked says what it does without what was declined."
        );
        Map(api, DependencyAct.Meet, "fulfilment", "MeetDependency", "The team that asked says that it has it.");
        Map(api, DependencyAct.AskAgain, "reopening", "ReopenDependency", "The team that asked asks again.");
        Map(api, DependencyAct.Withdraw, "withdrawal", "WithdrawDependency", "The team that asked takes it back.");
    }

    static void Map(IEndpointRouteBuilder api, DependencyAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/dependencies/{{id}}/{noun}",
                (
                    Id<Dependency> id,
                    DependencyMoveRequest asked,
                    MoveDependency move,
                    ReadDependencies read,
                    CancellationToken stop
                ) => Answer(move.Run(id, act, asked, stop), read)
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<DependencyView>, ProblemHttpResult>> Answer(
        Task<Outcome<Dependency>> act,
        ReadDependencies read
    ) => act.Ok(d => DependencyView.Of(d, read.Today));
}
