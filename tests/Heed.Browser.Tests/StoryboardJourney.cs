using Heed.Demo;
using Heed.Kit;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>A storyboard from empty to reached, in three experiments, on pages alone; only the clock is moved.</summary>
public sealed class StoryboardJourney(Stage stage)
{
    /// <summary>Without scripts: a board is printed and hangs where the work is done, and any browser opens it.</summary>
    [Fact]
    public async Task A_board_goes_from_empty_to_reached_in_three_experiments()
    {
        var clock = new SampleClock(TimeProvider.System.GetUtcNow());
        await using var heed = await Stage.OpenSample(clock);
        var page = await stage.Page(heed.Address, scripts: false);
        var today = clock.GetUtcNow().DayIn(Stage.Zone);
        await page.SignIn();

        await page.GotoAsync("/try");
        await page.GetByRole(AriaRole.Link, new() { Name = "Storyboards", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open a storyboard" }).First.ClickAsync();
        await page.GetByLabel("What is the challenge?").FillAsync("Nobody waits at the counter");
        await page.GetByLabel("Team", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.GetByLabel("How is it now?").FillAsync("Six minutes from order to cup, one at the bar.");
        await page.GetByLabel("By which metric is it seen?")
            .SelectOptionAsync(new SelectOptionValue { Label = "Minutes waiting at the counter, minutes" });
        await page.GetByLabel("This is about the days from").FillAsync(Acting.Day(today.AddDays(-28)));
        await page.Locator("[name='Asked.WindowTo']").FillAsync(Acting.Day(today));
        await Press("Save the storyboard");
        await page.Says("How it is now", "None is set.", "There was none yet.");
        var board = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "Set the target condition" }).ClickAsync();
        await page.GetByLabel("What will be so?").FillAsync("A cup within five minutes of the order");
        await page.GetByLabel("How does the work go then?").FillAsync("Two at the bar from eight to ten.");
        await page.GetByLabel("Achieve by").FillAsync(Acting.Day(today.AddDays(3)));
        await page.GetByLabel("By which metric is it told?")
            .SelectOptionAsync(new SelectOptionValue { Label = "by none, in words" });
        await Press("Set it");
        await page.Says("is not one to twelve weeks from today");
        await page.GetByLabel("Achieve by").FillAsync(Acting.Day(today.AddDays(28)));
        await Press("Set it");
        await page.Says("Its day never moves.", "28 days left");

        await page.GetByRole(AriaRole.Link, new() { Name = "Name an obstacle" }).ClickAsync();
        await page.GetByLabel("What is in the way?").FillAsync("The lids are across the room.");
        await page.GetByLabel("Which team meets it?").SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.GetByLabel("Where was it seen?").FillAsync("the bar");
        await page.GetByLabel("How often is it met?").SelectOptionAsync("Daily");
        await Press("Save the obstacle");
        var obstacle = page.Url;
        await page.GetByLabel("For which target condition?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Why this one now?").FillAsync("It is met with each cup.");
        await Press("Work on it");
        await page.Says("Working", "Took up");

        // A to-do is no experiment.
        await page.GotoAsync(board);
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan the next step" }).ClickAsync();
        await Fill("Order a shelf", "nothing", "It is there", 1);
        await Press("Save the plan");
        await page.Says("this is a to-do");

        string[] steps =
        [
            "Lids beside the cups",
            "A second pair of hands from eight to nine",
            "Cups warmed before the rush",
        ];
        for (var step = 0; step < steps.Length; step++)
        {
            var day = today.AddDays(2 * step);
            await page.GotoAsync(board);
            await page.GetByRole(AriaRole.Link, new() { Name = "Plan the next step" }).ClickAsync();
            await Fill(
                steps[step],
                $"Whether {Format.Lower(steps[step])} saves a part of the six minutes",
                $"{40 - step} seconds less for each cup",
                2 * step + 1
            );
            await Press("Save the plan");
            await page.Says("not locked yet: no result can be said before");
            Assert.Equal(0, await page.Locator("[name='Seeing.Happened']").CountAsync());
            await Press("Lock what you expect");
            await page.Says("Expectation locked");
            Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Change the step" }).CountAsync());

            clock.MoveTo(day.AddDays(1));
            await page.SignIn();
            await page.GotoAsync(board);
            await page.Says("Today.");
            await page.GetByRole(AriaRole.Link, new() { Name = $"{step + 1}. {steps[step]}" }).ClickAsync();
            await page.GetByLabel(step == 1 ? "Not measured" : "Measured", new() { Exact = true }).CheckAsync();
            if (step != 1)
                await page.Locator("[name='Seeing.Happened']").FillAsync($"{30 - step} seconds less, twelve cups");
            await page.GetByLabel("What did we learn?").FillAsync($"What we learned from “{steps[step]}”.");
            await Press("Say it");
            await page.Says($"What we learned from “{steps[step]}”.");
            clock.MoveTo(day.AddDays(2));
            await page.SignIn();
        }

        await page.GotoAsync(obstacle);
        await page.GetByLabel("What has shown it?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("What do you see now, where it was seen?").FillAsync("Every lid at hand.");
        await Press("It is dissolved");
        await page.Says("Dissolved", "the experiment that showed it");

        await page.GotoAsync(board);
        await page.Says("Pursued", "Coach card", "Not measured");
        await page.GetByLabel("What has it taught?").FillAsync("Reaching was half of the wait.");
        await Press("It is reached");
        await page.Says("Reached", "Reaching was half of the wait.", "Set the next target condition");

        async Task Fill(string step, string unknown, string expected, int days)
        {
            await page.GetByLabel("What is the next step?").FillAsync(step);
            await page.GetByLabel("What do we not yet know?").FillAsync(unknown);
            await page.GetByLabel("What do you expect?").FillAsync(expected);
            await page.GetByLabel("When can we go and see?").FillAsync(Acting.Day(today.AddDays(days)));
        }

        Task Press(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
