using Heed.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Heed.People;

/// <summary>
/// The way to the organisation's own provider and back (OpenID Connect, code flow with PKCE): what it says is signed,
/// meant for this Heed, new, and for the browser that asked. Who that is here, <see cref="SignInByProvider"/> says.
/// </summary>
static class Provider
{
    const string Scheme = "provider";
    const string There = "/sign-in/provider";
    const string Back = "/sign-in/provider/back";

    public static void Add(AuthenticationBuilder door, Settings settings)
    {
        if (settings.UsesOpenId)
            door.AddOpenIdConnect(Scheme, o => Set(o, settings));
    }

    static void Set(OpenIdConnectOptions o, Settings settings)
    {
        (o.Authority, o.ClientId, o.ClientSecret) = (
            settings.OpenIdAuthority,
            settings.OpenIdClient,
            settings.OpenIdSecret
        );
        o.RequireHttpsMetadata = settings.OpenIdAuthority.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        o.ResponseType = OpenIdConnectResponseType.Code;
        // By an address, not by a form of another site, with which no cookie of this one would come.
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.UsePkce = true;
        o.Scope.Add("email");
        o.TokenHandler = new Signed { MapInboundClaims = false };
        o.ClaimActions.Clear();
        o.SaveTokens = false;
        o.DisableTelemetry = true;
        o.SignInScheme = IdentityConstants.ApplicationScheme;
        o.CallbackPath = Back;
        // Nobody is signed out by an address that another site can call.
        (o.RemoteSignOutPath, o.SignedOutCallbackPath) = (default, default);
        o.BackchannelTimeout = TimeSpan.FromSeconds(10);
        o.RemoteAuthenticationTimeout = o.ProtocolValidator.NonceLifetime = TimeSpan.FromMinutes(10);
        // A signature that needs the client's secret could be made by whoever learns it; “none” is no signature.
        o.TokenValidationParameters.ValidAlgorithms =
        [
            "RS256",
            "RS384",
            "RS512",
            "PS256",
            "PS384",
            "PS512",
            "ES256",
            "ES384",
            "ES512",
        ];
        o.TokenValidationParameters.ClockSkew = ProveByProvider.Skew;
        var prefix = settings.UsesHttps ? "__Host-heed-provider" : "heed-provider";
        (o.CorrelationCookie.Name, o.NonceCookie.Name) = ($"{prefix}-", $"{prefix}-nonce-");
        foreach (var cookie in (CookieBuilder[])[o.CorrelationCookie, o.NonceCookie])
        {
            cookie.Path = "/";
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = settings.UsesHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }
        o.Events.OnRedirectToIdentityProvider = going =>
        {
            going.ProtocolMessage.RedirectUri = settings.LinkTo(Back);
            return Task.CompletedTask;
        };
        o.Events.OnTicketReceived = Came;
        o.Events.OnRemoteFailure = failed =>
        {
            failed.HandleResponse();
            var asked = ProveByProvider.Asked.In(failed.Properties?.Items);
            failed
                .HttpContext.RequestServices.GetRequiredService<SecurityLog>()
                .KeptOut(null, "what the provider said was not taken");
            failed.Response.Redirect(
                asked is null
                    ? SignInByProvider.Says(SignInByProvider.Failed)
                    : asked.For.Saying(ProveByProvider.WordOf(ProveByProvider.Failed))
            );
            return Task.CompletedTask;
        };
    }

    /// <summary>
    /// The framework takes a token without a signature, as the standard lets it where the token came straight from the
    /// provider (OpenID Connect Core 1.0, 3.1.3.7). Whatever stands between would speak for everybody, so here none is.
    /// </summary>
    sealed class Signed : JsonWebTokenHandler
    {
        public override Task<TokenValidationResult> ValidateTokenAsync(
            string token,
            TokenValidationParameters validationParameters
        )
        {
            validationParameters.RequireSignedTokens = true;
            return base.ValidateTokenAsync(token, validationParameters);
        }
    }

    static async Task Came(TicketReceivedContext came)
    {
        came.HandleResponse();
        var http = came.HttpContext;
        // Who is here already, so that this browser keeps one session.
        if ((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } before)
            http.User = before;
        if (ProveByProvider.Asked.In(came.Properties?.Items) is { } asked)
        {
            var proof = http.RequestServices.GetRequiredService<ProveByProvider>();
            var proven = await proof.Run(asked, http.User, came.Principal!, http.RequestAborted);
            http.Response.Redirect(
                proven.Refused(out var not) ? asked.For.Saying(ProveByProvider.WordOf(not)) : asked.For.Page
            );
            return;
        }
        var act = http.RequestServices.GetRequiredService<SignInByProvider>();
        var outcome = await act.Run(came.Principal!, http.RequestAborted);
        if (outcome.Refused(out var why, out var signed))
            http.RequestServices.GetRequiredService<SecurityLog>().KeptOut(null, why.Because);
        var to = LocalPath.OrHome(came.ReturnUri);
        http.Response.Redirect(
            why is not null ? SignInByProvider.Says(why)
            : signed!.IsIn ? to
            : $"{Door.SecondStepPath}?to={Uri.EscapeDataString(to)}"
        );
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<Settings>().UsesOpenId)
        {
            app.MapGet(There, Go).AllowAnonymous().ExcludeFromDescription();
            app.MapGet($"{There}/again", GoAgain)
                .RequireAuthorization()
                .WithMetadata(new WithoutSecondStepAttribute())
                .ExcludeFromDescription();
        }
    }

    /// <summary>The address by which the sign-in page leads there.</summary>
    public static string Address(string? to) => to is null ? There : $"{There}?to={Uri.EscapeDataString(to)}";

    /// <summary>The address by which a page that asks for proof leads there.</summary>
    public static string Again(ProofFor what) =>
        $"{There}/again?for={what.Word}{(what.Of is null ? "" : $"&of={Uri.EscapeDataString(what.Of)}")}";

    static Task Go(HttpContext context, string? to) =>
        Lead(context, new() { RedirectUri = LocalPath.OrHome(to) }, SignInByProvider.Says(SignInByProvider.Away));

    /// <summary>With the wish that the provider asks the person again, whoever it thinks is there (OpenID Connect Core 1.0, 3.1.2.1).</summary>
    static async Task GoAgain(
        HttpContext context,
        ProveByProvider proof,
        [FromQuery(Name = "for")] string? word,
        string? of
    )
    {
        if (ProofFor.Said(word, of) is not { } what || proof.Ask(what) is not { } asked)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var fresh = new OpenIdConnectChallengeProperties { Prompt = "login", MaxAge = TimeSpan.Zero };
        asked.Keep(fresh.Items);
        await Lead(context, fresh, what.Saying(ProveByProvider.WordOf(ProveByProvider.Away)));
    }

    static async Task Lead(HttpContext context, AuthenticationProperties asked, string orElse)
    {
        try
        {
            await context.ChallengeAsync(Scheme, asked);
        }
        catch (Exception away) when (away is InvalidOperationException or HttpRequestException or IOException)
        {
            context.Response.Redirect(orElse);
        }
    }
}
