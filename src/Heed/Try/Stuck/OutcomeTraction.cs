using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Ui;

namespace Heed.Try;

/// <summary>A trial as an attempt at its metric: how it was judged, or that it waits.</summary>
/// <param name="Word">The newest verdict; not measured where it was not looked at yet.</param>
public sealed record TriedMove(Trial Trial, VerdictWord Word, bool IsWaiting, bool PredictionPrecededData)
{
    /// <summary>
    /// What is in the way. Trials on one obstacle of the team say it in the words of the newest of them, so that they are
    /// told as one whatever the obstacle was called in between.
    /// </summary>
    public string Obstacle { get; init; } = Trial.Obstacle;

    /// <summary>“No change, written afterwards”.</summary>
    public string Said =>
        Trial.LookedAt is null && IsWaiting ? "Not looked at yet"
        : PredictionPrecededData ? Word.Word()
        : $"{Word.Word()}, written afterwards";

    internal Attempt Attempt =>
        new(
            Trial.Start,
            new(Obstacle, Trial.Lever, Trial.Actor ?? "", Trial.Behaviour ?? ""),
            Word,
            IsWaiting,
            Trial.Hours
        )
        {
            LagDays = Trial.LagDays,
        };
}

/// <summary>Whether what one team tries on one metric moves it (4.1), and what that rests on.</summary>
/// <param name="Tried">The attempts, oldest first.</param>
/// <param name="Run">Those of them that the state rests on.</param>
public sealed record OutcomeTraction(
    Metric Metric,
    Id<Team> TeamId,
    string Team,
    Traction Found,
    IReadOnlyList<TriedMove> Tried,
    IReadOnlyList<TriedMove> Run
)
{
    public TractionState State => Found.State;

    /// <summary>Something else is called for. Who waits is not stuck.</summary>
    public bool IsStuck =>
        State is TractionState.Spinning or TractionState.Blind or TractionState.Revving or TractionState.Rocking;

    public Id<KeyResult>? KeyResult => Run.LastOrDefault(t => t.Trial.KeyResultId is not null)?.Trial.KeyResultId;

    public static OutcomeTraction Of(
        Metric metric,
        Id<Team> teamId,
        string team,
        IReadOnlyList<TriedMove> tried,
        Series? points,
        DateOnly today
    )
    {
        var attempts = new Dictionary<Attempt, TriedMove>(
            tried.Select(t => KeyValuePair.Create(t.Attempt, t)),
            ReferenceEqualityComparer.Instance
        );
        var found = Traction.Of(
            attempts.Keys,
            points ?? Series.Of([], metric.Cadence).Value,
            tried[^1].Trial.Wanted,
            EffortByMonth.Of([.. tried.Select(t => t.Trial)], today)
        );
        return new(
            metric,
            teamId,
            team,
            found,
            tried,
            [.. found.Run.SelectMany(attempt => attempt.Parts).Select(part => attempts[part])]
        );
    }
}
