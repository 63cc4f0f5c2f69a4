using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>The metric and the key result that a row of another tool becomes.</summary>
static class ForeignKeyResult
{
    const int LongestWhat = 300;
    const int LongestWho = 200;

    /// <summary>What it is measured by, with the values of the row. Days to come are left out, and the row says so.</summary>
    public static TakenMetric Metric(ForeignRow row, double target, DateOnly start, DateOnly today)
    {
        List<(DateOnly On, double Value, string? Note)> points =
        [
            .. row
                .Values.Where(v => v.Value is not null)
                .Select(v => (v.On == DateOnly.MaxValue ? today : v.On, v.Value!.Value, (string?)v.Note)),
        ];
        if (points.RemoveAll(p => p.On > today) > 0)
            row.Notes.Add("Values that lie in the future were left out.");
        if (row.From is { } from && start <= today && points.TrueForAll(p => p.On > start))
            points.Insert(0, (start, from, null));
        return new(
            row.Metric.Length > 0 ? $"{row.Metric}: {row.Title}" : row.Title,
            row.Unit.Length > 0 ? row.Unit : "units",
            target < row.From || row.TargetKind is TargetKind.AtMost or TargetKind.Below ? Wanted.Down : Wanted.Up,
            points
        );
    }

    /// <summary>Who does what by how much, as the row has it; or why that is no key result.</summary>
    public static Outcome<KeyResult> Composed(
        Taking take,
        ForeignRow row,
        Id<Objective> objectiveId,
        Id<Metric> metricId,
        double target,
        DateOnly start,
        Id<Member> by
    )
    {
        var composed = new KeyResult
        {
            ObjectiveId = objectiveId,
            Who = Format.Shortened(row.Who, LongestWho),
            DoesWhat = Format.Shortened(row.Title, LongestWhat),
            CreatedAt = take.At,
            CreatedBy = by,
        };
        var terms = new Terms
        {
            KeyResultId = composed.Id,
            MetricId = metricId,
            BaselineState = row.From is null ? BaselineState.Unknown : BaselineState.Known,
            Baseline = row.From,
            BaselineFrom = row.From is null ? null : start,
            BaselineTo = row.From is null ? null : start,
            Target = target,
            ByWhen = row.End ?? take.Cycle.End,
            Kind = row.TargetKind,
            Low = row.Low,
            Stretch = row.Stretch,
            Commitment = row.Commitment,
            Weight = row.Weight > 0 ? row.Weight.Value : 1,
            Reason = $"as it was in {take.Source}",
            SetAt = take.At,
            SetBy = by,
        };
        return composed.Set(terms).Refused(out var because) ? because : composed;
    }
}
