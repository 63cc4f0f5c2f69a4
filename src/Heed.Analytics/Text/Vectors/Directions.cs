namespace Heed.Analytics.Text;

/// <summary>Lengths and directions of vectors. Sums run in order and in double, so they are the same on every machine.</summary>
static class Directions
{
    public static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += (double)left[i] * right[i];
        return sum;
    }

    /// <summary>Makes it of length 1; false, and zero, where it has none.</summary>
    public static bool Normalise(Span<float> vector)
    {
        var length = Math.Sqrt(Dot(vector, vector));
        if (length < 1e-12)
        {
            vector.Clear();
            return false;
        }
        for (var i = 0; i < vector.Length; i++)
            vector[i] = (float)(vector[i] / length);
        return true;
    }

    /// <summary>Takes away what a vector has in a direction of length 1.</summary>
    public static void Remove(Span<float> vector, ReadOnlySpan<float> direction)
    {
        var along = Dot(vector, direction);
        for (var i = 0; i < vector.Length; i++)
            vector[i] = (float)(vector[i] - along * direction[i]);
    }
}
