using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Text.Themes;

/// <summary>Groups unit vectors by direction: where the mixture starts from.</summary>
/// <remarks>Dhillon and Modha, Machine Learning 42, 2001; first centres far apart as in k-means++ (Arthur and Vassilvitskii 2007).</remarks>
sealed class SphericalKMeans
{
    const int MostRounds = 20;
    readonly float[] _vectors;
    readonly int _width;
    readonly int _count;

    public SphericalKMeans(float[] vectors, int width) =>
        (_vectors, _width, _count) = (vectors, width, vectors.Length / width);

    /// <summary>The group of each vector, 0 to <paramref name="groups"/> - 1; -1 for a vector of zeros.</summary>
    public int[] Run(int groups, ulong seed)
    {
        var stride = (groups + 7) & ~7;
        var centres = FirstCentres(groups, stride, new Draws(seed));
        var (assigned, scores) = (new int[_count], new float[stride]);
        Array.Fill(assigned, -2);
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = 0;
            for (var i = 0; i < _count; i++)
            {
                var nearest = Nearest(i, centres, scores, groups);
                moved += nearest == assigned[i] ? 0 : 1;
                assigned[i] = nearest;
            }
            if (moved * 1000L < _count)
                break;
            Recentre(assigned, centres, groups, stride);
        }
        return assigned;
    }

    ReadOnlySpan<float> Vector(int i) => _vectors.AsSpan(i * _width, _width);

    int Nearest(int i, float[] centres, float[] scores, int groups)
    {
        var vector = Vector(i);
        if (!vector.ContainsAnyExcept(0f))
            return -1;
        for (var from = 0; from < scores.Length; from += 8)
        {
            var score = Vector256<float>.Zero;
            ref var column = ref MemoryMarshal.GetArrayDataReference(centres);
            for (var j = 0; j < vector.Length; j++)
                score += Vector256.LoadUnsafe(ref column, (nuint)(j * scores.Length + from)) * vector[j];
            score.StoreUnsafe(ref scores[from]);
        }
        return Sweeps.Best(scores.AsSpan(0, groups));
    }

    float[] FirstCentres(int groups, int stride, Draws draws)
    {
        var centres = new float[_width * stride];
        var far = new double[_count];
        for (var i = 0; i < _count; i++)
            far[i] = Vector(i).ContainsAnyExcept(0f) ? 1 : 0;
        for (var group = 0; group < groups; group++)
        {
            var chosen = Chosen(far, draws);
            for (var j = 0; j < _width; j++)
                centres[j * stride + group] = Vector(chosen)[j];
            for (var i = 0; i < _count; i++)
                far[i] = Math.Min(far[i], Math.Max(0, 1 - Cosine(Vector(i), Vector(chosen))));
        }
        return centres;
    }

    static int Chosen(double[] far, Draws draws)
    {
        var left = draws.Unit() * far.Sum();
        for (var i = 0; i < far.Length; i++)
            if (far[i] > 0 && (left -= far[i]) < 0)
                return i;
        return draws.Below(far.Length);
    }

    void Recentre(int[] assigned, float[] centres, int groups, int stride)
    {
        var sums = new double[groups * _width];
        for (var i = 0; i < _count; i++)
            if (assigned[i] >= 0)
                for (var j = 0; j < _width; j++)
                    sums[assigned[i] * _width + j] += Vector(i)[j];
        for (var group = 0; group < groups; group++)
        {
            var sum = sums.AsSpan(group * _width, _width);
            var square = 0.0;
            foreach (var number in sum)
                square += number * number;
            // A group that lost all its members keeps its old centre.
            if (square > 0)
                for (var j = 0; j < _width; j++)
                    centres[j * stride + group] = (float)(sum[j] / Math.Sqrt(square));
        }
    }

    /// <summary>The cosine of two unit vectors.</summary>
    public static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector256<float>.Zero;
        var i = 0;
        for (; i <= a.Length - 8; i += 8)
            sum += Vector256.Create(a.Slice(i, 8)) * Vector256.Create(b.Slice(i, 8));
        var rest = Vector256.Sum(sum);
        for (; i < a.Length; i++)
            rest += a[i] * b[i];
        return rest;
    }
}
