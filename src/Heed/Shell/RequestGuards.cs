using System.Text;
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
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } token)
        {
            await next(context);
            return;
        }
        if (IsUnreadable(token.Error))
        {
            await RefuseNoText(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync(
            "This form was not sent by its own page, or the page was open for too long. Nothing was saved. Go back, load the page again, and send it once more."
        );
    }

    /// <summary>
    /// What no database keeps is refused here, for every page and every route, whatever becomes of it: in the address, in a
    /// form, in JSON. Files say it of the row it stands in.
    /// </summary>
    public static async Task Texts(HttpContext context, RequestDelegate next)
    {
        if (await AreTexts(context))
        {
            await next(context);
            return;
        }
        await RefuseNoText(context);
    }

    static Task RefuseNoText(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Problems.IsApi(context)
            ? TypedResults.Problem(NoText, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context)
            : context.Response.WriteAsync(NoText);
    }

    /// <summary>The framework reads no form with a NUL in it, so neither its token.</summary>
    static bool IsUnreadable(Exception? problem) =>
        problem is InvalidDataException { InnerException: InvalidOperationException }
        || (problem?.InnerException is { } cause && IsUnreadable(cause));

    public const string NoText =
        "What was sent holds a character that is none: NUL, or one half of a pair. Nothing was saved. Take it out, then send it again.";

    static async Task<bool> AreTexts(HttpContext context)
    {
        var request = context.Request;
        if (!request.Query.All(IsText) || !PlainText.Is(request.Path.Value))
            return false;
        if (request.HasJsonContentType())
            return await IsJson(request, context.RequestAborted);
        // Whose token was looked for has been read; any other is read by its route, which keeps none of its words.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is null || !request.HasFormContentType)
            return true;
        var form = await request.ReadFormAsync(context.RequestAborted);
        return form.All(IsText) && form.Files.All(f => PlainText.Is(f.FileName));
    }

    static bool IsText(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> field) =>
        PlainText.Is(field.Key) && field.Value.All(v => PlainText.Is(v));

    static async Task<bool> IsJson(HttpRequest request, CancellationToken stop)
    {
        request.EnableBuffering((int)LargestBody);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, stop);
        request.Body.Position = 0;
        var sent = body.GetBuffer().AsMemory(0, (int)body.Length);
        var encoding = request.GetTypedHeaders().ContentType?.Encoding ?? Encoding.UTF8;
        return PlainText.IsJson(
            encoding.CodePage == Encoding.UTF8.CodePage
                ? sent.Span
                : Encoding.Convert(encoding, Encoding.UTF8, sent.ToArray())
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
        // What is out of reach is so for a while: a program is told how long to wait (RFC 9110, 10.2.3).
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            headers.RetryAfter = "60";
    }
}
