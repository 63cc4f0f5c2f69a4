using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>Accessibility, as a machine can check it: nothing serious on any screen.</summary>
static class Axe
{
    public static async Task<IReadOnlyList<string>> Serious(IPage page)
    {
        var result = await page.RunAxe();
        return
        [
            .. result
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v =>
                    $"{page.Url}: {v.Id} ({v.Help}) at {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html.Length > 160 ? n.Html[..160] : n.Html))}"
                ),
        ];
    }
}
