using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>Every screen, light and dark, phone and wide. HEED_SCREENSHOTS=folder keeps the pictures.</summary>
public sealed class ScreensTests(Stage stage)
{
    static readonly string? Pictures = Environment.GetEnvironmentVariable("HEED_SCREENSHOTS");

    /// <summary>HEED_SCREENS=aim looks only at screens with that in their address, while one works on them.</summary>
    static readonly string? Only = Environment.GetEnvironmentVariable("HEED_SCREENS");

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task No_screen_has_a_serious_accessibility_finding_or_scrolls_sideways(int width, ColorScheme scheme)
    {
        await using var heed = await Stage.OpenSample();
        await using var scope = heed.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var page = await stage.Page(heed.Address, width, 900, scheme);
        List<string> faults = [];
        // Before the browser's own complaint about a 404 counts as a fault.
        await Look(page, ["/no-such-page"], width, scheme, faults, expected: 404);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add($"{page.Url}: {message.Text}");
        };
        await using (var empty = await Stage.Open(Directory.CreateTempSubdirectory("heed-unclaimed-").FullName))
            await Look(await stage.Page(empty.Address, width, 900, scheme), ["/claim"], width, scheme, faults);
        await Look(page, await Screens.BeforeSignIn(scope.ServiceProvider), width, scheme, faults);
        await page.SignIn();
        List<string> addresses = [];
        foreach (var route in Screens.Routes)
            addresses.Add(await Screens.Address(route, db));
        await Look(page, [.. addresses, .. await Screens.MoreOfAimAndTry(db)], width, scheme, faults);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    static async Task Look(
        IPage page,
        IEnumerable<string> addresses,
        int width,
        ColorScheme scheme,
        List<string> faults,
        int expected = 200
    )
    {
        foreach (
            var address in addresses.Where(a => Only is null || a.Contains(Only, StringComparison.OrdinalIgnoreCase))
        )
        {
            var answer = await page.GotoAsync(address);
            if (answer?.Status != expected)
            {
                faults.Add($"{address} answered {answer?.Status}");
                continue;
            }
            faults.AddRange(await Axe.Serious(page));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
                faults.Add($"{address} scrolls sideways by {over} pixels at {width}.");
            if (Pictures is not null)
                await page.ScreenshotAsync(
                    new()
                    {
                        Path = Path.Combine(
                            Pictures,
                            $"{string.Join('-', address.Split('/', '?', '=', '&').Where(s => s.Length is > 0 and < 60))}-{width}-{scheme}.png"
                        ),
                        FullPage = true,
                    }
                );
        }
    }
}
