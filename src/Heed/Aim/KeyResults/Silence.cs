namespace Heed.Aim;

/// <summary>
/// A live key result on which nobody checks in says nothing any more, whatever its numbers: silence is never green. A check-in
/// is due every week, and one more week is grace.
/// </summary>
static class Silence
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(DueCheckIns.WeeksUntilStuck * DueCheckIns.DaysOfRhythm);

    /// <summary>For how many days nobody has checked in, where that is longer than the grace; else empty.</summary>
    public static int? Days(KeyResult keyResult, DateTimeOffset now) =>
        Since(keyResult) is { } since && since < now - Grace ? (int)(now - since).TotalDays : null;

    /// <summary>From when on a word is missing; empty where none is expected, as of a draft or a closed objective.</summary>
    static DateTimeOffset? Since(KeyResult keyResult) =>
        keyResult.Objective is not { LiveAt: { } live, ClosedAt: null } objective
        || objective.Cycle is { State: CycleState.Closed }
            ? null
            : keyResult.CheckedInAt ?? (live > keyResult.CreatedAt ? live : keyResult.CreatedAt);
}
