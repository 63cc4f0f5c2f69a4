using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Heed.Ui;

/// <summary>The letters that come with Heed. Each file bears its version in its name, so a browser that has it never asks again.</summary>
public static class Fonts
{
    const string Folder = "assets/fonts/";
    public const string OfEveryPage = $"{Folder}inter-5.3.0.woff2";

    public static void KeepForGood(EndpointBuilder asset)
    {
        if (asset is not RouteEndpointBuilder { RoutePattern.RawText: { } file, RequestDelegate: { } send })
            return;
        if (!file.StartsWith(Folder, StringComparison.Ordinal))
            return;
        asset.RequestDelegate = context =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
            return send(context);
        };
    }
}
