using System.Text.Json;
using Heed.Listen;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Commands;

/// <summary>A survey of a real Heed, by the address of its page. The token stands in the environment of the process: one after the other.</summary>
[Collection(nameof(SeriesByAddressTests))]
public sealed class SurveyByAddressTests : IDisposable
{
    const string Nobody = "0197a0c4f3b87c5e9d1a2b3c4d5e6f70";

    static void Token(string? token) => Environment.SetEnvironmentVariable("HEED_TOKEN", token);

    public void Dispose() => Token(null);

    /// <summary>Three of Bath are few; the others are 30 and 27.</summary>
    static string Shop(int row) =>
        row < 30 ? "York"
        : row < 57 ? "Hull"
        : "Bath";

    static async Task<(World World, Cast Maya, string Address, string Api)> Asked()
    {
        var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rows = Enumerable
            .Range(0, 60)
            .Select(i => $"2035-0{1 + i % 2}-10,{i % 11},{Shop(i)},{(i % 3 == 0 ? "Phone" : "Counter")}\n");
        var import = await world.Take(maya, SampleImports.Csv($"when,nps,shop,way\n{string.Concat(rows)}"));
        var mapping = new Mapping
        {
            Columns =
            [
                new("when", ColumnUse.Date),
                new("nps", ColumnUse.Recommend),
                new("shop", ColumnUse.Attribute),
                new("way", ColumnUse.Choice),
            ],
        };
        SampleImports.Given(await world.Map(maya, import, mapping));
        SampleImports.Given(await world.As(maya, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        var survey = (await world.Settle(maya, import.Id)).SurveyId;
        Token(maya.Token);
        return (world, maya, $"{world.Address}listen/surveys/{survey}", $"/api/v1/surveys/{survey}");
    }

    static JsonElement Group(JsonElement score, string name) =>
        score.GetProperty("by").EnumerateArray().Single(g => g.GetProperty("group").GetString() == name);

    [Fact]
    public async Task A_score_is_read_by_the_address_of_its_survey_and_is_that_of_the_api()
    {
        var (world, maya, address, api) = await Asked();
        await using var _ = world;
        var told = JsonDocument.Parse(await maya.Api().GetStringAsync($"{api}/scores/nps")).RootElement;
        Assert.Equal(60, told.GetProperty("n").GetInt32());
        var read = await Typed.Json("analyze", "survey", address, "--score", "nps");
        foreach (var figure in new[] { "n", "value", "low", "high", "standardError" })
            Assert.Equal(told.GetProperty(figure).GetDouble(), read.GetProperty(figure).GetDouble());
        Assert.Equal("recommend", read.GetProperty("kind").GetString());

        var report = await Typed.Heed(
            "analyze",
            "survey",
            $"{world.Address.ToString().TrimEnd('/')}{api}",
            "--score",
            "nps"
        );
        Assert.Equal("", report.Errors);
        Assert.Contains("The recommend score of nps is", report.Output, StringComparison.Ordinal);
        Assert.Contains("from 60 answers", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_few_is_hidden_as_on_the_page()
    {
        var (world, _, address, _) = await Asked();
        await using var _ = world;
        var read = await Typed.Json("analyze", "survey", address, "--score", "nps", "--by", "shop", "--by", "month");
        Assert.Equal(30, Group(read, "York").GetProperty("n").GetInt32());
        Assert.Equal(30, Group(read, "2035-01-01").GetProperty("n").GetInt32());
        var few = Group(read, "Bath");
        foreach (var figure in new[] { "n", "value", "low", "high" })
            Assert.Equal(JsonValueKind.Null, few.GetProperty(figure).ValueKind);
        Assert.NotEqual("", few.GetProperty("because").GetString());

        var report = (await Typed.Heed("analyze", "survey", address, "--score", "nps", "--by", "shop")).Output;
        var bath = report.Split('\n').Single(line => line.Contains("Bath", StringComparison.Ordinal));
        Assert.Contains("hidden", bath, StringComparison.Ordinal);
        Assert.DoesNotContain(bath, char.IsDigit);
        Assert.Contains("Counted by http", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_with_options_is_counted()
    {
        var (world, _, address, _) = await Asked();
        await using var _ = world;
        var read = await Typed.Json("analyze", "survey", address, "--score", "way");
        Assert.Equal(60, read.GetProperty("n").GetInt32());
        var phone = read.GetProperty("options")
            .EnumerateArray()
            .Single(o => o.GetProperty("option").GetString() == "Phone");
        Assert.Equal(20, phone.GetProperty("count").GetInt32());
        var report = await Typed.Heed("analyze", "survey", address, "--score", "way");
        Assert.Contains("60 people answered way.", report.Output, StringComparison.Ordinal);
        Assert.Contains(
            "--by compares scores",
            await Typed.Refused("analyze", "survey", address, "--score", "way", "--by", "shop"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--kind", "recommend")]
    [InlineData("--missing", "11")]
    [InlineData("--where", "shop=York")]
    [InlineData("--svg", "nps.svg")]
    public async Task What_says_how_a_file_is_read_is_refused_and_not_left_out_silently(string option, string value)
    {
        var said = await Typed.Refused(
            "analyze",
            "survey",
            $"https://heed.example/listen/surveys/{Nobody}",
            "--score",
            "nps",
            option,
            value
        );
        Assert.StartsWith($"{option} is for files.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_see_it_reads_nothing_and_is_told_so()
    {
        var (world, _, address, _) = await Asked();
        await using var _ = world;
        Assert.Contains(
            "There is no such survey or question",
            await Typed.Refused("analyze", "survey", address, "--score", "nothing"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "nowhere",
            await Typed.Refused("analyze", "survey", address, "--score", "nps", "--by", "nowhere"),
            StringComparison.Ordinal
        );
        Token((await world.Organisation("Lighthouse Books")).Token);
        Assert.Contains(
            "There is no such survey or question",
            await Typed.Refused("analyze", "survey", address, "--score", "nps"),
            StringComparison.Ordinal
        );
        Token(null);
        Assert.Contains(
            "asks for a token",
            await Typed.Refused("analyze", "survey", address, "--score", "nps"),
            StringComparison.Ordinal
        );
        Token("heed_api_secret");
        Assert.Contains(
            "http://heed.example is not encrypted",
            await Typed.Refused("analyze", "survey", $"http://heed.example/surveys/{Nobody}", "--score", "nps"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_example_that_names_a_survey_is_answered_by_a_Heed()
    {
        var (world, _, address, _) = await Asked();
        await using var _ = world;
        var examples = ExamplesTests
            .ByAddress.Where(e => e.Contains("/listen/surveys/", StringComparison.Ordinal))
            .ToList();
        Assert.True(examples.Count >= 2, string.Join('\n', examples));
        foreach (var example in examples)
        {
            var words = example
                .Split(' ')[1..]
                .Select(w => w.StartsWith("https://", StringComparison.Ordinal) ? address : w);
            var said = await Typed.Heed([.. words]);
            Assert.True(said.Code == 0, $"{example}: {said.Errors}");
        }
    }

    [Fact]
    public async Task A_file_is_still_asked_what_its_column_holds() =>
        Assert.Contains(
            "--kind",
            await Typed.Refused("analyze", "survey", "calls.csv", "--score", "nps"),
            StringComparison.Ordinal
        );
}
