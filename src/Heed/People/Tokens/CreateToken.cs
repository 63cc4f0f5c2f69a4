using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed class TokenRequest
{
    [Required(ErrorMessage = "Give the token a name that says what uses it.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    /// <summary>Whether it may also write; every token may read.</summary>
    public bool MayWrite { get; set; }

    [Range(1, CreateToken.MostDays, ErrorMessage = "Give days from 1 to 365.")]
    public int? Days { get; set; } = 90;
}

/// <summary>A token with its secret, which is shown this once.</summary>
public sealed record TokenMade(Id<ApiToken> Id, string Secret, DateTimeOffset ExpiresAt);

/// <summary>Makes a token that acts as the member. One made by another token can do no more and lives no longer.</summary>
public sealed class CreateToken(
    HeedDb db,
    Member me,
    Visit visit,
    JournalWriter journal,
    Limits limits,
    TimeProvider clock
)
{
    public const int MostDays = 365;

    public async Task<Outcome<TokenMade>> Run(TokenRequest asked, CancellationToken stop)
    {
        var scopes = asked.MayWrite ? Scopes.Read | Scopes.Write : Scopes.Read;
        if (asked.MayWrite && (!me.MayWrite || !visit.Scopes.HasFlag(Scopes.Write)))
            return Refusal.Forbidden("You may only read here, so a token of yours can only read.");
        var now = clock.GetUtcNow();
        var mine = db.ApiTokens.Where(t => t.MemberId == me.Id && t.RevokedAt == null && t.ExpiresAt > now);
        if (limits.Tokens(await mine.CountAsync(stop) + 1) is { } full)
            return full;
        var expires = now.AddDays(asked.Days ?? 90);
        if (visit.Until is { } until && until < expires)
            expires = until;
        var secret = Secret.New("api");
        var token = new ApiToken
        {
            MemberId = me.Id,
            Name = asked.Name!.Trim(),
            Hash = Secret.Hash(secret),
            Scopes = scopes,
            CreatedAt = now,
            ExpiresAt = expires,
        };
        db.ApiTokens.Add(token);
        journal.Write("token", token.Id, $"{me.Name} made the token {token.Name}.");
        await db.SaveChangesAsync(stop);
        return new TokenMade(token.Id, secret, expires);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tokens", Post)
            .WithName("CreateToken")
            .WithSummary("Makes a token of your own; its secret is told once.")
            .WithMetadata(new ToldOnce());

    static Task<Results<Created<TokenMade>, ProblemHttpResult>> Post(
        TokenRequest asked,
        CreateToken create,
        CancellationToken stop
    ) => create.Run(asked, stop).Created(made => $"/tokens/{made.Id}");
}
