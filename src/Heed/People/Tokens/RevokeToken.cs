using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

/// <summary>Makes a token worthless at once. One's own, or as an administrator anybody's.</summary>
public sealed class RevokeToken(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Id<ApiToken> id, CancellationToken stop)
    {
        // Somebody else's token is as unknown to a member as one that never was.
        var mine = db.ApiTokens.Where(t => me.IsAdmin || t.MemberId == me.Id);
        if (await mine.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } token)
            return Refusal.Missing("token");
        if (token.RevokedAt is null)
        {
            token.RevokedAt = clock.GetUtcNow();
            journal.Write("revoke", token.Id, $"{me.Name} revoked the token {token.Name}.");
            await db.SaveChangesAsync(stop);
        }
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/tokens/{id}", Delete).WithName("RevokeToken").WithSummary("Makes a token worthless at once.");

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<ApiToken> id,
        RevokeToken revoke,
        CancellationToken stop
    ) => revoke.Run(id, stop).NoContent();
}
