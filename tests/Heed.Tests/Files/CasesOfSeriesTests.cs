using System.Text.Json;
using Heed.Tests.Commands.Analyze;

namespace Heed.Tests.Files;

/// <summary>Series in the shapes that people bring, with their right values (shared/cases), and more of each kind.</summary>
public sealed partial class CasesOfSeriesTests
{
    static string Case(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "cases", relative));
        Assert.SkipUnless(File.Exists(path), $"{relative} is not here: it is a case kept beside the project.");
        return path;
    }

    static Task<JsonElement> Series(string path, string date, string value, params string[] options) =>
        Typed.Json(["analyze", "series", path, "--date", date, "--value", value, .. options]);

    static void Band(JsonElement json, double centre, double lower, double upper, double within = 0.0006)
    {
        var band = json.GetProperty("band");
        Assert.Equal(centre, band.GetProperty("centre").GetDouble(), within);
        Assert.Equal(lower, band.GetProperty("lower").GetDouble(), within);
        Assert.Equal(upper, band.GetProperty("upper").GetDouble(), within);
    }

    static string Notes(JsonElement json) =>
        string.Join("\n", json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));

    [Theory]
    [InlineData("apr21.csv", "month", "attendances", 11982.25, 11079.75, 12884.75)]
    [InlineData("d_apr21.csv", "month", "attendances", 11982.25, 11079.75, 12884.75)]
    [InlineData("named_month.csv", "month", "attendances", 11982.25, 11079.75, 12884.75)]
    [InlineData("thousands.csv", "Month", "Attendances", 11982.25, 11079.75, 12884.75)]
    [InlineData("named_month.csv", "month", "performance", 85.439, 76.038, 94.840)]
    public async Task Months_as_hospitals_write_them(
        string file,
        string date,
        string value,
        double centre,
        double lower,
        double upper
    )
    {
        var json = await Series(Case($"08-nhs-long/{file}"), date, value);
        Assert.Equal("Month", json.GetProperty("every").GetString());
        Band(json, centre, lower, upper, 0.02);
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
        Band(json, 11982.25, 11079.75, 12884.75, 0.02);
        Assert.Contains("are firsts of months, day first", Notes(json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fy_dash.csv")]
    [InlineData("fy_slash.csv")]
    public async Task Financial_years_are_years_and_never_months(string file)
    {
        var json = await Series(Case($"09-fiscal-years/{file}"), "year", "satisfaction");
        Assert.Equal("Year", json.GetProperty("every").GetString());
        Assert.Equal(12, json.GetProperty("n").GetInt32());
        Band(json, 79.95, 70.108, 89.792);
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

    const string Events = "07-same-day-events/events.csv";

    [Theory]
    [InlineData("--rows", "--to", "week")]
    [InlineData("--value", "complaint_id", "--count", "--every", "week")]
    public async Task A_log_of_events_is_counted_by_the_week_and_asks_about_absent_weeks(params string[] options)
    {
        string[] log = ["analyze", "series", Case(Events), "--date", "received", .. options];
        // The last row lies in the 37th week; that it was kept for 40 nobody can know from the file.
        Assert.StartsWith("11 of 37 weeks have no row", await Typed.Refused(log), StringComparison.Ordinal);
        Assert.Contains(
            "say so with --from and --until",
            Notes(await Typed.Json([.. log, "--absent", "gap"])),
            StringComparison.Ordinal
        );
        string[] asked = [.. log, "--until", "2025-10-12"];
        Assert.Equal(
            "14 of 40 weeks have no row: none happened, or not known? --absent zero | gap",
            await Typed.Refused(asked)
        );
        var json = await Typed.Json([.. asked, "--absent", "zero"]);
        Assert.Equal(40, json.GetProperty("n").GetInt32());
        Band(json, 1.150, -2.06, 4.36, 0.006);
        Assert.Contains("14 of 40 weeks have no row", Notes(json), StringComparison.Ordinal);
        if (options[0] == "--value")
            Assert.Contains("“complaint_id” holds no numbers", Notes(json), StringComparison.Ordinal);
        Assert.Equal(26, (await Typed.Json([.. asked, "--absent", "gap"])).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Counts_of_weeks_in_which_some_are_absent()
    {
        string[] asked =
        [
            "analyze",
            "series",
            Case("07-same-day-events/weekly_nozero.csv"),
            "--date",
            "week",
            "--value",
            "complaints",
            "--count",
            "--until",
            "2025-10-12",
        ];
        Assert.Equal(
            "14 of 40 weeks have no row: none happened, or not known? --absent zero | gap",
            await Typed.Refused(asked)
        );
        Band(await Typed.Json([.. asked, "--absent", "zero"]), 1.150, -2.06, 4.36, 0.006);
        var gaps = await Typed.Json([.. asked, "--absent", "gap"]);
        Assert.Equal(26, gaps.GetProperty("n").GetInt32());
        Assert.Contains("14 of 40 weeks have no row", Notes(gaps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_table_is_one_series_for_each_hospital_or_summed()
    {
        var path = Case("08-nhs-long/ae_long.csv");
        var refused = await Typed.Refused("analyze", "series", path, "--date", "period", "--value", "attendances");
        foreach (var option in new[] { "--sum", "--mean", "--rows", "--by COLUMN", "--where" })
            Assert.Contains(option, refused, StringComparison.Ordinal);
        var each = await Series(path, "period", "attendances", "--where", "type=1", "--by", "org_code");
        var series = each.GetProperty("series")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("found"));
        Assert.Equal(3, series.Count);
        Band(series["RQM"], 11982.25, 11079.75, 12884.75, 0.02);
        var summed = await Series(path, "period", "attendances", "--where", "type=1", "--sum");
        Assert.Equal(
            series.Values.Sum(one => one.GetProperty("band").GetProperty("centre").GetDouble()),
            summed.GetProperty("band").GetProperty("centre").GetDouble(),
            1e-6
        );
        var said = await Typed.Heed(
            "analyze",
            "series",
            path,
            "--date",
            "period",
            "--value",
            "attendances",
            "--where",
            "type=1",
            "--by",
            "org_code"
        );
        Assert.Contains(
            "when all of them are allowed for",
            said.Output.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        Assert.Contains("RQM", said.Output, StringComparison.Ordinal);
    }

    /// <summary>Ten weeks of days from a Thursday to a Tuesday.</summary>
    static string Days(char by, string form) =>
        string.Concat(
            Enumerable
                .Range(0, 62)
                .Select(i => $"{new DateOnly(2026, 1, 8).AddDays(i).ToString(form)}{by}{10 + i % 7}\n")
        );

    [Theory]
    [InlineData(';', "dd.MM.yyyy", "--sum", 91)]
    [InlineData('\t', "yyyy/MM/dd", "--mean", 13)]
    public async Task Days_become_whole_weeks(char by, string form, string how, double centre)
    {
        using var file = new Csv($"Tag{by}Wert\n{Days(by, form)}");
        var json = await Series(file.Path, "Tag", "Wert", "--to", "week", how);
        Assert.Equal(("Week", 8), (json.GetProperty("every").GetString(), json.GetProperty("n").GetInt32()));
        Assert.Equal(centre, json.GetProperty("band").GetProperty("centre").GetDouble(), 1e-9);
        Assert.Contains("The first week (5 January 2026) is not whole", Notes(json), StringComparison.Ordinal);
        Assert.Contains("The last week (9 March 2026) is not whole", Notes(json), StringComparison.Ordinal);
        Assert.Contains(
            "Add --sum, --mean, or --rows",
            await Typed.Refused("analyze", "series", file.Path, "--date", "Tag", "--value", "Wert", "--to", "week"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("zgłoszono;zespół\n2.03.2026;A\n30.03.2026;B\n1.06.2026;A\n2.06.2026;A\n", "zgłoszono", 2)]
    [InlineData("id\twhen\nx1\tMar 2, 2026\nx2\tMar 30, 2026\nx3\tJun 1, 2026\nx4\tJun 2, 2026\n", "when", 2)]
    public async Task Months_without_an_event_are_zeros_or_gaps(string text, string date, int most)
    {
        using var file = new Csv(text);
        string[] asked = ["analyze", "series", file.Path, "--date", date, "--rows", "--to", "month"];
        Assert.Equal(
            "2 of 4 months have no row: none happened, or not known? --absent zero | gap",
            await Typed.Refused(asked)
        );
        var json = await Typed.Json([.. asked, "--absent", "zero"]);
        Assert.Equal(
            (4, 1.0),
            (json.GetProperty("n").GetInt32(), json.GetProperty("band").GetProperty("centre").GetDouble())
        );
        Assert.Equal(most, (await Typed.Json([.. asked, "--absent", "gap"])).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task A_change_of_rare_events_is_compared_exactly_and_their_waits_are_shown()
    {
        string[] asked =
        [
            "analyze",
            "series",
            Case(Events),
            "--date",
            "received",
            "--rows",
            "--to",
            "week",
            "--absent",
            "zero",
            "--until",
            "2025-10-12",
            "--change",
            "2025-07-07",
            "--wanted",
            "down",
        ];
        var json = await Typed.Json(asked);
        var exact = json.GetProperty("rare").GetProperty("exact");
        Assert.Equal(
            (36, 10),
            (exact.GetProperty("eventsBefore").GetInt32(), exact.GetProperty("eventsAfter").GetInt32())
        );
        Assert.Equal(0.516, exact.GetProperty("ratio").GetDouble(), 0.0005);
        Assert.Equal(0.228, exact.GetProperty("low").GetDouble(), 0.0005);
        Assert.Equal(1.061, exact.GetProperty("high").GetDouble(), 0.0005);
        Assert.Equal(0.064, exact.GetProperty("p").GetDouble(), 0.0005);
        var bars = json.GetProperty("change").GetProperty("twoBars");
        Assert.Equal(1.385, bars.GetProperty("before").GetDouble(), 0.0005);
        Assert.Equal(0.714, bars.GetProperty("after").GetDouble(), 0.0005);
        Assert.Equal(46, json.GetProperty("rare").GetProperty("events").GetInt32());
        var report = (await Typed.Heed(asked)).Output;
        Assert.Contains("Days between events", report, StringComparison.Ordinal);
        Assert.Contains("0.516 times as often", report, StringComparison.Ordinal);
        var plain = (await Typed.Heed(asked[..^4])).Output.ReplaceLineEndings(" ");
        Assert.Contains(
            "the days between 46 events lie within what chance alone does",
            plain.Replace("  ", " "),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Woche;Unfälle\n", ';', 0, 1, "none before, 10 after: at least")]
    [InlineData("week,accidents\n", ',', 1, 0, "10 events before, 0 after: at most")]
    public async Task Where_nothing_happened_on_one_side_the_exact_bound_is_told(
        string head,
        char by,
        int before,
        int after,
        string said
    )
    {
        using var file = new Csv(
            head
                + string.Concat(
                    Enumerable
                        .Range(0, 20)
                        .Select(i =>
                            $"{new DateOnly(2026, 1, 5).AddDays(7 * i):yyyy-MM-dd}{by}{(i < 10 ? before : after)}\n"
                        )
                )
        );
        var names = head.TrimEnd().Split(by);
        var json = await Series(file.Path, names[0], names[1], "--count", "--change", "2026-03-16", "--wanted", "down");
        Assert.Contains(
            said,
            json.GetProperty("rare").GetProperty("exact").GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Weekdays_hide_a_step_until_they_are_taken_out()
    {
        var path = Case("21-weekday/tickets.csv");
        string[] asked = ["--change", "2026-04-27", "--wanted", "up", "--method", "published", "--season"];
        var json = await Series(path, "day", "tickets", [.. asked, "week"]);
        var change = json.GetProperty("change");
        Assert.Equal("Improved", change.GetProperty("verdict").GetString());
        Assert.Equal(8.66, change.GetProperty("effect").GetDouble(), 0.1);
        Assert.Equal(5.76, change.GetProperty("low").GetDouble(), 0.35);
        Assert.Equal(11.57, change.GetProperty("high").GetDouble(), 0.35);
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
