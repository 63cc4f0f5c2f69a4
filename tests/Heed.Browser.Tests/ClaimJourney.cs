using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Browser.Tests;

public sealed class ClaimJourney(Stage stage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_administrator_claims_Heed_with_the_code_from_the_log(bool scripts)
    {
        var folder = Directory.CreateTempSubdirectory("heed-claim-").FullName;
        await using var heed = await Stage.Open(folder);
        string code;
        await using (var scope = heed.App.Services.CreateAsyncScope())
            code = (await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(default))!;

        var page = await stage.Page(heed.Address, scripts: scripts);
        await page.GotoAsync("/claim");
        await Accessible();
        await page.GetByLabel("One-time code").FillAsync(code);
        await page.GetByLabel("Organisation").FillAsync("Harbor Coffee");
        await page.GetByLabel("Your name").FillAsync("Maya");
        await page.GetByLabel("E-mail").FillAsync("maya@harbor.example");
        await page.GetByLabel("Password").FillAsync("correct horse battery");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Claim" }).ClickAsync();
        await page.WaitForURLAsync(heed.Address + "/");
        Assert.Contains("nothing waits for you", await page.TextContentAsync("h1") ?? "", StringComparison.Ordinal);
        await Accessible();
        // No room is blank: each says what it is for and what to do first.
        foreach (var room in (string[])["/", "/aim", "/aim/check-in", "/try", "/metrics", "/listen", "/customers"])
        {
            await page.GotoAsync(room);
            Assert.True(await page.Locator("main .empty h2").IsVisibleAsync(), $"{room} is blank without rows.");
            Assert.True(await page.Locator("main .empty .button").First.IsVisibleAsync(), $"{room} offers no way on.");
            await Accessible();
        }

        // The checker is a script itself, so it runs where scripts do; the pages are the same.
        async Task Accessible()
        {
            if (scripts)
                Assert.Empty(await Axe.Serious(page));
        }
    }
}
