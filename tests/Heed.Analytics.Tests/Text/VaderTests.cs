using System.Globalization;
using Heed.Analytics.Text;
using MathNet.Numerics.Statistics;

namespace Heed.Analytics.Tests.Text;

public sealed class VaderTests
{
    static double Score(string remark) => new Vader(Tiny.Models().Intensity!).Score(remark);

    /// <summary>The sum of valences that a score stands for: the inverse of x / √(x² + 15).</summary>
    static double Sum(string remark)
    {
        var score = Score(remark);
        return score * Math.Sqrt(15 / (1 - score * score));
    }

    /// <summary>The rules as Hutto and Gilbert (2014) state them, on a made-up lexicon: good 1.9, bad -2.5, great 3.1.</summary>
    [Theory]
    [InlineData("The food is good", 1.9)]
    [InlineData("The food is bad.", -2.5)]
    [InlineData("The food is good :)", 3.9)]
    [InlineData("The food is really good", 1.9 + 0.293)]
    [InlineData("The food is really bad", -2.5 - 0.293)]
    [InlineData("really the good", 1.9 + 0.293 * 0.95)]
    [InlineData("really is the good", 1.9 + 0.293 * 0.9)]
    [InlineData("slightly good", 1.9 - 0.293)]
    [InlineData("kind of good", 1.9 - 0.293)]
    [InlineData("not good", 1.9 * -0.74)]
    [InlineData("isn't the good", 1.9 * -0.74)]
    [InlineData("isn’t the good", 1.9 * -0.74)]
    [InlineData("not at all the good", 1.9)]
    [InlineData("never so good", (1.9 + 0.293) * 1.25)]
    [InlineData("without doubt good", 1.9)]
    [InlineData("least good", 1.9 * -0.74)]
    [InlineData("at least good", 1.9)]
    [InlineData("The food is GOOD", 1.9 + 0.733)]
    [InlineData("GOOD FOOD", 1.9)]
    [InlineData("good!!!", 1.9 + 3 * 0.292)]
    [InlineData("good!!!!!!!!", 1.9 + 4 * 0.292)]
    [InlineData("bad??", -2.5 - 2 * 0.18)]
    [InlineData("bad????", -2.5 - 0.96)]
    [InlineData("bad?", -2.5)]
    [InlineData("good but bad", 1.9 * 0.5 - 2.5 * 1.5)]
    public void The_rules_give_their_sums(string remark, double sum) => Assert.Equal(sum, Sum(remark), 1e-9);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("nothing known here!!!")]
    [InlineData("\uD800 \uDFFF")]
    public void Text_without_a_known_word_is_zero(string remark) => Assert.Equal(0, Score(remark));

    [Fact]
    public void A_megabyte_stays_within_one()
    {
        Assert.InRange(Score(string.Concat(Enumerable.Repeat("great ", 180_000))), 0.999, 1);
        Assert.Equal(0, Score(new string('a', 1 << 20)));
    }

    /// <summary>Hutto and Gilbert report r = .881 with the mean of 20 raters on these tweets.</summary>
    [Fact]
    public void It_agrees_with_twenty_raters_of_4200_tweets()
    {
        var vader = new Vader(RealModels.Here().Intensity!);
        var rows = File.ReadLines(SharedData.File("sentiment/tweets_GroundTruth.txt"))
            .Select(line => line.Split('\t'))
            .ToList();
        var r = Correlation.Pearson(
            rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture)),
            rows.Select(row => vader.Score(row[2]))
        );
        Assert.InRange(r, 0.87, 0.9);
    }
}
