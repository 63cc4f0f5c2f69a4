using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heed.Analyze;

/// <summary>A chart of the pages drawn as a file that stands alone: its own letters and colours, a title and a description.</summary>
static class SvgFile
{
    public static string Of<TChart>(Dictionary<string, object?> parameters)
        where TChart : IComponent
    {
        parameters["Alone"] = true;
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return renderer
                .Dispatcher.InvokeAsync(async () =>
                {
                    var drawn = await renderer.RenderComponentAsync<TChart>(ParameterView.FromDictionary(parameters));
                    return drawn.ToHtmlString();
                })
                .GetAwaiter()
                .GetResult()
                .Trim() + "\n";
    }
}
