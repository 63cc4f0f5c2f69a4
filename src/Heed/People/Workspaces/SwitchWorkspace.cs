using Heed.Storage;

namespace Heed.People;

/// <summary>One of the workspaces that a person is in.</summary>
public sealed record Place(Id<Workspace> Id, string Name, Role Role, bool IsHere);

/// <summary>Goes to another workspace of the same person; it is opened again at the next sign-in.</summary>
public sealed class SwitchWorkspace(HeedDb db, Member me)
{
    public async Task<IReadOnlyList<Place>> Places(CancellationToken stop) =>
        await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.PersonId == me.PersonId && m.DeactivatedAt == null)
            .Join(db.Workspaces, m => m.WorkspaceId, w => w.Id, (m, w) => new { m.Role, Workspace = w })
            .OrderBy(p => p.Workspace.Name)
            .Select(p => new Place(p.Workspace.Id, p.Workspace.Name, p.Role, p.Workspace.Id == me.WorkspaceId))
            .ToListAsync(stop);

    public async Task<Outcome<Done>> Run(Id<Workspace> to, CancellationToken stop)
    {
        if ((await Places(stop)).All(p => p.Id != to))
            return Refusal.Missing("workspace");
        await db
            .Users.Where(p => p.Id == me.PersonId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastWorkspaceId, to), stop);
        return new Done();
    }
}
