namespace Heed.Tests.Commands.Analyze;

public sealed class BadSeriesFileTests
{
    static async Task<string> Refused(string rows, params string[] options)
    {
        using var file = new Csv("date,value\n" + rows, name: "figures.csv");
        return await Typed.Refused(["analyze", "series", file.Path, "--date", "date", "--value", "value", .. options]);
    }

    [Theory]
    [InlineData("2026-01-05,1\n2026-01-12,2\n2026-01-12,3\n", "Rows 3 and 4 have the same date, 12 January 2026.")]
    [InlineData(
        "2026-01-05,1\n2026-01-07,1\n2026-01-12,2\n2026-01-19,3\n2026-01-26,3\n",
        "Rows 2 and 3 (5 January 2026, 7 January 2026) fall into the same week"
    )]
    [InlineData(
        "1899-12-31,1\n2026-01-12,2\n2026-01-19,3\n2026-01-26,3\n",
        "Row 2, column “date”: 31 December 1899 stands far from all other dates"
    )]
    [InlineData("03/04/2026,1\n04/05/2026,2\n05/06/2026,3\n", "row 2: “03/04/2026” could be day first or month first")]
    [InlineData("03/04/2026,1\n13/05/2026,2\n05/16/2026,3\n", "mixes two orders: row 3 has “13/05/2026”")]
    [InlineData("2026-01,5\n2026-02-01,2\n", "Rows 2 and 3 are dated differently: one by month, the other by day.")]
    [InlineData("soon,5\n2026-01-19,2\n", "Row 2, column “date”: “soon” is not a date.")]
    [InlineData(",5\n2026-01-19,2\n", "Row 2 has a value and no date")]
    [InlineData("2026-01-12,2\n2026-01-19,many\n", "Row 3, column “value”: “many” will not do.")]
    public async Task A_fault_in_a_row_says_which_and_what_to_do(string rows, string sentence) =>
        Assert.Contains(sentence, await Refused(rows), StringComparison.Ordinal);

    const string Fine = "2026-01,5\n2026-02,7\n2026-03,7\n";

    [Theory]
    [InlineData("--change: “2026-03-41” is not a date.", "--change", "2026-03-41")]
    [InlineData("--predict says what a change was to do, and no change is named", "--predict", "3")]
    [InlineData(
        "--predict: The prediction goes down, and up is wanted.",
        "--change",
        "2026-02",
        "--predict",
        "-3",
        "--wanted",
        "up"
    )]
    [InlineData("--baseline: it ends (2026-01) before it begins (2026-02).", "--baseline", "2026-02..2026-01")]
    [InlineData("--lag: an effect cannot come before its change", "--lag", "-1")]
    [InlineData("--per: the base of a rate", "--per", "0")]
    [InlineData("--method: counts take auto or step", "--count", "--method", "ar1")]
    public async Task A_wrong_question_is_refused_in_words(string sentence, params string[] options) =>
        Assert.StartsWith(sentence, await Refused(Fine, options), StringComparison.Ordinal);

    [Fact]
    public async Task A_population_of_nobody_is_refused()
    {
        using var file = new Csv("date,value,sales\n2026-01,5,100\n2026-02,7,0\n");
        Assert.StartsWith(
            "Row 3, column “sales”: “0” will not do. A population is a number above zero.",
            await Typed.Refused(
                "analyze",
                "series",
                file.Path,
                "--date",
                "date",
                "--value",
                "value",
                "--count",
                "--population",
                "sales"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_order_of_day_and_month_may_be_said()
    {
        using var file = new Csv("date,value\n03/04/2026,1\n04/04/2026,2\n05/04/2026,3\n");
        var json = await Typed.Json(
            "analyze",
            "series",
            file.Path,
            "--date",
            "date",
            "--value",
            "value",
            "--dates",
            "dmy"
        );
        Assert.Equal("Day", json.GetProperty("every").GetString());
    }

    [Fact]
    public async Task Old_dates_are_taken_where_all_of_them_are_old()
    {
        using var file = Csv.Of([1, 2, 3, 4, 3, 2, 1], i => $"{1871 + i}-01-01");
        var json = await Typed.Json("analyze", "series", file.Path, "--date", "date", "--value", "value");
        Assert.Equal("Year", json.GetProperty("every").GetString());
    }
}
