using Heed.Aim;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>One card of the board.</summary>
public sealed record TrialCard(Trial Trial, MetricName Metric, string Team, TrialVerdict? Verdict)
{
    /// <summary>“stage 2 of 3, 25 %”; empty where it has none, or none is under way.</summary>
    public string? Stage { get; init; }

    /// <summary>What became of the points under its verdict since.</summary>
    public ChangedSince Since { get; init; }
}

public sealed record Board(
    IReadOnlyList<TrialCard> Planned,
    IReadOnlyList<TrialCard> Running,
    IReadOnlyList<TrialCard> Looked,
    IReadOnlyList<TrialCard> Learned,
    IReadOnlyDictionary<Id<Team>, string> Teams
)
{
    /// <summary>The whole board in one sentence: what runs, what is late, what waits for a decision.</summary>
    public string Finding(DateOnly today)
    {
        var late = Running.Count(c => c.Trial.Look < today);
        List<string> parts = [];
        if (Running.Count > 0)
            parts.Add(
                $"{Counted(Running.Count)} {Format.Plural(Running.Count, "trial runs", "trials run")}{(late == 0 ? "" : $", {Counted(late)} past the look")}"
            );
        if (Looked.Count > 0)
            parts.Add($"{Counted(Looked.Count)} {Format.Plural(Looked.Count, "waits", "wait")} for a decision");
        if (Planned.Count > 0)
            parts.Add($"{Counted(Planned.Count)} {Format.Plural(Planned.Count, "is", "are")} planned");
        return IsEmpty ? "Try"
            : parts.Count == 0 ? "Nothing is tried at the moment"
            : Format.Capital(string.Join("; ", parts));
    }

    static string Counted(int count) => count == ReadBoard.MostInAColumn ? $"{count} and more" : Format.InWords(count);

    public bool IsEmpty => Planned.Count + Running.Count + Looked.Count + Learned.Count == 0;
}

/// <summary>Reads the board: the newest of each column, in a fixed number of queries.</summary>
public sealed class ReadBoard(HeedDb db, ReadTrials trials, NameMetrics names, ReadTeams teams, ReadStages stages)
{
    public const int MostInAColumn = 30;

    public async Task<Board> Run(Id<Team>? team, CancellationToken stop)
    {
        var wanted = db.Trials.AsNoTracking().Where(t => team == null || t.TeamId == team);
        var ended = wanted.Where(t => t.AdoptedAt != null || t.StoppedAt != null || t.UndoneAt != null);
        var open = wanted.Where(t => t.AdoptedAt == null && t.StoppedAt == null && t.UndoneAt == null);
        var planned = await Column(open.Where(t => t.LockedAt == null).OrderBy(t => t.Start));
        var running = await Column(open.Where(t => t.LockedAt != null && t.LookedAt == null).OrderBy(t => t.Look));
        var looked = await Column(open.Where(t => t.LookedAt != null).OrderByDescending(t => t.LookedAt));
        var learned = await Column(ended.OrderByDescending(t => t.Look));
        List<Trial> all = [.. planned, .. running, .. looked, .. learned];
        var verdicts = await trials.Verdicts([.. all.Select(t => t.Id)], stop);
        var since = await trials.Since(all.Select(t => verdicts[t.Id].FirstOrDefault()).OfType<TrialVerdict>(), stop);
        var metrics = await names.Of([.. all.Select(t => t.MetricId).Distinct()], stop);
        var teamNames = await teams.Names(stop);
        var staged = await stages.Of([.. all.Select(t => t.Id)], stop);
        return new(Cards(planned), Cards(running), Cards(looked), Cards(learned), teamNames);

        Task<List<Trial>> Column(IQueryable<Trial> some) => some.Take(MostInAColumn).ToListAsync(stop);

        IReadOnlyList<TrialCard> Cards(List<Trial> some) =>
            [
                .. some.Select(t => new TrialCard(
                    t,
                    metrics[t.MetricId],
                    teamNames.GetValueOrDefault(t.TeamId, ""),
                    verdicts[t.Id].FirstOrDefault()
                )
                {
                    Stage = StageMoves.Standing(t, [.. staged[t.Id]]),
                    Since = verdicts[t.Id].FirstOrDefault() is { } newest
                        ? since.GetValueOrDefault(newest.Id)
                        : default,
                }),
            ];
    }
}
