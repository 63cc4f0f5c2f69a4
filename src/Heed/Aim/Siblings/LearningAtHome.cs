using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Asks a team for the answer to what it wanted to learn by today.</summary>
sealed class LearningAtHome(HeedDb db, Member me, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const double MinutesOfAnAnswer = 3;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        if (mine.Count == 0)
            return [];
        var today = here.Today(clock);
        var due = await db
            .Siblings.AsNoTracking()
            .Where(s => s.Kind == SiblingKind.LearningGoal && s.BackAt == null && s.Answer == null && s.DueOn <= today)
            .Where(s => db.Objectives.Any(o => o.Id == s.ObjectiveId && o.ClosedAt == null && mine.Contains(o.TeamId)))
            .OrderBy(s => s.DueOn)
            .ThenBy(s => s.Id)
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. due.Select(s => new HomeSentence(
                HomeColumn.NeedsMe,
                $"What did you learn? {s.Words}",
                $"/aim/beside/{s.Id}"
            )
            {
                Status = s.DueOn < today ? Status.Watch : Status.NotKnown,
                Subject = s.Words,
                Detail = $"to be known by {Format.Day(s.DueOn!.Value)}",
                Weight = today.DayNumber - s.DueOn.Value.DayNumber,
                Action = "Answer",
                Minutes = MinutesOfAnAnswer,
            }),
        ];
    }
}
