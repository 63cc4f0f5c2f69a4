using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Heed.Shell;

/// <summary>How often a stranger may try. Signed-in people are not limited.</summary>
public static class Limits
{
    /// <summary>Sign-in, claiming, invitations: posts of one address a minute. Lockout of a name comes on top.</summary>
    public const int DoorTriesAMinute = 20;

    public static void Set(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, stop) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await rejected.HttpContext.Response.WriteAsync(
                "Too many tries from this address. Wait a minute, then try again.",
                stop
            );
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<DoorAttribute>() is not null
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = DoorTriesAMinute,
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
                : RateLimitPartition.GetNoLimiter("everyone")
        );
    }
}
