using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed class WorkspaceRequest
{
    [Required(ErrorMessage = "Give your organisation a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the time zone in which your days begin.")]
    [StringLength(100, ErrorMessage = "A time zone has at most 100 characters, such as Europe/Vienna.")]
    public string? TimeZone { get; set; }

    /// <summary>Whether everybody needs a second step; as it is where nothing is said.</summary>
    public bool? DemandsSecondStep { get; set; }
}

public sealed record WorkspaceView(string Name, string TimeZone, DateTimeOffset CreatedAt, bool DemandsSecondStep);

/// <summary>Changes the organisation's name and the zone of its days and weeks.</summary>
public sealed class ChangeWorkspace(HeedDb db, Member me, Visit visit, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(WorkspaceRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may change the workspace.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(asked.TimeZone!, out _))
            return new Refusal($"“{asked.TimeZone}” is not a time zone. Choose one such as Europe/Vienna.").At(
                nameof(asked.TimeZone)
            );
        var workspace = await db.Workspaces.SingleAsync(w => w.Id == me.WorkspaceId, stop);
        var demands = asked.DemandsSecondStep ?? workspace.DemandsSecondStep;
        // Who locks the door stands inside.
        if (
            demands
            && !workspace.DemandsSecondStep
            && !await EnterWorkspace.HasSecondStep(db, me.PersonId, visit.Session, stop)
        )
            return new Refusal(
                "Set up your own second step first, on your account, or sign in with a passkey: then you can ask it of everybody."
            ).At(nameof(asked.DemandsSecondStep));
        if (demands != workspace.DemandsSecondStep)
            journal.Write(
                "second-step",
                workspace.Id,
                $"{me.Name} {(demands ? "asks everybody for a second step" : "asks nobody for a second step any more")}."
            );
        (workspace.Name, workspace.TimeZone, workspace.DemandsSecondStep) = (
            asked.Name!.Trim(),
            asked.TimeZone!,
            demands
        );
        if (db.Entry(workspace).State == EntityState.Modified)
            journal.Write(
                "settings",
                workspace.Id,
                $"{me.Name} set the workspace to {workspace.Name}, days in {workspace.TimeZone}."
            );
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workspace", Get).WithName("ReadWorkspace").WithSummary("The workspace of this token.");
        api.MapPut("/workspace", Put)
            .WithName("ChangeWorkspace")
            .WithSummary("Changes its name and time zone. Administrators only.")
            .OnlyAdministrators();
    }

    static Ok<WorkspaceView> Get(Workspace here) =>
        TypedResults.Ok(new WorkspaceView(here.Name, here.TimeZone, here.CreatedAt, here.DemandsSecondStep));

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        WorkspaceRequest asked,
        ChangeWorkspace change,
        CancellationToken stop
    ) => change.Run(asked, stop).NoContent();
}
