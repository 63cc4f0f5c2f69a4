using Heed.Storage;

namespace Heed.People;

/// <summary>Who is here, in which teams. What opens a door (passwords, hashes of tokens and of invitations) stays.</summary>
sealed class PeopleExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Member>(db, "people/members", nameof(Member.PersonId)),
            ExportFile.Rows<Team>(db, "people/teams"),
            ExportFile.Rows<TeamMembership>(db, "people/team-memberships"),
            ExportFile.Rows<Invitation>(db, "people/invitations", nameof(Invitation.CodeHash)),
            ExportFile.Rows<ApiToken>(db, "people/tokens", nameof(ApiToken.Hash)),
        ]);
}
