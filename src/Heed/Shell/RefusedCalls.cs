using Heed.People;

namespace Heed.Shell;

/// <summary>Notes in the log what was asked without the right to it, or too often.</summary>
sealed class RefusedCalls(RequestDelegate next, SecurityLog log)
{
    public async Task InvokeAsync(HttpContext context, Visit visit)
    {
        await next(context);
        if (
            context.Response.StatusCode
            is StatusCodes.Status401Unauthorized
                or StatusCodes.Status403Forbidden
                or StatusCodes.Status429TooManyRequests
        )
            log.Refused(
                context.Response.StatusCode,
                context.Request.Method,
                (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route",
                visit.Member is { } member ? $"member {member.Id}" : "nobody who is known"
            );
    }
}
