using System.Text.RegularExpressions;
using Heed.Demo;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

public sealed class PasskeyJourney(Stage stage)
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_and_removes_itself()
    {
        await using var heed = await Stage.OpenSample(named: true);
        var page = await stage.Page(heed.Address);
        await Device(page);
        // As in a browser that offers no passkeys among the names.
        await page.AddInitScriptAsync("delete PublicKeyCredential.isConditionalMediationAvailable");
        await page.SignIn();
        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add one, or remove one" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Laptop");
        await page.GetByLabel("Present password").FillAsync(SampleOrganisation.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.Says("Make it on this device");
        Assert.Empty(await Axe.Serious(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the passkey" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("done=added"));
        await page.Says("Laptop", "not used yet");

        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sign-in"));
        await page.GotoAsync("/aim");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(heed.Address + "/aim");

        await page.GotoAsync("/passkeys");
        await page.Says("last used");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove Laptop" }).ClickAsync();
        Assert.Empty(await Axe.Serious(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove it by a passkey" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("done=removed"));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Remove Laptop" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_passkey_that_is_chosen_among_the_names_signs_in_without_the_button()
    {
        await using var heed = await Stage.OpenSample(named: true);
        var page = await stage.Page(heed.Address);
        var device = await Device(page);
        await page.SignIn();
        await page.GotoAsync("/passkeys");
        await page.GetByLabel("Name").FillAsync("Laptop");
        await page.GetByLabel("Present password").FillAsync(SampleOrganisation.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the passkey" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("done=added"));

        await Touch(device, false);
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/sign-in"));
        await Assertions.Expect(page.GetByLabel("E-mail")).ToHaveAttributeAsync("autocomplete", "username webauthn");
        // Whoever presses the button all the same is asked by it alone, and it waits for the device.
        var asked = page.WaitForResponseAsync(new Regex("/sign-in/passkey"));
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" });
        await button.ClickAsync();
        await asked;
        await page.WaitForTimeoutAsync(1000);
        await Assertions.Expect(button).ToBeDisabledAsync();

        // The device is there for what the browser offers; nothing on the page is pressed.
        await Touch(device, true);
        await page.GotoAsync("/aim");
        await page.WaitForURLAsync(heed.Address + "/aim");
    }

    [Fact]
    public async Task Whoever_gives_no_passkey_is_told_so_and_without_scripts_what_it_needs()
    {
        await using var heed = await Stage.OpenSample(named: true);
        var page = await stage.Page(heed.Address);
        await Device(page, unlocks: false);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.Says("No passkey was given");
        Assert.Empty(await Axe.Serious(page));

        var plain = await stage.Page(heed.Address, scripts: false);
        await plain.GotoAsync("/sign-in");
        await plain.Says("A passkey needs scripts");
        await Assertions
            .Expect(plain.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }))
            .ToHaveCountAsync(0);
    }

    /// <summary>A device of Chromium's own in the place of a finger on glass.</summary>
    static async Task<(ICDPSession Browser, string Id)> Device(IPage page, bool unlocks = true)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var added = await browser.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = unlocks,
                    automaticPresenceSimulation = true,
                },
            }
        );
        return (browser, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether somebody is there to touch it.</summary>
    static Task Touch((ICDPSession Browser, string Id) device, bool isThere) =>
        device.Browser.SendAsync(
            "WebAuthn.setAutomaticPresenceSimulation",
            new() { ["authenticatorId"] = device.Id, ["enabled"] = isThere }
        );
}
