using System.Globalization;
using System.Text;
using Heed.Commands;
using Heed.Listen;
using Heed.Metrics;
using Heed.Tests.Commands.Analyze;
using Heed.Tests.Listen;

namespace Heed.Tests.Files;

/// <summary>One file gives one n and one score, whichever way it is brought in.</summary>
public sealed class OneFileOneCountTests
{
    static readonly int[] Points = [10, 9, 9, 8, 7, 10, 3, 0, 6, 9, 10, 8];

    static string Survey(params string[] beside) =>
        "nps,region\n" + string.Concat(Points.Select(p => $"{p},North\n").Concat(beside.Select(b => $"{b},North\n")));

    static readonly Mapping AsNps = new()
    {
        Columns = [new("nps", ColumnUse.Recommend), new("region", ColumnUse.Attribute)],
    };

    static async Task<(double N, double Missing, double Value)> ByCommandLine(string csv)
    {
        using var file = new Csv(csv);
        var json = await Typed.Json("analyze", "survey", file.Path, "--score", "nps", "--kind", "recommend");
        return (
            json.GetProperty("n").GetDouble(),
            json.GetProperty("missing").GetDouble(),
            json.GetProperty("value").GetDouble()
        );
    }

    static async Task<(double N, double Missing, double Value)> Stored(World world, Cast cast, string survey)
    {
        var score = (await world.Score(cast, "nps", survey: survey)).Total.Value;
        return (score.N, score.Missing, score.Value);
    }

    [Fact]
    public async Task A_survey_has_one_n_and_one_score_for_each_word_that_means_no_answer()
    {
        var database = await TestDatabase.New(Directory.CreateTempSubdirectory("heed-count-").FullName);
        await using var world = await World.Start(null, [.. database]);
        var cast = await world.Organisation("Harbor Coffee");
        foreach (var word in NoAnswerWords.All)
        {
            var csv = Survey(word, "", word.ToUpperInvariant());
            var typed = await ByCommandLine(csv);
            Assert.Equal(((double)Points.Length, 3.0), (typed.N, typed.Missing));
            var import = await world.Bring(cast, SampleImports.Csv(csv), AsNps, $"Guests {word}");
            Assert.Equal(Points.Length + 3, import.Stored);
            Assert.Equal(typed, await Stored(world, cast, $"Guests {word}"));
        }
        // All of them at once through heed import, and numbers that are written in other ways beside them.
        using var file = new Csv(Survey([.. NoAnswerWords.All, "9.0", "9\u00A0"]));
        var code = await ImportRun.Run(
            new(
                new FileInfo(file.Path),
                "By heed import",
                AsNps,
                DryRun: false,
                Json: true,
                Workspace: null,
                FileReading.FoundOut
            ),
            [.. database],
            default
        );
        Assert.Equal(0, code);
        var all = await ByCommandLine(await File.ReadAllTextAsync(file.Path));
        Assert.Equal(Points.Length + 2, all.N);
        Assert.Equal(all, await Stored(world, cast, "By heed import"));
    }

    [Fact]
    public async Task A_series_has_as_many_points_as_a_metric_takes_from_its_file()
    {
        foreach (var word in NoAnswerWords.All.Append(""))
        {
            var monday = new DateOnly(2026, 1, 5);
            var text = new StringBuilder("date;value\n");
            for (var week = 0; week < 12; week++)
                text.Append(CultureInfo.InvariantCulture, $"{monday.AddDays(7 * week):yyyy-MM-dd};{60 + week},5\n");
            text.Append(CultureInfo.InvariantCulture, $"{monday.AddDays(84):yyyy-MM-dd};{word}\n");
            using var file = new Csv(text.ToString());
            var typed = await Typed.Json("analyze", "series", file.Path, "--date", "date", "--value", "value");
            var taken = MeasurementFile.Read(await File.ReadAllBytesAsync(file.Path));
            Assert.False(taken.Refused(out var refusal, out var measured), refusal?.Because);
            Assert.Equal((word, 12, 12), (word, typed.GetProperty("n").GetInt32(), measured!.Rows.Count));
            Assert.Equal(60.5, measured.Rows[0].Value);
        }
    }
}
