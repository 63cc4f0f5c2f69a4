using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// Twice “cannot tell” on one obstacle asks for another design, not for a third time the same (1.6). Which trials are on one
/// obstacle is told by the obstacle of the team that both name, or by their words (E11), whether or not the new plan names the earlier ones.
/// </summary>
public sealed class RedesignAfterTwice(HeedDb db, ReadTrials trials)
{
    /// <summary>How many looks of a team are gone back over.</summary>
    const int MostLookedBack = 300;

    sealed record Past(Trial Trial, VerdictWord Word);

    public async Task<Refusal?> Of(TrialRequest asked, Id<Trial>? own, CancellationToken stop)
    {
        var chain = await Chain(asked.Extends, stop);
        var past = await Looked(asked, own, chain, stop);
        if (past is not [{ Word: VerdictWord.CannotTell } last, { Word: VerdictWord.CannotTell } before, ..])
            return null;
        if (asked.Lever != last.Trial.Lever && asked.Lever != before.Trial.Lever)
            return null;
        // Two arms need no points of before: that is another design.
        if (asked.ArmShare is not null && last.Trial.Arms is null && before.Trial.Arms is null)
            return null;
        var sight = await trials.Sight(
            asked.Metric!.Value,
            asked.Predicted!.Value,
            asked.Start!.Value,
            asked.Look!.Value,
            asked.LagDays,
            stop
        );
        if (sight?.CanBeSeen is true && asked.ArmShare is null)
            return null;
        return Refusal.Conflict(
            $"Twice nobody could tell on this obstacle: “{before.Trial.Change}”, looked at from {Format.Day(before.Trial.Look)}, and “{last.Trial.Change}”, from {Format.Day(last.Trial.Look)}. A third time the same will not tell either. {sight?.Sentence} Pull another lever, make a larger change, watch longer, or choose a metric with less noise.".Replace(
                "  ",
                " ",
                StringComparison.Ordinal
            )
        );
    }

    async Task<IReadOnlySet<Id<Trial>>> Chain(Id<Trial>? first, CancellationToken stop)
    {
        var named = new HashSet<Id<Trial>>();
        for (var next = first; next is { } id && named.Add(id) && named.Count < 3; )
            next = await db.Trials.Where(t => t.Id == id).Select(t => t.Extends).SingleOrDefaultAsync(stop);
        return named;
    }

    /// <summary>Those of the team on this obstacle that were looked at, the newest look first.</summary>
    async Task<IReadOnlyList<Past>> Looked(
        TrialRequest asked,
        Id<Trial>? own,
        IReadOnlySet<Id<Trial>> chain,
        CancellationToken stop
    )
    {
        var looked = await db
            .Trials.AsNoTracking()
            .Where(t => t.TeamId == asked.Team && t.LookedAt != null && t.Id != own)
            .OrderByDescending(t => t.LookedAt)
            .Take(MostLookedBack)
            .ToListAsync(stop);
        var planned = Signature(asked.Obstacle!, asked.Lever!.Value, asked.Actor, asked.Behaviour);
        var alike = looked
            .Where(t =>
                chain.Contains(t.Id) || (asked.ObstacleId is { } named && t.ObstacleId == named) || IsOnSame(planned, t)
            )
            .Take(2)
            .ToList();
        var verdicts = await trials.Verdicts([.. alike.Select(t => t.Id)], stop);
        return [.. alike.Where(t => verdicts[t.Id].Any()).Select(t => new Past(t, verdicts[t.Id].First().Word))];
    }

    /// <summary>By the obstacle alone, or by the whole move where both say who makes it and what changes.</summary>
    static bool IsOnSame(ActionSignature planned, Trial trial)
    {
        var earlier = Signature(trial.Obstacle, trial.Lever, trial.Actor, trial.Behaviour);
        return planned.IsSameObstacle(earlier)
            || (planned.Actor != "" && earlier.Actor != "" && planned.Behaviour != "" && earlier.Behaviour != "")
                && planned.IsSameMove(earlier);
    }

    static ActionSignature Signature(string obstacle, Lever lever, string? actor, string? behaviour) =>
        new(obstacle, lever, actor?.Trim() ?? "", behaviour?.Trim() ?? "");
}
