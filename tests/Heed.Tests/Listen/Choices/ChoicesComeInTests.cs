using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Heed.Listen;
using static Heed.Tests.Listen.ChoicePageTests;

namespace Heed.Tests.Listen;

/// <summary>Options as programs send them and files hold them, and what is refused.</summary>
public sealed class ChoicesComeInTests(OneWorld one) : IClassFixture<OneWorld>
{
    [Fact]
    public async Task Programs_send_options_with_a_semicolon_between()
    {
        var (world, cast) = await one.Story();
        var survey = (await world.Bring(cast, SampleImports.Csv(Csv()), Both)).SurveyId!.Value;
        using var api = cast.Api();
        var sent = await api.PostAsJsonAsync(
            $"/api/v1/surveys/{survey}/responses",
            new
            {
                responses = Enumerable
                    .Range(0, 60)
                    .Select(i => new
                    {
                        id = $"r{i}",
                        on = "2034-05-03",
                        answers = new Dictionary<string, string>
                        {
                            ["nps"] = (i % 11).ToString(CultureInfo.InvariantCulture),
                            ["Which way?"] = "App",
                            ["Which ways?"] = i % 2 == 0 ? "Web;App" : "App",
                        },
                    }),
            }
        );
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal("App 90, Phone 10, Web 20", (await world.Choice(cast, "Which way?")).InShort());
        // Web went with the three of Fax in the first release, so it is that of the second alone.
        Assert.Equal("App 100, Fax hidden, Web 30", (await world.Choice(cast, "Which ways?")).InShort());
    }

    [Fact]
    public async Task More_options_than_sixty_are_refused_before_anything_is_stored()
    {
        var (world, cast) = await one.Story();
        var report = await world.DryRun(
            cast,
            "a,b,nps\n"
                + string.Concat(Enumerable.Range(0, 200).Select(i => $"option {i % 61},x{i % 61};y,{i % 11}\n")),
            new ColumnMapping("a", ColumnUse.Choice),
            new ColumnMapping("b", ColumnUse.Choices, Separator: ";"),
            new ColumnMapping("nps", ColumnUse.Recommend)
        );
        Assert.Equal(2, report.Problems.Count(p => p is { Kind: ProblemKind.TooManyValues, Stops: true }));
        Assert.All(report.Problems, p => Assert.Contains("more than 60", p.Says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_come_in_under_their_words()
    {
        var (world, cast) = await one.Story();
        var labels = new Dictionary<string, string> { ["1"] = "Phone", ["2"] = "Shop" };
        await world.Bring(
            cast,
            SampleImports.Csv(
                "way,ways\n"
                    + string.Concat(Enumerable.Range(0, 60).Select(i => $"{1 + i % 2},{(i % 3 == 0 ? "1;2" : "2")}\n"))
            ),
            new()
            {
                Columns =
                [
                    new("way", ColumnUse.Choice, Labels: labels),
                    new("ways", ColumnUse.Choices, Separator: ";", Labels: labels),
                ],
            }
        );
        Assert.Equal("Phone 30, Shop 30", (await world.Choice(cast, "way")).InShort());
        Assert.Equal("Phone 20, Shop 60", (await world.Choice(cast, "ways")).InShort());
    }

    [Fact]
    public async Task Several_options_without_a_separator_are_refused_in_words()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv(Csv()));
        var refused = await world.Map(cast, import, new() { Columns = [new("Which ways?", ColumnUse.Choices)] });
        Assert.True(refused.Refused(out var refusal, out _));
        Assert.Contains("what stands between the options", refusal.Because, StringComparison.Ordinal);
    }
}
