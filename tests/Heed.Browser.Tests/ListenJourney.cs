using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>Finding one's way in many columns, with the keyboard; and what is said after an act.</summary>
public sealed class ListenJourney(Stage stage)
{
    [Fact]
    public async Task A_column_among_many_is_found_with_the_keyboard()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        await page.GotoAsync("/listen/import");
        var names = Enumerable.Range(1, 80).Select(i => $"Thing{i}").Prepend("nps").ToList();
        var rows = Enumerable
            .Range(0, 40)
            .Select(r => string.Join(',', names.Select((_, i) => i == 0 ? r % 11 : (r + i) % 2)));
        await page.GetByLabel("A file of answers")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "things.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(
                        $"{string.Join(',', names)}\n{string.Join('\n', rows)}\n"
                    ),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this file" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/listen/imports/"));
        var wanted = page.GetByLabel("Thing77 is", new() { Exact = true });
        await Assertions.Expect(wanted).ToBeHiddenAsync();

        await page.GetByLabel("Find a column").FillAsync("thing77");
        await Assertions.Expect(page.Locator(".find-column [role=status]")).ToHaveTextAsync("1 of 81 columns");
        await Assertions.Expect(page.GetByLabel("nps is", new() { Exact = true })).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(wanted).ToBeFocusedAsync();
        await page.GetByLabel("Find a column").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByLabel("nps is", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(wanted).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_was_done_is_said_aloud_and_stays_until_it_is_dismissed()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        await page.GotoAsync("/workspace");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("done=saved"));
        var toast = page.Locator("[data-toast]");
        await Assertions.Expect(toast).ToBeVisibleAsync();
        await Assertions
            .Expect(page.Locator("[data-toast] + [role=status]"))
            .ToHaveTextAsync("The settings are saved.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Dismiss" }).ClickAsync();
        await Assertions.Expect(toast).ToHaveCountAsync(0);
        Assert.EndsWith("/workspace", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Assertions.Expect(toast).ToHaveCountAsync(0);
    }
}
