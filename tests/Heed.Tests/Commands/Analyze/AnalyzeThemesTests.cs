using System.Text;

namespace Heed.Tests.Commands.Analyze;

public sealed class AnalyzeThemesTests
{
    static readonly (string Subject, string[] Sayings)[] Themes =
    [
        ("the queue", ["took twenty minutes", "moved slowly", "was endless before work", "never got shorter"]),
        (
            "parking",
            ["was full of cars", "has too few spaces for cars", "costs more than the cars deserve", "is for small cars"]
        ),
        (
            "the oat milk",
            [
                "tasted sour in my cappuccino",
                "was cold in the cappuccino",
                "spoiled my cappuccino",
                "curdled in the cappuccino",
            ]
        ),
        (
            "the wifi",
            ["dropped on my laptop", "never reached my laptop", "was slow on my laptop", "asked my laptop twice"]
        ),
    ];

    static readonly string[] Begins = ["Honestly,", "Yesterday", "On Monday", "Sadly", "Again", "This time", "As ever"];

    static Csv Remarks(string more = "")
    {
        var text = new StringBuilder("comment,town\n");
        for (var i = 0; i < 160; i++)
        {
            var (subject, sayings) = Themes[i % 4];
            var town = i % 4 == 0 || i % 3 == 0 ? "Harbor" : "Hill";
            text.Append(FormattableString.Invariant($"\"{Begins[i % 7]} {subject} {sayings[i / 4 % 4]}.\",{town}\n"));
        }
        return new(text + more, name: "remarks.csv");
    }

    static string[] Ask(Csv file, params string[] more) =>
        ["analyze", "themes", file.Path, "--text", "comment", "--models", "no-such-file.bin", .. more];

    [Fact]
    public async Task Themes_come_with_their_share_their_interval_and_quotes()
    {
        using var file = Remarks(",Harbor\n");
        var json = await Typed.Json(Ask(file, "--themes", "4"));

        Assert.Equal(161, json.GetProperty("rows").GetInt32());
        Assert.Equal(160, json.GetProperty("remarks").GetInt32());
        Assert.False(json.GetProperty("withVectors").GetBoolean());
        var themes = json.GetProperty("themes").EnumerateArray().ToList();
        Assert.Equal(4, themes.Count);
        foreach (var word in new[] { "queue", "cars", "cappuccino", "laptop" })
            Assert.Contains(
                themes,
                theme => theme.GetProperty("label").GetString()!.Contains(word, StringComparison.Ordinal)
            );
        foreach (var theme in themes)
        {
            Assert.InRange(theme.GetProperty("share").GetDouble(), .2, .3);
            Assert.True(theme.GetProperty("low").GetDouble() < theme.GetProperty("share").GetDouble());
            Assert.NotEmpty(theme.GetProperty("quotes").EnumerateArray());
        }
        Assert.Contains("words alone", json.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_says_the_finding_first_and_what_cannot_be_said_last()
    {
        using var file = Remarks();
        var said = await Typed.Heed(Ask(file, "--themes", "4", "--by", "town"));

        Assert.Equal("", said.Errors);
        var lines = said.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("160 remarks in remarks.csv are about 4 themes; ", lines[0], StringComparison.Ordinal);
        Assert.Contains("By town", said.Output, StringComparison.Ordinal);
        Assert.Contains("Harbor (", said.Output, StringComparison.Ordinal);
        Assert.Contains("said ", said.Output, StringComparison.Ordinal);
        Assert.Contains("Themes were found by words alone.", said.Output, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Groups_of_fewer_than_ten_have_no_shares_and_personal_data_are_not_quoted()
    {
        var strange = string.Concat(
            Enumerable.Repeat("\"The wifi dropped on my laptop, write to maya@example.org about it\",Dale\n", 9)
        );
        using var file = Remarks(strange);
        var json = await Typed.Json(Ask(file, "--themes", "4", "--by", "town"));

        var groups = json.GetProperty("by")
            .EnumerateArray()
            .ToDictionary(group => group.GetProperty("group").GetString()!);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, groups["Dale"].GetProperty("themes").ValueKind);
        Assert.Equal("9 remarks; shares need 10.", groups["Dale"].GetProperty("because").GetString());
        Assert.Equal(4, groups["Hill"].GetProperty("themes").GetArrayLength());
        var quotes = json.GetProperty("themes")
            .EnumerateArray()
            .SelectMany(theme => theme.GetProperty("quotes").EnumerateArray())
            .ToList();
        Assert.Contains(
            quotes,
            quote => quote.GetProperty("text").GetString()!.Contains("[e-mail]", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("maya@example", json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_in_words()
    {
        using var file = Remarks();
        Assert.StartsWith(
            "remarks.csv has no column “coment”. Did you mean “comment”?",
            await Typed.Refused("analyze", "themes", file.Path, "--text", "coment"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "40 themes need 200 remarks",
            await Typed.Refused(Ask(file, "--themes", "40")),
            StringComparison.Ordinal
        );
        Assert.Contains("2 to 200", await Typed.Refused(Ask(file, "--themes", "1")), StringComparison.Ordinal);
        using var empty = new Csv("comment,town\n,a\n,b\n");
        Assert.Contains("None of the remarks has a word.", await Typed.Refused(Ask(empty)), StringComparison.Ordinal);
    }
}
