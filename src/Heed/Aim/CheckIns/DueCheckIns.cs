using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Which key results wait for a check-in. The rhythm is the week, which begins on Monday where the organisation is.</summary>
public sealed class DueCheckIns(HeedDb db, ReadSharing sharing, Member me, Workspace here, TimeProvider clock)
{
    /// <summary>How many weeks without a word make a key result stuck.</summary>
    public const int WeeksUntilStuck = 2;

    public const int DaysOfRhythm = 7;

    /// <summary>Live key results that I may check in on and nobody did this week, the longest silent first.</summary>
    internal IQueryable<KeyResult> Mine()
    {
        var teams = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        var monday = Monday();
        var takenOn = sharing.TakenOn(teams);
        return Live()
            .Where(k =>
                (teams.Contains(k.Objective!.TeamId) || takenOn.Contains(k.ObjectiveId))
                && (k.CheckedInAt == null || k.CheckedInAt < monday)
            )
            .OrderBy(k => k.CheckedInAt != null) // the databases do not agree where nothing comes
            .ThenBy(k => k.CheckedInAt)
            .ThenBy(k => k.Id);
    }

    /// <summary>Live key results on which nobody has checked in for two weeks and more, whatever the team.</summary>
    internal IQueryable<KeyResult> Silent()
    {
        var since = clock.GetUtcNow().AddDays(-WeeksUntilStuck * DaysOfRhythm);
        return Live()
            .Where(k =>
                k.CheckedInAt < since || k.CheckedInAt == null && k.CreatedAt < since && k.Objective!.LiveAt < since
            )
            .OrderBy(k => k.CheckedInAt != null) // the databases do not agree where nothing comes
            .ThenBy(k => k.CheckedInAt)
            .ThenBy(k => k.Id);
    }

    /// <summary>Live key results that began without anybody knowing from where.</summary>
    internal IQueryable<KeyResult> WithoutAStart() => Live().Where(k => k.BaselineState != BaselineState.Known);

    internal IQueryable<KeyResult> Live() =>
        db
            .KeyResults.AsNoTracking()
            .Where(k =>
                k.LeftAt == null
                && k.Objective!.LiveAt != null
                && k.Objective.ClosedAt == null
                && k.Objective.Cycle!.ClosedAt == null
            );

    /// <summary>When this week began.</summary>
    public DateTimeOffset Monday() => here.Today(clock).Monday().BeginsIn(here.Zone);
}
