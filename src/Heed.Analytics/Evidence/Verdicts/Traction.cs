namespace Heed.Analytics.Evidence;

/// <summary>Whether effort moves anything. When several hold, the one that comes first here is said.</summary>
public enum TractionState
{
    /// <summary>The newest attempt's lag is not over.</summary>
    Waiting,

    /// <summary>The same move three times or more, and at least one could not be judged: measure, or make a bigger change.</summary>
    Blind,

    /// <summary>Effort rises while the outcome is flat.</summary>
    Revving,

    /// <summary>The same move three times or more, and each demonstrably changed nothing or made it worse.</summary>
    Spinning,

    /// <summary>Emphasis swings between two poles and the low points do not rise.</summary>
    Rocking,

    /// <summary>None of these.</summary>
    Moving,
}

/// <summary>The stuck detector: is the same move made again and again?</summary>
/// <param name="State">The state.</param>
/// <param name="Run">The attempts that it rests on, oldest first; empty when there are none.</param>
/// <param name="Sentence">The state in words; a prompt, never a reproach.</param>
public sealed record Traction(TractionState State, IReadOnlyList<Attempt> Run, string Sentence)
{
    const int ShortestRun = 3;

    /// <summary>The hours of the run that somebody said, added up; null where nobody said any.</summary>
    public double? SpinHours => HoursOf(Run);

    /// <summary>Whether the hours of a part of the run are not said, so that <see cref="SpinHours"/> is the least that it was.</summary>
    public bool IsAtLeast => SpinHours is not null && Parts(Run).Any(part => part.Hours is null);

    static IEnumerable<Attempt> Parts(IEnumerable<Attempt> run) => run.SelectMany(attempt => attempt.Parts);

    static double? HoursOf(IReadOnlyList<Attempt> run) =>
        Parts(run).Any(part => part.Hours is not null) ? Parts(run).Sum(part => part.Hours ?? 0) : null;

    /// <summary>Looks at the attempts on one outcome.</summary>
    /// <param name="attempts">The attempts, in any order.</param>
    /// <param name="outcome">The outcome they were to move.</param>
    /// <param name="wanted">Which way is better.</param>
    /// <param name="effort">Hours spent a period; null when they are not kept.</param>
    /// <param name="isRockingWithoutGain">Whether a tension's emphasis swings (three times or more) and its lows do not rise.</param>
    public static Traction Of(
        IEnumerable<Attempt> attempts,
        Series outcome,
        Direction wanted,
        Series? effort = null,
        bool isRockingWithoutGain = false
    )
    {
        ArgumentNullException.ThrowIfNull(attempts);
        ArgumentNullException.ThrowIfNull(outcome);
        var all = Attempt.AsOne(attempts);
        if (all is [.., { IsWaiting: true } newest])
            return new(TractionState.Waiting, [], $"Waiting: the change of {Wording.Day(newest.On)} needs more time.");

        var run = SameMoves(all, outcome, wanted);
        var unseen = run.Count(attempt => attempt.Word is VerdictWord.CannotTell or VerdictWord.NotMeasured);
        if (unseen > 0)
            return new(
                TractionState.Blind,
                run,
                $"Blind: the same move {run.Count} times, and {unseen} could not be judged. Measure, or make a bigger change."
            );
        var since = all is [var first, ..] ? first.On : DateOnly.MinValue;
        if (
            effort is not null
            && all is not [.., { Word: VerdictWord.Improved }]
            && IsUp(effort, since)
            && !Moved(outcome, since, wanted)
        )
            return new(
                TractionState.Revving,
                run.Count > 0 ? run : all,
                "Revving: effort rises and the outcome does not follow."
            );
        if (run.Count > 0)
            return new(
                TractionState.Spinning,
                run,
                $"Spinning: the same move {run.Count} times, {Cost(run)}, and nothing improved. Try another lever."
            );
        if (Rocking.Of(all, outcome, wanted) is { Count: > 0 } toAndFro)
            return new(
                TractionState.Rocking,
                toAndFro,
                $"Rocking: two moves took turns {toAndFro.Count} times, the outcome went to and fro with them, and its worst points do not get better. Ask whether it is a tension."
            );
        return isRockingWithoutGain
            ? new(TractionState.Rocking, [], "Rocking: the emphasis swings to and fro, and the low points do not rise.")
            : new(TractionState.Moving, [], "Moving.");
    }

    static string Cost(IReadOnlyList<Attempt> run) =>
        HoursOf(run) is not { } hours
            ? "hours not said"
            : $"{(Parts(run).Any(part => part.Hours is null) ? "at least " : "")}{Wording.Number(hours)} {(hours == 1 ? "hour" : "hours")}";

    /// <summary>The newest attempts that are the same move, none of them an improvement; empty when they are fewer than three.</summary>
    static List<Attempt> SameMoves(IReadOnlyList<Attempt> all, Series outcome, Direction wanted)
    {
        List<Attempt> run = [];
        foreach (var attempt in all.Where(attempt => !attempt.IsWaiting).Reverse())
        {
            if (
                attempt.Word is VerdictWord.Improved
                || run is [var newest, ..] && !newest.Signature.IsSameMove(attempt.Signature)
            )
                break;
            run.Add(attempt);
        }
        run.Reverse();
        return run.Count >= ShortestRun && !Moved(outcome, run[0].On, wanted) ? run : [];
    }

    /// <summary>Whether a series gave a signal this way since a day, against its noise before that day.</summary>
    static bool Moved(Series series, DateOnly since, Direction way) => SignalsSince(series, since, way).Any();

    /// <summary>Effort that rose long ago and fell again does not rise: its signal reaches one of the last two points.</summary>
    static bool IsUp(Series effort, DateOnly since) =>
        SignalsSince(effort, since, Direction.Up).Any(signal => signal.To >= effort.Count - 2);

    static IEnumerable<Signal> SignalsSince(Series series, DateOnly since, Direction way)
    {
        var band = NoiseBand.Of(series.Before(since));
        if (!band.HasLimits)
            band = NoiseBand.Of(series);
        return Signals.In(series, band).Where(signal => signal.Direction == way && signal.CompletedDate >= since);
    }
}
