using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Lifetimes;

/// <summary>Every forecast of purchases stands beside what the same model would have said of a time that came.</summary>
public sealed class HeldBackPurchasesTests
{
    static async Task<JsonElement> Json(string path, params string[] options) =>
        await Typed.Json(["analyze", "lifetime", path, .. options]);

    /// <summary>Customers who buy at rates of their own for 60 weeks, or leave, of whose purchases a share is kept in the last twenty.</summary>
    static string Log(double kept)
    {
        var random = new Random(7);
        var rows = new List<string> { "customer,date" };
        for (var who = 0; who < 400; who++)
        {
            var (day, rate) = (random.Next(140), 0.03 * -Math.Log(1 - random.NextDouble()));
            var leaves = 0.4 * Math.Pow(random.NextDouble(), 2);
            for (; day < 420; day += 1 + (int)(-Math.Log(1 - random.NextDouble()) / rate))
            {
                if (day < 280 || random.NextDouble() < kept)
                    rows.Add($"c{who},{new DateOnly(2025, 1, 6).AddDays(day):yyyy-MM-dd}");
                if (random.NextDouble() < leaves)
                    break;
            }
        }
        return string.Join('\n', [.. rows, "c0,2026-03-01", ""]);
    }

    static readonly string[] Columns = ["--customer", "customer", "--date", "date"];

    [Fact]
    public async Task A_shop_is_told_what_its_last_third_would_have_been_and_was()
    {
        var json = await Json(
            SharedFiles.Case("12-retail-log/withid.csv"),
            [
                "--customer",
                "CustomerID",
                "--date",
                "InvoiceDate",
                "--amount",
                "Amount",
                "--dates",
                "mdy",
                "--ahead",
                "26",
            ]
        );
        var check = json.GetProperty("heldBack");
        var (said, came) = (check.GetProperty("said"), check.GetProperty("came").GetInt32());
        Assert.InRange(said.GetProperty("value").GetDouble(), came * 0.7, came * 1.3);
        Assert.InRange(check.GetProperty("correlation").GetDouble(), 0.2, 0.95);
        Assert.Matches(
            "In the last [0-9.]+ weeks this model, fitted on the [0-9.]+ weeks before.*, would have said [0-9]+ purchases \\(range [0-9]+ to [0-9]+\\); [0-9]+ came\\.",
            check.GetProperty("sentence").GetString()
        );
        Assert.Contains(
            json.GetProperty("cannotTell").EnumerateArray(),
            said => said.GetString() == check.GetProperty("sentence").GetString()
        );
        // The figure is the model's own: 461.0 in 26 weeks (lifetimes 0.11.3).
        Assert.Equal(461, json.GetProperty("expected").GetProperty("value").GetDouble(), 1.5);
        var report = await Typed.Heed([
            "analyze",
            "lifetime",
            SharedFiles.Case("12-retail-log/withid.csv"),
            "--customer",
            "CustomerID",
            "--date",
            "InvoiceDate",
            "--dates",
            "mdy",
        ]);
        Assert.Contains("would have said", report.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chance_of_purchases_and_how_surely_the_model_is_known_are_both_in_the_range()
    {
        using var file = new Csv(Log(1));
        var json = await Json(file.Path, [.. Columns, "--ahead", "20"]);
        var expected = json.GetProperty("expected");
        var (value, low, high) = (
            expected.GetProperty("value").GetDouble(),
            expected.GetProperty("low").GetDouble(),
            expected.GetProperty("high").GetDouble()
        );
        // Purchases that came by chance alone scatter by their root; customers differ, so it is more than that.
        Assert.True(high - low > 2 * 1.96 * Math.Sqrt(value), $"{low} {value} {high}");
        Assert.False(json.GetProperty("heldBack").GetProperty("missed").GetBoolean());
    }

    [Fact]
    public async Task A_forecast_whose_model_missed_what_came_does_not_present_itself_as_sure()
    {
        using var quiet = new Csv(Log(0.15));
        var json = await Json(quiet.Path, [.. Columns, "--ahead", "20"]);
        var check = json.GetProperty("heldBack");
        Assert.True(check.GetProperty("missed").GetBoolean());
        Assert.True(check.GetProperty("came").GetInt32() < check.GetProperty("said").GetProperty("low").GetDouble());
        Assert.StartsWith(
            "How often they will buy cannot be told surely. In the last",
            json.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
        var expected = json.GetProperty("expected");
        Assert.True(
            expected.GetProperty("low").GetDouble() < expected.GetProperty("value").GetDouble() / 2,
            expected.ToString()
        );
    }

    [Fact]
    public async Task Customers_in_three_numbers_hold_nothing_back_and_it_is_said()
    {
        var json = await Json(
            SharedFiles.Data("purchases/cdnow_customers_summary.csv"),
            ["--frequency", "frequency", "--recency", "recency", "--age", "T", "--unit", "week"]
        );
        Assert.Equal(JsonValueKind.Null, json.GetProperty("heldBack").ValueKind);
        Assert.Contains("not when", json.GetProperty("heldBackBecause").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            json.GetProperty("cannotTell").EnumerateArray(),
            said => said.GetString()!.StartsWith("The forecast is not checked", StringComparison.Ordinal)
        );
    }
}
