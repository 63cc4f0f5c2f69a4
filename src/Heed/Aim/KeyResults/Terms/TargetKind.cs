using Heed.Analytics.Evidence;

namespace Heed.Aim;

/// <summary>How a target is meant: a place to go to, or a limit to keep. A limit has a state and never a progress (okr.md 3.2).</summary>
public enum TargetKind
{
    /// <summary>From the start to the target: it has a progress.</summary>
    Reach,

    /// <summary>Exactly on the limit holds.</summary>
    AtMost,

    /// <summary>Exactly on the limit is a breach.</summary>
    Below,

    /// <summary>Exactly on the limit holds.</summary>
    AtLeast,

    /// <summary>Exactly on the limit is a breach.</summary>
    Above,

    /// <summary>From the lowest allowed value to the target, both included.</summary>
    Between,
}

static class TargetKinds
{
    /// <summary>What is to be kept; empty where the target is a place to go to.</summary>
    public static Guardrail? Keeps(this TargetKind kind, double? low, double target) =>
        kind switch
        {
            TargetKind.AtMost => Guardrail.AtMost(target),
            TargetKind.Below => Guardrail.AtMost(target, strict: true),
            TargetKind.AtLeast => Guardrail.AtLeast(target),
            TargetKind.Above => Guardrail.AtLeast(target, strict: true),
            TargetKind.Between => Guardrail.Between(low!.Value, target),
            _ => null,
        };

    /// <summary>“at most 5”, “between 4 and 5”.</summary>
    public static string InWords(this Guardrail keeps) =>
        keeps switch
        {
            { Low: { } low, High: { } high } => $"between {Format.Number(low)} and {Format.Number(high)}",
            { High: { } high } => $"{(keeps.IsStrict ? "below" : "at most")} {Format.Number(high)}",
            _ => $"{(keeps.IsStrict ? "above" : "at least")} {Format.Number(keeps.Low)}",
        };
}
