using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Heed.Shell;

/// <summary>How often a stranger may try. Signed-in people are not limited.</summary>
public static class RateLimits
{
    /// <summary>Sign-in, claiming, invitations: posts of one address a minute. Lockout of a name comes on top.</summary>
    public const int DoorTriesAMinute = 20;

    public static void Set(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, stop) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left.TotalSeconds : 60;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(wait, 1)).ToString("0");
            if (!Problems.IsApi(rejected.HttpContext))
                await rejected.HttpContext.Response.WriteAsync(Problems.Say(429), stop);
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<RateLimitedAttribute>() is not null
                ? RateLimitPartition.GetFixedWindowLimiter(
                    Caller(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = DoorTriesAMinute,
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
                : RateLimitPartition.GetNoLimiter("everyone")
        );
    }

    /// <summary>A household or a server holds a whole /64 of IPv6, so that counts as one caller.</summary>
    internal static string Caller(IPAddress? address) =>
        address switch
        {
            null => "unknown",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
            _ => address.ToString(),
        };
}
