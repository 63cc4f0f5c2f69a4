namespace Heed.Analyze;

/// <summary>One bar of a ranking with its interval.</summary>
/// <param name="Says">The number as it is printed.</param>
/// <param name="IsFirm">Filled; what is not firm is drawn hollow.</param>
public sealed record RankedInterval(string Name, double Value, double Low, double High, string Says, bool IsFirm);
