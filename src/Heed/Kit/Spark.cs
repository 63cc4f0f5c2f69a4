namespace Heed.Kit;

/// <summary>The last values of a metric as a small line.</summary>
/// <param name="Values">Evenly spaced, the oldest first; null is a gap.</param>
/// <param name="Says">The same in words.</param>
/// <param name="Lower">The lower end of what is usual; empty where that is not known.</param>
/// <param name="Last">Set where the newest value belongs to a signal: its shape and colour.</param>
public sealed record Spark(IReadOnlyList<double?> Values, string Says, double? Lower, double? Upper, Status? Last);
