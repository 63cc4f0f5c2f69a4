using Heed.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Heed.Shell;

/// <summary>Every “no” of the API is problem details with a sentence: what is wrong and what to do.</summary>
static class Problems
{
    /// <summary>Fills in what the framework leaves empty, such as the answer to a broken body or an unknown route.</summary>
    public static async Task InWords(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var answer = context.Response;
        if (answer is { HasStarted: false, StatusCode: >= 400, ContentType: null } && IsApi(context))
            await TypedResults.Problem(Say(answer.StatusCode), statusCode: answer.StatusCode).ExecuteAsync(context);
    }

    /// <summary>
    /// The page that apologises is drawn here and now: who asks, and whether they may, is what the database would have to
    /// say, and it may be what broke.
    /// </summary>
    public static Task Apologise(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null
        && context.GetEndpoint() is { RequestDelegate: { } page }
            ? page(context)
            : next(context);

    /// <summary>In which words, never whether: an address that leads nowhere has no endpoint to ask.</summary>
    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static int StatusOf(Exception problem) =>
        problem switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            _ => Faults.InWords(problem)?.Status ?? StatusCodes.Status500InternalServerError,
        };

    /// <summary>The sentences of a failed validation stand in the detail too; nothing in the body differs from call to call.</summary>
    public static void Customize(ProblemDetailsContext problem)
    {
        problem.ProblemDetails.Extensions.Remove("traceId");
        if (problem.ProblemDetails is HttpValidationProblemDetails invalid)
        {
            invalid.Title = "Some of what was sent cannot be used.";
            invalid.Detail ??= string.Join(" ", invalid.Errors.SelectMany(e => e.Value).Distinct());
        }
    }

    public static string Say(int status) =>
        status switch
        {
            400 =>
                "The request could not be read: its body or one of its values has another form than the description at /openapi/v1.json says.",
            401 => "Send a bearer token: “Authorization: Bearer heed_api_…”. Create one on the page Tokens.",
            403 => "You may not do that here.",
            404 => "There is nothing at this address. The description at /openapi/v1.json names every route.",
            405 =>
                "This address exists, but not for this method. The description at /openapi/v1.json names the methods.",
            409 => Clash.Refusal.Because,
            413 =>
                $"The body is larger than {RequestGuards.LargestBody / 1024 / 1024} MB, the most that is taken here. Send it in parts.",
            415 => "Send JSON, with “Content-Type: application/json”.",
            429 => "Too many tries from this address. Wait a minute, then try again.",
            503 => Faults.OutOfReach.Because,
            _ =>
                "Something broke on our side. Nothing that was answered as saved is lost. Try again; if it breaks again, tell your administrator the time.",
        };
}

/// <summary>An exception on an API route; the words tell nothing of the inside.</summary>
sealed class ApiTrouble : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken stop)
    {
        // By now the path is the one of the page that apologises.
        if (
            context.Features.Get<IExceptionHandlerPathFeature>()?.Path is not { } path
            || !path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        var status = Problems.StatusOf(exception);
        context.Response.StatusCode = status;
        var because = Faults.InWords(exception)?.Because ?? Problems.Say(status);
        await TypedResults.Problem(because, statusCode: status).ExecuteAsync(context);
        return true;
    }
}
