using System.Text.Json;
using static Heed.Tests.Commands.Analyze.PublishedFigures;

namespace Heed.Tests.Commands.Analyze;

public sealed class AnalyzeSeriesTests
{
    static Task<JsonElement> Json(Csv file, params string[] options) =>
        Typed.Json(["analyze", "series", file.Path, "--date", "date", "--value", "value", .. options]);

    static Task<JsonElement> Sicily(params string[] options) =>
        Typed.Json([
            "analyze",
            "series",
            SharedFiles.Data("interrupted-series/sicily.csv"),
            "--date",
            "year,month",
            "--value",
            "aces",
            "--population",
            "stdpop",
            "--change",
            "2005-01-01",
            "--wanted",
            "down",
            .. options,
        ]);

    static double Number(JsonElement json, params string[] path) =>
        path.Aggregate(json, (element, name) => element.GetProperty(name)).GetDouble();

    [Fact] // T1: Wheeler via xmrit
    public async Task Wheelers_example_has_its_published_limits()
    {
        using var file = Csv.Weeks(Wheeler);
        var json = await Json(file);

        Assert.Equal(31, Number(json, "n"));
        Assert.Equal(20.387, Number(json, "band", "centre"), 0.0005);
        Assert.Equal(4.700, Number(json, "band", "averageMovingRange"), 0.0005);
        Assert.Equal(7.885, Number(json, "band", "lower"), 0.0005);
        Assert.Equal(32.889, Number(json, "band", "upper"), 0.0005);
        Assert.Equal(15.36, Number(json, "band", "rangeUpper"), 0.005);
        Assert.Equal("Firm", json.GetProperty("band").GetProperty("state").GetString());
        Assert.Empty(json.GetProperty("signals").EnumerateArray());
        Assert.Equal(
            "No change was asked about: add --change DATE.",
            json.GetProperty("change").GetProperty("because").GetString()
        );
    }

    [Fact] // T2: NIST e-Handbook 6.3.2.2
    public async Task The_handbooks_limits_come_out_unrounded()
    {
        using var file = Csv.Of([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1], i => $"2025-{i + 1:00}");
        var json = await Json(file, "--limits", "unrounded");

        Assert.Equal(50.81, Number(json, "band", "centre"), 0.00005);
        Assert.Equal(1.8778, Number(json, "band", "averageMovingRange"), 0.00005);
        Assert.Equal(45.816, Number(json, "band", "lower"), 0.0005);
        Assert.Equal(55.804, Number(json, "band", "upper"), 0.0005);
        Assert.Equal("Provisional", json.GetProperty("band").GetProperty("state").GetString());
    }

    [Fact] // T3: baseline 1871 to 1898
    public async Task The_Nile_shifts_when_history_says_so()
    {
        using var file = Csv.Of(Nile, i => $"{1871 + i}");
        var json = await Json(file, "--baseline", "1871..1898");
        var signals = json.GetProperty("signals").EnumerateArray().ToList();
        string First(string rule, string end) =>
            signals.First(signal => signal.GetProperty("rule").GetString() == rule).GetProperty(end).GetString()!;

        Assert.Equal(1097.75, Number(json, "band", "centre"), 0.005);
        Assert.Equal(141.185, Number(json, "band", "averageMovingRange"), 0.0005);
        Assert.Equal(722.2, Number(json, "band", "lower"), 0.05);
        Assert.Equal(1473.3, Number(json, "band", "upper"), 0.05);
        Assert.Equal("1901-01-01", First("NearALimit", "completed"));
        Assert.Equal("1902-01-01", First("Outside", "from"));
        Assert.Equal("1906-01-01", First("RunOnOneSide", "completed"));
        Assert.DoesNotContain(
            signals,
            signal => string.CompareOrdinal(signal.GetProperty("completed").GetString(), "1899") < 0
        );
    }

    [Fact] // T5: Lopez Bernal et al. 2017, Sicily
    public async Task Counts_give_the_published_rate_ratio()
    {
        var json = await Sicily("--count", "--season", "none", "--method", "published");

        Assert.Equal(0.894, Number(json, "change", "effect"), 0.0005);
        Assert.Equal(0.839, Number(json, "change", "low"), 0.0005);
        Assert.Equal(0.953, Number(json, "change", "high"), 0.0005);
        Assert.Equal(3.559, Number(json, "change", "dispersion"), 0.0005);
        // Poisson's own interval, 0.865 to 0.925, forgets that the counts vary more than Poisson's.
        var (ratio, error) = (Number(json, "change", "effect"), Number(json, "change", "ordinaryError"));
        Assert.Equal(0.865, ratio * Math.Exp(-1.96 * error), 0.0005);
        Assert.Equal(0.925, ratio * Math.Exp(1.96 * error), 0.0005);
        Assert.Equal("Improved", json.GetProperty("change").GetProperty("verdict").GetString());
        Assert.Equal(23, json.GetProperty("change").GetProperty("counterfactual").GetArrayLength());
    }

    [Fact] // T6: with the time of year, which the rule adds to monthly data
    public async Task The_time_of_year_sharpens_the_rate_ratio()
    {
        var json = await Sicily("--count", "--method", "published");

        Assert.Equal(0.885, Number(json, "change", "effect"), 0.0005);
        Assert.Equal(0.839, Number(json, "change", "low"), 0.0005);
        Assert.Equal(0.933, Number(json, "change", "high"), 0.0005);
        Assert.Equal(2.262, Number(json, "change", "dispersion"), 0.0005);
        Assert.Equal(1.0668, Number(json, "change", "trendPerYear"), 0.00005);
        Assert.Equal(0.639, Number(json, "change", "slopeChangeTest", "f"), 0.0005);
        Assert.Equal(0.428, Number(json, "change", "slopeChangeTest", "p"), 0.0005);
    }

    [Fact] // T7
    public async Task Rates_give_the_published_step()
    {
        var json = await Sicily("--per", "100000", "--season", "none", "--method", "published");

        Assert.Equal(-24.84, Number(json, "change", "effect"), 0.005);
        Assert.Equal(7.70, Number(json, "change", "ordinaryError"), 0.005);
        Assert.Equal(7.61, Number(json, "change", "robustError"), 0.005);
        Assert.Equal(0.127, Number(json, "change", "slopeChange", "value"), 0.0005);
        Assert.Equal(0.80, Number(json, "change", "slopeChangeTest", "p"), 0.005);
        Assert.Equal(1.594, Number(json, "change", "durbinWatson"), 0.0005);
    }

    [Fact] // T7, AR(1) by maximum likelihood
    public async Task Errors_that_follow_one_another_give_the_published_step()
    {
        var json = await Sicily("--season", "none", "--method", "ar1");

        Assert.Equal(0.200, Number(json, "change", "autocorrelation"), 0.0005);
        Assert.Equal(-24.34, Number(json, "change", "effect"), 0.005);
        Assert.Equal(9.00, Number(json, "change", "robustError"), 0.005);
    }

    [Fact] // T8: 213.3 and 220.5, so two bars say worse
    public async Task Two_bars_are_shown_and_contradicted()
    {
        var json = await Sicily("--count");

        Assert.Equal(213.3, Number(json, "change", "twoBars", "before"), 0.05);
        Assert.Equal(220.5, Number(json, "change", "twoBars", "after"), 0.05);
        Assert.StartsWith(
            "Two bars would say the opposite",
            json.GetProperty("change").GetProperty("twoBars").GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_report_begins_with_the_verdict_and_stays_within_eighty_columns()
    {
        var said = await Typed.Heed(
            "analyze",
            "series",
            SharedFiles.Data("interrupted-series/sicily.csv"),
            "--date",
            "year,month",
            "--value",
            "aces",
            "--count",
            "--population",
            "stdpop",
            "--change",
            "2005-01-01",
            "--predict",
            "0.9"
        );
        var lines = said.Output.Split('\n');

        Assert.StartsWith("Improved: 10.5 % lower", lines[1], StringComparison.Ordinal);
        Assert.Contains('○', said.Output);
        Assert.Contains("Two bars would say the opposite", said.Output, StringComparison.Ordinal);
        Assert.Contains("What else changed in that window?", said.Output, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Without_a_wanted_direction_there_is_an_effect_and_no_verdict()
    {
        double[] values = [.. Enumerable.Range(0, 28).Select(i => (i < 14 ? 10 : 20) + i * 7 % 3)];
        using var file = Csv.Weeks(values);
        var change = (await Json(file, "--change", "2026-04-13")).GetProperty("change");

        Assert.Equal(JsonValueKind.Null, change.GetProperty("verdict").ValueKind);
        Assert.Contains("--wanted", change.GetProperty("because").GetString(), StringComparison.Ordinal);
        Assert.Equal(10, Number(change, "effect"), 1.5);
        Assert.Equal(
            "Worsened",
            (await Json(file, "--change", "2026-04-13", "--wanted", "down"))
                .GetProperty("change")
                .GetProperty("verdict")
                .GetString()
        );
        Assert.Equal(
            "Improved",
            (await Json(file, "--change", "2026-04-13", "--predict", "8"))
                .GetProperty("change")
                .GetProperty("verdict")
                .GetString()
        );
    }

    [Fact]
    public async Task Too_few_points_are_an_answer_without_numbers()
    {
        using var file = Csv.Weeks(1, 2, 3);
        var json = await Json(file, "--change", "2026-01-12", "--wanted", "up");

        Assert.Equal("None", json.GetProperty("band").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("band").GetProperty("lower").ValueKind);
        Assert.Equal("CannotTell", json.GetProperty("change").GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("change").GetProperty("effect").ValueKind);
        Assert.Contains(
            "too early",
            json.GetProperty("change").GetProperty("because").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_change_after_the_last_point_was_not_measured()
    {
        using var file = Csv.Weeks(Wheeler);
        var json = await Json(file, "--change", "2027-01-04", "--wanted", "up");

        Assert.Equal("NotMeasured", json.GetProperty("change").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_blank_is_a_gap_and_the_newest_row_may_come_first()
    {
        using var file = new Csv("date,value\n2026-03,4\n2026-02,\n2026-01,2\n");
        var json = await Json(file);
        var notes = json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).ToList();

        Assert.Equal(2, Number(json, "n"));
        Assert.Contains(notes, note => note.Contains("not the same as zero", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("put in order", StringComparison.Ordinal));
    }
}
