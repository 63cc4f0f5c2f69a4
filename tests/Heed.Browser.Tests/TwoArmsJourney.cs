using Heed.Demo;
using Heed.Kit;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>Two arms that look well and are stopped by what must not get worse, on pages alone; only the clock is moved.</summary>
public sealed class TwoArmsJourney(Stage stage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_arms_are_planned_counted_and_stopped_by_their_guardrail(bool scripts)
    {
        var clock = new SampleClock(TimeProvider.System.GetUtcNow());
        await using var heed = await Stage.OpenSample(clock);
        var page = await stage.Page(heed.Address, scripts: scripts);
        var today = clock.GetUtcNow().DayIn(Stage.Zone);
        await page.SignIn();

        await page.GotoAsync("/try/new");
        await page.GetByLabel("Metric", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Deliveries later than said, of 100" });
        await Press("Go on");
        await page.GetByLabel("Team", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.FillTrial("Say the hour on the cup", "Nobody knows when it will be at the door.", today);
        await page.GetByLabel("Who makes the change?").FillAsync("whoever packs");
        await page.GetByLabel("By how much will it move?").FillAsync("-2");
        await page.GetByText("What must not get worse meanwhile?").ClickAsync();
        await page.Locator("[name='Asked.GuardrailMetric']")
            .SelectOptionAsync(new SelectOptionValue { Label = "Minutes waiting at the counter, minutes" });
        await page.GetByLabel("At most").FillAsync("7");
        await page.GetByText("Are people dealt to two arms").ClickAsync();
        await page.GetByLabel("Of 100 people, how many get the change?").FillAsync("50");
        await page.GetByLabel("How many people in both arms end it?").FillAsync("20000");
        await Press("Save the plan");
        await page.Says("50 of 100 people get it", "whoever packs");
        await Press("Start, and lock the prediction");
        await page.Says("Prediction locked", "Nobody was counted yet.");
        var trial = page.Url;

        // Two weeks on: the arms are counted, and what must not get worse did.
        clock.MoveTo(today.AddDays(15));
        await page.SignIn();
        await page.GotoAsync(trial);
        await page.GetByLabel("Days to count")
            .FillAsync(
                $"{Acting.Day(today.AddDays(1))},2000,240,2000,200\n{Acting.Day(today.AddDays(2))},3000,360,3000,300"
            );
        await Press("Count these days");
        await page.Says("1.977", "20.92", "Improved");
        await page.GetByLabel("Hours of all who tried it").FillAsync("5");
        await Press("Say the hours");
        await page.Says("5 hours, said on");

        await page.GetByRole(AriaRole.Link, new() { Name = "Minutes waiting at the counter" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Many at once" }).ClickAsync();
        var monday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
        await page.GetByLabel("Or rows, pasted").FillAsync($"date,value\n{Acting.Day(monday)},7.4");
        await Press("See what will happen");
        await Press("Record 1 value");
        for (var tries = 0; tries < 100 && !await Stopped(); tries++)
        {
            clock.MoveTo(today.AddDays(15), 10 + tries / 10);
            await Task.Delay(250);
        }
        await page.Says(
            "Stopped by its guardrail: Minutes waiting at the counter was 7.4 minutes, at most 7 was promised"
        );
        await page.GotoAsync("/");
        await page.Says("Say the hour on the cup");

        async Task<bool> Stopped()
        {
            await page.GotoAsync(trial);
            return (await page.Locator("main").InnerTextAsync()).Contains(
                "Stopped by its guardrail",
                StringComparison.Ordinal
            );
        }

        Task Press(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
