using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed record SharingView(
    Id<SharedObjective> Id,
    Id<Objective> Objective,
    Id<Team> Team,
    SharingState State,
    DateTimeOffset StateSince,
    string? Reason,
    int Version
)
{
    internal static SharingView Of(SharedObjective s) =>
        new(s.Id, s.ObjectiveId, s.TeamId, s.State, s.StateSince, s.Reason, s.Version);
}

/// <summary>Who shares what. One place says who may check in on an objective.</summary>
public sealed class ReadSharing(HeedDb db, Member me)
{
    /// <summary>The objectives that these teams have taken on beside their own.</summary>
    internal IQueryable<Id<Objective>> TakenOn(IReadOnlyCollection<Id<Team>> teams) =>
        db
            .SharedObjectives.Where(s => s.State == SharingState.Shared && teams.Contains(s.TeamId))
            .Select(s => s.ObjectiveId);

    /// <summary>Members of its team may, and those of the teams that share it.</summary>
    public async Task<bool> MayCheckIn(Objective objective, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(objective);
        if (me.MayWriteFor(objective.TeamId))
            return true;
        if (!me.MayWrite || me.Teams.Count == 0)
            return false;
        var mine = me.Teams.Select(t => t.TeamId).ToList();
        return await TakenOn(mine).AnyAsync(id => id == objective.Id, stop);
    }

    public async Task<IReadOnlyList<SharedObjective>> Of(Id<Objective> id, CancellationToken stop) =>
        await db
            .SharedObjectives.AsNoTracking()
            .Where(s => s.ObjectiveId == id)
            .OrderBy(s => s.State)
            .ThenBy(s => s.Id)
            .Take(Part.Most)
            .ToListAsync(stop);

    async Task<IReadOnlyList<SharingView>> Views(Id<Objective> id, CancellationToken stop) =>
        [.. (await Of(id, stop)).Select(SharingView.Of)];

    public Task<SharedObjective?> Of(Id<SharedObjective> id, CancellationToken stop) =>
        db.SharedObjectives.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/objectives/{id}/sharing", List)
            .WithName("ListSharing")
            .WithSummary("The teams that share an objective, were asked to, or did once.");
        api.MapGet("/sharing/{id}", One)
            .WithName("ReadSharing")
            .WithSummary("How one team stands to an objective that it was asked to take on.");
    }

    static Task<Results<Ok<SharingView>, ProblemHttpResult>> One(
        Id<SharedObjective> id,
        ReadSharing read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("sharing", SharingView.Of);

    static Task<Results<Ok<IReadOnlyList<SharingView>>, ProblemHttpResult>> List(
        Id<Objective> id,
        HeedDb db,
        ReadSharing read,
        CancellationToken stop
    ) =>
        db
            .Objectives.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == id, stop)
            .ListOrMissing<Objective, SharingView>("objective", o => read.Views(o.Id, stop));
}
