using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.SharedFiles;

namespace Heed.Tests.Files;

/// <summary>What is judged of files and aims that people bring (shared/cases): drivers, waves, ways gone.</summary>
public sealed class CasesOfJudgingTests
{
    [Theory]
    [InlineData("osposurvey_2018_results.csv", "dates 43290.53487 |")]
    [InlineData("osposurvey_2022_RawData.csv", "| 3 rows, first cells blank |")]
    public void Real_exports_of_SurveyMonkey_have_as_many_answers_as_people_sent(string file, string after)
    {
        var path = Data($"survey-exports/{file}");
        Assert.False(RecogniseFile.Run(path).Refused(out var refusal, out var shape), refusal?.Because);
        using var reader = shape!.Open(path);
        var rows = 0;
        while (reader.Read())
            rows++;
        Assert.Equal(Right("04", after), rows);
    }

    [Theory]
    [InlineData(1000, 500, 750, "750: progress")]
    [InlineData(200, 0, 100, "100:")]
    [InlineData(-20, 20, 5, "now 5:")]
    public void Progress_is_the_way_gone_of_the_whole_way(double start, double target, double now, string after)
    {
        Assert.False(Progress.Of(start, target, now).Refused(out var because, out var progress), because);
        Assert.Equal(Right("17", after), progress!.Share!.Value, 1e-9);
    }

    [Fact]
    public void Churn_to_be_kept_below_a_limit_has_no_progress_and_above_it_is_crossed()
    {
        var start = Right("17", "start");
        var (limit, now) = (Right("17", "target"), Right("17", "at"));
        var aim = Aim.Readings.KeyResult(Aim.Readings.Terms(start, limit), "customers", "leave us");
        var metric = Aim.Readings.Metric(name: "Churn", wanted: Wanted.Down);
        var reading = Aim.Readings.Of(aim, metric, new(2035, 3, 5), Aim.Readings.Around(start, now));
        Assert.Null(reading.Progress);
        Assert.Equal((Status.OffCourse, "Limit crossed"), (reading.Status.Is, reading.Status.Word));
    }

    static Task<JsonElement> Drivers(string path, string outcome, params string[] drivers) =>
        Typed.Json(["analyze", "drivers", path, "--outcome", outcome, "--driver", .. drivers]);

    static List<double> Shares(JsonElement json, params string[] drivers) =>
        [
            .. drivers.Select(name =>
                json.GetProperty("drivers")
                    .EnumerateArray()
                    .Single(d => d.GetProperty("name").GetString() == name)
                    .GetProperty("share")
                    .GetDouble()
            ),
        ];

    [Fact]
    public async Task What_is_explained_is_divided_among_the_drivers_as_relaimpo_divides_it()
    {
        string[] names = ["staff", "wait", "price"];
        var json = await Drivers(Case("18-drivers/d.csv"), "overall", names);
        Assert.Equal(Right("18", "R²"), json.GetProperty("rSquared").GetDouble(), 0.000006);
        var shares = Shares(json, names);
        for (var i = 0; i < names.Length; i++)
            Assert.Equal(Right("18", "LMG", i), shares[i], 0.000006);
    }

    [Theory]
    [InlineData('\t', "Gesamt", "Personal", "Wartezeit", "Preis")]
    [InlineData(';', "ensemble", "équipe", "attente", "prix")]
    public async Task The_same_answers_in_another_order_and_language_divide_alike(char by, params string[] names)
    {
        var path = Case("18-drivers/d.csv");
        var right = await Drivers(path, "overall", "staff", "wait", "price");
        var rows = File.ReadLines(path).Skip(1).Reverse().Select(r => string.Join(by, r.Split(',')[..4].Reverse()));
        using var file = new Csv($"{string.Join(by, names.Reverse())}\n{string.Join('\n', rows)}\n");
        var json = await Drivers(file.Path, names[0], names[1..]);
        Assert.Equal(right.GetProperty("rSquared").GetDouble(), json.GetProperty("rSquared").GetDouble(), 1e-9);
        Assert.All(
            Shares(right, "staff", "wait", "price").Zip(Shares(json, names[1..])),
            pair => Assert.Equal(pair.First, pair.Second, 1e-9)
        );
    }

    static async Task<JsonElement> Between(string path, string score, string wave, string of)
    {
        string[] asked = ["analyze", "survey", path, "--score", score, "--kind", "recommend", "--by", wave];
        var json = await Typed.Json(asked);
        return json.GetProperty("by")
            .EnumerateArray()
            .Single(g => g.GetProperty("group").GetString() == of)
            .GetProperty("place");
    }

    /// <summary>Of its interval the README says −4.7 to 33.7 and calls Heed's, −4.8 to 34.4, right: two adjustments of one kind.</summary>
    [Fact]
    public async Task Two_waves_that_cannot_be_told_apart_are_not()
    {
        var place = await Between(Case("23-waves/waves.csv"), "score", "wave", "2025");
        Assert.Equal(Right("23", "Right:"), place.GetProperty("fromRest").GetDouble(), 0.05);
        Assert.Equal(Right("23", "Heed"), place.GetProperty("fromRestLow").GetDouble(), 0.05);
        Assert.Equal(Right("23", "Heed", 1), place.GetProperty("fromRestHigh").GetDouble(), 0.05);
        Assert.True(place.GetProperty("restProbability").GetDouble() > 0.05);
    }

    [Theory]
    [InlineData(';', "Welle", "Note", "Frühjahr", "Herbst")]
    [InlineData('\t', "vague", "note", "printemps", "automne")]
    public async Task Waves_with_other_names_differ_by_as_much(
        char by,
        string wave,
        string score,
        string one,
        string two
    )
    {
        var path = Case("23-waves/waves.csv");
        var right = await Between(path, "score", "wave", "2025");
        var rows = File.ReadLines(path)
            .Skip(1)
            .Reverse()
            .Select(r => r.Split(','))
            .Select(r => $"{r[1]}{by}{(r[0] == "2025" ? one : two)}");
        using var file = new Csv($"{score}{by}{wave}\n{string.Join('\n', rows)}\n");
        var place = await Between(file.Path, score, wave, one);
        foreach (var figure in new[] { "fromRest", "fromRestLow", "fromRestHigh" })
            Assert.Equal(right.GetProperty(figure).GetDouble(), place.GetProperty(figure).GetDouble(), 1e-9);
    }
}
