using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heed.Tests.Ui;

/// <summary>Renders one component as a page would, without a host.</summary>
static class Drawn
{
    public static async Task<string> Text<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        await using var app = builder.Build();
        await using var renderer = new HtmlRenderer(app.Services, NullLoggerFactory.Instance);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString()
        );
    }

    public static async Task<IHtmlDocument> Page<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent => await new HtmlParser().ParseDocumentAsync(await Text<TComponent>(parameters));

    public static RenderFragment Words(string words) => builder => builder.AddContent(0, words);

    public static string Says(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
