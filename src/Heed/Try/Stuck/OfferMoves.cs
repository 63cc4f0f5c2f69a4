using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>
/// Offers different moves to whoever is stuck, each with what came of it here. A prompt: taking one up opens a plan, and
/// nothing is done by itself. Two questions of the database, however many are stuck.
/// </summary>
public sealed class OfferMoves(HeedDb db, Member me)
{
    sealed record Judged(Id<Trial> Trial, DateTimeOffset At, VerdictWord Word);

    public async Task<IReadOnlyList<IReadOnlyList<OfferedMove>>> To(
        IReadOnlyList<OutcomeTraction> stuck,
        CancellationToken stop
    )
    {
        if (stuck.Count == 0)
            return [];
        var came = await db.Trials.AsNoTracking().Where(t => t.Move != null).ToListAsync(stop);
        var verdicts = await db
            .TrialVerdicts.AsNoTracking()
            .Where(v => db.Trials.Any(t => t.Id == v.TrialId && t.Move != null))
            .Select(v => new Judged(v.TrialId, v.At, v.Word))
            .ToListAsync(stop);
        var newest = verdicts.GroupBy(v => v.Trial).ToDictionary(g => g.Key, g => g.MaxBy(v => v.At)!.Word);
        var records = came.GroupBy(t => t.Move!)
            .ToDictionary(
                g => g.Key,
                g =>
                    MoveRecord.Of(
                        g.Select(t => (t, newest.TryGetValue(t.Id, out var word) ? word : (VerdictWord?)null))
                    )
            );
        return
        [
            .. stuck.Select(outcome =>
                (IReadOnlyList<OfferedMove>)
                    [
                        .. Different(outcome, came)
                            .Select(move => Offer(move, records.GetValueOrDefault(move.Key, MoveRecord.None), outcome)),
                    ]
            ),
        ];
    }

    static IReadOnlyList<UnstuckMove> Different(OutcomeTraction outcome, List<Trial> came) =>
        outcome.Run.Count == 0
            ? []
            : UnstuckMove.Different(
                outcome.State,
                outcome.Run.Select(t => t.Trial.Lever).ToHashSet(),
                came.Where(t =>
                        t.MetricId == outcome.Metric.Id
                        && t.TeamId == outcome.TeamId
                        && t.CreatedAt >= outcome.Run[0].Trial.CreatedAt
                    )
                    .Select(t => t.Move!)
                    .ToHashSet()
            );

    OfferedMove Offer(UnstuckMove move, MoveRecord record, OutcomeTraction outcome) =>
        new(
            move.Name,
            move.Says,
            record.InWords,
            move.Source,
            me.MayWriteFor(outcome.TeamId) ? Plan(move, outcome) : null
        )
        {
            First = move.Rung is Rung.Seat ? ("/listen/voices", "Read five voices") : null,
        };

    /// <summary>The plan, filled in as far as the move says it: another obstacle is still to be found.</summary>
    static string Plan(UnstuckMove move, OutcomeTraction outcome)
    {
        var newest = outcome.Run[^1].Trial;
        List<(string Name, string? Value)> said =
        [
            ("metric", outcome.Metric.Id.ToString()),
            ("team", outcome.TeamId.ToString()),
            ("keyResult", outcome.KeyResult?.ToString()),
            ("move", move.Key),
            ("lever", move.After?.ToString()),
            ("obstacle", move.Rung <= Rung.Lever ? newest.Obstacle : null),
        ];
        return "/try/new?"
            + string.Join(
                '&',
                said.Where(s => s.Value is not null).Select(s => $"{s.Name}={Uri.EscapeDataString(s.Value!)}")
            );
    }
}
