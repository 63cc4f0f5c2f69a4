using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Lifetimes;

public sealed class AnalyzeLifetimeTests
{
    static readonly string[] Cdnow =
    [
        "--frequency",
        "x",
        "--recency",
        "t_x",
        "--age",
        "T",
        "--spend",
        "zbar",
        "--unit",
        "week",
    ];

    static double Number(JsonElement json, params string[] path) =>
        path.Aggregate(json, (element, name) => element.GetProperty(name)).GetDouble();

    static async Task<JsonElement> Json(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Json(["analyze", "lifetime", file.Path, .. options]);
    }

    static async Task<string> Refused(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Refused(["analyze", "lifetime", file.Path, .. options]);
    }

    [Fact] // Fader, Hardie and Lee 2005; Schmittlein et al. 1987 as refitted; Fader and Hardie 2013.
    public async Task Cdnow_is_fitted_as_published()
    {
        var json = await Typed.Json([
            "analyze",
            "lifetime",
            SharedFiles.Data("purchases/cdnow_customers_summary_with_transactions.csv"),
            .. Cdnow,
            "--ahead",
            "52",
            "--customer",
            "ID",
        ]);

        Assert.Equal(2357, json.GetProperty("customers").GetInt32());
        Assert.Equal(.243, Number(json, "bgNbd", "r"), 5e-4);
        Assert.Equal(4.414, Number(json, "bgNbd", "alpha"), 5e-3);
        Assert.Equal(.793, Number(json, "bgNbd", "a"), 1e-3);
        Assert.Equal(2.426, Number(json, "bgNbd", "b"), 5e-3);
        Assert.Equal(-9582.429, Number(json, "bgNbd", "logLikelihood"), .005);
        Assert.Equal(.553, Number(json, "paretoNbd", "r"), 1e-3);
        Assert.Equal(10.578, Number(json, "paretoNbd", "alpha"), .01);
        Assert.Equal(.606, Number(json, "paretoNbd", "s"), 1e-3);
        Assert.Equal(11.669, Number(json, "paretoNbd", "beta"), .02);
        Assert.Equal(6.25, Number(json, "gammaGamma", "p"), .01);
        Assert.Equal(3.74, Number(json, "gammaGamma", "q"), .01);
        Assert.Equal(15.44, Number(json, "gammaGamma", "v"), .02);
        var year = json.GetProperty("newCustomer").EnumerateArray().Last();
        Assert.Equal(52, Number(year, "time"));
        Assert.Equal(1.444004, Number(year, "expected"), 2e-4);
        Assert.Equal(1.473434, Number(year, "byParetoNbd"), 2e-4);
        Assert.True(Number(year, "low") < 1.444 && Number(year, "high") > 1.444);
        // The heaviest buyer: 26 repeats, the last in week 30.86 of 31, expected to make 25.757 more in a year.
        var best = json.GetProperty("best").EnumerateArray().Single(one => one.GetProperty("repeats").GetInt32() == 26);
        Assert.Equal("1516", best.GetProperty("name").GetString());
        Assert.Equal(25.75659, Number(best, "expected"), 5e-3);
        // Published for the 31 weeks; the file is rounded to hundredths of a week.
        Assert.Equal(.997874, Number(best, "chanceActive"), 5e-5);
        Assert.True(Number(json, "expected", "low") < Number(json, "expected", "value"));
    }

    [Fact] // Fader and Hardie 2007.
    public async Task Two_cohorts_melt_as_published()
    {
        var path = SharedFiles.Data("retention/cohort_survival.csv");
        var json = await Typed.Json([
            "analyze",
            "lifetime",
            path,
            "--staying",
            "regular",
            "high_end",
            "--unit",
            "year",
        ]);
        var (regular, high) = (json.GetProperty("cohorts")[0], json.GetProperty("cohorts")[1]);

        Assert.Equal(.704, Number(regular, "alpha", "value"), 5e-4);
        Assert.Equal(1.182, Number(regular, "beta", "value"), 5e-4);
        Assert.Equal(.668, Number(high, "alpha", "value"), 5e-4);
        Assert.Equal(3.806, Number(high, "beta", "value"), 5e-4);
        // The columns hold percents, so how sure this is cannot be told.
        Assert.Equal(JsonValueKind.Null, regular.GetProperty("alpha").GetProperty("low").ValueKind);
        Assert.Contains(
            "Add --started-with",
            regular.GetProperty("rangeBecause").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(15, regular.GetProperty("periods").GetArrayLength());

        var counted = await Typed.Json([
            "analyze",
            "lifetime",
            path,
            "--staying",
            "regular,high_end",
            "--started-with",
            "1000",
            "--payment",
            "50",
        ]);
        var known = counted.GetProperty("cohorts")[0];
        Assert.Equal(.704, Number(known, "alpha", "value"), 5e-4);
        Assert.InRange(.704, Number(known, "alpha", "low"), Number(known, "alpha", "high"));
        Assert.True(Number(known, "value", "low") < Number(known, "value", "value"));
        Assert.Contains(
            counted.GetProperty("cannotTell").EnumerateArray(),
            sentence =>
                sentence.GetString()!.StartsWith("“high_end” keeps more than “regular”", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Purchases_make_the_customers_that_a_summary_has()
    {
        using var files = new ExampleFiles();
        var rows = (await File.ReadAllLinesAsync(files["purchases.csv"]))[1..];
        var json = await Typed.Json(
            "analyze",
            "lifetime",
            files["purchases.csv"],
            "--customer",
            "customer",
            "--date",
            "date",
            "--amount",
            "amount"
        );

        Assert.Equal(
            rows.Select(row => row.Split(',')[0]).Distinct().Count(),
            json.GetProperty("customers").GetInt32()
        );
        var best = json.GetProperty("best")[0];
        var days = rows.Select(row => row.Split(','))
            .Where(row => row[0] == best.GetProperty("name").GetString())
            .Select(row => DateOnly.Parse(row[1]))
            .Distinct()
            .ToList();
        Assert.Equal(days.Count - 1, best.GetProperty("repeats").GetInt32());
        Assert.Equal((days.Max().DayNumber - days.Min().DayNumber) / 7.0, Number(best, "lastAt"), 1e-9);
        Assert.True(Number(json, "value", "low") > 0);
    }

    [Fact]
    public async Task Refunds_late_rows_and_blanks_are_told_and_not_counted()
    {
        using var files = new ExampleFiles();
        var text =
            await File.ReadAllTextAsync(files["purchases.csv"]) + "k0,2024-02-01,-5\nk1,2025-06-01,9\nk2,2024-02-02,\n";
        var notes = (
            await Json(text, "--customer", "customer", "--date", "date", "--amount", "amount", "--until", "2025-03-31")
        )
            .GetProperty("notes")
            .EnumerateArray()
            .Select(note => note.GetString()!)
            .ToList();

        Assert.Contains(
            notes,
            note => note.StartsWith("1 refund lowered the purchases before it", StringComparison.Ordinal)
        );
        Assert.Contains(notes, note => note.StartsWith("1 row has no amount", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("after --until", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_few_customers_are_an_answer_without_numbers()
    {
        var json = await Json("x,t,T\n1,3,10\n0,0,10\n", "--frequency", "x", "--recency", "t", "--age", "T");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("bgNbd").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("expected").ValueKind);
        Assert.Equal(
            "A purchase model needs 50 customers or more; there are 2.",
            json.GetProperty("because").GetString()
        );
    }

    [Fact]
    public async Task A_short_cohort_is_an_answer_without_numbers()
    {
        var cohort = (await Json("n\n100\n80\n", "--staying", "n")).GetProperty("cohorts")[0];

        Assert.Equal(JsonValueKind.Null, cohort.GetProperty("alpha").ValueKind);
        Assert.Contains("two renewals", cohort.GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,t,T\n2,12,10\n", "the last purchase lies after the end of watching")]
    [InlineData("x,t,T\n0,3,10\n", "without a second purchase there is no last one")]
    [InlineData("x,t,T\n1.5,3,10\n", "a number of purchases is whole")]
    [InlineData("x,t,T\n2,0,10\n", "its time cannot be 0")]
    [InlineData("x,t,T\nmany,3,10\n", "Row 2, column “x”: “many” is not a number.")]
    public async Task A_customer_who_cannot_be_is_refused_with_the_row(string text, string sentence)
    {
        var said = await Refused(text, "--frequency", "x", "--recency", "t", "--age", "T");
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.StartsWith("Row 2", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,u\n1,2\n", "has no column “t”")]
    [InlineData("", "The file is empty")]
    public async Task A_file_without_customers_is_refused(string text, string sentence) =>
        Assert.Contains(
            sentence,
            await Refused(text, "--frequency", "x", "--recency", "t", "--age", "T"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("n\n100\n80\n90\n", "Row 4, column “n”: 90 after 80. A cohort only loses people")]
    [InlineData("n,m\n100,9\n,8\n70,7\n", "Row 3, column “n”: a blank between two numbers")]
    [InlineData("n\n100\n-1\n", "−1 people cannot be there")]
    public async Task A_cohort_that_cannot_be_is_refused_with_the_row(string text, string sentence) =>
        Assert.Contains(sentence, await Refused(text, "--staying", "n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("--frequency x --recency t")]
    [InlineData("--customer x --date t --staying n")]
    [InlineData("--amount x")]
    public async Task The_form_of_the_rows_must_be_said_in_one_way(string typed) =>
        Assert.StartsWith(
            "Say what a row of the file is, in one way",
            await Refused("x,t\n1,2\n", typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_purchase_without_a_date_or_a_customer_names_its_row()
    {
        string[] options = ["--customer", "who", "--date", "day"];
        Assert.StartsWith(
            "Row 3 has no date in column “day”.",
            await Refused("who,day\na,2026-01-01\nb,\n", options),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Row 2, column “day”: “soon” is not a date.",
            await Refused("who,day\na,soon\n", options),
            StringComparison.Ordinal
        );
    }
}
