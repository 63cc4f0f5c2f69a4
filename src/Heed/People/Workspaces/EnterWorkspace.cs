using System.Security.Claims;
using Heed.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// Finds, at each request, the member and the workspace of whoever is signed in. Somebody deactivated a second ago is
/// out at the next request, and so is a browser whose session was ended.
/// </summary>
public sealed class EnterWorkspace(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, HeedDb db, SessionCookie cookie, Visit visit)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            var (member, scopes) = context.User.FindFirstValue(ApiTokenHandler.MemberClaim) is { } id
                ? (
                    await ByToken(db, Id<Member>.Parse(id, null)),
                    Enum.Parse<Scopes>(context.User.FindFirstValue(ApiTokenHandler.ScopesClaim)!)
                )
                : (
                    await cookie.IsOpen(context.User, context.RequestAborted)
                        ? await BySession(db, context.User)
                        : null,
                    Scopes.Read | Scopes.Write
                );
            if (member is null)
            {
                await Leave(context);
                return;
            }
            var workspace = await Find(db, member.WorkspaceId, context.RequestAborted);
            if (workspace.DemandsSecondStep && await LacksSecondStep(context, db, member))
            {
                context.Response.Redirect("/second-step");
                return;
            }
            visit.Enter(workspace, member, scopes, Until(context.User), SessionCookie.Of(context.User));
        }
        await next(context);
    }

    /// <summary>The workspace that is entered: of a request by its member, of a job by what it works on.</summary>
    public static Task<Workspace> Find(HeedDb db, Id<Workspace> id, CancellationToken stop) =>
        db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == id, stop);

    /// <summary>Empty where the workspace is gone: a link to it may be older than that.</summary>
    public static Task<Workspace?> FindOrNone(HeedDb db, Id<Workspace> id, CancellationToken stop) =>
        db.Workspaces.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop);

    static DateTimeOffset? Until(ClaimsPrincipal user) =>
        user.FindFirstValue(ApiTokenHandler.UntilClaim) is { } ticks
            ? new DateTimeOffset(long.Parse(ticks), TimeSpan.Zero)
            : null;

    static IQueryable<Member> Active(HeedDb db) =>
        db.Members.IgnoreQueryFilters().AsNoTracking().Include(m => m.Teams).Where(m => m.DeactivatedAt == null);

    static Task<Member?> ByToken(HeedDb db, Id<Member> id) => Active(db).SingleOrDefaultAsync(m => m.Id == id);

    static async Task<Member?> BySession(HeedDb db, ClaimsPrincipal user)
    {
        var person = Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var places = await Active(db).Where(m => m.PersonId == person).OrderBy(m => m.JoinedAt).ToListAsync();
        if (places.Count < 2)
            return places.SingleOrDefault();
        var last = await db.Users.Where(p => p.Id == person).Select(p => p.LastWorkspaceId).SingleAsync();
        return places.Find(m => m.WorkspaceId == last) ?? places[0];
    }

    /// <summary>Of a browser that asks for something that is for members alone; a token was made by somebody who was in.</summary>
    static async Task<bool> LacksSecondStep(HttpContext context, HeedDb db, Member member)
    {
        var asked = context.GetEndpoint()?.Metadata;
        return !ApiRoute.Is(context)
            && asked?.GetMetadata<IAuthorizeData>() is not null
            && asked.GetMetadata<IAllowAnonymous>() is null
            && asked.GetMetadata<WithoutSecondStepAttribute>() is null
            && !await HasSecondStep(db, member.PersonId, SessionCookie.Of(context.User), context.RequestAborted);
    }

    /// <summary>A code beside the password, or a passkey shown in this browser: having one that was not shown is not enough.</summary>
    internal static Task<bool> HasSecondStep(HeedDb db, Guid person, Id<Session>? session, CancellationToken stop) =>
        db.Users.AnyAsync(
            p =>
                p.Id == person
                && (
                    p.TwoFactorEnabled
                    || db.Sessions.Any(s =>
                        s.Id == session && (s.OpenedBy == OpenedBy.Passkey || s.OpenedBy == OpenedBy.Provider)
                    )
                ),
            stop
        );

    static async Task Leave(HttpContext context)
    {
        if (ApiRoute.Is(context))
        {
            await TypedResults
                .Problem("The member behind this token is no longer active.", statusCode: 401)
                .ExecuteAsync(context);
            return;
        }
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.Response.Redirect("/sign-in");
    }
}
