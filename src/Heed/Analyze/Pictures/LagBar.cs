namespace Heed.Analyze;

/// <summary>The correlation at one lag.</summary>
/// <param name="IsInWindow">Inside the window that was declared beforehand.</param>
/// <param name="IsFound">The one that carries the finding.</param>
public sealed record LagBar(int Lag, double Correlation, bool IsInWindow, bool IsFound);
