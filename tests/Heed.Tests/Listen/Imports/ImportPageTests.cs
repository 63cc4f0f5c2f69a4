using System.Net;
using AngleSharp.Html.Dom;
using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>The page of one import, through what becomes of it.</summary>
public sealed class ImportPageTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    static async Task<(Import Import, string Path)> Taken(World world, Cast cast, string csv)
    {
        var import = await world.Take(cast, SampleImports.Csv(csv));
        return (import, $"/listen/imports/{import.Id}");
    }

    static async Task Press(HttpClient browser, string path, string form, Dictionary<string, string>? fields = null)
    {
        var answer = await browser.PostForm(path, form, fields ?? []);
        var said = answer.StatusCode == HttpStatusCode.Redirect ? "" : (await answer.Html()).Body!.Says();
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{form}: {answer.StatusCode} {said}");
    }

    static Task<Import> Read(World world, Cast cast, Import import) =>
        world.As(cast, s => s.GetRequiredService<HeedDb>().Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id));

    [Fact]
    public async Task A_file_that_was_cut_goes_on_by_one_press()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        var (import, path) = await Taken(world, cast, "nps,said\n9,fine\n8,ok\n7,\"it be");
        await Press(
            browser,
            path,
            "map",
            new()
            {
                ["survey"] = "Guests",
                ["use-0"] = "Recommend",
                ["scale-0"] = "",
            }
        );

        var tried = await browser.Page(path);
        Assert.Contains("the file ends in the middle of this row", tried.Body!.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("Import 2 responses", tried.Body!.Says(), StringComparison.Ordinal);
        await Press(browser, path, "cut");

        var again = await browser.Page(path);
        Assert.Contains("Import 2 responses", again.Body!.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("Take in the rows before it", again.Body!.Says(), StringComparison.Ordinal);
        Assert.Contains("No row is here already.", again.Body!.Says(), StringComparison.Ordinal);
        Assert.True(Mapping.FromJson((await Read(world, cast, import)).Mapping).AcceptCut);
    }

    [Fact]
    public async Task Words_for_the_codes_of_a_choice_are_written_in_the_mapping_and_stay_there()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        var (import, path) = await Taken(world, cast, "way\n" + string.Concat(Enumerable.Repeat("1\n2\n3\n", 20)));
        Dictionary<string, string> fields = new()
        {
            ["survey"] = "Guests",
            ["use-0"] = "Choice",
            ["labels-0"] = "Phone",
        };
        var refused = await (await browser.PostForm(path, "map", fields)).Html();
        Assert.Contains("“way”: “Phone” gives no code its word.", refused.Body!.Says(), StringComparison.Ordinal);
        fields["labels-0"] = "1=Phone; 2=Shop";
        await Press(browser, path, "map", fields);
        var kept = Assert.Single(Mapping.FromJson((await Read(world, cast, import)).Mapping).Columns);
        Assert.Equal(("Phone", "Shop"), (kept.Labels!["1"], kept.Labels["2"]));
        var shown = (await browser.Page($"{path}?step=map")).QuerySelector("input[name=labels-0]");
        Assert.Equal("1=Phone, 2=Shop", shown?.GetAttribute("value"));
    }

    /// <summary>Google Forms calls a column by its whole question; two of its values still have a button each.</summary>
    [Fact]
    public async Task Two_values_of_one_long_question_are_named_as_codes_one_after_the_other()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        const string question = "All in all how satisfied were you with the service that you had from us on that day";
        const string never = "Does not apply to me because I have never been there";
        var rows = string.Concat(Enumerable.Repeat("1\n2\n3\n4\n5\n", 4));
        var (import, path) = await Taken(world, cast, $"{question}\n{rows}{never}\n{never}\n8\n9\n");
        await Press(
            browser,
            path,
            "map",
            new()
            {
                ["survey"] = "Guests",
                ["use-0"] = "Satisfaction",
                ["scale-0"] = "1-5",
                ["missing-0"] = "",
            }
        );
        string[] Buttons(IHtmlDocument page) =>
            [.. page.QuerySelectorAll("form button").Select(b => b.Says()).Where(t => t.EndsWith("means no answer"))];

        var page = await browser.Page(path);
        Assert.Equal(3, Buttons(page).Length);
        Assert.Equal("“Does not apply to me because I have nev…” means no answer", Buttons(page)[0]);
        foreach (var left in new[] { 2, 1, 0 })
        {
            await Press(browser, path, "code-0");
            page = await browser.Page(path);
            Assert.Equal(left, Buttons(page).Length);
        }
        Assert.Equal(
            [never, "8", "9"],
            Mapping.FromJson((await Read(world, cast, import)).Mapping).Columns[0].Missing!
        );
        Assert.Contains("Import 24 responses", page.Body!.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_addresses_of_people_are_not_shown_while_their_column_is_mapped()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        var (_, path) = await Taken(
            world,
            cast,
            "nps,E-mail,region\n"
                + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i % 11},maria{i % 3}@x.at,North\n"))
        );
        var page = await browser.Page(path);
        var row = page.QuerySelectorAll("tr[data-column]").Single(r => r.QuerySelector("th")!.Says() == "E-mail");
        Assert.Equal("not shown", row.QuerySelector("[data-label=Values]")!.Says());
        Assert.DoesNotContain("@x.at", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("North", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_how_the_file_was_read_and_reads_it_anew_with_other_header_rows()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        var (_, path) = await Taken(world, cast, "9;4\n7;5\n8;5\n");
        var page = await browser.Page(path);
        Assert.Contains(
            "1 KB, UTF-8, semicolon between 2 columns, no header row.",
            page.Body!.Says(),
            StringComparison.Ordinal
        );
        Assert.True(
            page.QuerySelectorAll("details.sheet")
                .Single(d => d.TextContent.Contains("as it is meant"))
                .HasAttribute("open")
        );

        await Press(browser, path, "reread", new() { ["headers"] = "1" });
        Assert.Contains(
            "2 columns, one header row.",
            (await browser.Page(path)).Body!.Says(),
            StringComparison.Ordinal
        );

        await Press(browser, path, "cancel");
        var receipt = await browser.Page(path);
        Assert.Contains("cancelled, nothing stored", receipt.Body!.Says(), StringComparison.Ordinal);
        Assert.Null(receipt.QuerySelector("input[value=undo]"));
        Assert.Null(receipt.QuerySelector(".import-steps"));
    }

    [Fact]
    public async Task A_second_file_may_join_a_survey_that_is_there_or_begin_one()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        await world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.Surveys.Add(new() { Name = "Guests", CreatedAt = world.Clock.GetUtcNow() });
                return await db.SaveChangesAsync();
            }
        );
        var (import, path) = await Taken(world, cast, "nps\n9\n8\n3\n7\n");
        var page = await browser.Page(path);
        Assert.Equal(
            ["a new survey, named beside", "Guests"],
            page.QuerySelectorAll("select[name=survey] option").Select(o => o.Says())
        );
        var nameless = await (await browser.PostForm(path, "map", new() { ["survey"] = "" })).Html();
        Assert.Equal("#field-survey-new", nameless.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        var dayless = await (
            await browser.PostForm(path, "map", new() { ["survey"] = "Guests", ["on"] = "soon" })
        ).Html();
        Assert.Contains(
            "“soon” is not a day.",
            dayless.QuerySelector("#field-on-error")!.Says(),
            StringComparison.Ordinal
        );

        await Press(browser, path, "map", new() { ["survey"] = "Guests", ["survey-new"] = "Airport" });
        Assert.Equal("Airport", (await Read(world, cast, import)).SurveyName);
        await Press(browser, path, "map", new() { ["survey"] = "Guests", ["survey-new"] = "" });
        Assert.Equal("Guests", (await Read(world, cast, import)).SurveyName);

        // The file lies on the server that took it; without it there is only another one to choose.
        world.Services.GetRequiredService<ImportFiles>().Remove(import.Id);
        var gone = await browser.Page(path);
        Assert.Contains(
            "is not on this server any more",
            gone.QuerySelector("[role=alert]")!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_first_survey_is_named_after_its_file_and_a_later_one_is_asked_about()
    {
        var (world, cast) = await one.Story();
        using var browser = await cast.Browser();
        var first = await world.Take(cast, SampleImports.Csv("nps\n9\n8\n"), "flying-etiquette_2035.csv");
        Assert.Equal("Flying etiquette 2035", await Named(first, "survey"));

        await world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.Surveys.Add(new() { Name = "Guests", CreatedAt = world.Clock.GetUtcNow() });
                return await db.SaveChangesAsync();
            }
        );
        var next = await world.Take(cast, SampleImports.Csv("csat\n3\n4\n"), "airport.csv");
        Assert.Equal("", await Named(next, "survey-new"));

        async Task<string> Named(Import import, string field) =>
            (
                (IHtmlInputElement)
                    (await browser.Page($"/listen/imports/{import.Id}")).QuerySelector($"input[name={field}]")!
            ).Value;
    }
}
