using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>A point of the curve on which a value rests: how often a new customer has come back by then.</summary>
/// <param name="Time">In the unit of the run, since the first purchase.</param>
public sealed record CurveAt(double Time, double Expected, double? Low, double? High);

/// <summary>
/// What one file of purchases said of how often customers come back and what that is worth. Kept for ever, without the file and without
/// any customer in it: another look adds another.
/// </summary>
public sealed class LifetimeRun : IInWorkspace
{
    public const int LongestFile = 200;

    public Id<LifetimeRun> Id { get; init; } = Id<LifetimeRun>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Id<Member> By { get; init; }
    public required string File { get; init; }
    public required int Customers { get; init; }

    /// <summary>What time is counted in: day, week, month, year.</summary>
    public required string Unit { get; init; }

    /// <summary>How many of them it looks ahead.</summary>
    public required int Ahead { get; init; }
    public required double MarginPercent { get; init; }

    /// <summary>By how many percent money loses in worth with each unit of time.</summary>
    public required double DiscountPercent { get; init; }
    public required string Sentence { get; init; }

    /// <summary>What the figures rest on, and what cannot be concluded, a line each.</summary>
    public required string Method { get; init; }
    public required string Limits { get; init; }

    /// <summary>Purchases of all customers together in the time ahead.</summary>
    public double? Expected { get; init; }
    public double? ExpectedLow { get; init; }
    public double? ExpectedHigh { get; init; }
    public double? Value { get; init; }
    public double? ValueLow { get; init; }
    public double? ValueHigh { get; init; }

    /// <summary>Why there is no value; empty where there is one.</summary>
    public string? ValueBecause { get; init; }
    public List<CurveAt> Curve { get; init; } = [];
}
