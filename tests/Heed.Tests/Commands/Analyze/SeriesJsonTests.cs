using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze;

/// <summary>The fields that programs read of a series: figures, or null with the sentence that says why.</summary>
public sealed class SeriesJsonTests
{
    [Theory]
    [InlineData(EffectScale.Difference, 0.5, Cadence.Month, 6)]
    [InlineData(EffectScale.Difference, 0.5, Cadence.Quarter, 2)]
    [InlineData(EffectScale.Difference, 0.5, Cadence.Year, 0.5)]
    [InlineData(EffectScale.Difference, 1, Cadence.Day, 365.25)]
    [InlineData(EffectScale.Difference, 1, Cadence.Week, 365.25 / 7)]
    [InlineData(EffectScale.Ratio, 1.01, Cadence.Month, 1.126825)]
    [InlineData(EffectScale.Ratio, 1, Cadence.Day, 1)]
    public void A_trend_is_told_by_the_year(EffectScale scale, double trend, Cadence cadence, double year) =>
        Assert.Equal(year, SeriesJson.PerYear(scale, trend, cadence), 1e-6);

    static async Task<JsonElement> Json(string rows, string typed = "", string head = "date,value")
    {
        using var file = new Csv($"{head}\n{rows}");
        return await Typed.Json([
            "analyze",
            "series",
            file.Path,
            "--date",
            "date",
            "--value",
            "value",
            .. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ]);
    }

    static string Months(int count, Func<int, string> figures) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"{2023 + i / 12}-{i % 12 + 1:00},{figures(i)}\n"));

    static string Steady(int i) => $"{50 + i * 7 % 5}";

    static bool IsNull(JsonElement json, string name) => json.GetProperty(name).ValueKind is JsonValueKind.Null;

    [Fact]
    public async Task Without_a_change_its_fields_are_null_and_say_how_to_ask()
    {
        var json = await Json(Months(20, Steady));
        var change = json.GetProperty("change");
        Assert.Equal("No change was asked about: add --change DATE.", change.GetProperty("because").GetString());
        Assert.All(
            (string[])
                [
                    "on",
                    "verdict",
                    "sentence",
                    "effect",
                    "low",
                    "high",
                    "pointsBefore",
                    "trend",
                    "twoBars",
                    "comparedWith",
                ],
            field => Assert.True(IsNull(change, field), field)
        );
        Assert.Empty(change.GetProperty("counterfactual").EnumerateArray());
        Assert.True(IsNull(json, "assurance") && IsNull(json, "unit"));
        Assert.Equal((20, "Month"), (json.GetProperty("n").GetInt32(), json.GetProperty("every").GetString()));
        Assert.Equal(20, json.GetProperty("band").GetProperty("points").GetInt32());
        Assert.Empty(json.GetProperty("signals").EnumerateArray());
    }

    [Fact]
    public async Task A_judged_change_has_its_effect_its_expectation_and_its_two_bars()
    {
        var json = await Json(
            Months(36, i => $"{50 + i * 7 % 5 - (i < 24 ? 0 : 20)}"),
            "--change 2025-01-01 --wanted down"
        );
        var change = json.GetProperty("change");
        Assert.Equal(
            ("2025-01-01", "Improved"),
            (change.GetProperty("on").GetString(), change.GetProperty("verdict").GetString())
        );
        Assert.Equal(
            (24, 12),
            (change.GetProperty("pointsBefore").GetInt32(), change.GetProperty("pointsAfter").GetInt32())
        );
        Assert.True(change.GetProperty("low").GetDouble() < change.GetProperty("effect").GetDouble());
        Assert.InRange(change.GetProperty("effect").GetDouble(), -24, -16);
        Assert.Equal("Difference", change.GetProperty("scale").GetString());
        var bars = change.GetProperty("twoBars");
        Assert.Equal(20, bars.GetProperty("before").GetDouble() - bars.GetProperty("after").GetDouble(), 0.5);
        var expected = change.GetProperty("counterfactual").EnumerateArray().ToList();
        Assert.Equal(12, expected.Count);
        Assert.All(
            expected,
            at => Assert.True(at.GetProperty("expected").GetDouble() > at.GetProperty("observed").GetDouble())
        );
        Assert.Contains(
            json.GetProperty("shifts").GetProperty("found").EnumerateArray(),
            shift => shift.GetProperty("date").GetString() == "2025-01-01"
        );
        Assert.False(IsNull(json.GetProperty("shifts"), "besideTheChange"));
    }

    [Fact]
    public async Task A_lag_counts_for_neither_side()
    {
        var plain = await Json(Months(36, Steady), "--change 2025-01-01 --wanted down");
        var lagged = await Json(Months(36, Steady), "--change 2025-01-01 --wanted down --lag 3");
        Assert.Equal(12, plain.GetProperty("change").GetProperty("pointsAfter").GetInt32());
        Assert.Equal(9, lagged.GetProperty("change").GetProperty("pointsAfter").GetInt32());
        Assert.Equal(24, lagged.GetProperty("change").GetProperty("pointsBefore").GetInt32());
    }

    [Fact]
    public async Task Counts_among_a_population_are_rates_of_a_base()
    {
        const string head = "date,value,sales";
        var rows = Months(30, i => $"{20 + i * 7 % 5},{2000 + i}");
        var json = await Json(rows, "--count --population sales --per 1000", head);
        Assert.Equal("per 1,000 sales", json.GetProperty("unit").GetString());
        Assert.InRange(json.GetProperty("band").GetProperty("centre").GetDouble(), 9, 12);
        json = await Json(rows, "--count --population sales --change 2024-07-01 --predict 0.5", head);
        Assert.Equal("Ratio", json.GetProperty("change").GetProperty("scale").GetString());
        Assert.Equal("per 100,000 sales", json.GetProperty("unit").GetString());
    }

    [Theory]
    [InlineData("--target 40 --wanted up", "WillAlwaysMeet")]
    [InlineData("--target 80 --wanted up", "WillNeverMeet")]
    [InlineData("--target 80 --wanted down", "WillAlwaysMeet")]
    [InlineData("--target 52 --wanted up", "HitAndMiss")]
    public async Task A_target_is_met_always_never_or_by_chance(string typed, string word)
    {
        var assurance = (await Json(Months(24, Steady), typed)).GetProperty("assurance");
        Assert.Equal(word, assurance.GetProperty("word").GetString());
        Assert.False(IsNull(assurance, "sentence"));
        Assert.True(IsNull(assurance, "because"));
    }

    [Fact]
    public async Task Whether_a_target_is_met_cannot_be_told_of_few_points()
    {
        var assurance = (await Json(Months(4, Steady), "--target 40 --wanted up")).GetProperty("assurance");
        Assert.Equal(40, assurance.GetProperty("target").GetDouble());
        Assert.True(IsNull(assurance, "word"));
        Assert.False(IsNull(assurance, "because"));
    }

    [Fact]
    public async Task A_baseline_that_was_named_says_what_is_usual()
    {
        var rows = Months(36, i => $"{50 + i * 7 % 5 + (i < 12 ? 0 : 30)}");
        var named = await Json(rows, "--baseline 2023-01..2023-12");
        Assert.InRange(named.GetProperty("band").GetProperty("centre").GetDouble(), 51, 53);
        Assert.NotEmpty(named.GetProperty("signals").EnumerateArray());
        Assert.All(
            named.GetProperty("signals").EnumerateArray(),
            signal => Assert.Equal("Up", signal.GetProperty("direction").GetString())
        );
    }

    [Fact]
    public async Task The_limits_and_rules_of_others_may_be_asked_for()
    {
        var rows = Months(24, i => $"{50 + i * i * 7 % 11}");
        var bands = new List<double>();
        foreach (var limits in (string[])["wheeler", "unrounded", "screened"])
            bands.Add((await Json(rows, $"--limits {limits}")).GetProperty("band").GetProperty("upper").GetDouble());
        Assert.NotEqual(bands[0], bands[1]);
        Assert.Equal(bands[0], bands[1], 0.02);
        var run = Months(24, i => $"{50 + i * 7 % 5 + (i is > 10 and < 18 ? 2.1 : 0)}".Replace(',', '.'));
        Assert.Equal("Month", (await Json(run, "--rules making-data-count")).GetProperty("every").GetString());
    }
}
