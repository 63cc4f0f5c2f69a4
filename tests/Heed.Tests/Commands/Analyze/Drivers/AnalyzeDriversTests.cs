using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Drivers;

public sealed class AnalyzeDriversTests
{
    static async Task<JsonElement> Json(string file, string outcome, string drivers, params string[] options) =>
        await Typed.Json([
            "analyze",
            "drivers",
            SharedFiles.Data(file),
            "--outcome",
            outcome,
            "--driver",
            .. drivers.Split(' '),
            .. options,
        ]);

    static double Share(JsonElement json, string driver) => Driver(json, driver).GetProperty("share").GetDouble();

    static JsonElement Driver(JsonElement json, string driver) =>
        json.GetProperty("drivers").EnumerateArray().Single(one => one.GetProperty("name").GetString() == driver);

    const string Swiss = "Agriculture Examination Education Catholic Infant.Mortality";

    [Theory] // relaimpo (lmg) and relativeImp (johnson) in R, on swiss.
    [InlineData("lmg", .0570912207681, .1711730289002, .2601346786244, .1055701503735, .1127659229265)]
    [InlineData("johnson", .048416895812, .154708249806, .271964104646, .114680029948, .116965721381)]
    public async Task Swiss_fertility_is_shared_as_published(string method, params double[] shares)
    {
        var json = await Json("driver-reference/swiss.csv", "Fertility", Swiss, "--method", method);

        Assert.Equal(.706735001593, json.GetProperty("rSquared").GetDouble(), 1e-9);
        Assert.Equal(47, json.GetProperty("n").GetInt32());
        foreach (var (name, share) in Swiss.Split(' ').Zip(shares))
            Assert.Equal(share, Share(json, name), 1e-9);
        Assert.True(Driver(json, "Agriculture").GetProperty("suppressor").GetBoolean());
        Assert.True(json.GetProperty("moreThanNoise").GetBoolean());
    }

    [Fact] // The README of rwa.
    public async Task The_mileage_of_cars_is_shared_as_published()
    {
        var json = await Json("driver-reference/mtcars.csv", "mpg", "cyl disp hp gear", "--method", "johnson");

        Assert.Equal(.779189638983, json.GetProperty("rSquared").GetDouble(), 1e-9);
        Assert.Equal(.228479725928, Share(json, "cyl"), 1e-9);
        Assert.Equal(.232174439299, Share(json, "hp"), 1e-9);
        Assert.Equal(29.32274, 100 * Driver(json, "cyl").GetProperty("shareOfExplained").GetDouble(), 5e-6);
    }

    [Fact] // The public survey of 2017: codes 0 and 6 and the word Blank are missing.
    public async Task What_drives_satisfaction_with_the_airport()
    {
        var json = await Json(
            "airport-survey/sfo_customer_survey_2017.csv",
            "Q7ALL",
            "Q7SIGN Q7WALKWAYS Q7SCREENS Q7FOOD Q7STORE",
            "--missing",
            "0,6",
            "--ordinal"
        );

        Assert.Equal(2050, json.GetProperty("n").GetInt32());
        Assert.Equal(.51842, json.GetProperty("rSquared").GetDouble(), 5e-6);
        Assert.Equal(.12201, Share(json, "Q7FOOD"), 5e-6);
        Assert.Equal(5, json.GetProperty("ordinal").GetProperty("coefficients").GetArrayLength());
        Assert.All(
            json.GetProperty("ordinal").GetProperty("coefficients").EnumerateArray(),
            odds => Assert.True(odds.GetProperty("oddsRatio").GetDouble() > 1)
        );
    }

    [Fact]
    public async Task The_report_says_the_finding_first_and_names_what_corrects_the_others()
    {
        var said = await Typed.Heed([
            "analyze",
            "drivers",
            SharedFiles.Data("driver-reference/swiss.csv"),
            "--outcome",
            "Fertility",
            "--driver",
            Swiss.Replace(' ', ','),
        ]);
        var lines = said.Output.Split('\n');

        Assert.StartsWith(
            "70.7 % of the differences in Fertility go with these 5 drivers.",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Agriculture goes with more Fertility alone and with less beside",
            said.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "heed analyze series FILE --change DATE",
            string.Join(' ', lines.Select(line => line.Trim())),
            StringComparison.Ordinal
        );
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    // Overall follows the first driver; the second one is noise. Integers, so that the files are short.
    static string Rows(int count, Func<int, string> row) =>
        string.Concat(Enumerable.Range(0, count).Select(i => row(i) + "\n"));

    static async Task<JsonElement> Answered(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Json(["analyze", "drivers", file.Path, "--outcome", "overall", .. options]);
    }

    static async Task<string> Refused(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Refused(["analyze", "drivers", file.Path, "--outcome", "overall", .. options]);
    }

    [Fact]
    public async Task Noise_is_told_as_noise()
    {
        var random = new Random(6);
        var json = await Answered(
            "overall,a,b\n" + Rows(60, _ => $"{random.Next(1, 6)},{random.Next(1, 6)},{random.Next(1, 6)}"),
            "--driver",
            "a",
            "b"
        );

        Assert.False(json.GetProperty("moreThanNoise").GetBoolean());
        Assert.StartsWith(
            "Nothing can be told to go with overall",
            json.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_driver_that_carries_everything_leads_alone()
    {
        var random = new Random(7);
        var json = await Answered(
            "overall,a,b\n"
                + Rows(
                    200,
                    _ =>
                    {
                        var a = random.Next(1, 6);
                        return $"{a + random.Next(0, 2)},{a},{random.Next(1, 6)}";
                    }
                ),
            "--driver",
            "a",
            "b"
        );

        Assert.Contains("most with a:", json.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            [true, false],
            json.GetProperty("drivers").EnumerateArray().Select(d => d.GetProperty("leading").GetBoolean())
        );
    }

    [Fact]
    public async Task Too_few_answers_are_an_answer_without_numbers()
    {
        var json = await Answered("overall,a\n1,2\n2,3\n3,\n", "--driver", "a", "--ordinal");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("rSquared").ValueKind);
        Assert.Equal(3, json.GetProperty("rows").GetInt32());
        Assert.Equal(
            "1 drivers need 30 respondents who answered everything; there are 2, and 1 with a gap.",
            json.GetProperty("because").GetString()
        );
        Assert.StartsWith(
            "What goes with overall cannot be told.",
            json.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Drivers_that_follow_from_each_other_are_refused() =>
        Assert.Contains(
            "follows from the other drivers",
            await Refused("overall,a,b\n" + Rows(60, i => $"{i % 7},{i % 5},{2 * (i % 5)}"), "--driver", "a", "b"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_driver_that_is_the_same_for_everybody_is_refused() =>
        Assert.Equal(
            "b is the same for everybody.",
            await Refused("overall,a,b\n" + Rows(60, i => $"{i % 7},{i % 5},3"), "--driver", "a", "b")
        );

    [Fact]
    public async Task A_word_among_numbers_names_its_row_and_column() =>
        Assert.StartsWith(
            "Row 4, column “a”: “good” is not a number.",
            await Refused("overall,a\n1,2\n2,3\n3,good\n", "--driver", "a"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("overall,a\n1,2\n", "wait", "has no column “wait”")]
    [InlineData("overall,a\n1,2\n", "overall", "would explain itself")]
    [InlineData("overall,a\n1,2\n", "a,a", "is named twice")]
    [InlineData("", "a", "The file is empty")]
    public async Task What_cannot_be_asked_is_refused_in_words(string text, string driver, string sentence) =>
        Assert.Contains(sentence, await Refused(text, "--driver", driver), StringComparison.Ordinal);

    [Fact]
    public async Task A_blank_weight_names_its_row_unless_the_row_is_left_out_anyway()
    {
        var rows = Rows(40, i => $"{i % 7},{i * 3 % 11},1");
        Assert.StartsWith(
            "Row 42, column “w”: a blank is not a weight.",
            await Refused($"overall,a,w\n{rows}1,2,\n", "--driver", "a", "--weight", "w"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            40,
            (await Answered($"overall,a,w\n{rows}1,,\n", "--driver", "a", "--weight", "w")).GetProperty("n").GetInt32()
        );
    }
}
