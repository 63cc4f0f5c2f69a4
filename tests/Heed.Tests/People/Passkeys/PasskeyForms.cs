using AngleSharp.Html.Dom;
using Heed.People;

namespace Heed.Tests.People;

/// <summary>What people do with passkeys, as the pages take it from the script.</summary>
static class PasskeyForms
{
    /// <summary>People come to it by a name, as passkeys want it.</summary>
    public static Task<World> Named() => World.Start(null, $"--Heed:PublicUrl={Device.Place}");

    public static async Task<string> Says(HttpResponseMessage answer) => (await answer.Html()).Body!.TextContent;

    public static Task<string> Asks(HttpClient browser) => browser.GetStringAsync("/sign-in/passkey");

    /// <summary>Sends what a device says as its script would: the field is a hidden one of the form.</summary>
    public static Task<HttpResponseMessage> ShowPasskey(this HttpClient browser, string answer) =>
        browser.PostForm("/sign-in", "passkey", new() { ["ByPasskey.Answer"] = answer });

    public static async Task<HttpResponseMessage> ShowPasskey(this HttpClient browser, Device device) =>
        await browser.ShowPasskey(device.Shows(await Asks(browser)));

    /// <param name="password">Null where the form has no field for one.</param>
    public static async Task<Begun> Begin(HttpClient browser, string? password = Cast.Password)
    {
        Dictionary<string, string> asked = new() { ["Asked.Name"] = "Laptop" };
        if (password is not null)
            asked["Asked.Present"] = password;
        var answer = await browser.PostForm("/passkeys", "add", asked);
        var page = await answer.Html();
        return new(page, page.QuerySelector("[data-make]")?.GetAttribute("data-make"));
    }

    public sealed record Begun(IHtmlDocument Page, string? Options);

    public static async Task<HttpResponseMessage> Make(HttpClient browser, Begun begun, string answer)
    {
        var form = begun.Page.Forms.Single(f => f.QuerySelector("[data-answer]") is not null);
        var filled = Forms.Filled(form);
        filled["Made.Answer"] = answer;
        // Not the same form sent twice, which leads to where the first led.
        filled[FormKey.Field] = FormKey.New();
        return await browser.PostAsync("/passkeys", new FormUrlEncodedContent(filled));
    }

    public static async Task<Device> Add(HttpClient browser, Device? device = null)
    {
        device ??= new();
        var begun = await Begin(browser);
        var answer = await Make(browser, begun, device.Makes(begun.Options!));
        Assert.EndsWith("/passkeys?done=added", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        return device;
    }

    public static Task<HttpResponseMessage> Remove(
        HttpClient browser,
        Device device,
        Dictionary<string, string> proof
    ) => browser.PostForm($"/passkeys?remove={Passkey.Named(device.Id)}", "remove", proof);
}
