namespace Heed.Analyze;

/// <summary>A line of values with the range around it, and the points that were seen.</summary>
/// <param name="IsSecond">Drawn dashed: another way to compute the same.</param>
public sealed record Curve(string Name, IReadOnlyList<CurvePoint> Points, bool IsSecond = false)
{
    public IReadOnlyList<(double X, double Y)> Seen { get; init; } = [];
}

/// <summary>One place of a curve; low and high are null where the range is not known.</summary>
public sealed record CurvePoint(double X, double Y, double? Low, double? High);
