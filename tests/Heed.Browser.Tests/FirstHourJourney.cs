using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Heed.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>
/// From an empty Heed to a score of an own file, numbers of one's own and a live objective, with what a person has: one
/// address, the code from the log, a file, a table. The README promises an hour; the presses are held here.
/// </summary>
public sealed partial class FirstHourJourney(Stage stage)
{
    const int MostToTheFirstScore = 6;
    const int MostToALiveObjective = 15;
    const int MostInAll = 30;
    const int Weeks = 20;

    [Fact]
    public async Task An_own_survey_own_numbers_and_a_live_objective_take_thirty_presses()
    {
        await using var heed = await Stage.Open(Directory.CreateTempSubdirectory("heed-first-hour-").FullName);
        string code;
        await using (var scope = heed.App.Services.CreateAsyncScope())
            code = (await scope.ServiceProvider.GetRequiredService<ClaimFirstWorkspace>().NewCode(default))!;
        var hand = new Hand(await stage.Page(heed.Address));

        await hand.Page.GotoAsync("/");
        await hand.Page.WaitForURLAsync(heed.Address + "/claim");
        var claim = await hand.Does("claim", () => Claim(hand, code, heed.Address));
        var score = await hand.Does("first score from an own file", () => BringAnswers(hand));
        var paste = await hand.Does("metrics from a pasted table", () => PasteNumbers(hand));
        var aim = await hand.Does("a live objective with a key result", () => Aim(hand));

        Assert.True(score <= MostToTheFirstScore, $"The first score took {score} presses.");
        Assert.True(claim + aim <= MostToALiveObjective, $"A live objective took {claim + aim} presses.");
        Assert.True(claim + score + paste + aim <= MostInAll, $"All took {claim + score + paste + aim} presses.");
    }

    static async Task Claim(Hand hand, string code, string heed)
    {
        await hand.Type("One-time code", code);
        await hand.Type("Organisation", "Lighthouse Air");
        await hand.Type("Your name", "Maya");
        await hand.Type("E-mail", "maya@lighthouse.example");
        await hand.Type("Password", "correct horse battery");
        await hand.Press(AriaRole.Button, "Claim this Heed", heed + "/");
        await hand.Page.Says("Nothing is here yet");
    }

    static async Task BringAnswers(Hand hand)
    {
        await hand.Press(AriaRole.Link, "Bring answers", "/listen/import");
        await hand.Choose("A file of answers", Survey());
        await hand.Press(AriaRole.Button, "Take this file", "/listen/imports/");
        await hand.Press(AriaRole.Button, "Try it out", "/listen/imports/");
        await hand.Press(AriaRole.Button, ImportAll(), "/listen/imports/");
        await hand.Press(AriaRole.Link, "See the scores", "/listen/surveys/");
        // A score is a figure and says how sure it is.
        await Assertions
            .Expect(hand.Page.Locator("main tbody tr", new() { HasTextRegex = Score() }).First)
            .ToBeVisibleAsync();
    }

    static async Task PasteNumbers(Hand hand)
    {
        await hand.Press(AriaRole.Link, "Metrics", "/metrics");
        await hand.Press(AriaRole.Link, "Paste your numbers", "/metrics/paste");
        await hand.Type("The table", Table());
        await hand.Press(AriaRole.Button, "See what it becomes", "/metrics/paste");
        await hand.Page.Says("Keep “Calls”", "Keep “Complaints”", "Keep “On time %”");
        await hand.Press(AriaRole.Button, "Keep what is ticked", "/metrics");
        await hand.Page.Says("Your numbers are metrics now", "Calls", "Complaints", "On time");
    }

    static async Task Aim(Hand hand)
    {
        await hand.Press(AriaRole.Link, "Calls", "/metrics/");
        await hand.Press(AriaRole.Link, "Aim at it", "/aim/objectives/new");
        await hand.Type("What should be different for your customers?", "Guests need not call to know when they fly");
        await hand.Type("Why this, why now?", "One call in three asks for the time of a flight.");
        await hand.Press(AriaRole.Button, "Draft it and say by how much", "/aim/key-results/new");
        await hand.Type("Who?", "guests of the week");
        await hand.Type("Will do what?", "call to ask when they fly");
        await hand.Type("Target", "60");
        await hand.Press(AriaRole.Button, "Save the key result", "/aim/");
        await hand.Press(AriaRole.Link, "Guests need not call to know when they fly", "/aim/objectives/");
        await hand.Press(AriaRole.Button, "Agree and go live", "/launch");
        await hand.Press(AriaRole.Button, "Agree and go live", "/aim/objectives/");
        await hand.Page.Says("· live ·", "60");
    }

    static string Table()
    {
        var text = new StringBuilder("Week,Calls,Complaints,On time %\n");
        var monday = new DateOnly(2026, 1, 5);
        for (var week = 0; week < Weeks; week++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{monday.AddDays(7 * week):yyyy-MM-dd},{70 + week * 7 % 13},{8 + week * 5 % 7},{90 + week * 3 % 8}\n"
            );
        return text.ToString();
    }

    /// <summary>A published survey as its tool exported it; where that is not here, one of the same shape.</summary>
    static string Survey([CallerFilePath] string here = "")
    {
        const string Name = "survey-exports/flying-etiquette.csv";
        var real = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared", "data", Name);
        if (File.Exists(real))
            return Path.GetFullPath(real);
        string[] often = ["Always", "Usually", "About half the time", "Once in a while", "Never"];
        var text = new StringBuilder(
            "RespondentID,Do you ever recline your seat when you fly?,Age\n,Response,Response\n"
        );
        for (var i = 0; i < 200; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{3436139758 + i},{often[i * 7 % 5]},{(i % 2 == 0 ? "18-29" : "30-44")}\n"
            );
        var file = Path.Combine(Directory.CreateTempSubdirectory("heed-answers-").FullName, "flying-etiquette.csv");
        File.WriteAllText(file, text.ToString());
        return file;
    }

    /// <summary>“16.0 % [13.7, 18.6]”.</summary>
    [GeneratedRegex(@"[0-9.]+ %\s*\[[0-9.]+, [0-9.]+\]")]
    private static partial Regex Score();

    [GeneratedRegex("^Import [0-9,]+ responses$")]
    private static partial Regex ImportAll();

    /// <summary>What one hand does: every press, and every field into which it has to go before it types.</summary>
    sealed class Hand(IPage page)
    {
        int _presses;
        int _fields;

        public IPage Page => page;

        public async Task<int> Does(string part, Func<Task> act)
        {
            (_presses, _fields) = (0, 0);
            var began = Stopwatch.GetTimestamp();
            try
            {
                await act();
            }
            catch (Exception problem) when (problem is PlaywrightException or TimeoutException)
            {
                Assert.Fail(
                    $"“{part}”, at {page.Url}, after {_presses} presses: {problem.Message}\nThe page says:\n{await page.Locator("main").InnerTextAsync()}"
                );
            }
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{part}: {_presses} presses, {_fields} fields typed into, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"
            );
            return _presses;
        }

        public Task Press(AriaRole role, string name, string leadsTo) =>
            Press(page.GetByRole(role, new() { Name = name, Exact = true }), leadsTo);

        public Task Press(AriaRole role, Regex name, string leadsTo) =>
            Press(page.GetByRole(role, new() { NameRegex = name }), leadsTo);

        async Task Press(ILocator what, string leadsTo)
        {
            _presses++;
            await what.First.ClickAsync();
            await page.WaitForURLAsync(address => address == leadsTo || Leads(new Uri(address).AbsolutePath, leadsTo));
            await page.WaitForLoadStateAsync(LoadState.Load);
        }

        static bool Leads(string path, string to) =>
            path.StartsWith(to, StringComparison.Ordinal) || path.EndsWith(to, StringComparison.Ordinal);

        public async Task Choose(string label, string file)
        {
            _presses++;
            await page.GetByLabel(label).SetInputFilesAsync(file);
        }

        public async Task Type(string label, string words)
        {
            _fields++;
            var field = page.GetByLabel(label, new() { Exact = false }).First;
            if (!await field.EvaluateAsync<bool>("field => field === document.activeElement"))
            {
                _presses++;
                await field.ClickAsync();
            }
            // As a paste: no key of a form is set off by what stands in the words.
            await page.Keyboard.InsertTextAsync(words);
        }
    }
}
