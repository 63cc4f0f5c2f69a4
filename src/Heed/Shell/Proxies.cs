using System.Net;
using Heed.Storage;
using Microsoft.AspNetCore.HttpOverrides;

namespace Heed.Shell;

/// <summary>
/// What is believed of the sender's words about itself. Links never come from a request; the names that Heed answers to
/// are those of its public address; forwarded addresses count only from proxies that the settings name.
/// </summary>
static class Proxies
{
    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        // Set only where nobody said otherwise, since health checks may come by an inner name.
        if (string.IsNullOrEmpty(builder.Configuration["AllowedHosts"]) || builder.Configuration["AllowedHosts"] == "*")
            builder.Configuration["AllowedHosts"] = string.Join(
                ';',
                new[] { new Uri(settings.PublicUrl).Host, "localhost", "127.0.0.1", "[::1]" }.Distinct()
            );
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                    o.KnownProxies.Add(address);
                else
                    o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
    }

    /// <summary>With no proxy named the headers are not even read.</summary>
    public static void Use(IApplicationBuilder app, Settings settings)
    {
        if (settings.Proxies.Length > 0)
            app.UseForwardedHeaders();
        // Where the public address says TLS, every request came by it, whoever ended it on the way.
        if (settings.UsesHttps)
            app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = Uri.UriSchemeHttps;
                    return next(context);
                }
            );
    }
}
