using System.Reflection;
using System.Text.Json;
using Heed.People;

namespace Heed.Shell;

/// <summary>
/// The answer to a change that another one was made before: why not, and the thing as it is now with its ETag, so that a
/// program can show both texts as a page does (RFC 9110, 15.5.13).
/// </summary>
static class OvertakenEdit
{
    /// <summary>The member of the problem that holds the thing, as its own address answers.</summary>
    public const string Current = "current";

    public static async Task<IResult> Answer(HttpContext change, Type thing, Refusal because)
    {
        Dictionary<string, object?> more = [];
        if (await Now(change, thing) is var (current, tag))
        {
            change.Response.Headers.ETag = tag;
            more[Current] = current;
        }
        return TypedResults.Problem(because.Because, statusCode: because.Status, extensions: more);
    }

    /// <summary>What the caller would get there now; null where the caller may not read it.</summary>
    static async Task<(JsonElement, string)?> Now(HttpContext change, Type thing)
    {
        if (Reading(change, thing) is not { RequestDelegate: { } read } endpoint)
            return null;
        var look = new DefaultHttpContext { RequestServices = change.RequestServices, User = change.User };
        look.Request.Method = HttpMethods.Get;
        look.Request.Scheme = change.Request.Scheme;
        look.Request.Host = change.Request.Host;
        look.Request.RouteValues["id"] = change.Request.RouteValues["id"];
        look.RequestAborted = change.RequestAborted;
        using var words = new MemoryStream();
        look.Response.Body = words;
        look.SetEndpoint(endpoint);
        if (Rights.OfProgram(look) is not null)
            return null;
        await read(look);
        if (look.Response.StatusCode != StatusCodes.Status200OK)
            return null;
        words.Position = 0;
        using var answer = await JsonDocument.ParseAsync(words, cancellationToken: change.RequestAborted);
        return (answer.RootElement.Clone(), look.Response.Headers.ETag.ToString());
    }

    /// <summary>The route that answers with one such thing: the one above the change, where a thing has several addresses.</summary>
    static RouteEndpoint? Reading(HttpContext change, Type thing)
    {
        var at = (change.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        return change
            .RequestServices.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                e.RoutePattern is { RawText: { } path, Parameters: [_] }
                && path.EndsWith("{id}", StringComparison.Ordinal)
                && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is ["GET"]
                && e.Metadata.GetMetadata<MethodInfo>() is { } operation
                && ConcurrentEdits.ThingOf(operation) == thing
            )
            .OrderByDescending(e => at.StartsWith(e.RoutePattern.RawText!, StringComparison.Ordinal))
            .FirstOrDefault();
    }
}
