using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>Accessibility, as a machine can check it: nothing serious on any screen.</summary>
/// <remarks>Run in the page itself: Heed has no frames, and the second page for each look, which frames need, took most of the time.</remarks>
static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<string>> Serious(IPage page)
    {
        if (await page.EvaluateAsync<bool>("!window.axe"))
            await page.EvaluateAsync(Script);
        var result = await page.EvaluateAsync<JsonElement>("axe.run({ resultTypes: ['violations'] })");
        return
        [
            .. result
                .GetProperty("violations")
                .Deserialize<Violation[]>(JsonSerializerOptions.Web)!
                .Where(v => v.Impact is "serious" or "critical")
                .Select(v =>
                    $"{page.Url}: {v.Id} ({v.Help}) at {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html.Length > 160 ? n.Html[..160] : n.Html))}"
                ),
        ];
    }

    sealed record Violation(string Id, string Impact, string Help, Node[] Nodes);

    sealed record Node(string Html);
}
