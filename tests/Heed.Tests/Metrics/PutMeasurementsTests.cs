using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Heed.Metrics;
using static Heed.Tests.Metrics.MetricsOverTheApi;

namespace Heed.Tests.Metrics;

public sealed class PutMeasurementsTests
{
    [Fact]
    public async Task Without_six_points_the_band_is_null_and_says_why()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var id = await Define(api);
        var empty = await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{id}");
        Assert.Equal("NotMeasured", empty.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, empty.GetProperty("last").ValueKind);
        await api.PutAsJsonAsync($"/api/v1/metrics/{id}/measurements/2035-02-26", new { value = 62 });
        var read = await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{id}");
        Assert.Equal("TooFewPoints", read.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("band").ValueKind);
        Assert.Equal("Limits need 6 points, and there is 1.", read.GetProperty("noBandBecause").GetString());
    }

    [Fact]
    public async Task A_value_put_twice_is_one_and_a_correction_shows_its_past()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var id = await Define(api);
        var at = $"/api/v1/metrics/{id}/measurements/2035-02-26";
        Assert.Equal(
            1,
            (await Json(await api.PutAsJsonAsync(at, new { value = 62, count = 418 }))).GetProperty("added").GetInt32()
        );
        Assert.Equal(
            1,
            (await Json(await api.PutAsJsonAsync(at, new { value = 62 }))).GetProperty("unchanged").GetInt32()
        );
        Assert.Equal(
            1,
            (await Json(await api.PutAsJsonAsync(at, new { value = 64, note = "late answers" })))
                .GetProperty("corrected")
                .GetInt32()
        );
        var history = (await api.GetFromJsonAsync<JsonElement>(at)).EnumerateArray().ToList();
        Assert.Equal([64.0, 62.0], history.Select(h => h.GetProperty("value").GetDouble()));
        Assert.Equal(history[1].GetProperty("id").GetString(), history[0].GetProperty("supersedes").GetString());
        var points = await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{id}/measurements");
        Assert.Equal(64, points.GetProperty("items").EnumerateArray().Single().GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task The_address_and_the_body_may_not_disagree_about_the_day()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var id = await Define(api);
        var answer = await api.PutAsJsonAsync(
            $"/api/v1/metrics/{id}/measurements/2035-02-26",
            new { on = "2035-02-19", value = 62 }
        );
        Assert.Contains("Leave the date out of the body", await Detail(answer, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_file_is_foreseen_then_put_and_again_changes_nothing()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var id = await Define(api);
        const string file = "date;value;n\n05.02.2035;61,5;400\n12.02.2035;62,25;390\n19.02.2035;60;\n";
        var to = $"/api/v1/metrics/{id}/measurements.csv";
        Assert.Equal(
            3,
            (await Json(await api.PutAsync($"{to}?dryRun=true", Csv(file)))).GetProperty("added").GetInt32()
        );
        Assert.Equal(
            0,
            (await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{id}/measurements"))
                .GetProperty("items")
                .GetArrayLength()
        );
        Assert.Equal(3, (await Json(await api.PutAsync(to, Csv(file)))).GetProperty("added").GetInt32());
        Assert.Equal(3, (await Json(await api.PutAsync(to, Csv(file)))).GetProperty("unchanged").GetInt32());
        var text = await api.GetStringAsync(to);
        Assert.Contains("2035-02-12,62.25,390,,,", text);
        Assert.Equal(3, (await Json(await api.PutAsync(to, Csv(text)))).GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task A_bad_row_of_a_file_is_named_by_its_line()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var id = await Define(api);
        var answer = await api.PutAsync(
            $"/api/v1/metrics/{id}/measurements.csv",
            Csv("date,value\n2035-02-19,60\n\n2035-02-26,160\n")
        );
        Assert.Contains("Row 4 has 160, above what", await Detail(answer, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_program_says_what_values_of_one_side_count_as()
    {
        await using var world = await World.Start();
        var api = (await world.Organisation("Harbor Coffee")).Api();
        var id = await Define(api);
        const string file = "date,value\n2035-02-12,<10\n2035-02-19,60\n2035-02-26,61\n";
        var to = $"/api/v1/metrics/{id}/measurements.csv";
        var said = await Detail(await api.PutAsync(to, Csv(file)), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("“<10”, which says only that it lies below 10", said, StringComparison.Ordinal);
        Assert.Contains("?censored=half", said, StringComparison.Ordinal);

        Assert.Equal([5.0, 60, 61], await Put("half"));
        Assert.Equal([10.0, 60, 61], await Put("limit"));
        var missing = await Json(await api.PutAsync($"{to}?censored=missing&dryRun=true", Csv(file)));
        Assert.Equal(2, missing.GetProperty("unchanged").GetInt32());
        var third = await api.PutAsync($"{to}?censored=third", Csv(file));
        Assert.Contains("cannot count as “third”", await Detail(third, HttpStatusCode.UnprocessableEntity));

        async Task<IEnumerable<double>> Put(string choice)
        {
            var answer = await api.PutAsync($"{to}?censored={choice}", Csv(file));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return
            [
                .. (await api.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{id}/measurements"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(point => point.GetProperty("value").GetDouble()),
            ];
        }
    }
}
