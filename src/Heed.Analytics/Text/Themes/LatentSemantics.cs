using Heed.Analytics.Scores;

namespace Heed.Analytics.Text.Themes;

/// <summary>Unit vectors from the words alone, for a start without word vectors: latent semantic analysis.</summary>
/// <remarks>
/// Deerwester and others 1990. The leading directions are found by subspace iteration on the tf-idf rows (Halko,
/// Martinsson and Tropp, SIAM Review 53, 2011); a turn within the subspace changes no cosine, so no full decomposition is needed.
/// </remarks>
static class LatentSemantics
{
    const int Rounds = 4;

    /// <summary><paramref name="width"/> numbers for each remark, of length 1, or zeros for a remark without terms.</summary>
    public static float[] Vectors(RemarkTerms remarks, int width, ulong seed)
    {
        width = Math.Min(width, Math.Min(remarks.TermCount, remarks.Count));
        var weights = Rarity(remarks);
        var draws = new Draws(seed);
        var terms = new float[remarks.TermCount * width];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = (float)(draws.Unit() - 0.5);
        for (var round = 0; round < Rounds; round++)
        {
            Orthonormalise(terms, width);
            terms = Back(remarks, weights, Onto(remarks, weights, terms, width), width);
        }
        Orthonormalise(terms, width);
        var vectors = Onto(remarks, weights, terms, width);
        for (var i = 0; i < remarks.Count; i++)
            Normalise(vectors.AsSpan(i * width, width));
        return vectors;
    }

    static float[] Rarity(RemarkTerms remarks)
    {
        var seen = new int[remarks.TermCount];
        for (var i = 0; i < remarks.Count; i++)
        {
            var last = -1;
            foreach (var term in remarks.Row(i))
                seen[term] += term == last ? 0 : 1;
        }
        return [.. seen.Select(n => MathF.Log((1f + remarks.Count) / (1 + n)))];
    }

    static float[] Onto(RemarkTerms remarks, float[] weights, float[] terms, int width)
    {
        var vectors = new float[remarks.Count * width];
        Parallel.For(
            0,
            remarks.Count,
            i =>
            {
                var vector = vectors.AsSpan(i * width, width);
                var scale = Scale(remarks, weights, i);
                foreach (var term in remarks.Row(i))
                    AddTo(vector, terms.AsSpan(term * width, width), weights[term] * scale);
            }
        );
        return vectors;
    }

    static float[] Back(RemarkTerms remarks, float[] weights, float[] vectors, int width)
    {
        var terms = new float[remarks.TermCount * width];
        for (var i = 0; i < remarks.Count; i++)
        {
            var scale = Scale(remarks, weights, i);
            foreach (var term in remarks.Row(i))
                AddTo(terms.AsSpan(term * width, width), vectors.AsSpan(i * width, width), weights[term] * scale);
        }
        return terms;
    }

    // Rows of length one: a long remark says no more than a short one.
    static float Scale(RemarkTerms remarks, float[] weights, int remark)
    {
        var square = 0f;
        foreach (var term in remarks.Row(remark))
            square += weights[term] * weights[term];
        return square > 0 ? 1 / MathF.Sqrt(square) : 0;
    }

    static void AddTo(Span<float> sum, ReadOnlySpan<float> vector, float scale)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += vector[i] * scale;
    }

    // Gram-Schmidt over columns, done twice: once loses orthogonality where columns are nearly alike.
    static void Orthonormalise(float[] rows, int width)
    {
        var count = rows.Length / width;
        var columns = new float[width][];
        for (var column = 0; column < width; column++)
        {
            var own = columns[column] = new float[count];
            for (var i = 0; i < count; i++)
                own[i] = rows[i * width + column];
            for (var pass = 0; pass < 2; pass++)
            for (var other = 0; other < column; other++)
                AddTo(own, columns[other], -SphericalKMeans.Cosine(own, columns[other]));
            Normalise(own);
            for (var i = 0; i < count; i++)
                rows[i * width + column] = own[i];
        }
    }

    static void Normalise(Span<float> vector)
    {
        var square = 0.0;
        foreach (var number in vector)
            square += (double)number * number;
        var scale = square > 1e-20 ? (float)(1 / Math.Sqrt(square)) : 0;
        for (var i = 0; i < vector.Length; i++)
            vector[i] *= scale;
    }
}
