namespace Heed.Analytics.Text;

/// <summary>The direction that the vectors of a set of remarks have in common: their first singular vector.</summary>
static class CommonDirection
{
    /// <summary>Fewer remarks than this have no direction in common but their own subject.</summary>
    const int Fewest = 50;

    public static float[] Of(RemarkVectors vectors, IEnumerable<string?> remarks, WordReader reader)
    {
        var size = vectors.Dimensions;
        var products = new double[size * size];
        var (one, count) = (new float[size], 0);
        foreach (var remark in remarks)
        {
            if (!vectors.TryWrite(reader.Read(remark), one))
                continue;
            count++;
            for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
                products[row * size + column] += (double)one[row] * one[column];
        }
        return count < Fewest ? [] : Largest(products, size);
    }

    /// <summary>By repeated multiplication; the first gap is wide in text, so a few dozen rounds settle it.</summary>
    static float[] Largest(double[] products, int size)
    {
        const int Rounds = 60;
        var direction = new float[size];
        direction.AsSpan().Fill(1);
        var next = new float[size];
        for (var round = 0; round < Rounds; round++)
        {
            for (var row = 0; row < size; row++)
            {
                var sum = 0.0;
                for (var column = 0; column < size; column++)
                    sum += products[row * size + column] * direction[column];
                next[row] = (float)(sum / products.Length);
            }
            if (!Directions.Normalise(next))
                return [];
            (direction, next) = (next, direction);
        }
        return direction;
    }
}
