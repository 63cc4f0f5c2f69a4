using System.Text.RegularExpressions;
using Heed.Demo;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>The week of a team, with as few keys and clicks as it takes, and the ways through the house.</summary>
public sealed class Journeys(Stage stage)
{
    const int MostKeys = 10;
    const int MostClicks = 5;

    [Fact]
    public async Task Two_check_ins_take_fewer_than_ten_keys_each()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        await page.GotoAsync("/aim/check-in");
        foreach (var left in new[] { 2, 1 })
        {
            await page.Says("What did you learn?");
            if (left == 2)
                await page.Says("2 left");
            var keys = 0;
            var field = await Focused(page);
            Assert.Equal("Asked.Value", field);
            // To how sure, one up, to the line of learning, and save.
            foreach (var key in new[] { "Tab", "ArrowRight", "Tab" })
                await Press(key);
            Assert.Equal("Asked.Learned", await Focused(page));
            await page.Keyboard.TypeAsync("It holds.");
            await Press("Enter");
            await page.WaitForURLAsync(new Regex($"done={3 - left}"));
            Assert.InRange(keys, 1, MostKeys - 1);

            async Task Press(string key)
            {
                await page.Keyboard.PressAsync(key);
                keys++;
            }
        }
        await page.Says("Done: 2 check-ins");
    }

    [Fact]
    public async Task From_Home_a_check_in_takes_at_most_five_clicks_and_evidence_one()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        await page.GotoAsync("/");
        var clicks = 0;
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "Check in", Exact = true }).First);
        await Click(page.GetByLabel("7", new() { Exact = true }));
        await Click(page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await page.WaitForURLAsync(new Regex("/aim/key-results/"));
        await page.Says("Confidence 7");
        Assert.InRange(clicks, 1, MostClicks);

        await page.GotoAsync("/");
        clicks = 0;
        var moved = page.Locator("section")
            .Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Moved", Level = 2 }) });
        await Click(moved.GetByRole(AriaRole.Link).First);
        await Assertions.Expect(page.Locator("main figure svg:visible").First).ToBeVisibleAsync();
        Assert.InRange(clicks, 1, MostClicks);

        async Task Click(ILocator what)
        {
            await what.ClickAsync();
            clicks++;
        }
    }

    [Fact]
    public async Task On_a_phone_a_check_in_takes_four_taps_from_Home_and_what_is_tapped_is_large_enough()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address, 360, 740);
        await page.SignIn();
        await page.GotoAsync("/");
        await Tap(page.Locator(".jump").GetByRole(AriaRole.Link, new() { Name = "Needs you" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Needs you" })).ToBeInViewportAsync();
        await Tap(page.GetByRole(AriaRole.Link, new() { Name = "Check in", Exact = true }).First);
        // Loaded, styles included: a page is measured as it is seen.
        await page.WaitForURLAsync(new Regex("/aim/check-in/"));
        await Tap(page.Locator("label.choice", new() { HasText = "4" }));
        await Tap(page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await page.WaitForURLAsync(new Regex("/aim/key-results/"));
        await page.Says("Confidence 4");

        static async Task Tap(ILocator what)
        {
            var box = (await what.BoundingBoxAsync())!;
            Assert.True(box.Height >= 44 && box.Width >= 44, $"{what}: {box.Width:0} × {box.Height:0} pixels.");
            await what.ClickAsync();
        }
    }

    [Fact]
    public async Task Keys_lead_to_every_room_and_the_palette_to_what_is_typed()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        await page.GotoAsync("/");
        foreach (
            var (key, room) in new[] { ("a", "/aim"), ("l", "/listen"), ("t", "/try"), ("m", "/metrics"), ("h", "/") }
        )
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync(key);
            await page.WaitForURLAsync(heed.Address + room);
        }
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("Minutes waiting");
        await Assertions
            .Expect(
                page.Locator("#found").GetByRole(AriaRole.Link, new() { Name = "Minutes waiting at the counter" }).First
            )
            .ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/metrics/"));
        await page.Says("Minutes waiting at the counter");

        // Typed and entered in one go: not to the first of what stood there before the answer.
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#found a").First).ToBeVisibleAsync();
        var before = page.Url;
        await page.Keyboard.TypeAsync("Hours on the phone at the");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address != before);
        await page.Says("Hours on the phone at the counter");

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#find")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("words that are still there");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#find")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Close" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync(heed.Address + "/begin");
    }

    [Fact]
    public async Task A_token_is_copied_by_one_press()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.SignIn();
        await page.GotoAsync("/tokens");
        await page.GetByLabel("Name").FillAsync("Weekly numbers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        var token = await page.GetByLabel("Copy it now").InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.Equal(token, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.StartsWith("heed_", token, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_signs_out_is_asked_to_sign_in_again(bool scripts)
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address, scripts: scripts);
        await page.SignIn();
        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sign-in"));
        await page.GotoAsync("/aim");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_goes_in_one_act_and_leaves_an_empty_Heed()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        await page.GotoAsync("/settings");
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { Name = "Remove Harbor Coffee" })
            .ClickAsync();
        await page.GetByLabel("The name of your organisation").FillAsync("Lighthouse Books");
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByLabel("E-mail").FillAsync("ada@lighthouse.example");
        await page.GetByLabel("Password").FillAsync("a lamp on the stairs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the sample and begin" }).ClickAsync();
        await page.WaitForURLAsync(heed.Address + "/");
        await page.Says("Nothing is here yet", "Paste numbers");
        await Assertions.Expect(page.GetByText("This is the sample organisation")).ToHaveCountAsync(0);
        await page.GotoAsync("/metrics");
        await Assertions.Expect(page.GetByText("Minutes waiting at the counter")).ToHaveCountAsync(0);
        await page.GotoAsync("/try");
        await page.Says("Nothing is tried yet");
    }

    static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.name ?? ''");
}
