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
    public async Task No_screen_has_a_serious_accessibility_finding_or_scrolls_sideways(int width, ColorScheme scheme)
    {
        await using var heed = await Screens.WithSample();
        await using var scope = heed.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var page = await stage.Page(heed.Address, width, 900, scheme);
        List<string> faults = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add($"{page.Url}: {message.Text}");
        };
        await page.SignIn();
        List<string> addresses = [];
        foreach (var route in Screens.Routes)
        {
            if (
                await Screens.Address(route, db)
                is { } address
                    and not ("/sign-in" or "/claim" or "/aim/key-results/new")
            )
                addresses.Add(address);
        }
        addresses.AddRange(await Screens.MoreOfAimAndTry(db));
        foreach (
            var address in addresses.Where(a => Only is null || a.Contains(Only, StringComparison.OrdinalIgnoreCase))
        )
        {
            var answer = await page.GotoAsync(address);
            if (answer is not { Ok: true })
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
                            $"{string.Join('-', address.Split('/', '?', '=', '&').Where(s => s.Length > 0))}-{width}-{scheme}.png"
                        ),
                        FullPage = true,
                    }
                );
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
