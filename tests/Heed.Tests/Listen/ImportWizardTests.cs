using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>The wizard as a browser without scripts sees it.</summary>
public sealed class ImportWizardTests
{
    const string Answers =
        "nps,region,comment\n9,North,fine\n10,North,good\n3,South,slow\n8,South,ok\n9,North,fine\n7,South,well\n10,North,great\n42,South,odd\n";

    static async Task<HttpResponseMessage> Upload(HttpClient browser, string csv, string name = "answers.csv")
    {
        var page = await browser.Page("/listen/import");
        var form = page.QuerySelector("form[data-upload]")!;
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", name },
        };
        return await browser.PostAsync(form.GetAttribute("action"), content);
    }

    static Task<HttpResponseMessage> Press(
        HttpClient browser,
        string path,
        string form,
        Dictionary<string, string>? fields = null
    ) => browser.PostForm(path, form, fields ?? []);

    [Fact]
    public async Task A_file_goes_from_the_drop_to_the_scores_and_back_again()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();

        var taken = await Upload(browser, Answers);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        var import = taken.Headers.Location!.ToString();
        var mapping = await browser.Page(import);
        Assert.Equal("Recommend", ((IHtmlSelectElement)mapping.QuerySelector("select[name=use-0]")!).Value);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Press(
                    browser,
                    import,
                    "map",
                    new()
                    {
                        ["survey"] = "Guests",
                        ["on"] = "2035-02-10",
                        ["missing-0"] = "",
                    }
                )
            ).StatusCode
        );
        var tried = await browser.Page(import);
        Assert.Contains("“42” is not on the scale 0-10", tried.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Import 7 responses", tried.Body!.TextContent, StringComparison.Ordinal);

        await Press(browser, import, "start");
        await world.Settle(cast, Id<Import>.Parse(import.Split('/')[^1], null));
        var receipt = await browser.Page(import);
        Assert.Contains("7 responses", receipt.Body!.TextContent, StringComparison.Ordinal);
        var rejected = await browser.GetStringAsync($"{import}/rejected.csv");
        Assert.Contains("42,South,odd,\"Row 9, column “nps”", rejected, StringComparison.Ordinal);

        var list = await browser.Page("/listen");
        var survey = list.QuerySelector("th a")!.GetAttribute("href")!;
        var scores = await browser.Page(survey);
        Assert.Contains("7", scores.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var score = await browser.Page(scores.QuerySelector("th a")!.GetAttribute("href")!);
        Assert.Contains("4 promoters", score.Body!.TextContent, StringComparison.Ordinal);

        await Press(browser, import, "undo");
        var undone = await world.Settle(cast, Id<Import>.Parse(import.Split('/')[^1], null));
        Assert.Equal(ImportState.Undone, undone.State);
        var left = await world.As(cast, s => s.GetRequiredService<HeedDb>().Responses.CountAsync());
        Assert.Equal(0, left);
    }

    [Fact]
    public async Task One_press_makes_a_value_mean_no_answer()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var import = (await Upload(browser, Answers)).Headers.Location!.ToString();
        await Press(browser, import, "map", new() { ["survey"] = "Guests", ["missing-0"] = "" });
        var tried = await browser.Page(import);
        var form = tried
            .QuerySelectorAll("input[name=_handler]")
            .Select(i => i.GetAttribute("value")!)
            .First(f => f.StartsWith("code-", StringComparison.Ordinal));
        await Press(browser, import, form);
        Assert.Contains("Import 8 responses", (await browser.Page(import)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_is_refused_in_words_and_what_was_chosen_stays()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var import = (await Upload(browser, Answers)).Headers.Location!.ToString();
        var answer = await Press(
            browser,
            import,
            "map",
            new()
            {
                ["survey"] = "Guests",
                ["use-0"] = "Satisfaction",
                ["scale-0"] = "1-3",
            }
        );
        var page = await answer.Html();
        Assert.Contains(
            "needs four or more",
            page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("1-3", page.QuerySelector("input[name=scale-0]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Columns_are_grouped_by_what_they_mean_with_what_is_counted_first()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var page = await browser.Page((await Upload(browser, Answers)).Headers.Location!.ToString());
        var groups = page.QuerySelectorAll(".columns-of-file details.fold");
        Assert.Equal(
            ["One column is scored", "One column tells groups apart", "One column is kept raw and counted nowhere"],
            groups.Select(g => g.QuerySelector("summary .strong")!.TextContent)
        );
        Assert.Equal([true, false, false], groups.Select(g => g.HasAttribute("open")));
        Assert.Contains(
            "Nearly sure: named like the recommend question",
            groups[0].TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "3: 1",
            groups[0].QuerySelector("svg.tally")!.GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
        Assert.Equal("2", page.QuerySelector(".import-steps [aria-current=step] .at")!.TextContent);
    }

    [Fact]
    public async Task A_survey_without_a_name_is_refused_beside_its_field()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var import = (await Upload(browser, Answers)).Headers.Location!.ToString();
        var page = await (await Press(browser, import, "map", new() { ["survey"] = " ", ["wave"] = "2035" })).Html();
        Assert.Equal("#field-survey", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Contains(
            "Give the survey a name",
            page.QuerySelector("#field-survey-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("2035", page.QuerySelector("#field-wave")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_workbook_is_refused_with_what_to_do_and_nothing_is_kept()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var answer = await Upload(browser, "PK\u0003\u0004 not a table", "answers.xlsx");
        var page = await browser.Page(answer.Headers.Location!.ToString());
        Assert.Contains(
            "save the sheet as “CSV UTF-8”",
            page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.CountAsync()));
    }

    [Fact]
    public async Task A_form_of_another_site_takes_nothing_in()
    {
        await using var world = await World.Start();
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Answers)), "file", "answers.csv" },
        };
        var answer = await browser.PostAsync("/listen/import/file", content);
        Assert.StartsWith("/listen/import?because=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.CountAsync()));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused_before_it_is_read()
    {
        await using var world = await World.Start(null, "--Heed:LargestImport=1");
        var cast = await world.Organisation("Harbor Coffee");
        var browser = await cast.Browser();
        var answer = await Upload(browser, Answers + new string('x', 3_000_000));
        var page = await browser.Page(answer.Headers.Location!.ToString());
        Assert.Contains("larger than 1 MB", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/listen/imports/{0}")]
    [InlineData("/listen/imports/{0}/rejected.csv")]
    [InlineData("/listen/surveys/{1}")]
    [InlineData("/listen/surveys/{1}/remarks")]
    [InlineData("/listen/surveys/{1}/scores.csv")]
    [InlineData("/listen/surveys/{1}/scores/{2}")]
    public async Task What_belongs_to_others_is_not_here_just_like_what_never_was(string path)
    {
        await using var world = await World.Start();
        var theirs = await world.Organisation("Airport");
        var import = await world.Bring(
            theirs,
            SampleImports.Csv(Answers),
            new() { Columns = [new("nps", ColumnUse.Recommend, Missing: ["42"])] }
        );
        var question = await world.As(
            theirs,
            s => s.GetRequiredService<HeedDb>().Questions.Select(q => q.Id).FirstAsync()
        );
        var browser = await (await world.Organisation("Harbor Coffee", "Ada")).Browser();
        var foreign = await browser.GetAsync(string.Format(path, import.Id, import.SurveyId, question));
        var unknown = await browser.GetAsync(
            string.Format(path, Id<Import>.New(), Id<Survey>.New(), Id<Question>.New())
        );
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(await unknown.Alike(), await foreign.Alike());
    }
}
