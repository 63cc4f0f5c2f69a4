using System.Text.Json;

namespace Heed.Tests.Commands.Analyze;

/// <summary>What is said beside a score: how far it carries, and what it cannot tell.</summary>
public sealed class SurveyLimitsTests
{
    static string Rows(string head, IEnumerable<string> rows) => $"{head}\n{string.Join('\n', rows)}\n";

    static IEnumerable<string> Many(int times, string row) => Enumerable.Repeat(row, times);

    static async Task<JsonElement> Json(string text, string typed)
    {
        using var file = new Csv(text);
        return await Typed.Json(["analyze", "survey", file.Path, "--score", "score", .. typed.Split(' ')]);
    }

    static async Task<string> Limits(string text, string typed) =>
        string.Join(
            '\n',
            (await Json(text, typed)).GetProperty("cannotTell").EnumerateArray().Select(s => s.GetString())
        );

    static double? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    [Theory]
    [InlineData("recommend", "0 6 7 8 9 10", 0, "0-10")]
    [InlineData("recommend", "9 10 8 6", 25, "0-10")]
    [InlineData("satisfaction --scale 1-5", "4 5 3 1", 50, "1-5")]
    [InlineData("satisfaction --scale 5-1", "4 5 3 1", 25, "5-1")]
    [InlineData("effort", "7 5 6 6", 6, "1-7")]
    [InlineData("mean", "1 2 4 5", 3, "1-5")]
    [InlineData("mean --scale 0-10", "0 10 10 0", 5, "0-10")]
    public async Task Each_kind_counts_in_its_own_way(string kind, string answers, double value, string scale)
    {
        var json = await Json(Rows("score", answers.Split(' ')), $"--kind {kind}");
        Assert.Equal(value, Number(json, "value")!.Value, 1e-9);
        Assert.Equal(
            (kind.Split(' ')[0], scale),
            (json.GetProperty("kind").GetString(), json.GetProperty("scale").GetString())
        );
        Assert.True(Number(json, "low") < value && value < Number(json, "high"));
        Assert.Equal(
            answers.Split(' ').Length,
            json.GetProperty("distribution").EnumerateObject().Sum(point => point.Value.GetInt32())
        );
    }

    [Fact]
    public async Task Where_many_did_not_answer_and_few_did_it_is_said()
    {
        var said = await Limits(
            Rows("score,shop", [.. Many(30, "4,a"), .. Many(30, "2,a"), .. Many(16, ",a")]),
            "--kind mean"
        );
        Assert.Contains("16 of 76 rows hold no answer (21 %).", said, StringComparison.Ordinal);
        Assert.Contains("60 answers are few: a difference smaller than 0.5", said, StringComparison.Ordinal);
        said = await Limits(
            Rows("score,shop", [.. Many(64, "4,a"), .. Many(64, "2,a"), .. Many(32, ",a")]),
            "--kind mean"
        );
        Assert.DoesNotContain("hold no answer", said, StringComparison.Ordinal);
        Assert.DoesNotContain("are few", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_that_differ_much_make_few_answers_of_many()
    {
        string Weighted(int heavy) => Rows("score,w", [.. Many(100, "4,1"), .. Many(20, $"2,{heavy}")]);
        var json = await Json(Weighted(20), "--kind mean --weight w");
        // Kish: the square of the sum by the sum of the squares, 500² / 8100.
        Assert.Equal(30.86, json.GetProperty("weighted").GetProperty("effectiveN").GetDouble(), 0.01);
        Assert.Equal(2.4, json.GetProperty("weighted").GetProperty("value").GetDouble(), 1e-9);
        Assert.Contains(
            "The weights differ so much that 120 answers tell only as much as 31 equal ones.",
            await Limits(Weighted(20), "--kind mean --weight w"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "The weights differ",
            await Limits(Weighted(2), "--kind mean --weight w"),
            StringComparison.Ordinal
        );
        json = await Json(Weighted(2), "--kind mean");
        Assert.Equal(
            "No column of weights was named: add --weight COLUMN.",
            json.GetProperty("weighted").GetProperty("because").GetString()
        );
    }

    [Fact]
    public async Task Groups_of_fewer_than_five_are_named_and_those_of_nobody_have_no_score()
    {
        var text = Rows(
            "score,shop",
            [.. Many(60, "4,a"), .. Many(60, "2,b"), .. Many(4, "5,Kiosk"), .. Many(3, "1,"), ",closed"]
        );
        var said = await Limits(text, "--kind mean --by shop");
        Assert.Contains("Kiosk and (not known) have fewer than 5 answers", said, StringComparison.Ordinal);
        var by = (await Json(text, "--kind mean --by shop")).GetProperty("by").EnumerateArray().ToList();
        Assert.Equal(["Kiosk", "a", "b", "closed", ""], by.Select(g => g.GetProperty("group").GetString()!));
        var closed = by[3];
        Assert.Equal((0, null), (closed.GetProperty("n").GetInt32(), Number(closed, "value")));
        Assert.False(string.IsNullOrEmpty(closed.GetProperty("because").GetString()));
        Assert.Equal(JsonValueKind.Null, closed.GetProperty("place").ValueKind);
        Assert.Equal(1, by[1].GetProperty("place").GetProperty("bestRank").GetInt32());
    }

    [Fact]
    public async Task Months_are_told_as_too_few_as_noise_or_as_a_move()
    {
        string Months(params int[] high) =>
            Rows(
                "score,day",
                high.SelectMany(
                    (n, i) =>
                        Many(n, $"5,{2025 + i / 12}-{i % 12 + 1:00}-03")
                            .Concat(Many(100 - n, $"1,{2025 + i / 12}-{i % 12 + 1:00}-20"))
                )
            );
        const string Typed = "--kind mean --date day";
        Assert.Contains(
            "1 month is too few to say what is usual",
            await Limits(Months(50), Typed),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "3 months are too few to say what is usual",
            await Limits(Months(50, 52, 49), Typed),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Over 12 months the score stayed inside its noise band",
            await Limits(Months(50, 52, 49, 51, 50, 48, 52, 50, 51, 49, 50, 52), Typed),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Over 12 months the score left its noise band",
            await Limits(Months(50, 52, 49, 51, 50, 48, 52, 50, 51, 49, 50, 99), Typed),
            StringComparison.Ordinal
        );
        var by = (await Json(Months(50, 52), Typed)).GetProperty("by").EnumerateArray().ToList();
        Assert.Equal(["2025-01", "2025-02"], by.Select(m => m.GetProperty("group").GetString()!));
        Assert.Equal([3.0, 3.08], by.Select(m => Number(m, "value")!.Value), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public async Task A_month_may_be_written_without_a_day_and_a_blank_date_is_in_no_month()
    {
        var json = await Json("score,day\n1,2026-01\n3,Jan 2026\n5,\n", "--kind mean --date day");
        var month = Assert.Single(json.GetProperty("by").EnumerateArray());
        Assert.Equal(("2026-01", 2), (month.GetProperty("group").GetString(), month.GetProperty("n").GetInt32()));
        Assert.Equal(3, json.GetProperty("n").GetInt32());
    }
}
