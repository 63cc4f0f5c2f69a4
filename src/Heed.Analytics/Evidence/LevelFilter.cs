namespace Heed.Analytics.Evidence;

/// <summary>
/// One run of the Kalman filter for a local level, on the scale where level and noise variance add up to one; that total
/// is then estimated from the innovations. A regressor is filtered beside the series, and its coefficient is the least
/// squares one between both innovations.
/// </summary>
readonly record struct LevelFilter(
    double Level,
    double RegressorLevel,
    double LevelUncertainty,
    double Coefficient,
    double CoefficientInformation,
    double Variance,
    double LogLikelihood
)
{
    /// <summary>The share of the level in the variance that makes the points most likely: a grid, then golden section.</summary>
    public static (LevelFilter Filter, double Share) MostLikely(Series series, ReadOnlySpan<double> regressor)
    {
        var (best, at) = (Run(series, regressor, 0), 0.0);
        // Levels that hardly move matter most, so the grid is fine near zero: squares of even steps.
        const int steps = 40;
        for (var step = 1; step <= steps; step++)
            if (
                Run(series, regressor, Squared(step / (double)steps)) is var here
                && here.LogLikelihood > best.LogLikelihood
            )
                (best, at) = (here, step / (double)steps);
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Max(at - 1.0 / steps, 0), Math.Min(at + 1.0 / steps, 1));
        for (var round = 0; round < 40; round++)
        {
            var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
            if (
                Run(series, regressor, Squared(left)).LogLikelihood
                > Run(series, regressor, Squared(right)).LogLikelihood
            )
                high = right;
            else
                low = left;
        }
        var share = Squared((low + high) / 2);
        var refined = Run(series, regressor, share);
        return refined.LogLikelihood >= best.LogLikelihood ? (refined, share) : (best, Squared(at));
    }

    static double Squared(double value) => value * value;

    static LevelFilter Run(Series series, ReadOnlySpan<double> regressor, double share)
    {
        var values = series.Values;
        var withRegressor = !regressor.IsEmpty;
        // The diffuse start: the first point sets the level, known up to its noise.
        var (level, regressorLevel, uncertainty) = (values[0], withRegressor ? regressor[0] : 0, 1 - share);
        var (yy, xy, xx, volume) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 1; i < values.Length; i++)
        {
            var ahead = uncertainty + share * (series.PeriodAt(i) - series.PeriodAt(i - 1));
            var spread = ahead + 1 - share;
            var innovation = values[i] - level;
            var regressorInnovation = withRegressor ? regressor[i] - regressorLevel : 0;
            yy += innovation * innovation / spread;
            xy += regressorInnovation * innovation / spread;
            xx += regressorInnovation * regressorInnovation / spread;
            volume += Math.Log(spread);
            var gain = ahead / spread;
            level += gain * innovation;
            regressorLevel += gain * regressorInnovation;
            uncertainty = ahead * (1 - gain);
        }
        var n = values.Length - 1;
        var coefficient = xx > 0 ? xy / xx : 0;
        var variance = Math.Max(yy - coefficient * xy, 0) / n;
        var likelihood = -0.5 * (n * (Math.Log(2 * Math.PI * variance) + 1) + volume);
        return new(level, regressorLevel, uncertainty, coefficient, xx, variance, likelihood);
    }
}
