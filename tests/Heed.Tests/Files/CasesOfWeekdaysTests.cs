using System.Text.Json;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.Files.SeriesCases;
using static Heed.Tests.SharedFiles;

namespace Heed.Tests.Files;

/// <summary>Daily figures with a pattern of the week (shared/cases 21), and what is told of them with it and without.</summary>
public sealed class CasesOfWeekdaysTests
{
    [Fact]
    public async Task Weekdays_hide_a_step_until_they_are_taken_out()
    {
        var path = Case("21-weekday/tickets.csv");
        string[] asked = ["--change", "2026-04-27", "--wanted", "up", "--method", "published", "--season"];
        var json = await Series(path, "day", "tickets", [.. asked, "week"]);
        var change = json.GetProperty("change");
        Assert.Equal("Improved", change.GetProperty("verdict").GetString());
        Assert.Equal(Right("21", "with weekdays"), change.GetProperty("effect").GetDouble(), 0.1);
        Assert.Equal(Right("21", "with weekdays", 1), change.GetProperty("low").GetDouble(), 0.35);
        Assert.Equal(Right("21", "with weekdays", 2), change.GetProperty("high").GetDouble(), 0.35);
        Assert.True(json.GetProperty("weekdays").GetProperty("p").GetDouble() < 0.001);
        var auto = await Series(path, "day", "tickets", "--change", "2026-04-27", "--wanted", "up");
        Assert.Equal("Improved", auto.GetProperty("change").GetProperty("verdict").GetString());
        Assert.InRange(auto.GetProperty("change").GetProperty("effect").GetDouble(), 6, 10);
        var none = await Series(path, "day", "tickets", [.. asked, "none"]);
        Assert.Equal("CannotTell", none.GetProperty("change").GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, none.GetProperty("weekdays").ValueKind);
        var report = (await Typed.Heed("analyze", "series", path, "--date", "day", "--value", "tickets")).Output;
        Assert.Contains("days of the week differ", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quiet.csv", "tickets")]
    [InlineData("q.csv", "v")]
    public async Task The_noise_of_quiet_days_is_what_is_left_without_the_week(string file, string value)
    {
        var json = await Series(Case($"21-weekday/{file}"), "day", value);
        Assert.InRange(json.GetProperty("weekdays").GetProperty("levels")[6].GetDouble(), -56, -48);
        Assert.InRange(json.GetProperty("band").GetProperty("averageMovingRange").GetDouble(), 3.5, 5);
        var left = await Series(Case($"21-weekday/{file}"), "day", value, "--season", "none");
        Assert.InRange(left.GetProperty("band").GetProperty("averageMovingRange").GetDouble(), 15, 30);
    }

    [Theory]
    [InlineData("Tag;Besuche", ';', "dd.MM.yyyy", false)]
    [InlineData("jour\tvisites", '\t', "yyyy-MM-dd", true)]
    public async Task Quiet_days_move_no_oftener_with_a_pattern_of_the_week_than_without(
        string head,
        char by,
        string form,
        bool newestFirst
    )
    {
        double[] pattern = [19, 23, 20, 20, 14, -43, -53];
        var (with, without, found) = (0, 0, 0);
        for (var seed = 1; seed <= 25; seed++)
        {
            foreach (var weekly in new[] { true, false })
            {
                var random = new Random(seed);
                double Noise() =>
                    5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                var rows = Enumerable
                    .Range(0, 140)
                    .Select(i =>
                        (Day: new DateOnly(2026, 1, 5).AddDays(i), Value: 100 + Noise() + (weekly ? pattern[i % 7] : 0))
                    )
                    .ToList();
                if (newestFirst)
                    rows.Reverse();
                using var file = new Csv(
                    $"{head}\n{string.Concat(rows.Select(row => FormattableString.Invariant($"{row.Day.ToString(form)}{by}{row.Value:0.000}\n")))}"
                );
                var json = await Series(file.Path, head.Split(by)[0], head.Split(by)[1]);
                var moved = json.GetProperty("signals").GetArrayLength() > 0 ? 1 : 0;
                (with, without) = weekly ? (with + moved, without) : (with, without + moved);
                found += json.GetProperty("weekdays").ValueKind is JsonValueKind.Object == weekly ? 1 : 0;
            }
        }
        Assert.InRange(with, without - 4, without + 4);
        Assert.InRange(found, 48, 50);
    }

    [Fact]
    public async Task Counts_of_days_keep_their_values_and_closed_days_are_left_out()
    {
        using var file = new Csv(
            "day,calls\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 84)
                        .Select(i =>
                            (
                                Day: new DateOnly(2026, 1, 5).AddDays(i),
                                Mean: new[] { 40, 20, 20, 20, 20, 10, 0 }[i % 7] * (i < 42 ? 1.0 : 1.5)
                            )
                        )
                        .Select(d =>
                            $"{d.Day:yyyy-MM-dd},{Math.Floor(d.Mean + (d.Mean > 0 ? d.Day.DayNumber * 7 % 5 - 2 : 0))}\n"
                        )
                )
        );
        string[] asked = ["--count", "--change", "2026-02-16", "--wanted", "up"];
        var json = await Series(file.Path, "day", "calls", asked);
        Assert.Equal(72, json.GetProperty("n").GetInt32());
        Assert.Equal(1.5, json.GetProperty("change").GetProperty("effect").GetDouble(), 0.1);
        var report = (
            await Typed.Heed(["analyze", "series", file.Path, "--date", "day", "--value", "calls", .. asked])
        ).Output;
        Assert.Contains("days of the week differ", report.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(",000", report, StringComparison.Ordinal);
    }
}
