using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

/// <param name="Run">The trials that the state rests on, the earliest first.</param>
/// <param name="Hours">What the run cost, as far as somebody said; empty where nobody did.</param>
/// <param name="HoursAreAtLeast">Of some trials of the run nobody said the hours.</param>
public sealed record TractionView(
    Id<Metric> Metric,
    Id<Team> Team,
    TractionState State,
    string Sentence,
    IReadOnlyList<Id<Trial>> Tried,
    IReadOnlyList<Id<Trial>> Run,
    double? Hours,
    bool HoursAreAtLeast
)
{
    public static TractionView Of(OutcomeTraction outcome) =>
        new(
            outcome.Metric.Id,
            outcome.TeamId,
            outcome.State,
            outcome.Sentence(),
            [.. outcome.Tried.Select(t => t.Trial.Id)],
            [.. outcome.Run.Select(t => t.Trial.Id)],
            outcome.Found.SpinHours,
            outcome.Found.IsAtLeast
        );
}
