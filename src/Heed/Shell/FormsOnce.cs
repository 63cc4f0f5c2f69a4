using System.Security.Cryptography;
using System.Text;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace Heed.Shell;

/// <summary>
/// A form that was sent is carried out once, and to its end. Sent twice, as by a double click, the second leads to where
/// the first led; where another save got in its way it is tried again on what is there now, as a call of the API is.
/// </summary>
static class FormsOnce
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>How often it is looked whether the first is done: ten seconds.</summary>
    const int MostLooks = 200;

    /// <summary>Of a page, and small: a file is read as it streams in, by a route of its own.</summary>
    static bool IsForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && context.Request.HasFormContentType;

    /// <summary>Each try in a scope of its own, from the question of who is asking on.</summary>
    public static async Task Again(HttpContext context, RequestDelegate next)
    {
        if (!IsForm(context))
        {
            await next(context);
            return;
        }
        var headers = context.Response.Headers.ToList();
        for (var tries = 1; ; tries++)
        {
            using var turn =
                tries == 1 ? null : await ConcurrentEdits.Turns.Take(context.Request.Path, context.RequestAborted);
            try
            {
                await next(context);
                return;
            }
            catch (Exception problem)
                when (tries < ConcurrentEdits.MostTries && Clash.Is(problem) && !context.Response.HasStarted)
            {
                // As it was before the page began to answer.
                context.Response.StatusCode = StatusCodes.Status200OK;
                context.Response.Headers.Clear();
                foreach (var (name, value) in headers)
                    context.Response.Headers[name] = value;
                context.Features.Set<IServiceProvidersFeature>(
                    new RequestServicesFeature(
                        context,
                        context.RequestServices.GetRequiredService<IServiceScopeFactory>()
                    )
                );
            }
        }
    }

    public static async Task Once(HttpContext context, RequestDelegate next)
    {
        var visit = context.RequestServices.GetRequiredService<Visit>();
        if (!IsForm(context) || visit.Member is not { } member || await Key(context) is not var (key, call))
        {
            await next(context);
            return;
        }
        var db = context.RequestServices.GetRequiredService<HeedDb>();
        var claim = new IdempotencyKey
        {
            MemberId = member.Id,
            Key = key,
            Call = call,
            ClaimedAt = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        for (var looks = 0; ; looks++)
        {
            IdempotencyKey? before;
            try
            {
                before = await Idempotency.Claim(db, claim, context.RequestAborted);
            }
            catch (Exception problem) when (Faults.MayPass(problem))
            {
                // The act says itself that nothing can be saved, above what was typed.
                db.Forget();
                await next(context);
                return;
            }
            if (before is null)
            {
                await CarryOut(context, db, claim, next);
                return;
            }
            if (before.Location is not null || looks == MostLooks)
            {
                // Where the first is still at work after that long, its page says best what became of it.
                context.Response.Redirect(before.Location ?? $"{context.Request.Path}{context.Request.QueryString}");
                return;
            }
            await Task.Delay(Look, context.RequestAborted);
        }
    }

    /// <summary>
    /// The form's own key and what was typed: who goes back, writes something else and sends it again does something else.
    /// </summary>
    static async Task<(string Key, byte[] Call)?> Key(HttpContext context)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Id<FormKey>.TryParse(sent[FormKey.Field], null, out var key))
            return null;
        var text = new StringBuilder().Append(context.Request.Path).Append(context.Request.QueryString);
        foreach (
            var (field, values) in sent.Where(f => f.Key != "__RequestVerificationToken")
                .OrderBy(f => f.Key, StringComparer.Ordinal)
        )
            text.Append('\0').Append(field).Append('\0').AppendJoin('\0', values.ToArray());
        var call = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return ($"form:{key}:{Convert.ToHexStringLower(call, 0, 8)}", call);
    }

    static async Task CarryOut(HttpContext context, HeedDb db, IdempotencyKey claim, RequestDelegate next)
    {
        // The first save of the act saves this too.
        claim.CarriedOutAt = claim.ClaimedAt;
        try
        {
            await next(context);
        }
        catch
        {
            await Idempotency.Release(db, claim);
            throw;
        }
        if (context.Response is { StatusCode: StatusCodes.Status302Found, Headers.Location: [_, ..] })
            await Idempotency.Keep(context, db, claim, body: null);
        else
            await Idempotency.Release(db, claim);
    }
}
