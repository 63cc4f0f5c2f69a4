using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heed.Tests.People;

/// <summary>
/// An OpenID provider on this machine: discovery, keys, authorization, token (OpenID Connect Core 1.0, 3.1). It takes the
/// client's secret and the verifier of PKCE seriously, and says of whoever comes what the test says; also lies.
/// </summary>
sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "heed";
    const string ClientSecret = "a secret of the client";

    // A key takes longer to make than most tests take.
    static readonly RSAParameters Made = NewKey();
    static readonly RSAParameters Forged = NewKey();

    readonly RSA _key = RSA.Create(Made);
    readonly Dictionary<string, (string Nonce, string Challenge, string Back)> _codes = [];
    readonly WebApplication _app;

    TestProvider(WebApplication app) => _app = app;

    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What it says of whoever comes.</summary>
    public JsonObject Claims { get; set; } = [];

    /// <summary>What it was asked for the last time.</summary>
    public IQueryCollection Asked { get; private set; } = new QueryCollection();

    /// <summary>Takes a code again and again, as the standard forbids.</summary>
    public bool IsCareless { get; set; }

    /// <summary>Alters what is signed, and how.</summary>
    public Action<JsonObject, JsonObject>? Lies { get; set; }

    public static async Task<TestProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new TestProvider(app);
        app.MapGet("/.well-known/openid-configuration", provider.Discovery);
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.Token);
        await app.StartAsync();
        return provider;
    }

    /// <summary>How a Heed is told of it.</summary>
    public string[] Settings(params string[] more)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("heed-provider-").FullName, "secret");
        File.WriteAllText(file, ClientSecret + "\n");
        return
        [
            $"--Heed:OpenIdAuthority={Address}",
            $"--Heed:OpenIdClient={Client}",
            $"--Heed:OpenIdSecretFile={file}",
            "--Heed:OpenIdName=Harbor ID",
            .. more,
        ];
    }

    string Discovery() =>
        new JsonObject
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }.ToJsonString();

    string Keys()
    {
        var key = _key.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["kid"] = "one",
                    ["alg"] = "RS256",
                    ["n"] = Url(key.Modulus!),
                    ["e"] = Url(key.Exponent!),
                }
            ),
        }.ToJsonString();
    }

    IResult Authorize(HttpRequest request)
    {
        var asked = Asked = request.Query;
        if (
            asked["client_id"] != Client
            || asked["response_type"] != "code"
            || asked["code_challenge_method"] != "S256"
        )
            return Results.BadRequest();
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!);
        return Results.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (
            form["client_secret"] != ClientSecret
            || !_codes.TryGetValue(form["code"]!, out var asked)
            || !IsCareless && !_codes.Remove(form["code"]!)
            || asked.Back != form["redirect_uri"]
            || asked.Challenge != Url(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!)))
        )
            return Results.BadRequest();
        // Tokens are dated by the machine, as the library that reads them does.
        var now = TimeProvider.System.GetUtcNow();
        var head = new JsonObject
        {
            ["alg"] = "RS256",
            ["kid"] = "one",
            ["typ"] = "JWT",
        };
        var body = new JsonObject
        {
            ["iss"] = Address,
            ["aud"] = Client,
            ["sub"] = "maya-1",
            ["nonce"] = asked.Nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in Claims)
            body[name] = value?.DeepClone();
        Lies?.Invoke(head, body);
        var token = new JsonObject
        {
            ["access_token"] = "opaque",
            ["token_type"] = "Bearer",
            ["expires_in"] = 300,
            ["id_token"] = Signed(head, body),
        };
        return Results.Text(token.ToJsonString(), "application/json");
    }

    string Signed(JsonObject head, JsonObject body)
    {
        var text =
            $"{Url(Encoding.UTF8.GetBytes(head.ToJsonString()))}.{Url(Encoding.UTF8.GetBytes(body.ToJsonString()))}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = (string?)head["alg"] switch
        {
            "none" => [],
            _ when (string?)head["typ"] == "cut" => [],
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(ClientSecret), bytes),
            _ => Key(head).SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{text}.{Url(signature)}";
    }

    /// <summary>Under a name of its own another key than the published one.</summary>
    RSA Key(JsonObject head) => (string?)head["typ"] == "forged" ? RSA.Create(Forged) : _key;

    static RSAParameters NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(true);
    }

    static string Url(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }
}
