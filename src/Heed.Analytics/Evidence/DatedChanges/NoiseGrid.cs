namespace Heed.Analytics.Evidence;

/// <summary>
/// What the noise of a series may be like: an autoregression of the first order seen through white noise. Points so many
/// periods apart correlate by (1 − white) · likeness^periods.
/// </summary>
/// <remarks>
/// No series of a dozen points tells which of these it has, so none is chosen: the verdict averages over all, each by how likely
/// the points make it. The white share is what holds a level that wanders: the likeness of its neighbours fades slowly and
/// never begins at one.
/// </remarks>
/// <param name="Likeness">φ of the autoregressive part, 0 to 0.985.</param>
/// <param name="White">The share of the variance that is white, 0 to 0.85.</param>
readonly record struct NoiseKind(double Likeness, double White)
{
    static readonly double[] Likenesses = [0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.96, 0.985];
    static readonly double[] Whites = [0, 0.3, 0.6, 0.85];

    /// <summary>The grid, each of its 9 × 4 cells equally likely before the points are seen.</summary>
    public static NoiseKind[] All { get; } =
    [new(0, 0), .. Likenesses.SelectMany(likeness => Whites.Select(white => new NoiseKind(likeness, white)))];

    /// <summary>How many cells of the full grid it stands for: without likeness all white shares are the same.</summary>
    public int Cells => Likeness == 0 ? Whites.Length : 1;

    /// <summary>The correlation of neighbouring points.</summary>
    public double OfNeighbours => (1 - White) * Likeness;
}
