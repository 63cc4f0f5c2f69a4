using Heed.Demo;
using Heed.Kit;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>A trial from its plan to its verdict, on pages alone; only the clock is moved.</summary>
public sealed class TrialJourney(Stage stage)
{
    const int Weeks = 14;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_trial_is_planned_started_measured_and_judged(bool scripts)
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
        await page.FillTrial(
            "Drivers choose their own routes",
            "The list knows the streets less well than they do.",
            today
        );
        await page.GetByLabel("By how much will it move?").FillAsync("-6");
        await Press("Save the plan");
        await page.Says("Predicted −6 of 100", "Prediction not locked");
        await Press("Start, and lock the prediction");
        await page.Says("Prediction locked", "Until then nothing is judged");
        var trial = page.Url;
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Look", Exact = true }))
            .ToHaveCountAsync(0);

        // The weeks after the start, fourteen of them, each about six below what is usual.
        clock.MoveTo(today.AddDays(7 * (Weeks + 1)));
        await page.SignIn();
        await page.GotoAsync(trial);
        await page.GetByRole(AriaRole.Link, new() { Name = "Deliveries later than said" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Many at once" }).ClickAsync();
        var monday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
        double[] values = [11.2, 12.4, 10.8, 11.9, 12.1, 10.5, 11.6, 12.8, 11.1, 10.9, 12, 11.4, 11.7, 10.6];
        await page.GetByLabel("Or rows, pasted")
            .FillAsync(
                "date,value\n"
                    + string.Join(
                        '\n',
                        values.Select((v, i) => FormattableString.Invariant($"{monday.AddDays(7 * i):yyyy-MM-dd},{v}"))
                    )
            );
        await Press("See what will happen");
        await Press("Record 14 values");
        await page.GotoAsync(trial);
        await page.GetByLabel("What else changed in that time?").FillAsync("none known");
        await Press("Look");
        await page.Says("came before the data", $"{values.Length} after", "Improved");
        await page.GetByLabel("Why?").FillAsync("They know the doors.");
        await Press("Adopt it");
        await page.Says("adopted", "They know the doors.");

        Task Press(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_day_from_which_another_gets_the_change_is_asked_where_it_is_chosen(bool scripts)
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address, scripts: scripts);
        var today = TimeProvider.System.GetUtcNow().DayIn(Stage.Zone);
        await page.SignIn();
        await page.GotoAsync("/try/new");
        await page.GetByLabel("Metric", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Pastries left at closing, Harbor, of 100" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByLabel("Team", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.FillTrial("Bake once more at three", "Nobody knows yet how the day will go.", today);
        await page.GetByLabel("By how much will it move?").FillAsync("-2");
        await page.GetByText("Compared with which metrics").ClickAsync();

        var day = Day("Ferry kiosk");
        await Assertions.Expect(day).ToBeHiddenAsync();
        await Choose("Ferry kiosk").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(day).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(day).ToBeFocusedAsync();
        var from = today.AddDays(40);
        await day.FillAsync(Acting.Day(from));
        await Choose("Park kiosk").CheckAsync();
        await Choose("Library kiosk").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the plan" }).ClickAsync();
        await page.Says("five other metrics or more are needed, with a day or without");
        await Choose("Station").CheckAsync();
        await Choose("Market").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the plan" }).ClickAsync();
        await page.Says($"Ferry kiosk, which gets it too, from {Format.Day(from)}");

        ILocator Choose(string shop) =>
            page.GetByLabel($"Pastries left at closing, {shop}, of 100", new() { Exact = true });

        ILocator Day(string shop) => page.GetByLabel($"Pastries left at closing, {shop}, of 100 gets it too, from");
    }
}
