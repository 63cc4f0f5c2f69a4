namespace Heed.Analytics.Evidence;

/// <summary>One try at moving an outcome.</summary>
/// <param name="On">When the change came.</param>
/// <param name="Signature">What was done.</param>
/// <param name="Word">How it was judged.</param>
/// <param name="IsWaiting">Whether its lag is not over.</param>
/// <param name="Hours">What it cost, in hours; null where nobody said.</param>
public sealed record Attempt(DateOnly On, ActionSignature Signature, VerdictWord Word, bool IsWaiting, double? Hours)
{
    /// <summary>How many days its effect takes to come.</summary>
    public int LagDays { get; init; }

    /// <summary>The attempts that count as this one, oldest first; itself where it stands alone.</summary>
    public IReadOnlyList<Attempt> Parts
    {
        get => field ?? [this];
        init;
    }

    /// <summary>
    /// Oldest first, those on one obstacle within the lag of the first of them as one: whoever splits an attempt neither
    /// lengthens nor breaks a run.
    /// </summary>
    public static IReadOnlyList<Attempt> AsOne(IEnumerable<Attempt> attempts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        List<List<Attempt>> kept = [];
        foreach (var attempt in attempts.OrderBy(attempt => attempt.On))
        {
            var begun = kept.FindLast(parts =>
                attempt.On.DayNumber - parts[0].On.DayNumber <= parts[0].LagDays
                && parts[0].Signature.IsSameObstacle(attempt.Signature)
            );
            if (begun is null)
                kept.Add([attempt]);
            else
                begun.Add(attempt);
        }
        return [.. kept.Select(Joined)];
    }

    /// <summary>It improved where a part did; else the newest part says how it was judged.</summary>
    static Attempt Joined(List<Attempt> parts) =>
        parts is [var alone]
            ? alone
            : parts[0] with
            {
                Word = parts.Exists(part => part.Word is VerdictWord.Improved) ? VerdictWord.Improved : parts[^1].Word,
                IsWaiting = parts.Exists(part => part.IsWaiting),
                Hours = parts.Exists(part => part.Hours is not null) ? parts.Sum(part => part.Hours ?? 0) : null,
                Parts = parts,
            };
}
