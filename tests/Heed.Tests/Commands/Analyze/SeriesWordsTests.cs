using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze;

public sealed class SeriesWordsTests
{
    static readonly DateOnly March = new(2026, 3, 2);

    [Theory]
    [InlineData(Cadence.Day, "2 March 2026", "2 March to 14 May 2026")]
    [InlineData(Cadence.Week, "2 March 2026", "2 March to 14 May 2026")]
    [InlineData(Cadence.Month, "March 2026", "March 2026 to May 2026")]
    [InlineData(Cadence.Quarter, "quarter 1 of 2026", "quarter 1 of 2026 to quarter 2 of 2026")]
    [InlineData(Cadence.Year, "2026", "2026")]
    public void A_time_is_told_as_finely_as_it_is_measured(Cadence cadence, string date, string span)
    {
        Assert.Equal(date, SeriesWords.Date(March, cadence));
        Assert.Equal(span, SeriesWords.Span(March, new(2026, 5, 14), cadence));
        Assert.Equal(date, SeriesWords.Span(March, March, cadence));
    }

    [Theory]
    [InlineData(Cadence.Week, 1, "1 week")]
    [InlineData(Cadence.Month, 3, "3 months")]
    [InlineData(Cadence.Quarter, 0, "0 quarters")]
    public void So_many_periods(Cadence cadence, int count, string words) =>
        Assert.Equal(words, SeriesWords.Period(cadence, count));

    [Theory]
    [InlineData(VerdictWord.Improved, "improved")]
    [InlineData(VerdictWord.NoChange, "no change")]
    [InlineData(VerdictWord.CannotTell, "cannot tell")]
    [InlineData(VerdictWord.NotMeasured, "not measured")]
    public void A_verdict_is_two_words_at_most(VerdictWord word, string words) =>
        Assert.Equal(words, SeriesWords.InWords(word));

    static async Task<string> Report(double[] values, string typed = "")
    {
        using var file = Csv.Weeks(values);
        string[] options = typed.Length == 0 ? [] : typed.Split(' ');
        var said = await Typed.Heed(["analyze", "series", file.Path, "--date", "date", "--value", "value", .. options]);
        Assert.Equal((0, ""), (said.Code, said.Errors));
        return string.Join(' ', said.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    static double[] Level(int count, Func<int, double> of) => [.. Enumerable.Range(0, count).Select(of)];

    static double Steady(int i) => 50 + i * 7 % 5;

    [Fact]
    public async Task The_first_sentence_says_whether_it_moved()
    {
        Assert.StartsWith(
            "Whether value really moved cannot be told. Limits need 6 points",
            await Report(Level(4, Steady))
        );
        Assert.StartsWith(
            "value did not really move: all 20 points lie within what noise alone does, ",
            await Report(Level(20, Steady))
        );
        Assert.StartsWith("value really moved: it ", await Report(Level(24, i => Steady(i) + (i < 12 ? 0 : 30))));
        Assert.Contains(
            ", and is back inside its band, ",
            await Report(Level(24, i => Steady(i) + (i == 12 ? 30 : 0))),
            StringComparison.Ordinal
        );
        using var blank = new Csv("date,value\n2026-01-05,\n2026-01-12,NA\n", name: "figures.csv");
        Assert.Contains(
            "value in figures.csv was not measured: no row has a value.",
            (await Typed.Heed("analyze", "series", blank.Path, "--date", "date", "--value", "value")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Limits_of_few_points_are_provisional_and_one_point_is_no_news()
    {
        var few = await Report(Level(8, Steady));
        Assert.Contains("The limits are provisional: 8 points can just carry them", few, StringComparison.Ordinal);
        Assert.Contains("says nothing while it stays inside the band", few, StringComparison.Ordinal);
        Assert.DoesNotContain("provisional", await Report(Level(12, Steady)), StringComparison.Ordinal);
        Assert.Contains(
            "To judge a change whose date you know: --change DATE",
            await Report(Level(24, i => Steady(i) + (i < 12 ? 0 : 30))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_change_is_held_against_what_two_bars_would_say_and_never_proved_alone()
    {
        var said = await Report(Level(30, i => Steady(i) - (i < 20 ? 0 : 20)), "--change 2026-05-25 --wanted down");
        Assert.StartsWith("Improved: ", said);
        Assert.Contains("Two bars would show a mean of ", said, StringComparison.Ordinal);
        Assert.Contains("What else changed in that window?", said, StringComparison.Ordinal);
        var up = await Report(Level(30, i => Steady(i) - (i < 20 ? 0 : 20)), "--change 2026-05-25 --wanted up");
        Assert.StartsWith("Worsened: ", up);
        var open = await Report(Level(30, i => Steady(i) - (i < 20 ? 0 : 20)), "--change 2026-05-25");
        Assert.StartsWith("It fell with the change: ", open);
        Assert.Contains("add --wanted up or --wanted down", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prediction_says_which_way_is_wanted()
    {
        using var file = Csv.Weeks(Level(30, i => Steady(i) - (i < 20 ? 0 : 20)));
        var json = await Typed.Json(
            "analyze",
            "series",
            file.Path,
            "--date",
            "date",
            "--value",
            "value",
            "--change",
            "2026-05-25",
            "--predict",
            "-15"
        );
        Assert.Equal("Improved", json.GetProperty("change").GetProperty("verdict").GetString());
        Assert.NotEqual(JsonValueKind.Null, json.GetProperty("change").GetProperty("effect").ValueKind);
    }

    [Fact]
    public async Task Rows_that_are_out_of_order_are_put_in_order_and_it_is_said()
    {
        using var file = new Csv("date,value\n2026-03,3\n2026-01,1\n2026-02,2\n");
        var json = await Typed.Json("analyze", "series", file.Path, "--date", "date", "--value", "value");
        Assert.Contains(
            json.GetProperty("notes").EnumerateArray(),
            note =>
                note.GetString()!.StartsWith("The rows were not in the order of their dates", StringComparison.Ordinal)
        );
        Assert.Equal("Month", json.GetProperty("every").GetString());
    }

    [Theory]
    [InlineData("2026-01-05,1\n2026-01-07,1\n2026-01-12,2\n2026-01-19,3\n2026-01-26,3\n", "day", "Day")]
    [InlineData("2026-01-05,1\n2026-02-09,1\n2026-03-02,2\n", "month", "Month")]
    public async Task How_often_it_is_measured_may_be_said(string rows, string every, string read)
    {
        using var file = new Csv("date,value\n" + rows);
        var json = await Typed.Json(
            "analyze",
            "series",
            file.Path,
            "--date",
            "date",
            "--value",
            "value",
            "--every",
            every
        );
        Assert.Equal(read, json.GetProperty("every").GetString());
    }
}
