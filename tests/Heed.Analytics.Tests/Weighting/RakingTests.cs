using System.Globalization;
using Heed.Analytics.Weighting;

namespace Heed.Analytics.Tests.Weighting;

public class RakingTests
{
    static readonly Dictionary<string, double> Type = new()
    {
        ["E"] = 4421,
        ["H"] = 755,
        ["M"] = 1018,
    };
    static readonly Dictionary<string, double> SchoolWide = new() { ["No"] = 1072, ["Yes"] = 5122 };

    [Fact] // The survey package's own example: California schools, one-stage cluster sample.
    public void California_schools_are_raked_as_the_survey_package_rakes_them()
    {
        var (header, rows) = Read("weighting/apiclus1.csv");
        var raked = Raking
            .Rake(
                Numbers(header, rows, "pw"),
                [
                    Margin.From("type", Type, Column(header, rows, "stype")),
                    Margin.From("school-wide target", SchoolWide, Column(header, rows, "sch.wide")),
                ]
            )
            .Value;
        Assert.True(raked.Converged);
        Assert.Null(raked.Warning);
        Assert.Equal(6194, raked.Weights.Sum(), 1e-6);
        Assert.Equal(641.23, Mean(raked.Weights, Numbers(header, rows, "api00")), .005);
        // The package stops as soon as a round moves no margin by one school, so its total is that much short.
        Assert.Equal(3_647_280, Total(raked.Weights, Numbers(header, rows, "enroll")), 2.0);
        Assert.InRange(raked.EffectiveN, 100, 183);
    }

    [Fact] // The same, with type and target joined and a second target: does not converge in 30 rounds at 1e-10.
    public void Margins_that_fight_each_other_are_raked_as_far_as_they_go_and_say_so()
    {
        var (header, rows) = Read("weighting/apiclus1.csv");
        var (popHeader, population) = Read("weighting/apipop_margins_source.csv");
        var joint = Joined(popHeader, population).CountBy(key => key).ToDictionary(p => p.Key, p => (double)p.Value);
        var improved = new Dictionary<string, double> { ["No"] = 1712, ["Yes"] = 4482 };
        var raked = Raking
            .Rake(
                Numbers(header, rows, "pw"),
                [
                    Margin.From("type and target", joint, Joined(header, rows)),
                    Margin.From("comparable improvement", improved, Column(header, rows, "comp.imp")),
                ],
                new() { MostCycles = 30, Tolerance = 1e-10 }
            )
            .Value;
        Assert.False(raked.Converged);
        Assert.Equal(30, raked.Cycles);
        Assert.StartsWith("After 30 rounds the margins are not all met: ", raked.Warning);
        Assert.Equal(642.61, Mean(raked.Weights, Numbers(header, rows, "api00")), .005);
    }

    [Fact]
    public void Two_by_two_by_hand()
    {
        // Men 1, 2 and women 3, 4, of whom 1 and 3 are young: uniform start, so raking multiplies row by column shares.
        var raked = Raking
            .Rake(
                [1, 1, 1, 1],
                [
                    new("sex", ["man", "woman"], [60, 40], [0, 0, 1, 1]),
                    new("age", ["young", "old"], [30, 70], [0, 1, 0, 1]),
                ]
            )
            .Value;
        Assert.Equal([18, 42, 12, 28], raked.Weights.Select(weight => Math.Round(weight, 6)));
        Assert.Equal(1, raked.Cycles);
        Assert.Equal(10_000 / (18.0 * 18 + 42 * 42 + 12 * 12 + 28 * 28), raked.EffectiveN, 1e-9);
    }

    [Fact]
    public void A_limit_on_weights_is_kept_and_what_it_costs_is_said()
    {
        Margin rare = new("age", ["young", "old"], [50, 50], [0, .. Enumerable.Repeat(1, 19)]);
        var free = Raking.Rake([.. Enumerable.Repeat(1.0, 20)], [rare]).Value;
        Assert.Equal(10, free.Weights[0] / free.Weights.Average(), 1e-6);
        var kept = Raking.Rake([.. Enumerable.Repeat(1.0, 20)], [rare], new() { LargestOfMean = 4 }).Value;
        Assert.False(kept.Converged);
        Assert.Equal(1, kept.Trimmed);
        Assert.Equal(4, kept.Weights[0] / kept.Weights.Average(), 1e-9);
        Assert.Equal(100, kept.Weights.Sum(), 1e-9);
        Assert.True(kept.EffectiveN > free.EffectiveN);
        Assert.Contains("1 weights stand at their limit", kept.Warning);
    }

    [Fact]
    public void Margins_that_no_weights_can_meet_are_refused_in_words()
    {
        Assert.Contains(
            "Nobody who answered is old (age)",
            Raking.Rake([1, 1], [new("age", ["young", "old"], [5, 5], [0, 0])]).Because
        );
        Assert.Contains(
            "1 respondents are old (age), of whom the population has none",
            Raking.Rake([1, 1], [new("age", ["young", "old"], [5, 0], [0, 1])]).Because
        );
        Assert.Contains(
            "1 respondents have no category of age",
            Raking.Rake([1, 1, 1], [new("age", ["young", "old"], [5, 5], [0, 1, -1])]).Because
        );
        Assert.Contains(
            "sex has 12 people and age has 10",
            Raking
                .Rake([1, 1], [new("age", ["y", "o"], [5, 5], [0, 1]), new("sex", ["m", "f"], [6, 6], [0, 1])])
                .Because
        );
        Assert.Contains("above zero", Raking.Rake([1, 0], [new("age", ["y", "o"], [5, 5], [0, 1])]).Because);
        Assert.Contains(
            "above the mean weight",
            Raking.Rake([1, 1], [new("age", ["y", "o"], [5, 5], [0, 1])], new() { LargestOfMean = 1 }).Because
        );
        Assert.Contains("at least one margin", Raking.Rake([1], []).Because);
    }

    static IEnumerable<string> Joined(string[] header, List<string[]> rows) =>
        Column(header, rows, "stype").Zip(Column(header, rows, "sch.wide"), (type, wide) => $"{type} {wide}");

    static double Mean(double[] weights, double[] values) => Total(weights, values) / weights.Sum();

    static double Total(double[] weights, double[] values) => weights.Zip(values, (w, x) => w * x).Sum();

    static double[] Numbers(string[] header, List<string[]> rows, string column) =>
        [.. Column(header, rows, column).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    static IEnumerable<string> Column(string[] header, List<string[]> rows, string column) =>
        rows.Select(row => row[Array.IndexOf(header, column)]);

    static (string[] Header, List<string[]> Rows) Read(string file)
    {
        var lines = File.ReadLines(SharedData.File(file)).Select(line => line.Replace("\"", "").Split(',')).ToList();
        return (lines[0], lines[1..]);
    }
}
