using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Heed.Metrics;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.Metrics.MetricsOverTheApi;

namespace Heed.Tests.Metrics;

public sealed class MetricsApiTests
{
    [Fact]
    public async Task A_program_defines_a_metric_measures_it_and_reads_the_band()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        // Wheeler, Understanding Variation, through the reference table T1.
        var values = PublishedFigures.Wheeler;
        var id = await Define(api);
        var rows = values.Select((v, i) => new { on = new DateOnly(2034, 1, 2).AddDays(7 * i), value = v });
        var receipt = await Json(await api.PutAsJsonAsync($"/api/v1/metrics/{id}/measurements", rows));
        Assert.Equal(31, receipt.GetProperty("added").GetInt32());

        var read = await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{id}");
        var band = read.GetProperty("band");
        Assert.Equal(20.387, band.GetProperty("centre").GetDouble(), 3);
        Assert.Equal(4.7, band.GetProperty("averageMovingRange").GetDouble(), 3);
        Assert.Equal(7.885, band.GetProperty("lower").GetDouble(), 3);
        Assert.Equal(32.889, band.GetProperty("upper").GetDouble(), 3);
        Assert.Equal(15.36, band.GetProperty("rangeUpper").GetDouble(), 2);
        Assert.Equal("Firm", band.GetProperty("state").GetString());
        Assert.Equal("InsideItsBand", read.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("noBandBecause").ValueKind);
        Assert.Equal(28, read.GetProperty("last").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task A_description_that_makes_no_sense_is_refused_in_words()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var nameless = await api.PostAsJsonAsync("/api/v1/metrics", new { unit = "of 100" });
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.Contains("Give the metric a name", await nameless.Content.ReadAsStringAsync());
        var upside = await api.PostAsJsonAsync(
            "/api/v1/metrics",
            new
            {
                name = "Hours",
                unit = "h",
                wanted = "Range",
                wantedLow = 9,
                wantedHigh = 3,
                kind = "System",
                timing = "Lagging",
                cadence = "Day",
            }
        );
        Assert.Contains("low end must be below", await Detail(upside, HttpStatusCode.UnprocessableEntity));
        await Define(api);
        var twin = await api.PostAsJsonAsync(
            "/api/v1/metrics",
            new
            {
                name = "reorders WITHIN a month",
                unit = "%",
                wanted = "Up",
                kind = "Business",
                timing = "Lagging",
                cadence = "Day",
            }
        );
        Assert.Contains("There is already a metric", await Detail(twin, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_change_is_kept_and_written_down()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var api = harbor.Api();
        var id = await Define(api);
        await api.PutAsJsonAsync($"/api/v1/metrics/{id}/measurements/2035-02-26", new { value = 62 });
        var answer = await api.PutAsJsonAsync($"/api/v1/metrics/{id}", With(name: "Reorders in 30 days"));
        Assert.Equal("Reorders in 30 days", (await Json(answer)).GetProperty("name").GetString());
        Assert.Contains(
            "There is a point of 62, above 50",
            await Detail(await api.PutAsJsonAsync($"/api/v1/metrics/{id}", With(upper: 50)), HttpStatusCode.Conflict)
        );
        Assert.Contains(
            "Define another metric",
            await Detail(
                await api.PutAsJsonAsync($"/api/v1/metrics/{id}", With(cadence: "Day")),
                HttpStatusCode.Conflict
            )
        );
        Assert.Equal(
            "Reorders in 30 days",
            (await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{id}"))
                .GetProperty("metric")
                .GetProperty("name")
                .GetString()
        );
        var lines = await world.As(harbor, async here => await Lines(here, id));
        Assert.Contains(
            "Maya changed the metric “Reorders in 30 days”: name “Reorders within a month” is now “Reorders in 30 days”.",
            lines
        );

        static object With(string name = "Reorders in 30 days", int upper = 100, string cadence = "Week") =>
            new
            {
                name,
                unit = "of 100",
                wanted = "Up",
                lowerBound = 0,
                upperBound = upper,
                kind = "Behaviour",
                timing = "Leading",
                cadence,
            };
    }

    static Task<List<string>> Lines(IServiceProvider here, string id) =>
        ((Heed.Storage.HeedDb)here.GetService(typeof(Heed.Storage.HeedDb))!)
            .Entries.Where(e => e.SubjectId == Guid.Parse(id))
            .OrderBy(e => e.At)
            .Select(e => e.Sentence)
            .ToListAsync();

    [Fact]
    public async Task A_retired_metric_leaves_the_list_and_comes_back()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var id = await Define(api);
        await api.PostAsync($"/api/v1/metrics/{id}/retirement", null);
        Assert.Empty(await Names(api, "/api/v1/metrics"));
        Assert.Single(await Names(api, "/api/v1/metrics?retired=true"));
        await api.DeleteAsync($"/api/v1/metrics/{id}/retirement");
        Assert.Single(await Names(api, "/api/v1/metrics"));
    }

    [Fact]
    public async Task The_list_is_read_part_by_part_without_loss_or_repetition()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var api = harbor.Api();
        for (var i = 0; i < 7; i++)
            await harbor.Metric(SampleMeasurements.Asked($"Metric {i}"));
        var (seen, after) = (new List<string>(), "");
        do
        {
            var part = await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics?take=3{after}");
            seen.AddRange(part.GetProperty("items").EnumerateArray().Select(NameOf));
            var next = part.GetProperty("next").GetString();
            after = next is null ? "" : $"&after={next}";
        } while (after.Length > 0);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"Metric {i}"), seen);
        Assert.Equal(["Metric 4"], await Names(api, "/api/v1/metrics?words=METRIC 4"));
        Assert.Empty(await Names(api, "/api/v1/metrics?kind=System"));
    }

    static string NameOf(JsonElement item) => item.GetProperty("metric").GetProperty("name").GetString()!;

    static async Task<List<string>> Names(HttpClient api, string path) =>
        [.. (await api.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray().Select(NameOf)];

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PUT", "")]
    [InlineData("POST", "/retirement")]
    [InlineData("DELETE", "/retirement")]
    [InlineData("POST", "/baselines")]
    [InlineData("GET", "/measurements")]
    [InlineData("PUT", "/measurements")]
    [InlineData("GET", "/measurements.csv")]
    [InlineData("GET", "/measurements/2035-02-26")]
    [InlineData("PUT", "/measurements/2035-02-26")]
    public async Task A_foreign_metric_is_as_unknown_as_one_that_never_was(string method, string path)
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var metric = await harbor.Metric();
        await harbor.Record(metric, ("2035-02-26", 62));
        var stranger = (await world.Organisation("Tea House", "Noor")).Api();

        var foreign = await Ask(stranger, metric.Id.ToString());
        var unknown = await Ask(stranger, Id<Metric>.New().ToString());
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(unknown, foreign);

        async Task<(HttpStatusCode Status, string Detail)> Ask(HttpClient api, string id)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/metrics/{id}{path}");
            if (method is "PUT" or "POST" && path != "/retirement")
                request.Content = JsonContent.Create(Body());
            var answer = await api.SendAsync(request);
            return (answer.StatusCode, (await Json(answer)).GetProperty("detail").GetString()!);
        }

        object Body() =>
            path switch
            {
                "" => Reorders,
                "/baselines" => new
                {
                    from = "2035-01-01",
                    to = "2035-02-01",
                    reason = "because",
                },
                "/measurements" => new[] { new { on = "2035-02-26", value = 1 } },
                _ => new { value = 1 },
            };
    }
}
