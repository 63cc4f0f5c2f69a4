using System.Reflection;
using Heed.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Heed.Shell;

/// <summary>
/// Two callers, one thing (RFC 9110, 8.8.3 and 13.1.1). An answer about one thing carries its version as ETag; a change
/// with If-Match is made only on that version. A save that another save got in the way of is tried again on what is
/// there now, and refused in words when that does not help.
/// </summary>
static class ConcurrentEdits
{
    internal const int MostTries = 6;

    /// <summary>Of what is at one address.</summary>
    internal static readonly Turns Turns = new();

    static readonly Refusal NoVersions = new(
        "What is at this address has no versions, so If-Match cannot be kept. Send the call without it.",
        StatusCodes.Status400BadRequest
    );

    static readonly Refusal Stale = new(
        "This was changed meanwhile: it no longer is what your If-Match names. Nothing was saved. Get it again, look at what is new, and send your change with the new ETag.",
        StatusCodes.Status412PreconditionFailed
    );

    /// <summary>The thing with a version that an operation is about, by the type of its “id”; empty where it has none.</summary>
    public static Type? ThingOf(MethodInfo operation) =>
        operation.GetParameters().Select(ThingOf).FirstOrDefault(t => t is not null);

    static Type? ThingOf(ParameterInfo parameter) =>
        parameter is { Name: "id", ParameterType: { IsGenericType: true } type }
        && type.GetGenericTypeDefinition() == typeof(Id<>)
        && type.GetGenericArguments()[0] is var thing
        && typeof(IVersioned).IsAssignableFrom(thing)
            ? thing
            : null;

    public static EndpointFilterDelegate Guard(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var parameters = endpoint.MethodInfo.GetParameters();
        var at = Array.FindIndex(parameters, p => ThingOf(p) is not null);
        var thing = at < 0 ? null : ThingOf(parameters[at]);
        // What is read as it streams in can be read only once.
        var tries = parameters.Any(p =>
            p.ParameterType == typeof(HttpRequest)
            || p.ParameterType == typeof(HttpContext)
            || p.ParameterType == typeof(Stream)
        )
            ? 1
            : MostTries;
        return call =>
            HttpMethods.IsGet(call.HttpContext.Request.Method)
                ? Show(call, thing, at, next)
                : Change(call, thing, at, tries, next);
    }

    static async ValueTask<object?> Show(
        EndpointFilterInvocationContext call,
        Type? thing,
        int at,
        EndpointFilterDelegate next
    )
    {
        var isOfOne =
            call.HttpContext.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } path }
            && path.EndsWith("{id}", StringComparison.Ordinal);
        // Asked before the answer is read, so that the tag is never newer than the words.
        var version = thing is null || !isOfOne ? null : await Version(call, thing, at);
        var answer = await next(call);
        Tag(call.HttpContext, answer, version);
        return answer;
    }

    static async ValueTask<object?> Change(
        EndpointFilterInvocationContext call,
        Type? thing,
        int at,
        int most,
        EndpointFilterDelegate next
    )
    {
        var http = call.HttpContext;
        var db = http.RequestServices.GetRequiredService<HeedDb>();
        var asked = http.Request.Headers.IfMatch.ToString();
        if (asked.Length > 0 && thing is null)
            return NoVersions.Problem();
        for (var tries = 1; ; tries++)
        {
            using var turn = tries == 1 ? null : await Turns.Take(http.Request.Path, http.RequestAborted);
            try
            {
                // The row stays tracked, so that the save itself still asks for this version.
                if (asked.Length > 0 && await Version(call, thing!, at) is { } version && !Matches(asked, version))
                    return await OvertakenEdit.Answer(http, thing!, Stale);
                var answer = await next(call);
                Tag(
                    http,
                    answer,
                    thing is null
                        ? null
                        : Tracked(db, thing, call.Arguments[at]!)?.Property(v => v.Version).CurrentValue
                );
                return answer;
            }
            catch (Exception problem) when (Clash.Is(problem))
            {
                db.Forget();
                if (tries >= most)
                    return Clash.Refusal.Problem();
            }
        }
    }

    static async Task<int?> Version(EndpointFilterInvocationContext call, Type thing, int at)
    {
        var db = call.HttpContext.RequestServices.GetRequiredService<HeedDb>();
        var found = await db.FindAsync(thing, [call.Arguments[at]!], call.HttpContext.RequestAborted);
        return (found as IVersioned)?.Version;
    }

    static EntityEntry<IVersioned>? Tracked(HeedDb db, Type thing, object id) =>
        db
            .ChangeTracker.Entries<IVersioned>()
            .FirstOrDefault(e => e.Metadata.ClrType == thing && id.Equals(e.Property("Id").CurrentValue));

    /// <summary>The strong comparison of RFC 9110, 8.8.3.2: a weak tag never matches.</summary>
    static bool Matches(string asked, int version) =>
        asked.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == $"\"{version}\"");

    static void Tag(HttpContext http, object? answer, int? version)
    {
        while (answer is INestedHttpResult nested)
            answer = nested.Result;
        if (version is { } known && answer is not IStatusCodeHttpResult { StatusCode: >= 400 })
            http.Response.Headers.ETag = $"\"{known}\"";
    }
}
