namespace Heed.Analytics.Evidence;

/// <summary>
/// A level that wanders, seen through noise: y = level + noise, level = level before + step. The random walk plus noise of
/// Durbin and Koopman, <i>Time Series Analysis by State Space Methods</i> (2001), fitted by maximum likelihood with the
/// Kalman filter from a diffuse start.
/// </summary>
/// <remarks>The variance of the steps grows with the periods between two points, so gaps are exact.</remarks>
public sealed record LocalLevel
{
    const int FewestPoints = 12;

    LocalLevel(LevelFilter filter, double share) =>
        (LevelVariance, NoiseVariance, LogLikelihood, Level) = (
            share * filter.Variance,
            (1 - share) * filter.Variance,
            filter.LogLikelihood,
            filter.Level
        );

    /// <summary>The variance of the level's step from one period to the next.</summary>
    public double LevelVariance { get; }

    /// <summary>The variance of the noise around the level.</summary>
    public double NoiseVariance { get; }

    /// <summary>The logarithm of the likelihood of all points but the first, which sets the level.</summary>
    public double LogLikelihood { get; }

    /// <summary>The level after the last point.</summary>
    public double Level { get; }

    /// <summary>Fits the model.</summary>
    /// <returns>The fit; or a sentence when there are fewer than 12 points or they do not vary.</returns>
    public static Answer<LocalLevel> Fit(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count < FewestPoints)
            return new NoAnswer($"A local level needs {FewestPoints} points, has {series.Count}.");
        var (filter, share) = LevelFilter.MostLikely(series, null);
        return filter.Variance > 0
            ? new LocalLevel(filter, share)
            : new NoAnswer("The points do not vary: there is nothing to fit.");
    }
}
