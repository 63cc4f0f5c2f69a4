using System.Collections.Concurrent;
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

    static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (1280, ColorScheme.Light),
        (1280, ColorScheme.Dark),
        (360, ColorScheme.Light),
        (360, ColorScheme.Dark),
    ];

    /// <summary>Two at a time, one for each core; each screen is fetched once and looked at in all four looks.</summary>
    const int Onlookers = 2;

    [Fact]
    public async Task No_screen_has_a_serious_accessibility_finding_or_scrolls_sideways()
    {
        await using var heed = await Stage.OpenSample(named: true);
        await using var scope = heed.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        ConcurrentBag<string> faults = [];
        // Before the browser's own complaint about a 404 counts as a fault.
        var page = await stage.Page(heed.Address);
        await Look(page, ["/no-such-page"], faults, expected: 404);
        Listen(page, faults);
        await Look(page, await Screens.BeforeSignIn(scope.ServiceProvider), faults);
        await using (var empty = await Stage.Open(Directory.CreateTempSubdirectory("heed-unclaimed-").FullName))
            await Look(await stage.Page(empty.Address), ["/claim"], faults);
        List<string> addresses = [];
        foreach (var route in Screens.Routes)
            addresses.Add(await Screens.Address(route, db));
        addresses.AddRange(await Screens.More(db));
        addresses.Add(await Screens.WithPasskey(db));
        await Task.WhenAll(
            Enumerable
                .Range(0, Onlookers)
                .Select(async onlooker =>
                {
                    var signedIn = await stage.Page(heed.Address);
                    Listen(signedIn, faults);
                    await signedIn.SignIn();
                    await Look(signedIn, addresses.Where((_, i) => i % Onlookers == onlooker), faults);
                })
        );
        Assert.True(faults.IsEmpty, string.Join("\n", faults.Order(StringComparer.Ordinal)));
    }

    static void Listen(IPage page, ConcurrentBag<string> faults) =>
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add($"{page.Url}: {message.Text}");
        };

    static async Task Look(IPage page, IEnumerable<string> addresses, ConcurrentBag<string> faults, int expected = 200)
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
            foreach (var (width, scheme) in Looks)
            {
                await page.SetViewportSizeAsync(width, 900);
                // Without motion, or a colour on its way from light to dark is read.
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                foreach (var finding in await Axe.Serious(page, coloursOnly: scheme == ColorScheme.Dark))
                    faults.Add($"{finding} ({width}, {scheme})");
                if (
                    await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")
                    is > 0
                        and var over
                )
                    faults.Add($"{address} scrolls sideways by {over} pixels at {width}.");
                if (Pictures is not null)
                    await page.ScreenshotAsync(new() { Path = Picture(address, width, scheme), FullPage = true });
            }
        }
    }

    static string Picture(string address, int width, ColorScheme scheme) =>
        Path.Combine(
            Pictures!,
            $"{string.Join('-', address.Split('/', '?', '=', '&').Where(s => s.Length is > 0 and < 60))}-{width}-{scheme}.png"
        );
}
