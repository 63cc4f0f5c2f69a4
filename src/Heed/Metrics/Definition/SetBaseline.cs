using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

public sealed class BaselineRequest
{
    [Required(ErrorMessage = "Give the first day of the baseline.")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "Give the last day of the baseline.")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "Say why: what makes these the usual points? A rebase without a reason hides a signal.")]
    [StringLength(400, ErrorMessage = "Use at most 400 characters for the reason.")]
    public string? Reason { get; set; }
}

public sealed record BaselineView(
    Id<Baseline> Id,
    DateOnly From,
    DateOnly To,
    string Reason,
    DateTimeOffset SetAt,
    Id<Member>? SetBy
)
{
    public static BaselineView Of(Baseline set) => new(set.Id, set.From, set.To, set.Reason, set.SetAt, set.SetBy);
}

/// <summary>
/// Names the window whose points say what is usual: a rebase. From its first day on, points are compared with it; earlier
/// ones keep the band they had. Never edited: another baseline is another row with its reason.
/// </summary>
public sealed class SetBaseline(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    const int LeastPoints = 6;

    public async Task<Outcome<Baseline>> Run(Id<Metric> id, BaselineRequest asked, CancellationToken stop)
    {
        var metric = await db.Metrics.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);
        if (metric is null)
            return Refusal.Missing("metric");
        if (!metric.IsFor(me))
            return metric.NotFor("say what is usual for it");
        if (asked is not { From: { } from, To: { } to })
            return new Refusal("A baseline needs its first and its last day.");
        if (string.IsNullOrWhiteSpace(asked.Reason))
            return new Refusal("A baseline needs a reason. A rebase without one hides a signal.").At(
                nameof(asked.Reason)
            );
        if (to < from)
            return new Refusal(
                $"The baseline ends on {Format.Day(to)}, before it begins on {Format.Day(from)}. Change one of them."
            ).At(nameof(asked.To));
        if (to > here.Today(clock))
            return new Refusal(
                $"The baseline ends on {Format.Day(to)}, which has not come yet. What is usual can only be read from what was measured."
            ).At(nameof(asked.To));
        from = metric.Cadence.StartOf(from);
        var points = await db
            .Measurements.Where(p => p.MetricId == id && p.On >= from && p.On <= to && p.Supersedes == null)
            .CountAsync(stop);
        if (points < LeastPoints)
            return new Refusal(
                $"A baseline needs at least {LeastPoints} points, and {Format.Day(from)} to {Format.Day(to)} holds {points}. Widen the window, or wait for more."
            ).At(nameof(asked.From));
        var set = new Baseline
        {
            MetricId = id,
            From = from,
            To = to,
            Reason = asked.Reason.Trim(),
            SetAt = clock.GetUtcNow(),
            SetBy = me.Id,
        };
        db.Baselines.Add(set);
        journal.Write(
            "rebase",
            id,
            $"{me.Name} named {Format.Day(from)} to {Format.Day(to)} as the baseline of “{metric.Name}”: {set.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return set;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/metrics/{id}/baselines", Post)
            .WithName("SetBaseline")
            .WithSummary("Names the window that says what is usual, with a reason.");

    static Task<Results<Created<BaselineView>, ProblemHttpResult>> Post(
        Id<Metric> id,
        BaselineRequest asked,
        SetBaseline rebase,
        CancellationToken stop
    ) => rebase.Run(id, asked, stop).Created(_ => $"/metrics/{id}", BaselineView.Of);
}
