using Heed.Analytics.Columns;

namespace Heed.Analytics.Tests.Columns;

/// <summary>Round bands of numbers, as people write them and as they are proposed.</summary>
public class BandsTests
{
    [Theory]
    [InlineData("5, 10, 15, 30", "under 5|5 to under 10|10 to under 15|15 to under 30|30 and more")]
    [InlineData("−1;0.5", "under −1|−1 to under 0.5|0.5 and more")]
    [InlineData("10000", "under 10,000|10,000 and more")]
    public void Edges_make_bands_that_are_open_at_both_ends(string written, string names)
    {
        var bands = Bands.Parse(written).Value;
        Assert.Equal(names, string.Join('|', bands.Names));
        Assert.Equal(bands.Names, Bands.Parse(bands.ToString()).Value.Names);
    }

    [Fact]
    public void An_edge_lies_in_the_band_above_it()
    {
        var bands = Bands.Parse("5, 10").Value;
        Assert.Equal([0, 0, 1, 1, 2, 2], new[] { -9, 4.99, 5, 9.5, 10, 1e9 }.Select(bands.Of));
    }

    [Theory]
    [InlineData("", "1 to 20 edges")]
    [InlineData("5, ten", "\"ten\" is no edge")]
    [InlineData("5, NaN", "no edge")]
    [InlineData("5, 1e400", "no edge")]
    [InlineData("5, 5", "go up")]
    [InlineData("10, 5", "Write the lowest first")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", "1 to 20 edges")]
    public void What_makes_no_bands_is_refused_in_words(string written, string says) =>
        Assert.Contains(says, Bands.Parse(written).Because, StringComparison.Ordinal);

    public static TheoryData<string> Kinds => ["minutes", "age", "times", "amount", "shares", "below"];

    static double[] Drawn(string kind, int n)
    {
        var random = new Random(n);
        return
        [
            .. Enumerable
                .Range(0, n)
                .Select(_ =>
                    kind switch
                    {
                        "minutes" => Math.Round(-12 * Math.Log(1 - random.NextDouble())),
                        "age" => random.Next(18, 91),
                        "times" => Math.Floor(-3 * Math.Log(1 - random.NextDouble())),
                        "amount" => Math.Round(Math.Exp(5 + 1.2 * Sum(random)), 2),
                        "shares" => random.NextDouble(),
                        _ => -50 + 7 * Sum(random),
                    }
                ),
        ];

        static double Sum(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Proposed_bands_are_few_and_round_and_hold_enough_people(string kind)
    {
        foreach (var n in (int[])[60, 200, 3000])
        {
            var values = Drawn(kind, n);
            var bands = Bands.Propose(values, 5)!;
            Assert.InRange(bands.Names.Count, 4, 7);
            var counts = values.CountBy(bands.Of).ToDictionary();
            Assert.All(Enumerable.Range(0, bands.Names.Count), band => Assert.True(counts[band] >= 5));
            Assert.DoesNotContain(values.Max(), bands.Edges);
            // Two digits say every edge: 75, 2,500, 0.25.
            Assert.All(bands.Edges, e => Assert.Equal($"{double.Parse($"{e:G2}"):R}", $"{e:R}"));
        }
    }

    [Fact]
    public void Too_few_or_too_like_numbers_get_no_bands()
    {
        Assert.Null(Bands.Propose([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5));
        Assert.Null(Bands.Propose([.. Enumerable.Repeat(7.0, 100)], 5));
        Assert.Null(Bands.Propose([], 5));
    }
}
