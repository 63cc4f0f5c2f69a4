using Heed.Demo;
using Heed.Kit;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>A control from its table to its waiver's end, on pages alone; only the clock is moved.</summary>
public sealed class ControlJourney(Stage stage)
{
    const string Name = "Two signatures for a refund";

    [Fact]
    public async Task A_control_is_brought_in_challenged_waived_and_its_waiver_expires()
    {
        var clock = new SampleClock(TimeProvider.System.GetUtcNow());
        await using var heed = await Stage.OpenSample(clock);
        var page = await stage.Page(heed.Address);
        var today = clock.GetUtcNow().DayIn(Stage.Zone);
        await page.SignIn();

        await page.GotoAsync("/waste/requirements/catalog");
        await page.GetByLabel("A catalog, perhaps with its profile; or a mapping")
            .SetInputFilesAsync([
                Json(
                    "catalog.json",
                    """{"catalog":{"metadata":{"title":"Till rules"},"controls":[{"id":"t-1","title":"Money goes out under four eyes"},{"id":"t-2","title":"Tills are counted"}]}}"""
                ),
                Json(
                    "profile.json",
                    """{"profile":{"metadata":{"title":"Small shops"},"imports":[{"include-controls":[{"with-ids":["t-1"]}]}]}}"""
                ),
            ]);
        await Press("See what it says");
        await page.Says("1 requirement to add", "Money goes out under four eyes");
        await Press("Take it in");
        await page.Says("1 requirement added");

        await page.GotoAsync("/waste/controls/table");
        await page.GetByLabel("Which team owns them?").SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.GetByLabel("Or rows, pasted")
            .FillAsync(
                $"control,asks,why,requirement,source,clause\n{Name},Two people sign each refund,Money was missing once,Money goes out under four eyes,Till rules,t-1"
            );
        await Press("See what will happen");
        await page.Says("1 control to state.");
        await Press("State 1 control");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find", Exact = true }).FillAsync("refund signatures");
        await Press("Show");
        await page.GetByRole(AriaRole.Link, new() { Name = Name, Exact = true }).Last.ClickAsync();
        await page.Says("Two people sign each refund", "Money goes out under four eyes", "Till rules, t-1");
        var card = page.Url;

        // Challenged, with the lighter way that is tried.
        await page.Locator("[name='Deciding.Reason']").FillAsync("Nobody remembers a catch.");
        await Press("Challenge it");
        await page.Says("Challenged");
        await page.GetByText("Write them").ClickAsync();
        await page.Locator("[name='Ways.Ways[0].What']").FillAsync("One signature up to 50");
        await page.Locator("[name='Ways.Ways[0].Spares']").FillAsync("whoever waits at the till");
        await page.GetByLabel("Which one is chosen?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Press("Save the lighter ways");
        await page.Says("One signature up to 50", "Chosen");

        // Whoever asks does not grant.
        await page.GetByText("Ask for a waiver").ClickAsync();
        await page.GetByLabel("Which cases need not follow it?").FillAsync("Refunds before eight");
        await page.Locator("[name='Waiver.Reason']").FillAsync("Only one person is there.");
        await page.Locator("[name='Waiver.Instead']").FillAsync("A photo of the receipt");
        await page.Locator("[name='Waiver.Until']").FillAsync(Acting.Day(today.AddDays(30)));
        await page.Locator("[name='Waiver.Cases']").FillAsync("12");
        await Press("Ask for it");
        await page.Says("Asked", "Refunds before eight");
        await page.GetByRole(AriaRole.Link, new() { Name = "Take it back" }).ClickAsync();
        await page.Says("You asked for it: somebody else grants it.");
        var waiver = page.Url;
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Grant it" }).CountAsync());

        var other = await stage.Page(heed.Address);
        await other.SignIn("aiko@harbor.example");
        await other.GotoAsync(waiver);
        await other.Locator("[name='Answering.Answer']").FillAsync("For the winter.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Grant it" }).ClickAsync();
        await other.Says("Live", "Refunds before eight");

        await page.GotoAsync(card);
        await page.Says("Live", "For the winter.");
        clock.MoveTo(today.AddDays(31));
        await page.SignIn();
        await page.GotoAsync(card);
        await page.Says("Expired", "Refunds before eight");
        await page.GotoAsync("/?all=needs-you");
        await page.Says($"The waiver of “{Name}” has expired.");

        Task Press(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    static FilePayload Json(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "application/json",
            Buffer = System.Text.Encoding.UTF8.GetBytes(text),
        };
}
