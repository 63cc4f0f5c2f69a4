using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed record InvitationView(
    Id<Invitation> Id,
    string Email,
    Role Role,
    DateTimeOffset InvitedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? RevokedAt
);

/// <summary>Invitations hold addresses, so administrators alone see them.</summary>
public sealed class ReadInvitations(HeedDb db, Member me, TimeProvider clock)
{
    /// <summary>Those that still open the door, the newest first.</summary>
    public async Task<Outcome<IReadOnlyList<InvitationView>>> Open(CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden("Only an administrator may see the invitations.");
        var now = clock.GetUtcNow();
        return await db
            .Invitations.AsNoTracking()
            .Where(i => i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now)
            .OrderByDescending(i => i.InvitedAt)
            .Take(Part.Most)
            .Select(i => new InvitationView(
                i.Id,
#pragma warning disable CA1304, CA1308, CA1311 // Kept in capitals for comparing; people read small letters.
                i.Email.ToLower(),
#pragma warning restore CA1304, CA1308, CA1311
                i.Role,
                i.InvitedAt,
                i.ExpiresAt,
                i.AcceptedAt,
                i.RevokedAt
            ))
            .ToListAsync(stop);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/invitations", List)
            .WithName("ListInvitations")
            .WithSummary("The invitations that still open the door, the newest first. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<Ok<Listed<InvitationView>>, ProblemHttpResult>> List(
        ReadInvitations read,
        CancellationToken stop
    ) => read.Open(stop).Ok(open => new Listed<InvitationView>(open, null));
}
