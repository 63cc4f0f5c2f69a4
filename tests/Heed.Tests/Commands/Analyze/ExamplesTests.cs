using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Heed.Tests.Commands.Analyze;

/// <summary>What the help and the docs show runs, and every answer keeps the laws of its form.</summary>
public sealed partial class ExamplesTests
{
    static readonly string[] Verbs =
    [
        "survey",
        "series",
        "experiment",
        "themes",
        "drivers",
        "agreement",
        "tie",
        "lifetime",
        "plan",
    ];

    static IEnumerable<string> All => OfHelp().Concat(OfDocs()).Distinct();

    public static TheoryData<string> Examples => [.. All.Except(ByAddress)];

    /// <summary>Those that name a Heed in the place of a file; they are run against one.</summary>
    internal static IEnumerable<string> ByAddress =>
        All.Where(example => example.Contains("https://", StringComparison.Ordinal));

    static IEnumerable<string> OfHelp() =>
        Verbs.SelectMany(verb => Commands(Typed.Heed("analyze", verb, "--help").GetAwaiter().GetResult().Output));

    static IEnumerable<string> OfDocs() =>
        Commands(File.ReadAllText(Path.Combine(Repository.Root, "docs", "methods", "analyze.md")));

    static IEnumerable<string> Commands(string text) => Command().Matches(text).Select(match => match.Value.Trim());

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_figures_of_every_example_are_json_without_NaN(string example)
    {
        using var files = new ExampleFiles();
        var json = await Typed.Json(files.Typed(example));
        Walk(json, "");
        Assert.Equal(JsonValueKind.Object, json.ValueKind);
    }

    static void Walk(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    // The points of a scale are names of their own.
                    Assert.True(char.IsLower(property.Name[0]) || path == ".distribution", $"{path}.{property.Name}");
                    Walk(property.Value, $"{path}.{property.Name}");
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Walk(item, path);
                break;
            case JsonValueKind.Number:
                Assert.True(double.IsFinite(element.GetDouble()), path);
                break;
            case JsonValueKind.String:
                Assert.False(element.GetString() is "NaN" or "Infinity" or "-Infinity", path);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_of_the_help_and_the_docs_runs_and_its_picture_stands_alone(string example)
    {
        using var files = new ExampleFiles();
        var path = files["picture.svg"];
        var asked = example.Split(" --svg ")[0];
        var said = await Typed.Heed([.. files.Typed(asked), "--svg", path]);
        Assert.Equal("", said.Errors);
        Assert.Equal(0, said.Code);
        Assert.All(
            said.Output.Split('\n').Where(line => !line.Contains(path, StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 80)
        );
        Assert.DoesNotContain("NaN", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", said.Output, StringComparison.Ordinal);
        Assert.Contains("The picture is in", said.Output, StringComparison.Ordinal);

        var text = await File.ReadAllTextAsync(path);
        var svg = XElement.Parse(text);
        XNamespace names = "http://www.w3.org/2000/svg";
        Assert.Equal(names + "svg", svg.Name);
        Assert.NotEmpty(svg.Element(names + "title")!.Value);
        Assert.NotEmpty(svg.Element(names + "desc")!.Value);
        Assert.Equal("#ffffff", svg.Element(names + "rect")!.Attribute("fill")!.Value);
        // Nothing of the pages' stylesheet, nothing from elsewhere, no place that is not a number.
        Assert.DoesNotContain("var(--", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        Assert.True(svg.Descendants(names + "path").Any() || svg.Descendants(names + "circle").Any());
    }

    [Fact]
    public void Every_verb_teaches_by_two_examples_or_more() =>
        Assert.All(
            Verbs,
            verb =>
                Assert.True(
                    Commands(Typed.Heed("analyze", verb, "--help").GetAwaiter().GetResult().Output).Distinct().Count()
                        >= 2,
                    verb
                )
        );

    [Theory] // docs/methods/analyze.md lists the fields that programs may rely on.
    [InlineData("survey", "heed analyze survey airport.csv --score NETPRO --kind recommend --missing 11")]
    [InlineData("survey, options", "heed analyze survey answers.csv --score channels --kind choices")]
    [InlineData("survey, numbers", "heed analyze survey answers.csv --score minutes --kind number")]
    [InlineData("series", "heed analyze series calls.csv --date week --value calls --change 2026-03-02 --wanted down")]
    [InlineData("experiment", "heed analyze experiment arms.csv --arm arm --value rating --wanted up")]
    [InlineData("themes", "heed analyze themes remarks.csv --text comment --by region")]
    [InlineData("drivers", "heed analyze drivers answers.csv --outcome overall --driver staff wait --ordinal")]
    [InlineData("agreement", "heed analyze agreement ratings.csv --rater Maya Tom Ines --scale 1-5")]
    [InlineData("tie", "heed analyze tie calls.csv --date week --leading calls --lagging complaints --window 0-6")]
    [InlineData("lifetime, purchases", "heed analyze lifetime purchases.csv --customer customer --date date")]
    [InlineData("lifetime, cohort", "heed analyze lifetime cohort.csv --staying members")]
    [InlineData("plan, trial", "heed analyze plan calls.csv --date week --value calls")]
    [InlineData("plan, survey", "heed analyze plan --kind share --margin 5")]
    public async Task The_fields_of_the_json_are_those_of_the_docs(string form, string example)
    {
        using var files = new ExampleFiles();
        var json = await Typed.Json(files.Typed(example));
        var docs = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "methods", "analyze.md"));
        var row = Regex.Match(docs, $@"^\| {Regex.Escape(form)} \| (?<fields>.*) \|$", RegexOptions.Multiline);
        Assert.True(row.Success, $"analyze.md has no row for {form}.");
        Assert.Equal(
            json.EnumerateObject().Select(property => property.Name),
            Field().Matches(row.Groups["fields"].Value).Select(match => match.Groups["name"].Value)
        );
    }

    [GeneratedRegex(
        @"heed analyze (survey|series|experiment|themes|drivers|agreement|tie|lifetime|plan) (?!FILE)[^`\n|]*[^`\s|]"
    )]
    private static partial Regex Command();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`")]
    private static partial Regex Field();
}
