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

/// <summary>One try at moving an outcome.</summary>
/// <param name="On">When the change came.</param>
/// <param name="Signature">What was done.</param>
/// <param name="Word">How it was judged.</param>
/// <param name="IsWaiting">Whether its lag is not over.</param>
/// <param name="Hours">What it cost, in hours.</param>
public sealed record Attempt(DateOnly On, ActionSignature Signature, VerdictWord Word, bool IsWaiting, double Hours);

/// <summary>The stuck detector: is the same move made again and again?</summary>
/// <param name="State">The state.</param>
/// <param name="Run">The attempts that make the run, oldest first; empty when there is none.</param>
/// <param name="SpinHours">The hours of that run.</param>
/// <param name="Sentence">The state in words; a prompt, never a reproach.</param>
public sealed record Traction(TractionState State, IReadOnlyList<Attempt> Run, double SpinHours, string Sentence)
{
    const int ShortestRun = 3;

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
        Attempt[] all = [.. attempts.OrderBy(attempt => attempt.On)];
        if (all is [.., { IsWaiting: true } newest])
            return new(
                TractionState.Waiting,
                [],
                0,
                $"Waiting: the change of {Wording.Day(newest.On)} needs more time."
            );

        var run = SameMoves(all, outcome, wanted);
        var hours = run.Sum(attempt => attempt.Hours);
        var unseen = run.Count(attempt => attempt.Word is VerdictWord.CannotTell or VerdictWord.NotMeasured);
        if (unseen > 0)
            return new(
                TractionState.Blind,
                run,
                hours,
                $"Blind: the same move {run.Count} times, and {unseen} could not be judged. Measure, or make a bigger change."
            );
        var since = all is [var first, ..] ? first.On : DateOnly.MinValue;
        if (effort is not null && Moved(effort, since, Direction.Up) && !Moved(outcome, since, wanted))
            return new(TractionState.Revving, run, hours, "Revving: effort rises and the outcome does not follow.");
        if (run.Count > 0)
            return new(
                TractionState.Spinning,
                run,
                hours,
                $"Spinning: the same move {run.Count} times, {Wording.Number(hours)} hours, and nothing improved. Try another lever."
            );
        return isRockingWithoutGain
            ? new(
                TractionState.Rocking,
                [],
                0,
                "Rocking: the emphasis swings to and fro, and the low points do not rise."
            )
            : new(TractionState.Moving, [], 0, "Moving.");
    }

    /// <summary>The newest attempts that are the same move, none of them an improvement; empty when they are fewer than three.</summary>
    static List<Attempt> SameMoves(Attempt[] all, Series outcome, Direction wanted)
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
    static bool Moved(Series series, DateOnly since, Direction way)
    {
        var band = NoiseBand.Of(series.Before(since));
        if (!band.HasLimits)
            band = NoiseBand.Of(series);
        return Signals.In(series, band).Any(signal => signal.Direction == way && signal.CompletedDate >= since);
    }
}
