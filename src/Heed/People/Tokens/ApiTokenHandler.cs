using System.Security.Claims;
using System.Text.Encodings.Web;
using Heed.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Heed.People;

/// <summary>Signs in a program by its bearer token. The API takes nothing else, so no other site can make a browser call it.</summary>
public sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    HeedDb db,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Token";
    public const string Policy = "api";
    public const string CookieOrToken = "CookieOrToken";
    public const string MemberClaim = "member";
    public const string ScopesClaim = "scopes";
    public const string UntilClaim = "until";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var hash = Secret.Hash(header["Bearer ".Length..].Trim());
        var found = await db
            .ApiTokens.IgnoreQueryFilters()
            .Where(t => t.Hash == hash)
            .Join(db.Workspaces, t => t.WorkspaceId, w => w.Id, (t, w) => new { Token = t, Workspace = w })
            .SingleOrDefaultAsync();
        var now = clock.GetUtcNow();
        if (found?.Token is not { } token || !token.IsLive(now))
            return AuthenticateResult.Fail("The token is unknown, revoked or expired.");

        await NoteUse(token, found.Workspace.DayOf(now));
        var identity = new ClaimsIdentity(
            [
                new(MemberClaim, token.MemberId.ToString()),
                new(ScopesClaim, token.Scopes.ToString()),
                new(UntilClaim, token.ExpiresAt.UtcTicks.ToString()),
            ],
            Scheme
        );
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme));
    }

    async Task NoteUse(ApiToken token, DateOnly today)
    {
        if (token.LastUsedOn == today)
            return;
        await Faults.NoteIfItCan(() =>
            db
                .ApiTokens.IgnoreQueryFilters()
                .Where(t => t.Id == token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedOn, today))
        );
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        TypedResults
            .Problem(
                "Send a bearer token: “Authorization: Bearer heed_api_…”. Create one on the page Tokens.",
                statusCode: 401
            )
            .ExecuteAsync(Context);
}
