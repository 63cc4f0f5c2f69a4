using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>Closes a way in that nobody has used yet.</summary>
public sealed class RevokeInvitation(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Id<Invitation> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may revoke an invitation.");
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, stop) is not { } invitation)
            return Refusal.Missing("invitation");
        if (invitation.AcceptedAt is not null)
            return Refusal.Conflict("This invitation was used. Deactivate the member instead.");
        if (invitation.RevokedAt is null)
        {
            invitation.RevokedAt = clock.GetUtcNow();
            journal.Write("revoke", invitation.Id, $"{me.Name} revoked an invitation.");
            await db.SaveChangesAsync(stop);
        }
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/invitations/{id}", Delete)
            .WithName("RevokeInvitation")
            .WithSummary("Revokes an invitation. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<Invitation> id,
        RevokeInvitation revoke,
        CancellationToken stop
    ) => revoke.Run(id, stop).NoContent();
}
