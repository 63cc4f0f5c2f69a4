using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>
/// A cycle of a team as its people live it: under the strategy, in dialogue with a neighbour, live, checked in on by keyboard,
/// looked at together with votes that nobody sees, decided on and closed.
/// </summary>
public sealed class RhythmJourney(Stage stage)
{
    const string Title = "Guests of the morning are out in time for their ferry";
    const string Question = "Whom does it keep waiting instead?";
    const string Answer = "Nobody: two of us open earlier.";

    [Fact]
    public async Task A_team_goes_from_the_strategy_to_a_closed_objective()
    {
        await using var heed = await Stage.OpenSample();
        var maya = await Enter(heed, "maya@harbor.example");
        var aiko = await Enter(heed, "aiko@harbor.example");
        var priya = await Enter(heed, "priya@harbor.example");
        await JoinPriya(maya);

        await maya.GotoAsync("/aim/strategy");
        await maya.Says("The challenge", "What we will not do");
        var (objective, keyResult) = await Draft(maya);
        await Talk(priya, objective, Question, null);
        await Talk(aiko, objective, Answer, Question);
        await GoLive(maya, objective);
        await CheckInByKeyboard(aiko, keyResult);

        var agenda = await OpenAgenda(maya);
        await Vote(maya, agenda, 4);
        await Vote(aiko, agenda, 9);
        // Two have voted: how, nobody is told.
        await priya.GotoAsync(agenda);
        await priya.Says("Two of three have voted.");
        await Press(priya, "Reveal the votes");
        await priya.Says("Votes are shown from three on one key result on");
        await Vote(priya, agenda, 6);
        await Press(priya, "Reveal the votes");
        await priya.Says("6, from 4 to 9 (three votes)");
        await Sound(priya);
        await CloseAgenda(maya, agenda);

        await Decide(maya, objective, keyResult);
        await Close(maya, objective);
    }

    async Task<IPage> Enter(Running heed, string email)
    {
        var page = await stage.Page(heed.Address);
        await page.SignIn(email);
        return page;
    }

    static async Task JoinPriya(IPage page)
    {
        await page.GotoAsync("/teams");
        await page.GetByRole(AriaRole.Link, new() { Name = "Counter", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Put somebody in" }).First.ClickAsync();
        await page.GetByLabel("Member").First.SelectOptionAsync(new SelectOptionValue { Label = "Priya" });
        await page.GetByRole(AriaRole.Radio, new() { Name = "Member" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put into the team" }).ClickAsync();
        await page.Says("Priya");
    }

    static async Task<(string Objective, string KeyResult)> Draft(IPage page)
    {
        await page.GotoAsync("/aim/objectives/new");
        await page.GetByLabel("What should be different for your customers?").FillAsync(Title);
        await page.GetByLabel("Why this, why now?").FillAsync("The ferry does not wait.");
        await page.GetByLabel("Team that owns it").SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await Press(page, "Draft it");
        await page.WaitForURLAsync(new Regex("/aim/objectives/[0-9a-f]"));
        var objective = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Link, new() { Name = "New key result" }).ClickAsync();
        var metric = page.GetByLabel("Metric", new() { Exact = true });
        var waiting = await metric
            .Locator("option", new() { HasTextRegex = new Regex("wait", RegexOptions.IgnoreCase) })
            .First.GetAttributeAsync("value");
        await metric.SelectOptionAsync(waiting!);
        await Press(page, "Go on");
        await page.GetByLabel("Who?").FillAsync("guests of the ferry");
        await page.GetByLabel("Will do what?").FillAsync("leave before it calls");
        await page.GetByLabel("Target", new() { Exact = false }).First.FillAsync("3");
        await Press(page, "Save the key result");
        await page.WaitForURLAsync(new Regex("/aim/key-results/[^n]"));
        return (objective, new Uri(page.Url).AbsolutePath);
    }

    static async Task Talk(IPage page, string objective, string says, string? inAnswerTo)
    {
        await page.GotoAsync(objective);
        if (inAnswerTo is not null)
            await page.GetByLabel("In answer to").SelectOptionAsync(new SelectOptionValue { Label = inAnswerTo });
        await page.GetByLabel("Ask or answer").FillAsync(says);
        await Press(page, "Say it");
        await page.Says(says);
    }

    static async Task GoLive(IPage page, string objective)
    {
        await page.GotoAsync(objective);
        await page.Says(Question, Answer);
        await Press(page, "Agree and go live");
        await page.WaitForURLAsync(new Regex("/launch$"));
        var alone = page.GetByLabel("serve", new() { Exact = false }).Last;
        if (await alone.CountAsync() > 0 && await alone.InputValueAsync() == "")
            await alone.FillAsync("Nobody else opens before the ferry.");
        await Press(page, "Agree and go live");
        await page.Says("· live ·");
    }

    /// <summary>From the value that is offered to the saved word, without a mouse.</summary>
    static async Task CheckInByKeyboard(IPage page, string keyResult)
    {
        await page.GotoAsync(keyResult.Replace("/key-results/", "/check-in/", StringComparison.Ordinal));
        await page.Says("What did you learn?");
        foreach (var key in new[] { "Tab", "ArrowRight", "Tab" })
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.TypeAsync("They order before they sit.");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/aim/key-results/"));
        await page.Says("They order before they sit.");
    }

    static async Task<string> OpenAgenda(IPage page)
    {
        await page.GotoAsync("/aim");
        await page.GetByRole(AriaRole.Link, new() { Name = "Agendas", Exact = true }).ClickAsync();
        await page.GetByLabel("Team", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Counter" });
        await Press(page, "Open it");
        await page.WaitForURLAsync(new Regex("/aim/agendas/[0-9a-f]"));
        await page.Says("Nobody has voted yet.", "They order before they sit.");
        await Sound(page);
        return new Uri(page.Url).AbsolutePath;
    }

    static async Task Vote(IPage page, string agenda, int sure)
    {
        await page.GotoAsync(agenda);
        await page.GetByRole(
                AriaRole.Group,
                new() { NameRegex = new Regex("Guests of the ferry leave before it calls") }
            )
            .GetByRole(AriaRole.Button, new() { Name = $"{sure} of 10" })
            .ClickAsync();
        await page.Says("You have voted.");
    }

    static async Task CloseAgenda(IPage page, string agenda)
    {
        await page.GotoAsync(agenda);
        await page.GetByLabel("What did we learn?").FillAsync("The queue is the order, not the coffee.");
        await page.GetByLabel("What is next?").FillAsync("A board at the pier.");
        await Press(page, "Save what we say");
        await page.GetByLabel("What did we decide?").FillAsync("Aiko asks at the pier.");
        await page.GetByLabel("Who takes it on?").SelectOptionAsync(new SelectOptionValue { Label = "Aiko" });
        await Press(page, "Note the decision");
        await page.Says("Aiko asks at the pier.");
        await Press(page, "Close the agenda");
        await page.Says("As it stood when it was closed", "The queue is the order", "6, from 4 to 9 (three votes)");
    }

    static async Task Decide(IPage page, string objective, string keyResult)
    {
        await page.GotoAsync(objective);
        await page.GetByRole(AriaRole.Link, new() { Name = "Decide on Guests of the ferry" }).ClickAsync();
        await page.WaitForURLAsync(new Regex($"{keyResult}/decide$"));
        await Sound(page);
        await page.GetByLabel("Adjust", new() { Exact = false }).First.CheckAsync();
        await page.GetByLabel("Adjusted: to which target?", new() { Exact = false }).FillAsync("3.5");
        await page.GetByLabel("Why?").FillAsync("Three leaves no time for a word.");
        await page.GetByLabel("Who agreed?").FillAsync("the counter and the ferry");
        await Press(page, "Decide");
        await page.Says("Adjusted", "Now:", "3.5", "Agreed by the counter and the ferry");
    }

    static async Task Close(IPage page, string objective)
    {
        await page.GotoAsync(objective);
        await page.GetByText("Close it", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Partly reached").CheckAsync();
        await page.GetByLabel("What did you learn?").FillAsync("Time is made before the counter.");
        await Press(page, "Close the objective");
        await page.Says("partly reached", "Time is made before the counter.");
    }

    static async Task Sound(IPage page)
    {
        var found = await Axe.Serious(page);
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
