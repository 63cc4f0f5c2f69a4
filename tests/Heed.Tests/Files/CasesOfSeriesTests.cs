using System.Text.Json;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.Files.SeriesCases;
using static Heed.Tests.SharedFiles;

namespace Heed.Tests.Files;

/// <summary>Series in the shapes that people bring, with their right values (shared/cases), and more of each kind.</summary>
public sealed class CasesOfSeriesTests
{
    /// <summary>“weekly mean 1.150, limits −2.06 (0) to 4.36”.</summary>
    static void Weekly(JsonElement json) =>
        Band(json, Right("07", "weekly mean"), Right("07", "limits"), Right("07", "(0) to"), 0.006);

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
        Weekly(json);
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
        Weekly(await Typed.Json([.. asked, "--absent", "zero"]));
        var gaps = await Typed.Json([.. asked, "--absent", "gap"]);
        Assert.Equal(26, gaps.GetProperty("n").GetInt32());
        Assert.Contains("14 of 40 weeks have no row", Notes(gaps), StringComparison.Ordinal);
        // Three weeks stand alone between gaps (5, 12 and 26 of the year's last ones): 46 - 5 complaints in 26 - 3 weeks.
        Assert.Equal(41 / 23.0, gaps.GetProperty("band").GetProperty("centre").GetDouble(), 1e-9);
        Assert.Contains(
            "the mean of the 23 points that have a neighbour",
            (await Typed.Heed([.. asked, "--absent", "gap"])).Output.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
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
        Band(series["RQM"], "08", "attendances", 0.02);
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
        Assert.Equal(Right("07", "ratio"), exact.GetProperty("ratio").GetDouble(), 0.0005);
        Assert.Equal(Right("07", "(exact"), exact.GetProperty("low").GetDouble(), 0.0005);
        Assert.Equal(Right("07", "(exact", 1), exact.GetProperty("high").GetDouble(), 0.0005);
        Assert.Equal(Right("07", "1.061, p"), exact.GetProperty("p").GetDouble(), 0.0005);
        var bars = json.GetProperty("change").GetProperty("twoBars");
        Assert.Equal(Right("07", "before"), bars.GetProperty("before").GetDouble(), 0.0005);
        Assert.Equal(Right("07", "after"), bars.GetProperty("after").GetDouble(), 0.0005);
        Assert.Equal(Right("07", "\n-"), json.GetProperty("rare").GetProperty("events").GetDouble());
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
}
