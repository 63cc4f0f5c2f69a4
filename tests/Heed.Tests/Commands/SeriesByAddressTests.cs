using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.Metrics.MetricsOverTheApi;

namespace Heed.Tests.Commands;

/// <summary>A metric of a real Heed, by the address of its page. The token stands in the environment of the process: one after the other.</summary>
[Collection(nameof(SeriesByAddressTests))]
public sealed class SeriesByAddressTests : IDisposable
{
    static readonly object Calls = new
    {
        name = "Calls, of all shops",
        unit = "calls",
        wanted = "Down",
        kind = "Behaviour",
        timing = "Leading",
        cadence = "Week",
    };

    static void Token(string? token) => Environment.SetEnvironmentVariable("HEED_TOKEN", token);

    public void Dispose() => Token(null);

    static string Weeks()
    {
        var text = new StringBuilder("date,value\n");
        var monday = new DateOnly(2034, 9, 4);
        for (var week = 0; week < 24; week++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{monday.AddDays(7 * week):yyyy-MM-dd},{(week < 12 ? 70 : 50) + week * 7 % 5}\n"
            );
        return text.ToString();
    }

    static async Task<(World World, Cast Maya, string Id, string Address)> Measured()
    {
        var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var api = maya.Api();
        var id = await Define(api, Calls);
        await Json(await api.PutAsync($"/api/v1/metrics/{id}/measurements.csv", Csv(Weeks())));
        Token(maya.Token);
        return (world, maya, id, $"{world.Address}metrics/{id}");
    }

    [Fact]
    public async Task A_metric_is_read_by_the_address_of_its_page_and_says_itself_what_it_is()
    {
        var (world, _, id, address) = await Measured();
        await using var _ = world;
        var file = Path.Combine(Directory.CreateTempSubdirectory("heed-series-").FullName, "calls.csv");
        await File.WriteAllTextAsync(file, Weeks(), TestContext.Current.CancellationToken);
        var byFile = await Typed.Json("analyze", "series", file, "--date", "date", "--value", "value");
        var byAddress = await Typed.Json("analyze", "series", address);
        Assert.Equal(byFile.GetProperty("band").GetRawText(), byAddress.GetProperty("band").GetRawText());
        Assert.Equal("calls", byAddress.GetProperty("unit").GetString());
        Assert.Equal("Week", byAddress.GetProperty("every").GetString());

        var report = await Typed.Heed("analyze", "series", $"{world.Address}api/v1/metrics/{id}");
        Assert.Equal("", report.Errors);
        Assert.Contains("Calls, of all shops", report.Output, StringComparison.Ordinal);
        Assert.Contains("24, one a week, in calls", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wanted_way_comes_from_the_metric_unless_somebody_says_another()
    {
        var (world, _, _, address) = await Measured();
        await using var _ = world;
        var met = await Typed.Json("analyze", "series", address, "--target", "60");
        Assert.Equal(60, met.GetProperty("assurance").GetProperty("target").GetDouble());
        var change = await Typed.Heed("analyze", "series", address, "--change", "2034-11-27");
        Assert.Contains("mproved", change.Output, StringComparison.Ordinal);
        var against = await Typed.Heed("analyze", "series", address, "--change", "2034-11-27", "--wanted", "up");
        Assert.DoesNotContain("Improved", against.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_band_is_that_of_the_metrics_page_also_after_a_rebase()
    {
        var (world, maya, id, address) = await Measured();
        await using var _ = world;
        var set = await maya.Api()
            .PostAsJsonAsync(
                $"/api/v1/metrics/{id}/baselines",
                new
                {
                    from = "2034-11-27",
                    to = "2035-02-12",
                    reason = "A new line answers.",
                }
            );
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync());
        var page = (await Json(await maya.Api().GetAsync($"/api/v1/metrics/{id}"))).GetProperty("band");
        var band = (await Typed.Json("analyze", "series", address)).GetProperty("band");
        foreach (var end in new[] { "centre", "lower", "upper" })
            Assert.Equal(page.GetProperty(end).GetDouble(), band.GetProperty(end).GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Every_example_that_names_an_address_is_answered_by_a_Heed()
    {
        var (world, _, _, address) = await Measured();
        await using var _ = world;
        var examples = ExamplesTests.ByAddress.Where(e => e.Contains("/metrics/", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Count >= 3, string.Join('\n', examples));
        foreach (var example in examples)
        {
            var words = example
                .Split(' ')[1..]
                .Select(w => w.StartsWith("https://", StringComparison.Ordinal) ? address : w);
            var said = await Typed.Heed([.. words.Select(w => w == "2026-03-02" ? "2034-11-27" : w)]);
            Assert.True(said.Code == 0, $"{example}: {said.Errors}");
        }
    }

    [Fact]
    public async Task A_trial_is_planned_on_a_metric_by_its_address()
    {
        var (world, _, _, address) = await Measured();
        await using var _ = world;
        var plan = await Typed.Json("analyze", "plan", address, "--predict", "-7", "--after", "8");
        Assert.Equal(24, plan.GetProperty("n").GetInt32());
        Assert.Equal("Week", plan.GetProperty("every").GetString());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_in_words_and_no_token_is_told()
    {
        var (world, maya, id, address) = await Measured();
        await using var _ = world;
        Assert.Contains(
            "There is no such metric",
            await Typed.Refused("analyze", "series", $"{world.Address}metrics/0197a0c4f3b87c5e9d1a2b3c4d5e6f70"),
            StringComparison.Ordinal
        );
        var empty = await Define(maya.Api());
        Assert.Contains(
            "has no values yet",
            await Typed.Refused("analyze", "plan", $"{world.Address}metrics/{empty}"),
            StringComparison.Ordinal
        );
        var stranger = await world.Organisation("Lighthouse Books");
        Token(stranger.Token);
        Assert.Contains(
            "There is no such metric",
            await Typed.Refused("analyze", "series", address),
            StringComparison.Ordinal
        );
        Token("heed_api_nonsense");
        var said = await Typed.Refused("analyze", "series", address);
        Assert.Contains("does not know the token", said, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", said, StringComparison.Ordinal);
        Token(" ");
        Assert.Contains(
            "asks for a token",
            await Typed.Refused("analyze", "series", address),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "needs a file",
            await Typed.Refused("analyze", "themes", address, "--text", "said"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("series")]
    [InlineData("themes", "--text", "said")]
    public async Task The_rows_of_a_survey_stay_where_they_are(string verb, params string[] options)
    {
        const string Survey = "https://heed.example/listen/surveys/0197a0c4f3b87c5e9d1a2b3c4d5e6f70";
        var said = await Typed.Refused(["analyze", verb, Survey, .. options]);
        Assert.Contains("The rows of a survey do not leave Heed", said, StringComparison.Ordinal);
        Assert.Contains($"{Survey}/scores.csv", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_named_columns_is_still_asked_about() =>
        Assert.Contains(
            "--date",
            await Typed.Refused("analyze", "series", "calls.csv", "--value", "calls"),
            StringComparison.Ordinal
        );
}
