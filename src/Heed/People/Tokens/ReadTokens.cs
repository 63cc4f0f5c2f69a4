using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.People;

public sealed record TokenView(
    Id<ApiToken> Id,
    string Name,
    string Member,
    bool MayWrite,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateOnly? LastUsedOn
)
{
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>One's own tokens; an administrator sees everybody's, since a lost one is an administrator's trouble.</summary>
public sealed class ReadTokens(HeedDb db, Member me)
{
    public async Task<Listed<TokenView>> After(Id<ApiToken>? after, int size, CancellationToken stop)
    {
        var tokens = db.ApiTokens.AsNoTracking().Where(t => me.IsAdmin || t.MemberId == me.Id);
        if (after is { } cursor)
            tokens = tokens.Where(t => t.Id < cursor);
        var rows = await tokens
            .OrderByDescending(t => t.Id)
            .Take(size + 1)
            .Join(db.Members, t => t.MemberId, m => m.Id, (t, m) => new { Token = t, m.Name })
            .OrderByDescending(r => r.Token.Id)
            .ToListAsync(stop);
        return Listed<TokenView>.Of([.. rows.Select(r => View(r.Token, r.Name))], size, t => t.Id.ToString());
    }

    static TokenView View(ApiToken token, string member) =>
        new(
            token.Id,
            token.Name,
            member,
            token.Scopes.HasFlag(Scopes.Write),
            token.CreatedAt,
            token.ExpiresAt,
            token.RevokedAt,
            token.LastUsedOn
        );

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/tokens", List)
            .WithName("ListTokens")
            .WithSummary("Your tokens, the newest first; an administrator sees all.");

    static async Task<Ok<Listed<TokenView>>> List(
        ReadTokens read,
        Id<ApiToken>? after,
        int? take,
        CancellationToken stop
    ) => TypedResults.Ok(await read.After(after, Part.Size(take), stop));
}
