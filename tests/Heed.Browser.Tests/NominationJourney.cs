using System.Text.RegularExpressions;
using Heed.Demo;
using Heed.Kit;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>
/// What somebody says on a phone at the counter, until it is gone, crept back and is decided anew; the receipt tells each
/// step. On pages alone; only the clock is moved.
/// </summary>
public sealed partial class NominationJourney(Stage stage)
{
    const int Weeks = 14;
    const string Says = "Every delivery slip is stamped twice and filed where nobody looks.";

    [Fact]
    public async Task What_is_said_on_a_phone_goes_relapses_and_is_told_by_its_receipt_at_each_step()
    {
        var clock = new SampleClock(TimeProvider.System.GetUtcNow());
        await using var heed = await Stage.OpenSample(clock);
        var page = await stage.Page(heed.Address);
        var today = clock.GetUtcNow().DayIn(Stage.Zone);
        await page.SignIn();
        await page.GotoAsync("/waste/spots");
        await page.Locator("main a[href*='/waste/spots/']").First.ClickAsync();
        var here = Here().Match(await page.Locator("main").InnerTextAsync()).Value;

        // Nobody signs in, and it takes one field and one tap, a photo if one likes: half a minute on any keyboard.
        var phone = await stage.Page(heed.Address, 360, 740);
        await phone.GotoAsync(here);
        Assert.Equal(
            1,
            await phone.Locator("main input:not([type='file']):visible, main textarea:visible").CountAsync()
        );
        await phone.GetByLabel("This is stupid because…").FillAsync(Says);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Say it" }).ClickAsync();
        await phone.Says("Thank you", "an answer is due by");
        var receipt = await phone.GetByLabel("Your receipt").InputValueAsync();
        await Told("thanked; an answer is due by");

        await page.GotoAsync("/waste");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Begins() }).First.ClickAsync();
        var nomination = page.Url;
        await page.GetByLabel("Never meant to happen").CheckAsync();
        await Press("Class it");
        await Told("Never meant to happen");
        await page.Locator("[name='Deciding.Decision'][value='Remove']").CheckAsync();
        await Press("Decide");
        await Told("Remove");

        await page.GetByRole(AriaRole.Link, new() { Name = "Plan the trial" }).ClickAsync();
        await page.GetByLabel("Metric", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Deliveries later than said, of 100" });
        await Press("Go on");
        await page.GetByLabel("Team", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.FillTrial("Do without the second stamp", Says, today);
        await page.GetByLabel("By how much will it move?").FillAsync("-6");
        await page.GetByText("What must not get worse meanwhile?").ClickAsync();
        await page.Locator("[name='Asked.GuardrailMetric']")
            .SelectOptionAsync(new SelectOptionValue { Label = "Deliveries later than said, of 100" });
        await page.GetByLabel("At most").FillAsync("40");
        await Press("Save the plan");
        await page.WaitForURLAsync(new Regex("/waste/nominations/"));
        await Press("This is its trial");
        await Told("“Do without the second stamp” is tried");
        await page.GetByRole(AriaRole.Link, new() { Name = "Do without the second stamp" }).First.ClickAsync();
        var trial = page.Url;
        await Press("Start, and lock the prediction");
        await page.Says("Prediction locked");

        // Fourteen weeks without it, about six better than usual.
        var monday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
        double[] better = [11.2, 12.4, 10.8, 11.9, 12.1, 10.5, 11.6, 12.8, 11.1, 10.9, 12, 11.4, 11.7, 10.6];
        clock.MoveTo(today.AddDays(7 * (Weeks + 1)));
        await Record(monday, better);
        await page.GotoAsync(trial);
        await page.GetByLabel("What else changed in that time?").FillAsync("none known");
        await Press("Look");
        await page.Says("Improved");
        await page.GetByLabel("Why?").FillAsync("Nobody asked for the slips.");
        await Press("Adopt it");
        await page.Says("adopted", "Nobody asked for the slips.");
        await Told("was adopted: it is done without");
        await page.GotoAsync("/waste/gone");
        await page.Says(Says, "Never meant to happen: ");

        // The old level is back, and nobody has to notice.
        clock.MoveTo(today.AddDays(7 * (2 * Weeks + 1)));
        await Record(monday.AddDays(7 * Weeks), [.. better.Select(v => v + 7)]);
        clock.MoveTo(today.AddDays(7 * (2 * Weeks + 1) + 1));
        for (var tries = 0; tries < 80 && !await IsAnew(); tries++)
            await Task.Delay(250);
        await Told("It is decided anew.");
        await page.SignIn();
        await page.GotoAsync("/waste/gone");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Says);
        await page.GotoAsync(nomination);
        await page.Says("Decide");
        await page.GotoAsync("/?all=needs-you");
        await page.Says("Every delivery slip");

        async Task<bool> IsAnew()
        {
            await Look();
            return (await phone.Locator("main").InnerTextAsync()).Contains("decided anew", StringComparison.Ordinal);
        }

        async Task Record(DateOnly from, double[] values)
        {
            await page.SignIn();
            await page.GotoAsync(trial);
            await page.GetByRole(AriaRole.Link, new() { Name = "Deliveries later than said" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Many at once" }).ClickAsync();
            var rows = values.Select(
                (v, i) => FormattableString.Invariant($"{from.AddDays(7 * i):yyyy-MM-dd},{v:0.0}")
            );
            await page.GetByLabel("Or rows, pasted").FillAsync("date,value\n" + string.Join('\n', rows));
            await Press("See what will happen");
            await Press($"Record {values.Length} values");
            await page.WaitForURLAsync(new Regex("done="));
        }

        async Task Told(params string[] words)
        {
            await Look();
            await phone.Says(words);
        }

        async Task Look()
        {
            await phone.GotoAsync("/waste/receipt");
            await phone.GetByLabel("The code of the receipt").FillAsync(receipt);
            await phone.GetByRole(AriaRole.Button, new() { Name = "Show me" }).ClickAsync();
            await phone.Says("Nominated");
        }

        Task Press(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    [GeneratedRegex(@"/here\?code=\S+")]
    private static partial Regex Here();

    [GeneratedRegex("^Every delivery slip")]
    private static partial Regex Begins();
}
