using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class DependencyRequest
{
    [Required(ErrorMessage = "Choose the team that you need it of.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Say what you need of them, so that they can say yes or no.")]
    [StringLength(Dependency.LongestWords, ErrorMessage = "Use at most 500 characters.")]
    public string? Needs { get; set; }

    [Required(ErrorMessage = "Say by when you need it.")]
    public DateOnly? ByWhen { get; set; }
}

/// <summary>Asks another team for what an objective needs. Members of its team may.</summary>
public sealed class RequestDependency(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    /// <summary>Whoever waits for more than this has another problem.</summary>
    public const int MostOpen = 20;

    public async Task<Outcome<Dependency>> Run(Id<Objective> id, DependencyRequest asked, CancellationToken stop)
    {
        // Two that ask at once are both counted.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if (objective.State == ObjectiveState.Closed)
            return Refusal.Conflict("This objective is closed. It needs nothing any more.");
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team").At(nameof(asked.Team));
        if (team.Id == objective.TeamId)
            return new Refusal("This is your own team. What you do yourselves is an initiative.").At(
                nameof(asked.Team)
            );
        if (asked.ByWhen < here.Today(clock))
            return new Refusal($"{Format.Day(asked.ByWhen.Value)} has passed. Choose a day to come.").At(
                nameof(asked.ByWhen)
            );
        var open = await ReadDependencies.Open(db.Dependencies).CountAsync(d => d.ObjectiveId == id, stop);
        if (open >= MostOpen)
            return Refusal.Conflict(
                $"This objective waits for {Format.Count(open, "thing")} of other teams already. Take some back first, or aim at what you can do."
            );
        var now = clock.GetUtcNow();
        var dependency = new Dependency
        {
            ObjectiveId = id,
            FromTeamId = objective.TeamId,
            ToTeamId = team.Id,
            Needs = asked.Needs!.Trim(),
            ByWhen = asked.ByWhen!.Value,
            StateSince = now,
            RequestedAt = now,
            RequestedBy = me.Id,
        };
        db.Dependencies.Add(dependency);
        journal.Write(
            "request",
            dependency.Id,
            $"{me.Name} asked {team.Name} for “{Format.Shortened(dependency.Needs)}” by {Format.Day(dependency.ByWhen)}."
        );
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return dependency;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/objectives/{id}/dependencies", Post)
            .WithName("RequestDependency")
            .WithSummary("Asks another team for what an objective needs, by a day.");

    static Task<Results<Created<DependencyView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        DependencyRequest asked,
        RequestDependency request,
        ReadDependencies read,
        CancellationToken stop
    ) => request.Run(id, asked, stop).Created(d => $"/dependencies/{d.Id}", d => DependencyView.Of(d, read.Today));
}
