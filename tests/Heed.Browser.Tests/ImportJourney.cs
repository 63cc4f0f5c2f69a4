using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>A real export with more header rows than one, brought in by what the screen says and nothing else.</summary>
public sealed class ImportJourney(Stage stage)
{
    [Theory]
    [InlineData("sample_legacy_2header.csv", "2 header rows", "ResponseSet")]
    [InlineData("sample_3header.csv", "3 header rows", "Antworttyp")]
    public async Task An_export_with_several_header_rows_comes_in_by_four_presses(
        string name,
        string head,
        string second
    )
    {
        var file = Shared($"survey-exports/{name}");
        await using var heed = await Stage.OpenSample();
        var page = await stage.Page(heed.Address);
        await page.SignIn();
        await page.GotoAsync("/listen/import");
        await page.GetByLabel("A file of answers").SetInputFilesAsync(file);
        await Press(page, AriaRole.Button, "Take this file");
        await page.Says(head, second, "none would be scored and 1 holds remarks");
        // Whose answer it was is shown nowhere, though only the second header row says what the column is.
        Assert.DoesNotContain("130.92.34.66", await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByLabel("Or a new survey, called").FillAsync("First export");
        await page.GetByLabel("Find a column").FillAsync("multiple choice");
        await page.GetByLabel("Q1 is", new() { Exact = true }).SelectOptionAsync("choice, one");
        await Press(page, AriaRole.Button, "Try it out");
        await page.Says("No row is here already, and none will be rejected.");
        await page.Says("1 column of choices, 1 column of remarks, into “First export”");
        await Press(page, AriaRole.Button, "Import 1 response");
        await page.Says("Its 1 response is removed");
        await Press(page, AriaRole.Link, "See the scores");
        await page.Says("1 question with options", "No option was chosen by five people or more");
    }

    static async Task Press(IPage page, AriaRole role, string name)
    {
        await page.GetByRole(role, new() { Name = name, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/listen/(imports|surveys)/"));
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    static string Shared(string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "shared", "data", name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not here: it is real data kept beside the project.");
        return Path.GetFullPath(path);
    }
}
