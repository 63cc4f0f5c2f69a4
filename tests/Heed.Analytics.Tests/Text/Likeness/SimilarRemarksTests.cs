using Heed.Analytics.Scores;
using Heed.Analytics.Text.Likeness;

namespace Heed.Analytics.Tests.Text.Likeness;

public class SimilarRemarksTests
{
    const int Width = 20;

    static float[] Unit(Draws draws, int count)
    {
        var vectors = new float[count * Width];
        for (var i = 0; i < count; i++)
        {
            var row = vectors.AsSpan(i * Width, Width);
            for (var j = 0; j < Width; j++)
                row[j] = (float)(draws.Unit() - .5);
            var length = 0f;
            foreach (var number in row)
                length += number * number;
            for (var j = 0; j < Width; j++)
                row[j] /= MathF.Sqrt(length);
        }
        return vectors;
    }

    [Fact]
    public void It_finds_what_looking_at_every_one_finds()
    {
        var draws = new Draws(2);
        var (vectors, wanted) = (Unit(draws, 3000), Unit(draws, 1));
        var found = SimilarRemarks.Of(vectors, Width).Value.Nearest(wanted, 10).Value;
        double Cosine(int i) => Enumerable.Range(0, Width).Sum(j => (double)vectors[i * Width + j] * wanted[j]);
        var truth = Enumerable.Range(0, 3000).OrderByDescending(Cosine).Take(10).ToList();
        Assert.Equal(10, found.Count);
        Assert.All(found, one => Assert.Equal(Cosine(one.Remark), one.Cosine, .01));
        Assert.True(truth.Intersect(found.Select(one => one.Remark)).Count() >= 9);
        Assert.Equal(found.OrderByDescending(one => one.Cosine), found);
    }

    [Fact]
    public void Of_equally_near_ones_the_first_comes_and_those_without_a_vector_never()
    {
        var one = Unit(new Draws(3), 1);
        float[] vectors = [.. new float[Width], .. one, .. one, .. one];
        var found = SimilarRemarks.Of(vectors, Width).Value.Nearest(one, 2).Value;
        Assert.Equal([1, 2], found.Select(similar => similar.Remark));
        Assert.Equal(3, SimilarRemarks.Of(vectors, Width).Value.Nearest(one, 9).Value.Count);
    }

    [Fact]
    public void Bad_input_is_refused_in_words()
    {
        Assert.Equal("There are no remarks to compare with.", SimilarRemarks.Of([], Width).Because);
        Assert.StartsWith("The vector of remark 1 is no unit vector", SimilarRemarks.Of([float.NaN], 1).Because);
        var one = SimilarRemarks.Of([1f, 0f], 2).Value;
        Assert.StartsWith("None of the words", one.Nearest([0, 0], 1).Because);
        Assert.StartsWith("What is looked for", one.Nearest([float.PositiveInfinity, 0], 1).Because);
        Assert.Throws<ArgumentOutOfRangeException>(() => one.Nearest([1, 0], 0));
    }
}
