using Heed.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

public sealed class FormJourney(Stage stage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_form_is_mended_with_the_keyboard_alone_and_sent_once(bool scripts)
    {
        var folder = Directory.CreateTempSubdirectory("heed-form-").FullName;
        await using var heed = await Stage.Open(folder);
        string code;
        await using (var scope = heed.App.Services.CreateAsyncScope())
            code = (await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(default))!;

        var page = await stage.Page(heed.Address, scripts: scripts);
        await page.GotoAsync("/claim");
        await page.GetByLabel("One-time code").FillAsync(code);
        await page.GetByLabel("Organisation").FillAsync("Harbor Coffee");
        await page.GetByLabel("Your name").FillAsync("Maya");
        await page.GetByLabel("E-mail").FillAsync("maya@harbor.example");
        await page.GetByLabel("Password").FillAsync("Harbor Coffee Maya");
        await page.Keyboard.PressAsync("Enter");

        // The answer puts the keyboard where the fault is, and the rest is as it was typed.
        var password = page.GetByLabel("Password");
        await Assertions.Expect(password).ToBeFocusedAsync();
        await Assertions.Expect(password).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByLabel("Organisation")).ToHaveValueAsync("Harbor Coffee");
        if (scripts)
            Assert.Empty(await Axe.Serious(page));
        await page.Keyboard.TypeAsync("correct horse battery");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(heed.Address + "/");

        if (!scripts)
            return;
        await page.GotoAsync("/customers/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("New regulars");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the group" }).DblClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/new", StringComparison.Ordinal));
        await page.GotoAsync("/customers");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "New regulars" })).ToHaveCountAsync(1);
    }
}
