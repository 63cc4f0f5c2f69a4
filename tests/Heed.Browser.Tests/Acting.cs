using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>What people do again and again in the journeys, by the words that they see.</summary>
static class Acting
{
    /// <summary>The page, once it has arrived, says all of these.</summary>
    public static async Task Says(this IPage page, params string[] words)
    {
        foreach (var word in words)
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(word);
    }

    /// <summary>A plan that starts tomorrow and is looked at after fourteen weeks, without its prediction.</summary>
    public static async Task FillTrial(this IPage page, string change, string obstacle, DateOnly today)
    {
        await page.GetByLabel("What will you change?").FillAsync(change);
        await page.GetByLabel("What is in the way?").FillAsync(obstacle);
        await page.GetByLabel("Environment").CheckAsync();
        await page.GetByLabel("Starts on").FillAsync(Day(today.AddDays(1)));
        await page.GetByLabel("Look on").FillAsync(Day(today.AddDays(99)));
        await page.GetByLabel("How would you take it back?").FillAsync("Put everything where it was.");
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The numbered steps of the README's first ten minutes, which are walked in its order and all of them.</summary>
sealed partial class Steps(IPage page)
{
    readonly IReadOnlyList<string> _titles =
    [
        .. Title().Matches(File.ReadAllText(Readme())).Select(m => m.Groups["title"].Value),
    ];
    const int Shown = 1500;
    int _walked;

    public async Task Walk(string title, Func<Task> act)
    {
        Assert.True(_walked < _titles.Count, $"The README has no step “{title}”.");
        Assert.Equal(_titles[_walked++], title);
        try
        {
            await act();
        }
        catch (Exception problem) when (problem is PlaywrightException or TimeoutException)
        {
            var main = page.Locator("main");
            var says = await main.CountAsync() > 0 ? await main.InnerTextAsync() : "";
            Assert.Fail($"Step “{title}”, at {page.Url}: {Short(problem.Message)}\nThe page says:\n{Short(says)}");
        }
    }

    static string Short(string text) => text.Length > Shown ? text[..Shown] + " …" : text;

    public void AreAllWalked() => Assert.Equal(_titles.Count, _walked);

    static string Readme([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "README.md");

    [GeneratedRegex(@"^\d+\. \*\*(?<title>[^*]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Title();
}
