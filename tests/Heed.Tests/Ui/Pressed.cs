using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heed.Tests.Ui;

/// <summary>A component whose form is sent: what the page shows then, without a host.</summary>
#pragma warning disable BL0006 // The only way to an event of a component that no browser shows.
sealed class Pressed(IServiceProvider services) : StaticHtmlRenderer(services, NullLoggerFactory.Instance)
{
    public static async Task<IHtmlDocument> Page<TComponent>(
        NavigationManager navigation,
        params (string Name, object? Value)[] parameters
    )
        where TComponent : IComponent
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddScoped(_ => navigation);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        await using var renderer = new Pressed(scope.ServiceProvider);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = renderer.BeginRenderingComponent(typeof(TComponent), view);
            await root.QuiescenceTask;
            await renderer.DispatchEventAsync(renderer.Submit(), null, EventArgs.Empty);
            return root.ToHtmlString();
        });
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    ulong Submit()
    {
        for (var component = 0; ; component++)
        {
            var frames = GetCurrentRenderTreeFrames(component);
            for (var i = 0; i < frames.Count; i++)
            {
                if (
                    frames.Array[i] is
                    {
                        FrameType: RenderTreeFrameType.Attribute,
                        AttributeName: "onsubmit",
                        AttributeEventHandlerId: > 0 and var id
                    }
                )
                    return id;
            }
        }
    }
}
