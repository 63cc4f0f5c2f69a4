using Heed.Analytics.Evidence;

namespace Heed.Try;

/// <summary>The effect of a change that reached one metric after another, as a look found it.</summary>
public sealed class RollOutFound
{
    /// <summary>How many had the change by the end, the trial's own among them.</summary>
    public required int With { get; init; }

    /// <summary>How many did not have it.</summary>
    public required int Without { get; init; }

    /// <summary>The mean effect on all that got it, in the metric's unit.</summary>
    public required double Effect { get; init; }
    public required double Low { get; init; }
    public required double High { get; init; }

    /// <summary>The effect by how long ago the change came.</summary>
    public List<FoundSince> Since { get; init; } = [];

    internal static RollOutFound Of(StaggeredRollOut found) =>
        new()
        {
            With = found.Units.With,
            Without = found.Units.Without,
            Effect = found.Effect.Value,
            Low = found.Effect.Low,
            High = found.Effect.High,
            Since =
            [
                .. found.Since.Select(since => new FoundSince(
                    since.Periods,
                    since.Units,
                    since.Effect.Value,
                    since.Effect.Low,
                    since.Effect.High
                )),
            ],
        };
}

/// <summary>The mean effect so many periods after the change.</summary>
/// <param name="Periods">0 is the first period with the change.</param>
/// <param name="Units">On how many it could be seen: those that have had the change so long.</param>
public sealed record FoundSince(int Periods, int Units, double Effect, double Low, double High);
