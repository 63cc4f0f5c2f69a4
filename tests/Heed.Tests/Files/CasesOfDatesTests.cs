using System.Text.Json;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.Files.SeriesCases;
using static Heed.Tests.SharedFiles;

namespace Heed.Tests.Files;

/// <summary>Dates in the shapes that people bring (shared/cases), and more of each kind in other languages and orders.</summary>
public sealed class CasesOfDatesTests
{
    [Theory]
    [InlineData("apr21.csv", "month", "attendances")]
    [InlineData("d_apr21.csv", "month", "attendances")]
    [InlineData("named_month.csv", "month", "attendances")]
    [InlineData("thousands.csv", "Month", "Attendances")]
    [InlineData("named_month.csv", "month", "performance")]
    public async Task Months_as_hospitals_write_them(string file, string date, string value)
    {
        var json = await Series(Case($"08-nhs-long/{file}"), date, value);
        Assert.Equal("Month", json.GetProperty("every").GetString());
        Band(json, "08", value.ToLowerInvariant(), 0.02);
    }

    [Fact]
    public async Task A_long_table_whose_dates_are_all_firsts_of_months()
    {
        var json = await Series(
            Case("08-nhs-long/ae_long.csv"),
            "period",
            "attendances",
            "--where",
            "org_code=RQM,type=1"
        );
        Assert.Equal("Month", json.GetProperty("every").GetString());
        Band(json, "08", "attendances", 0.02);
        Assert.Contains("are firsts of months, day first", Notes(json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fy_dash.csv")]
    [InlineData("fy_slash.csv")]
    public async Task Financial_years_are_years_and_never_months(string file)
    {
        var json = await Series(Case($"09-fiscal-years/{file}"), "year", "satisfaction");
        Assert.Equal("Year", json.GetProperty("every").GetString());
        Assert.Equal(Right("09", "Right:"), json.GetProperty("n").GetDouble());
        Band(json, "09", "mean");
    }

    [Theory]
    [InlineData("09-fiscal-years/fy_long.csv", "year", "satisfaction", "Year")]
    [InlineData("09-fiscal-years/fyq.csv", "quarter", "nps", "Quarter")]
    [InlineData("09-fiscal-years/q_first.csv", "quarter", "nps", "Quarter")]
    [InlineData("27-excel-dates/kw.csv", "week", "calls", "Week")]
    [InlineData("27-excel-dates/w.csv", "week", "calls", "Week")]
    [InlineData("27-excel-dates/long.csv", "week", "calls", "Week")]
    [InlineData("27-excel-dates/mon.csv", "week", "calls", "Week")]
    [InlineData("27-excel-dates/range.csv", "week", "calls", "Week")]
    [InlineData("27-excel-dates/iso_tz.csv", "week", "calls", "Week")]
    public async Task Quarters_weeks_and_years_as_people_write_them(
        string file,
        string date,
        string value,
        string every
    )
    {
        var json = await Series(Case(file), date, value);
        Assert.Equal(every, json.GetProperty("every").GetString());
        Assert.Equal(File.ReadLines(Case(file)).Count() - 1, json.GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData("serial.csv", "“45663” in “week” looks like Excel's number for 6 January 2025")]
    [InlineData("unix.csv", "“1736121600” in “week” looks like the seconds since 1970, for 6 January 2025")]
    public async Task Dates_of_machines_are_read_and_said(string file, string said)
    {
        var expected = await Series(Case("27-excel-dates/mon.csv"), "week", "calls");
        var json = await Series(Case($"27-excel-dates/{file}"), "week", "calls");
        Assert.Equal("Week", json.GetProperty("every").GetString());
        Assert.Equal(expected.GetProperty("band").ToString(), json.GetProperty("band").ToString());
        Assert.Contains(said, Notes(json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_offices_with_two_orders_are_refused_with_a_row_of_each()
    {
        var path = Case("26-mixed-dates/two_offices.csv");
        foreach (
            var typed in new string[][]
            {
                ["series", path, "--date", "day", "--value", "score", "--mean"],
                ["survey", path, "--score", "score", "--kind", "recommend", "--date", "day"],
            }
        )
        {
            var said = await Typed.Heed(["analyze", .. typed.Where(o => o != "--mean")]);
            Assert.Equal(2, said.Code);
            Assert.Contains("row 2 has “24/01/2026”, which is day first", said.Errors, StringComparison.Ordinal);
            Assert.Contains("row 62 has “1/16/2026”, which is month first", said.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_column_that_tells_two_writers_apart_is_named()
    {
        using var file = new Csv(
            "office;when;score\nYork;24/01/2026;9\nBoston;01/25/2026;3\nYork;05/02/2026;8\nBoston;02/06/2026;7\nYork;13/02/2026;8\nBoston;02/19/2026;7\n"
        );
        string[] survey = ["analyze", "survey", file.Path, "--score", "score", "--kind", "recommend", "--date", "when"];
        var said = await Typed.Refused(survey);
        Assert.Contains(
            "“office” tells them apart: “york” writes the day first, “boston” the month",
            said,
            StringComparison.Ordinal
        );
        var json = await Typed.Json([.. survey, "--where", "office=Boston"]);
        Assert.Equal(3, json.GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData(
        "Monat;Wert\nJän 2024;1,5\nFeb 2024;2,5\nMärz 2024;3,5\nMai 2024;1,5\nDez. 2024;2,5\n",
        "Monat",
        "Wert",
        "Month",
        5
    )]
    [InlineData(
        "valor\tmes\n10\tenero de 2024\n11\tfebrero de 2024\n12\tabr-24\n13\tmayo 2024\n",
        "mes",
        "valor",
        "Month",
        4
    )]
    [InlineData("n|mois\n10|2024-T1\n11|T2 2024\n12|3e trimestre 2024\n", "mois", "n", "Quarter", 3)]
    [InlineData("rok,ile\n2019/2020,1\n2020/2021,2\n2021/2022,3\n", "rok", "ile", "Year", 3)]
    [InlineData("jaar,n\nFY2001/02,1\nFY2002/03,2\nFY2003/04,3\n", "jaar", "n", "Year", 3)]
    [InlineData("d,n\n21-Nov,1\n21-Dec,2\n22-Jan,3\n22-Feb,3\n", "d", "n", "Month", 4)]
    [InlineData("d,n\n04/01/2024,1\n05/01/2024,2\n06/01/2024,3\n", "d", "n", "Month", 3)]
    [InlineData("d,n\n1736121600000,1\n1736208000000,2\n1736294400000,3\n", "d", "n", "Day", 3)]
    public async Task Other_languages_separators_and_orders(string text, string date, string value, string every, int n)
    {
        using var file = new Csv(text);
        var json = await Series(file.Path, date, value);
        Assert.Equal(every, json.GetProperty("every").GetString());
        Assert.Equal(n, json.GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData("d,n\nApr-21,1\nApr-22,2\nApr-23,3\n", "“Apr-21” could be a month of a year or a day of a month")]
    [InlineData("d,n\n21-Apr,1\n21-May,2\n21-Jun,3\n", "“21-Apr” has no year that can be told from a day")]
    [InlineData("d,n\nS2 2025,1\nS1 2026,2\n", "“S2 2025” is not a date")]
    [InlineData("d,n\n05/04/2021,1\n05/05/2021,2\n05/06/2021,3\n", "could be day first or month first")]
    public async Task What_could_be_something_else_is_refused(string text, string sentence)
    {
        using var file = new Csv(text);
        Assert.Contains(
            sentence,
            await Typed.Refused("analyze", "series", file.Path, "--date", "d", "--value", "n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Days_that_stand_in_for_none_are_left_out_and_counted()
    {
        using var file = new Csv(
            "d,n\n2026-01-05,1\n1970-01-01,9\n2026-01-12,2\n1970-01-01,9\n2026-01-19,3\n0000-00-00,4\n2026-01-26,3\n"
        );
        var json = await Series(file.Path, "d", "n");
        Assert.Equal(4, json.GetProperty("n").GetInt32());
        Assert.Contains("2 rows are dated 1 January 1970 in “d”", Notes(json), StringComparison.Ordinal);
        Assert.Contains("1 row has a date of noughts in “d”", Notes(json), StringComparison.Ordinal);
        using var old = Csv.Of([1, 2, 3, 4], i => $"{1968 + i}-01-01");
        Assert.Equal(4, (await Series(old.Path, "date", "value")).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task A_change_may_be_dated_as_the_financial_years_are()
    {
        using var file = new Csv(
            "année;valeur\n"
                + string.Concat(
                    Enumerable.Range(2000, 16).Select(y => $"{y}-{(y + 1) % 100:00};{(y < 2008 ? 10 : 20) + y % 3}\n")
                )
        );
        var json = await Series(file.Path, "année", "valeur", "--change", "2008-09", "--wanted", "up");
        var change = json.GetProperty("change");
        Assert.Equal(
            (8, 8),
            (change.GetProperty("pointsBefore").GetInt32(), change.GetProperty("pointsAfter").GetInt32())
        );
    }

    [Fact]
    public async Task One_day_for_all_rows_is_the_day_of_an_export()
    {
        using var file = new Csv(
            "exported,score\n"
                + string.Concat(Enumerable.Range(0, 25).Select(i => $"2026-03-02 10:00:{i:00},{i % 11}\n"))
        );
        Assert.StartsWith(
            "All 25 rows have one day in “exported”, 2 March 2026",
            await Typed.Refused("analyze", "series", file.Path, "--date", "exported", "--value", "score", "--sum"),
            StringComparison.Ordinal
        );
        var json = await Typed.Json(
            "analyze",
            "survey",
            file.Path,
            "--score",
            "score",
            "--kind",
            "recommend",
            "--date",
            "exported"
        );
        Assert.Contains("All 25 rows have one day", Notes(json), StringComparison.Ordinal);
    }
}
