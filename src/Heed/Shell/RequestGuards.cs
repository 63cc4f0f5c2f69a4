using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Heed.Shell;

/// <summary>What every answer carries and no request may exceed.</summary>
static class RequestGuards
{
    /// <summary>Forms are small; the routes that take files raise this for themselves.</summary>
    public const long LargestBody = 2 * 1024 * 1024;

    const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Limits(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    /// <summary>Says no before the body is read, in words; a route that takes files has raised its limit by now.</summary>
    public static async Task Size(HttpContext context, RequestDelegate next)
    {
        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (most is not { } limit || context.Request.ContentLength is not { } given || given <= limit)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        if (!Problems.IsApi(context))
            await context.Response.WriteAsync(
                $"This is more than the page takes: {limit / 1024 / 1024} MB. Nothing was saved. Go back, shorten it, and send it again."
            );
    }

    /// <summary>A form without the token of its own page came from somewhere else, or the page is very old.</summary>
    public static async Task Forms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync(
            "This form was not sent by its own page, or the page was open for too long. Nothing was saved. Go back, load the page again, and send it once more."
        );
    }

    /// <summary>Set when the answer begins: whoever answers in the place of a page that broke clears what was set before.</summary>
    public static Task Headers(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(
            static state =>
            {
                Set((HttpContext)state);
                return Task.CompletedTask;
            },
            context
        );
        return next(context);
    }

    static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
