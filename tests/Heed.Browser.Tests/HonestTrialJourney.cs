using System.Text.RegularExpressions;
using Heed.Kit;
using Heed.Storage;
using Heed.Try;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VerdictWord = Heed.Analytics.Evidence.VerdictWord;

namespace Heed.Browser.Tests;

/// <summary>What keeps a trial honest, as people meet it: the lock, what was written afterwards, old words, corrected points.</summary>
public sealed class HonestTrialJourney(Stage stage)
{
    const string Judged = "Call before arrival";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_prediction_cannot_be_changed_once_it_is_locked(bool scripts)
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address, scripts: scripts);
        await page.SignIn();
        var trial = await OpenTrial(page, "A shorter menu before nine");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change the plan" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/edit$"));

        // Somebody else locks it while the plan is still open here.
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(trial);
        await Press(other, "Start, and lock the prediction");
        await other.Says("Prediction locked");
        await page.GetByLabel("By how much will it move?").FillAsync("-2");
        // First both plans are shown; whoever insists is told why not.
        await Press(page, "Save the plan");
        await page.Says("Somebody else changed this while you were writing");
        await Press(page, "Save the plan");
        await page.Says("The prediction is locked since");
        await page.GotoAsync(trial);
        await page.Says("Predicted −0.5");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Change the plan" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_written_afterwards_says_so_wherever_it_is_shown()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        var today = TimeProvider.System.GetUtcNow().DayIn(Stage.Zone);
        await page.SignIn();
        await page.GotoAsync("/try/new");
        await page.GetByLabel("Metric", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Deliveries later than said, of 100" });
        await Press(page, "Go on");
        await page.GetByLabel("Team", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.FillTrial("Drivers choose their own routes", "The list knows the streets less well.", today);
        await page.GetByLabel("By how much will it move?").FillAsync("-6");
        await page.GetByLabel("Starts on").FillAsync(Acting.Day(today.AddDays(-100)));
        await page.GetByLabel("Look on").FillAsync(Acting.Day(today.AddDays(-1)));
        await Press(page, "Save the plan");
        await page.Says("is before today");
        await page.GetByLabel("The change was made already").CheckAsync();
        await Press(page, "Save the plan");
        await page.Says("written afterwards");
        var trial = page.Url;
        await page.GotoAsync("/try");
        await SaysOf(page, "Drivers choose", "written afterwards");

        await page.GotoAsync(trial);
        await Press(page, "Lock it, written afterwards");
        await page.GetByLabel("What else changed in that time?").FillAsync("none known");
        await Press(page, "Look");
        await page.Says("The prediction was written afterwards.", "it came after the change");
        foreach (var address in new[] { "/try", "/?all=needs-you" })
        {
            await page.GotoAsync(address);
            await SaysOf(page, "Drivers choose", "written afterwards");
        }
    }

    [Fact]
    public async Task The_word_of_an_earlier_method_stands_beside_that_of_now()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        var trial = await OpenTrial(page, Judged);
        await using (var scope = heed.App.Services.CreateAsyncScope())
        {
            var id = Id<Trial>.Parse(trial.Split('/')[^1], null);
            var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
            await db
                .TrialVerdicts.IgnoreQueryFilters()
                .Where(v => v.TrialId == id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(v => v.Engine, 1)
                        .SetProperty(v => v.Word, VerdictWord.NoChange)
                        .SetProperty(v => v.Sentence, "No change: so said an earlier method.")
                );
            await JudgeAgain.Owe(scope.ServiceProvider, default);
        }
        const string Again = "judged again by the method of now";
        const int Most = 60;
        for (var tries = 0; tries < Most && !(await page.Locator("main").InnerTextAsync()).Contains(Again); tries++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
        }
        await page.Says(Again, "Improved", "No change: so said an earlier method.");
    }

    [Fact]
    public async Task A_corrected_point_is_said_where_a_verdict_rests_on_it()
    {
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        var trial = await OpenTrial(page, Judged);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("corrected since");
        DateOnly day;
        await using (var scope = heed.App.Services.CreateAsyncScope())
        {
            var id = Id<Trial>.Parse(trial.Split('/')[^1], null);
            var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
            day = (await db.TrialVerdicts.IgnoreQueryFilters().FirstAsync(v => v.TrialId == id)).WindowFrom!.Value;
        }
        await page.Locator("figure.chart .chart-foot > a").First.ClickAsync();
        await page.GetByLabel("A day of its week").FillAsync(Acting.Day(day));
        await page.GetByLabel("Value, of 100").FillAsync("41");
        await Press(page, "Add the value");
        await page.Says("The value is corrected");
        await page.GotoAsync(trial);
        await page.Says("One of the points it rests on was corrected since");
    }

    static async Task<string> OpenTrial(IPage page, string change)
    {
        await page.GotoAsync("/try");
        await page.GetByRole(AriaRole.Link, new() { Name = change }).First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/try/[0-9a-f]{32}$"));
        return page.Url;
    }

    /// <summary>The line that tells of this says these words too.</summary>
    static Task SaysOf(IPage page, string of, string words) =>
        Assertions
            .Expect(page.Locator("main li", new() { HasText = of }).First)
            .ToContainTextAsync(words, new() { IgnoreCase = true });

    static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
