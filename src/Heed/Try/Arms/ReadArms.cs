using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>What two arms counted, and what they say so far; nothing of the effect where the arms are not as planned.</summary>
public sealed record ArmsView(
    IReadOnlyList<ArmCountView> Days,
    bool AreAsPlanned,
    VerdictWord Word,
    string Sentence,
    double? Effect,
    double? Low,
    double? High,
    double? Ratio,
    double? PValue,
    bool IsFinal
);

/// <summary>Reads the days of two arms. It may be read as often as one likes: the test holds at every look.</summary>
public sealed class ReadArms(HeedDb db, Workspace here, TimeProvider clock)
{
    public async Task<ArmsReading> Of(Trial trial, CancellationToken stop)
    {
        var counts = await db
            .ArmCounts.AsNoTracking()
            .Where(c => c.TrialId == trial.Id)
            .OrderBy(c => c.On)
            .Take(CountArms.MostDays)
            .ToListAsync(stop);
        return ArmsReading.Of(trial, counts, trial.DayOf(clock.GetUtcNow(), here) >= trial.Look);
    }

    public async Task<ArmsView> View(Trial trial, CancellationToken stop)
    {
        var now = await Of(trial, stop);
        return new(
            [.. now.Days.Select(d => ArmCountView.Of(d.Count))],
            !now.IsMismatch,
            now.Word,
            now.Sentence,
            now.Effect,
            now.Low,
            now.High,
            now.Test?.Ratio,
            now.Test?.PValue,
            now.IsFinal
        );
    }
}
