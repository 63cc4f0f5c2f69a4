using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Heed.Demo;
using Heed.Kit;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>
/// The first ten minutes as the README tells them, with the survey that San Francisco International Airport published
/// for 2017. The figures are those of the published file: NETPRO n 2,746, 39.84, weighted 40.40; Q7ALL n 2,688, 82.07 %.
/// </summary>
public sealed partial class FirstTenMinutes(Stage stage)
{
    const string Survey = "Guests of the airport";

    [Fact]
    public async Task Every_step_of_the_README_can_be_walked_in_a_browser_and_shows_the_published_figures()
    {
        var file = AirportSurvey();
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        var steps = new Steps(page);

        await steps.Walk("Sign in.", () => page.SignIn());
        await steps.Walk("Read Home.", () => ReadHome(page));
        await steps.Walk("Take in a real survey.", () => ChooseFile(page, file));
        await steps.Walk("Say what the columns mean.", () => MapAndImport(page));
        await steps.Walk("See how sure the score is.", () => ReadScores(page));
        await steps.Walk("Ask which groups differ.", () => CompareGroups(page));
        await steps.Walk("Aim at it.", () => Aim(page));
        await steps.Walk("Check in.", () => CheckIn(page));
        await steps.Walk("Plan a trial.", () => PlanTrial(page));
        await steps.Walk("Open a verdict.", () => OpenVerdict(page));
        steps.AreAllWalked();
    }

    [Fact]
    public async Task The_survey_can_be_taken_in_without_scripts()
    {
        var file = AirportSurvey();
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address, scripts: false);
        await page.SignIn();
        await ChooseFile(page, file);
        await MapAndImport(page);
        await ReadScores(page);
    }

    static async Task ReadHome(IPage page)
    {
        await page.GotoAsync("/");
        foreach (var column in new[] { "Moved", "Stuck", "Needs you" })
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = column, Level = 2 })).ToBeVisibleAsync();
        await Says(page, "This is the sample organisation");
    }

    static async Task ChooseFile(IPage page, string file)
    {
        await page.GotoAsync("/listen/import");
        await page.GetByLabel("A file of answers").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this file" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/listen/imports/"));
        await Says(page, "97 columns", "one header row");
    }

    static async Task MapAndImport(IPage page)
    {
        await page.GetByLabel("Or a new survey, called").FillAsync(Survey);
        await page.GetByLabel("Round of asking", new() { Exact = false }).FillAsync("2017");
        await page.GetByLabel("Day of these answers", new() { Exact = false }).FillAsync("2017-05-31");
        await Map("NETPRO", "Recommend", null, "11");
        await Map("Q7ALL", "Satisfaction", "1-5", "0, 6");
        await Map("WEIGHT", "Weight", null, null);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 2,831 responses" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Receipt" }))
            .ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Says(page, "2,831 responses");
        await page.GetByRole(AriaRole.Link, new() { Name = Survey, Exact = true }).ClickAsync();

        async Task Map(string column, string use, string? scale, string? codes)
        {
            var is_ = page.GetByLabel($"{column} is", new() { Exact = true });
            // Columns that are only kept raw lie folded, without scripts too.
            if (!await is_.IsVisibleAsync())
                await page.GetByText("kept raw and counted nowhere").ClickAsync();
            await is_.SelectOptionAsync(use);
            if (scale is not null)
                await page.GetByLabel($"Scale of {column}", new() { Exact = true }).FillAsync(scale);
            if (codes is not null)
                await page.GetByLabel($"Codes for no answer of {column}", new() { Exact = true }).FillAsync(codes);
        }
    }

    static async Task ReadScores(IPage page)
    {
        var survey = page.Url;
        await Says(page, "2,831 responses");
        await page.GetByRole(AriaRole.Link, new() { Name = "NETPRO", Exact = true }).ClickAsync();
        await Says(page, "39.8", "2,746", "39.84", "1,436 promoters", "968 passives", "342 detractors");
        await Says(page, "weighted 40.40", "2,266.5");
        await page.GotoAsync(survey);
        await page.GetByRole(AriaRole.Link, new() { Name = "Q7ALL", Exact = true }).ClickAsync();
        await Says(page, "82.1", "2,688", "82.07", "mean 4.06436");

        var csv = await page.APIRequest.GetAsync($"{survey}/scores.csv");
        var rows = (await csv.TextAsync()).Split('\n').Select(line => line.Trim().Split(',')).ToList();
        var netpro = Assert.Single(rows, r => r is ["NETPRO", _, _, "", "", ..]);
        Assert.Equal("2746", netpro[5]);
        Assert.Equal(39.84, Number(netpro[7]), 0.005);
        Assert.Equal(40.40, Number(netpro[10]), 0.005);
        Assert.Equal(2266.5, Number(netpro[13]), 0.05);
        await page.GotoAsync(survey);
    }

    static async Task CompareGroups(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "NETPRO", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "BAREA", Exact = true }).ClickAsync();
        await Says(page, "NETPRO by BAREA", "95 % intervals");
    }

    static async Task Aim(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Did it really move?" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/metrics/"));
        await Says(page, "40.4");

        await page.GotoAsync("/aim/objectives/new");
        await page.GetByLabel("What should be different for your customers?")
            .FillAsync("Guests leave the airport glad that they came through it");
        await page.GetByLabel("Why this, why now?").FillAsync("One guest in eight would warn a friend.");
        await page.GetByLabel("Team that owns it").SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await Press(page, "Draft it");
        await page.GetByRole(AriaRole.Link, new() { Name = "New key result" }).ClickAsync();
        var metric = page.GetByLabel("Metric", new() { Exact = true });
        var netpro = await metric.Locator("option", new() { HasText = "NETPRO" }).GetAttributeAsync("value");
        await metric.SelectOptionAsync(netpro!);
        await Press(page, "Go on");
        await page.GetByLabel("Who?").FillAsync("guests of the airport");
        await page.GetByLabel("Will do what?").FillAsync("recommend it");
        await page.GetByLabel("Target", new() { Exact = false }).First.FillAsync("45");
        await Press(page, "Save the key result");
        await page.WaitForURLAsync(new Regex("/aim/key-results/[^n]"));
        var keyResult = page.Url;
        await Says(page, "40.4", "45 points");
        await page.GetByRole(AriaRole.Link, new() { Name = "Guests leave the airport" }).First.ClickAsync();
        await Press(page, "Agree and go live");
        await page.WaitForURLAsync(new Regex("/launch$"));
        var alone = page.GetByLabel("serve", new() { Exact = false }).Last;
        if (await alone.InputValueAsync() == "")
            await alone.FillAsync("Airports have guests of their own.");
        await Press(page, "Agree and go live");
        await page.GotoAsync(keyResult);
    }

    static async Task CheckIn(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Check in", Exact = true }).ClickAsync();
        await page.GetByLabel("5", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("What did you learn?").FillAsync("Guests praise the signs and mind the noise.");
        await Press(page, "Save");
        await Says(page, "Guests praise the signs and mind the noise.", "Confidence 5");
    }

    static async Task PlanTrial(IPage page)
    {
        var today = TimeProvider.System.GetUtcNow().DayIn(Stage.Zone);
        await page.GotoAsync("/try/new");
        await page.GetByLabel("Metric", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Deliveries later than said, of 100" });
        await Press(page, "Go on");
        await page.GetByLabel("Team", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await page.FillTrial("Put the cups where the hands are", "Whoever makes the coffee walks for each cup.", today);
        await page.GetByLabel("By how much will it move?").FillAsync("-0.5");
        await Press(page, "Could it be seen?");
        await Says(page, "Probably not", "cannot tell");
        await page.GetByLabel("By how much will it move?").FillAsync("-6");
        await Press(page, "Could it be seen?");
        await Says(page, "It could be seen");
        await Press(page, "Save the plan");
        await Press(page, "Start, and lock the prediction");
        await Says(page, "Predicted −6 of 100", "Prediction locked");
    }

    static async Task OpenVerdict(IPage page)
    {
        await page.GotoAsync("/try");
        await page.GetByRole(AriaRole.Link, new() { Name = "Text the arrival time" }).First.ClickAsync();
        await Says(page, "Improved", "Predicted −12 calls", "came before the data", "before", "after");
        Assert.Empty(await Axe.Serious(page));
    }

    static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);

    static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    static Task Says(IPage page, params string[] words) => page.Says(words);

    static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    static string AirportSurvey([CallerFilePath] string here = "")
    {
        const string Name = "airport-survey/sfo_customer_survey_2017.csv";
        var path = Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared", "data", Name)
        );
        Assert.SkipUnless(File.Exists(path), $"{Name} is not here: it is real data kept beside the project.");
        return path;
    }
}
