using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Objectives that my teams are asked to take on too.</summary>
sealed class SharingAtHome(HeedDb db, Member me, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const double MinutesOfAnAnswer = 2;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        if (mine.Count == 0)
            return [];
        var asked = await db
            .SharedObjectives.AsNoTracking()
            .Include(s => s.Objective)
            .Where(s => mine.Contains(s.TeamId) && s.State == SharingState.Asked && s.Objective!.ClosedAt == null)
            .OrderBy(s => s.StateSince)
            .ThenBy(s => s.Id)
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. asked.Select(s => new HomeSentence(
                HomeColumn.NeedsMe,
                $"Your team is asked to take on “{Format.Shortened(s.Objective!.Title)}” too.",
                $"/aim/objectives/{s.ObjectiveId}"
            )
            {
                Status = Status.Watch,
                Subject = Format.Shortened(s.Objective.Title),
                Weight = Math.Max(0, (clock.GetUtcNow() - s.StateSince).TotalDays),
                Action = "Answer",
                Minutes = MinutesOfAnAnswer,
            }),
        ];
    }
}
