using System.Security.Claims;
using Heed.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>Ties a cookie to its row: made at signing in, gone at signing out. <see cref="EnterWorkspace"/> looks it up.</summary>
public sealed class SessionCookie(HeedDb db, WaysIn ways, SecurityLog log, TimeProvider clock)
    : CookieAuthenticationEvents
{
    public const string Claim = "session";

    /// <summary>Told by the door to the row, and by the row to nobody's cookie.</summary>
    internal const string By = "opened-by";

    /// <summary>What is written at most this often says “a few minutes ago”.</summary>
    static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public static Id<Session>? Of(ClaimsPrincipal user) =>
        Id<Session>.TryParse(user.FindFirstValue(Claim), null, out var id) ? id : null;

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var stop = context.HttpContext.RequestAborted;
        var person = PersonOf(context.Principal!);
        var now = clock.GetUtcNow();
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        var told = identity.FindFirst(By);
        identity.TryRemoveClaim(told);
        var by = told is null ? OpenedBy.Password : Enum.Parse<OpenedBy>(told.Value);
        var before = Of(context.HttpContext.User);
        // A password that is changed, and a cookie that is renewed, sign in anew where the person is.
        var isTheirs =
            before is { } id
            && PersonOf(context.HttpContext.User) == person
            && await db.Sessions.AnyAsync(s => s.Id == id, stop);
        if (isTheirs)
        {
            if (by is OpenedBy.Passkey or OpenedBy.Provider)
                await ways.Mark(before, by, stop);
        }
        else
        {
            var (longAgo, tooLongAgo) = (now - Session.Rests, now - Session.Lasts);
            await db
                .Sessions.Where(s => s.Id == before || s.LastSeenAt < longAgo || s.StartedAt < tooLongAgo)
                .ExecuteDeleteAsync(stop);
            var session = Session.Of(person, context.HttpContext.Request.Headers.UserAgent, now, by);
            db.Sessions.Add(session);
            await db.SaveChangesAsync(stop);
            before = session.Id;
            log.CameIn(person, by);
        }
        identity.AddClaim(new(Claim, before!.Value.ToString()));
    }

    /// <summary>The stamp of whoever signs in is looked at once a minute, as Identity does.</summary>
    public override Task ValidatePrincipal(CookieValidatePrincipalContext context) =>
        SecurityStampValidator.ValidatePrincipalAsync(context);

    /// <summary>What is read anew from the account knows nothing of the browser.</summary>
    public static Task Keep(SecurityStampRefreshingPrincipalContext refreshed)
    {
        if (refreshed.CurrentPrincipal?.FindFirst(Claim) is { } claim)
            ((ClaimsIdentity)refreshed.NewPrincipal!.Identity!).AddClaim(claim.Clone());
        return Task.CompletedTask;
    }

    public override Task SigningOut(CookieSigningOutContext context) =>
        Of(context.HttpContext.User) is { } id
            ? db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync(context.HttpContext.RequestAborted)
            : Task.CompletedTask;

    /// <summary>Whether this browser is still signed in; that it was here is noted.</summary>
    public async Task<bool> IsOpen(ClaimsPrincipal user, CancellationToken stop)
    {
        if (Of(user) is not { } id)
            return false;
        var person = PersonOf(user);
        var now = clock.GetUtcNow();
        var tooLongAgo = now - Session.Lasts;
        var seen = await db
            .Sessions.Where(s => s.Id == id && s.PersonId == person && s.StartedAt > tooLongAgo)
            .Select(s => (DateTimeOffset?)s.LastSeenAt)
            .SingleOrDefaultAsync(stop);
        if (seen < now - SeenEvery)
            await Faults.NoteIfItCan(() =>
                db
                    .Sessions.Where(s => s.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), stop)
            );
        return seen is not null;
    }

    static Guid PersonOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
