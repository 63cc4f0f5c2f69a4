using System.Security.Cryptography;
using System.Text;
using Heed.People;
using Heed.Storage;

namespace Heed.Shell;

/// <summary>
/// A POST with an Idempotency-Key is carried out once: sent again within a day, it gets the answer of the first time
/// (docs/decisions/0009). Refusals saved nothing, so they are not kept.
/// </summary>
static class Idempotency
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";
    public const int LongestKey = 200;
    static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Longer than any call takes. A claim this old without a sign that it was carried out died with its process.</summary>
    static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(5);

    static readonly Refusal BadKey = new(
        $"{Header} takes 1 to {LongestKey} visible characters of ASCII, such as a UUID: one for each thing you want done once.",
        StatusCodes.Status400BadRequest
    );

    static readonly Refusal OtherCall = new(
        $"This {Header} was used for another call: another address or another body. Take a new key for a new call."
    );

    static readonly Refusal Running = Refusal.Conflict(
        "The first call with this key is still being carried out. Wait a second, then send it again."
    );

    static readonly Refusal Lost = Refusal.Conflict(
        "The first call with this key was carried out, and its answer was lost. Look at what is there before you send it under another key."
    );

    static readonly Refusal Secret = Refusal.Conflict(
        "The first call with this key was carried out. Its answer held a secret, which is told once and never kept. If it did not reach you, revoke it and make another under a new key."
    );

    static readonly Refusal NoTrace = new(
        $"This call keeps nothing of who made it, so it takes no {Header}. Send it without.",
        StatusCodes.Status400BadRequest
    );

    public static async Task Once(HttpContext context, RequestDelegate next)
    {
        var visit = context.RequestServices.GetRequiredService<Visit>();
        var isAsked = HttpMethods.IsPost(context.Request.Method) && Problems.IsApi(context);
        if (!isAsked || visit.Member is not { } member || !context.Request.Headers.TryGetValue(Header, out var given))
        {
            await next(context);
            return;
        }
        if (context.GetEndpoint()?.Metadata.GetMetadata<WithoutTrace>() is not null)
        {
            await NoTrace.Problem().ExecuteAsync(context);
            return;
        }
        var key = given.ToString();
        if (key.Length is 0 or > LongestKey || key.Any(c => c is <= ' ' or > '~'))
        {
            await BadKey.Problem().ExecuteAsync(context);
            return;
        }
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var claim = new IdempotencyKey
        {
            MemberId = member.Id,
            Key = key,
            Call = await Fingerprint(context.Request, context.RequestAborted),
            ClaimedAt = now,
        };
        var db = context.RequestServices.GetRequiredService<HeedDb>();
        if (await Claim(db, claim, context.RequestAborted) is { } before)
            await Answer(context, before, claim);
        else
            await CarryOut(context, db, claim, next);
    }

    static async Task<byte[]> Fingerprint(HttpRequest request, CancellationToken stop)
    {
        request.EnableBuffering((int)RequestGuards.LargestBody);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, stop)) > 0; )
            hash.AppendData(piece, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    /// <summary>Nothing when the claim is now in the table; else the one that was there first.</summary>
    internal static async Task<IdempotencyKey?> Claim(HeedDb db, IdempotencyKey claim, CancellationToken stop)
    {
        var (tooOld, died) = (claim.ClaimedAt - Kept, claim.ClaimedAt - LongestCall);
        await db
            .IdempotencyKeys.Where(k => k.ClaimedAt <= tooOld || (k.CarriedOutAt == null && k.ClaimedAt <= died))
            .ExecuteDeleteAsync(stop);
        while (true)
        {
            var before = await db
                .IdempotencyKeys.AsNoTracking()
                .SingleOrDefaultAsync(k => k.MemberId == claim.MemberId && k.Key == claim.Key, stop);
            if (before is not null)
                return before;
            db.IdempotencyKeys.Add(claim);
            try
            {
                await db.SaveChangesAsync(stop);
                return null;
            }
            catch (DbUpdateException problem) when (Clash.Is(problem))
            {
                db.Entry(claim).State = EntityState.Detached;
            }
        }
    }

    static Task Answer(HttpContext context, IdempotencyKey before, IdempotencyKey claim)
    {
        if (!before.Call.AsSpan().SequenceEqual(claim.Call))
            return OtherCall.Problem().ExecuteAsync(context);
        if (before.CarriedOutAt is null)
            return Running.Problem().ExecuteAsync(context);
        if (before.Status is not { } status)
            return (claim.ClaimedAt - before.ClaimedAt < LongestCall ? Running : Lost).Problem().ExecuteAsync(context);
        if (before.Body is not { } body)
            return Secret.Problem().ExecuteAsync(context);
        var answer = context.Response;
        (answer.StatusCode, answer.ContentType) = (status, before.ContentType);
        answer.Headers[Replayed] = "true";
        if (before.Location is { } location)
            answer.Headers.Location = location;
        if (before.ETag is { } tag)
            answer.Headers.ETag = tag;
        return answer.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    static async Task CarryOut(HttpContext context, HeedDb db, IdempotencyKey claim, RequestDelegate next)
    {
        // The first save of the call saves this too.
        claim.CarriedOutAt = claim.ClaimedAt;
        var (wire, kept) = (context.Response.Body, new MemoryStream());
        context.Response.Body = kept;
        try
        {
            await next(context);
        }
        catch
        {
            await Release(db, claim);
            throw;
        }
        finally
        {
            context.Response.Body = wire;
        }
        if (context.Response.StatusCode is >= 200 and < 300)
            await Keep(context, db, claim, kept.ToArray());
        else
            await Release(db, claim);
        kept.Position = 0;
        await kept.CopyToAsync(wire, context.RequestAborted);
    }

    /// <summary>
    /// What was carried out is kept even when nobody waits for the answer any more. Where it cannot be kept, as on a full
    /// disk, it was carried out all the same, and is answered so.
    /// </summary>
    internal static async Task Keep(HttpContext context, HeedDb db, IdempotencyKey claim, byte[]? body)
    {
        var isSecret = context.GetEndpoint()?.Metadata.GetMetadata<ToldOnce>() is not null;
        var (answer, told) = (context.Response, isSecret ? null : body);
        string? location = answer.Headers.Location;
        string? tag = answer.Headers.ETag;
        try
        {
            await db
                .IdempotencyKeys.Where(k => k.Id == claim.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(k => k.CarriedOutAt, claim.ClaimedAt)
                        .SetProperty(k => k.Status, answer.StatusCode)
                        .SetProperty(k => k.ContentType, answer.ContentType)
                        .SetProperty(k => k.Location, location)
                        .SetProperty(k => k.ETag, tag)
                        .SetProperty(k => k.Body, told)
                );
        }
        catch (Exception problem) when (Faults.MayPass(problem))
        {
            // The row says “carried out” since the first save of the call, so it is never done twice.
        }
    }

    /// <summary>A claim that cannot be taken back runs out by itself; why the call failed is more than that.</summary>
    internal static async Task Release(HeedDb db, IdempotencyKey claim)
    {
        try
        {
            await db.IdempotencyKeys.Where(k => k.Id == claim.Id && k.CarriedOutAt == null).ExecuteDeleteAsync();
        }
        catch (Exception problem) when (Faults.MayPass(problem))
        {
            // See above.
        }
    }
}
