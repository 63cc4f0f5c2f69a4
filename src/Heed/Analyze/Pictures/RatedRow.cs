namespace Heed.Analyze;

/// <summary>The ratings of one unit.</summary>
public sealed record RatedRow(string Name, IReadOnlyList<RatedDot> Dots);

/// <summary>How many gave one rating.</summary>
public sealed record RatedDot(double Rating, int Count);
