using System.Text.Json;

namespace Heed.Bench;

/// <summary>analyze: the whole process from its start to the last figure, on a file of a million rows.</summary>
static class AnalyzeSurveyFile
{
    const int Rows = 1_000_000;

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "analyze",
                "`heed analyze survey` on 1 million rows × 20 columns, whole process",
                "≤ 2,500 ms",
                7,
                () => Sides("--json")
            ),
            new(
                "analyze-groups",
                "the same, weighted, by region, segment, channel and month",
                "≤ 2,500 ms",
                7,
                () =>
                    Sides(
                        "--json",
                        "--weight",
                        "weight",
                        "--by",
                        "region",
                        "--by",
                        "segment",
                        "--by",
                        "channel",
                        "--date",
                        "date"
                    )
            ),
        ];

    static Sides Sides(params string[] options)
    {
        var path = SurveyFile.Path(Rows);
        return new([
            ("heed analyze survey", () => Analysed(path, options)),
            ("one column from the bytes, in process", () => Checksum(SurveyFile.CountRecommend(path))),
        ]);
    }

    static Found Analysed(string path, string[] options)
    {
        string[] command = ["analyze", "survey", path, "--score", "recommend", "--kind", "recommend", .. options];
        var done = Product.Run(command);
        using var json = JsonDocument.Parse(done.Output);
        var counts = new long[12];
        foreach (var point in json.RootElement.GetProperty("distribution").EnumerateObject())
            counts[int.Parse(point.Name)] = point.Value.GetInt64();
        counts[11] = json.RootElement.GetProperty("missing").GetInt64();
        return new(Checksum(counts), done.Cost, done.PeakBytes);
    }

    static string Checksum(long[] counts) => string.Join(' ', counts);
}
