namespace Heed.Analytics.Evidence;

/// <summary>
/// An arm as a mean of one figure a person, whose spread is that of the mean or of the ratio of sums: the squares
/// are those of the linear parts, the products those with the figures before, each around its mean.
/// </summary>
readonly record struct Linear(
    string Name,
    int N,
    double Value,
    double Squares,
    double Products,
    double BeforeSquares,
    double BeforeMean
)
{
    public static Linear Of(ExperimentArm arm, double? bound)
    {
        var n = arm.Values.Count;
        var values = new double[n];
        for (var i = 0; i < n; i++)
            values[i] = Math.Min(arm.Values[i], bound ?? double.PositiveInfinity);
        var mean = values.Average();
        var (per, before) = (arm.Per?.Average() ?? 1, arm.Before?.Average() ?? 0);
        var value = mean / per;
        var (squares, products, beforeSquares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var part = arm.Per is { } sizes ? (values[i] - value * sizes[i]) / per : values[i] - mean;
            var earlier = arm.Before is { } all ? all[i] - before : 0;
            squares += part * part;
            products += part * earlier;
            beforeSquares += earlier * earlier;
        }
        return new(arm.Name, n, value, squares, products, beforeSquares, before);
    }

    /// <summary>The squared error of the arm's value with θ times its figures before taken away.</summary>
    public double Variance(double theta) =>
        Math.Max(0, Squares - 2 * theta * Products + theta * theta * BeforeSquares) / (N - 1.0) / N;

    public ArmResult Result(double theta, double centre) =>
        new(Name, N, Value, Value - theta * (BeforeMean - centre), Variance(theta));
}
