namespace Heed.Try;

/// <summary>What two arms had counted at a look, with the test that was made of it.</summary>
public sealed class ArmsFound
{
    public int Days { get; init; }
    public long ControlShown { get; init; }
    public long ControlDid { get; init; }
    public long ChangedShown { get; init; }
    public long ChangedDid { get; init; }
    public double TauSquared { get; init; }

    internal string InWords() =>
        $"{Format.Count(ControlDid)} of {Format.Count(ControlShown)} without it, {Format.Count(ChangedDid)} of {Format.Count(ChangedShown)} with it, in {Format.Count(Days, "day")}";

    /// <summary>Λ at the newest day.</summary>
    public double Ratio { get; init; }

    /// <summary>The always valid p: the smallest 1/Λ of all days so far.</summary>
    public double PValue { get; init; }

    /// <summary>Nothing more need be counted: Λ reached its bound, the predicted effect is excluded, or all whom it waited for were counted.</summary>
    public bool IsFinal { get; init; }
}
