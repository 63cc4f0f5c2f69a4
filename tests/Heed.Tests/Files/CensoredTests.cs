using System.Text.Json;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Metrics;

namespace Heed.Tests.Files;

/// <summary>“&lt;1”, “≥ 90”, “&lt;LOD”: values of which only a side is known are neither numbers nor nothing.</summary>
public sealed class CensoredTests
{
    const string Labs = """
        day;ct
        2026-01-05;12
        2026-01-06;<1
        2026-01-07;14
        2026-01-08;< 1
        2026-01-09;11
        2026-01-10;>95
        2026-01-11;13
        2026-01-12;≥ 90
        2026-01-13;12,5

        """;

    static readonly string[] Asked = ["--date", "day", "--value", "ct"];

    static List<string> Notes(JsonElement json) =>
        [.. json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];

    [Fact]
    public async Task A_series_names_them_and_asks_what_they_count_as()
    {
        using var file = new Csv(Labs);
        var because = await Typed.Refused(["analyze", "series", file.Path, .. Asked]);
        Assert.Contains(
            "Row 3, column “ct”: “<1” says only that it lies below 1. Say what such values count as: --censored half (half the limit), limit (the limit itself) or missing (left out).",
            because,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "half",
        9,
        "2 values of “ct” (<1) lie below a limit and count as half of it; 2 (>95, ≥90) lie above one and count as it."
    )]
    [InlineData(
        "limit",
        9,
        "2 values of “ct” (<1) lie below a limit and count as it; 2 (>95, ≥90) lie above one and count as it."
    )]
    [InlineData("missing", 5, "4 values of “ct” (<1, >95, ≥90) are known on one side only and left out, as asked.")]
    public async Task What_was_chosen_is_done_and_said(string choice, int n, string said)
    {
        using var file = new Csv(Labs);
        var json = await Typed.Json(["analyze", "series", file.Path, .. Asked, "--censored", choice]);
        Assert.Equal(n, json.GetProperty("n").GetInt32());
        Assert.Contains(said, Notes(json));
    }

    [Fact]
    public async Task Half_of_a_limit_is_what_is_computed_with()
    {
        var rows = string.Concat(
            Enumerable.Range(1, 12).Select(i => $"2026-02-{i:00},{(i % 2 == 0 ? "<4 %" : "6 %")}\n")
        );
        using var file = new Csv("day,share\n" + rows);
        async Task<double> Centre(string choice) =>
            (
                await Typed.Json([
                    "analyze",
                    "series",
                    file.Path,
                    "--date",
                    "day",
                    "--value",
                    "share",
                    "--censored",
                    choice,
                ])
            )
                .GetProperty("band")
                .GetProperty("centre")
                .GetDouble();
        Assert.Equal(4, await Centre("half"), 1e-9);
        Assert.Equal(5, await Centre("limit"), 1e-9);
    }

    [Fact]
    public async Task Columns_of_numbers_are_read_alike_in_other_verbs()
    {
        using var file = new Csv(
            "overall,speed,care\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 80)
                        .Select(i => $"{i % 7 + 1},{(i % 7 == 0 ? "<2" : $"{i % 7 + 1}")},{i * 3 % 5 + 1}\n")
                )
        );
        string[] asked = ["analyze", "drivers", file.Path, "--outcome", "overall", "--driver", "speed", "care"];
        Assert.Contains("“<2” says only that it lies below 2", await Typed.Refused(asked), StringComparison.Ordinal);
        Assert.Contains(
            Notes(await Typed.Json([.. asked, "--censored", "limit"])),
            note => note.StartsWith("12 values of “speed” (<2)", StringComparison.Ordinal)
        );
        Assert.Contains(
            Notes(await Typed.Json([.. asked, "--censored", "missing"])),
            note => note.EndsWith("left out, as asked.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_limit_that_is_not_named_can_only_be_left_out()
    {
        using var file = new Csv(Labs.Replace(">95", "<LOD", StringComparison.Ordinal));
        string[] asked = ["analyze", "series", file.Path, .. Asked, "--censored"];
        Assert.Contains(
            "“<LOD” names no limit, so it can only be left out: --censored missing",
            await Typed.Refused([.. asked, "half"]),
            StringComparison.Ordinal
        );
        Assert.Equal(5, (await Typed.Json([.. asked, "missing"])).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Counts_of_events_are_whole_or_asked_about()
    {
        using var file = new Csv(
            "day,falls\n"
                + string.Concat(Enumerable.Range(1, 12).Select(i => $"2026-02-{i:00},{(i == 3 ? "<5" : "7")}\n"))
        );
        string[] asked = ["analyze", "series", file.Path, "--date", "day", "--value", "falls", "--count", "--censored"];
        Assert.Contains("whole numbers", await Typed.Refused([.. asked, "half"]), StringComparison.Ordinal);
        Assert.Equal(12, (await Typed.Json([.. asked, "limit"])).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Groups_that_are_called_so_stay_groups()
    {
        using var file = new Csv(
            "day,age,calls\n"
                + string.Concat(
                    Enumerable
                        .Range(1, 24)
                        .Select(i => $"2026-02-{(i + 1) / 2:00},{(i % 2 == 0 ? "<18" : ">65")},{i}\n")
                )
        );
        var json = await Typed.Json([
            "analyze",
            "series",
            file.Path,
            "--date",
            "day",
            "--value",
            "calls",
            "--by",
            "age",
            "--censored",
            "missing",
        ]);
        Assert.Contains("<18", json.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Posts text, and then the same form as it came back with the choice that it asks for.</summary>
    static async Task<(string Asked, string Seen)> Chosen(HttpClient browser, string path, string form, string text)
    {
        var first = await browser.PostForm(path, form, new() { ["Asked.Text"] = text });
        var page = await first.Html();
        var element = page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        Assert.True(element.QuerySelector("select[name='Asked.Censored']") is not null, page.Body!.TextContent);
        var filled = Forms.Filled(element);
        filled["Asked.Censored"] = "Half";
        var second = await browser.PostAsync(path, new FormUrlEncodedContent(filled));
        return (page.Body!.TextContent, (await second.Html()).Body!.InnerHtml);
    }

    [Fact]
    public async Task A_file_of_values_asks_on_its_page_and_says_how_many()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Metric(SampleMeasurements.Asked("Germs", Heed.Analytics.Evidence.Cadence.Day));
        var (asked, seen) = await Chosen(
            await maya.Browser(),
            $"/metrics/{metric.Id}/file",
            "file",
            "date,value\n2035-03-01,12\n2035-03-02,<2\n2035-03-03,14\n"
        );
        Assert.Contains(
            "Row 3 has the value “<2”, which says only that it lies below 2.",
            asked,
            StringComparison.Ordinal
        );
        Assert.Contains("1 value (&lt;2) lies below a limit and counts as half of it.", seen, StringComparison.Ordinal);
        Assert.Contains("2035-03-02,1", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_table_asks_before_it_shows_what_it_becomes()
    {
        await using var world = await World.Start();
        var (asked, seen) = await Chosen(
            await (await world.Organisation("Harbor Coffee")).Browser(),
            "/metrics/paste",
            "paste",
            "day\tct\n2035-03-01\t12\n2035-03-02\t<2\n2035-03-03\t14\n2035-03-04\t15\n2035-03-05\t11\n"
        );
        Assert.Contains("“ct”, row 3: “<2” says only that it lies below 2.", asked, StringComparison.Ordinal);
        Assert.Contains(
            "1 value of “ct” (&lt;2) lies below a limit and counts as half of it.",
            seen,
            StringComparison.Ordinal
        );
        Assert.Contains("5 values", seen, StringComparison.Ordinal);
        Assert.Contains("name=\"Asked.Censored\" value=\"Half\"", seen, StringComparison.Ordinal);
    }
}
