using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Heed.Listen;

/// <summary>
/// The one route that takes large bodies: straight from the wire to the data folder, never whole in memory. A browser
/// without scripts is redirected; the script asks for JSON and shows the progress.
/// </summary>
static class ReceiveFile
{
    const int MultipartOverhead = 64 * 1024;
    const string TokenField = "__RequestVerificationToken";

    /// <summary>Lifts the limit of all other routes; this one sets its own from the settings before it reads.</summary>
    sealed class LimitOfItsOwn : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }

    sealed record Answer(string? Href, string? Because);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/listen/import/file", Post)
            .RequireAuthorization()
            .DisableAntiforgery()
            .WithMetadata(new LimitOfItsOwn())
            .ExcludeFromDescription();

    static async Task<IResult> Post(
        HttpContext context,
        IAntiforgery antiforgery,
        Settings settings,
        SealedRefusal spoken,
        Visit visit
    )
    {
        if (visit.Member is not { IsAdmin: true })
            return Reply(context, spoken, TakeFile.NotYours);
        var most = settings.LargestImport * 1024L * 1024L + MultipartOverhead;
        var tooLarge = context.Request.ContentLength > most;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            // Of a file that is refused the server reads on for some seconds, so that the browser hears the answer.
            size.MaxRequestBodySize = tooLarge ? null : most;
        if (tooLarge)
            return Reply(context, spoken, ImportFiles.TooLarge(settings));
        try
        {
            var outcome = await Take(context, antiforgery);
            return outcome.Refused(out var refusal, out var import)
                ? Reply(context, spoken, refusal)
                : Reply(context, $"/listen/imports/{import.Id}");
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Reply(context, spoken, ImportFiles.TooLarge(settings));
        }
        catch (InvalidDataException)
        {
            return Reply(context, spoken, Broken);
        }
        catch (Exception problem) when (Faults.InWords(problem) is not null)
        {
            return Reply(context, spoken, Faults.InWords(problem)!);
        }
    }

    static readonly Refusal Broken = new("The upload arrived broken. Choose the file again.");

    static async Task<Outcome<Import>> Take(HttpContext context, IAntiforgery antiforgery)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary
        )
            return Broken;
        var parts = new MultipartReader(boundary.Value!, context.Request.Body);
        while (await parts.ReadNextSectionAsync(context.RequestAborted) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var names))
                continue;
            var name = HeaderUtilities.RemoveQuotes(names.Name).Value;
            if (name == TokenField)
            {
                // The token stands before the file, so a forged request is refused before its file is read.
                using var text = new StreamReader(part.Body);
                context.Request.Headers["RequestVerificationToken"] = await text.ReadToEndAsync(context.RequestAborted);
                continue;
            }
            if (name != "file")
                continue;
            if (
                !context.Request.Headers.ContainsKey("RequestVerificationToken")
                || !await antiforgery.IsRequestValidAsync(context)
            )
                return new Refusal("This form is too old. Open the page again and choose the file once more.", 400);
            var fileName = (
                names.FileNameStar.HasValue ? names.FileNameStar : HeaderUtilities.RemoveQuotes(names.FileName)
            ).Value;
            if (string.IsNullOrEmpty(fileName))
                return new Refusal("Choose a file first.");
            return await context
                .RequestServices.GetRequiredService<TakeFile>()
                .Run(part.Body, fileName, context.RequestAborted);
        }
        return new Refusal("Choose a file first.");
    }

    static bool WantsJson(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    static IResult Reply(HttpContext context, string href) =>
        WantsJson(context) ? TypedResults.Json(new Answer(href, null)) : new SeeOther(href);

    static IResult Reply(HttpContext context, SealedRefusal spoken, Refusal refusal) =>
        WantsJson(context)
            ? TypedResults.Json(new Answer(null, refusal.Because), statusCode: refusal.Status)
            : new SeeOther($"/listen/import?because={Uri.EscapeDataString(spoken.Seal(refusal))}");

    sealed class SeeOther(string href) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = href;
            return Task.CompletedTask;
        }
    }
}
