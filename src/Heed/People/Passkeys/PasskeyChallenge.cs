using System.Security.Cryptography;
using System.Text.Json;
using Heed.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Heed.People;

/// <summary>
/// What a passkey is asked to sign: new each time, sealed in a cookie of the browser that asked, for five minutes. One for
/// signing in makes no passkey, and one that makes a passkey belongs to the session in which it was asked for.
/// </summary>
public sealed class PasskeyChallenge(
    IHttpContextAccessor http,
    IPasskeyHandler<Person> passkeys,
    IDataProtectionProvider protection,
    Settings settings,
    Visit visit,
    TimeProvider clock
)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    readonly IDataProtector _seal = protection.CreateProtector("passkey challenge");

    /// <param name="State">As Identity keeps it.</param>
    /// <param name="Name">Of the passkey to be made; empty where one is shown.</param>
    internal sealed record Asked(string State, long Ends, string? Name, Id<Session>? Session);

    /// <summary>For any passkey of this place: who shows one says by it who they are.</summary>
    public async Task<string> ToShowOne()
    {
        var made = await passkeys.MakeRequestOptionsAsync(null, Context);
        Keep(made.AssertionState, null);
        return made.RequestOptionsJson;
    }

    internal async Task<string> ToMakeOne(Person person, string name)
    {
        var made = await passkeys.MakeCreationOptionsAsync(
            new()
            {
                Id = person.Id.ToString(),
                Name = person.Email!,
                DisplayName = person.Email!,
            },
            Context
        );
        Keep(made.AttestationState, name);
        return made.CreationOptionsJson;
    }

    void Keep(string? state, string? name)
    {
        var asked = new Asked(
            state!,
            (clock.GetUtcNow() + Lifetime).UtcTicks,
            name,
            name is null ? null : visit.Session
        );
        Context.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(asked)), Sealed);
    }

    /// <summary>Taken away with the first look: null where there is none, where it is too old, or was asked for something else.</summary>
    internal Asked? Take(bool making)
    {
        if (Context.Request.Cookies[Cookie] is not { } kept)
            return null;
        Context.Response.Cookies.Delete(Cookie, Sealed);
        try
        {
            var asked = JsonSerializer.Deserialize<Asked>(_seal.Unprotect(kept))!;
            return
                asked.Ends < clock.GetUtcNow().UtcTicks
                || making != asked.Name is not null
                || making && asked.Session != visit.Session
                ? null
                : asked;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    HttpContext Context => http.HttpContext!;

    string Cookie => settings.UsesHttps ? "__Host-heed-passkey" : "heed-passkey";

    CookieOptions Sealed =>
        new()
        {
            HttpOnly = true,
            Secure = settings.UsesHttps,
            SameSite = SameSiteMode.Strict,
            MaxAge = Lifetime,
            Path = "/",
        };

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/sign-in/passkey", Get).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> Get(PasskeyChallenge challenge, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(await challenge.ToShowOne(), "application/json");
    }
}
