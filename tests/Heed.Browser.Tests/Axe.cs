using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>Accessibility, as a machine can check it: nothing serious on any screen.</summary>
/// <remarks>Run in the page itself: Heed has no frames, and the second page for each look, which frames need, took most of the time.</remarks>
static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <param name="coloursOnly">Where a screen that was looked at already only changes its colours: whether they can be told apart.</param>
    public static async Task<IReadOnlyList<string>> Serious(IPage page, bool coloursOnly = false)
    {
        if (await page.EvaluateAsync<bool>("!window.axe"))
            await page.EvaluateAsync(Script);
        // By name: asked for the tag “cat.color”, axe takes its stricter rules too, which are off otherwise.
        var rules = coloursOnly ? ", runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }" : "";
        // “region” is moderate, so that nothing here asks for it, and takes more time than any rule but the colours.
        // Style sheets are fetched a second time for rules that are experimental and off, and for sounds, of which there are none.
        var result = await page.EvaluateAsync<JsonElement>(
            $"axe.run({{ resultTypes: ['violations'], selectors: false, preload: false, rules: {{ region: {{ enabled: false }} }}{rules} }})"
        );
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
