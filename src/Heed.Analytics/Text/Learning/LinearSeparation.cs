namespace Heed.Analytics.Text;

/// <summary>
/// A plane between the rows of a class and all others with the widest margin: a linear support vector machine with squared
/// hinge loss, solved in its dual one coordinate at a time (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithm 1).
/// The same rows, costs and seed give the same plane.
/// </summary>
static class LinearSeparation
{
    const int MostRounds = 40;
    const double Settled = 0.1;

    /// <summary>The weight of each place and, last, the constant.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="chosen">Which rows take part.</param>
    /// <param name="places">How many places the rows have.</param>
    /// <param name="isInside">Whether a row is of the class.</param>
    /// <param name="cost">What a row costs that lies on the wrong side; more than 0.</param>
    /// <param name="seed">The seed of the order in which rows are visited.</param>
    public static float[] Of(
        FeatureRows rows,
        ReadOnlySpan<int> chosen,
        int places,
        Func<int, bool> isInside,
        Func<int, double> cost,
        int seed
    )
    {
        var plane = new float[places + 1];
        var order = chosen.ToArray();
        var side = new sbyte[rows.Count];
        var slack = new double[rows.Count];
        var curve = new double[rows.Count];
        var dual = new double[rows.Count];
        foreach (var row in order)
        {
            side[row] = (sbyte)(isInside(row) ? 1 : -1);
            slack[row] = 0.5 / cost(row);
            // The constant is a place of value 1.
            curve[row] = 1 + slack[row];
            foreach (var value in rows.Values(row))
                curve[row] += (double)value * value;
        }
        var random = new Random(seed);
        for (var round = 0; round < MostRounds; round++)
        {
            random.Shuffle(order);
            var largest = 0.0;
            foreach (var row in order)
            {
                var gradient =
                    side[row] * Height(plane, rows.Places(row), rows.Values(row)) - 1 + slack[row] * dual[row];
                var projected = dual[row] == 0 ? Math.Min(gradient, 0) : gradient;
                largest = Math.Max(largest, Math.Abs(projected));
                if (projected == 0)
                    continue;
                var next = Math.Max(dual[row] - gradient / curve[row], 0);
                Move(plane, rows.Places(row), rows.Values(row), (next - dual[row]) * side[row]);
                dual[row] = next;
            }
            if (largest < Settled)
                break;
        }
        return plane;
    }

    static double Height(float[] plane, ReadOnlySpan<int> places, ReadOnlySpan<float> values)
    {
        double height = plane[^1];
        for (var i = 0; i < places.Length; i++)
            height += plane[places[i]] * values[i];
        return height;
    }

    static void Move(float[] plane, ReadOnlySpan<int> places, ReadOnlySpan<float> values, double by)
    {
        var step = (float)by;
        for (var i = 0; i < places.Length; i++)
            plane[places[i]] += step * values[i];
        plane[^1] += step;
    }
}
