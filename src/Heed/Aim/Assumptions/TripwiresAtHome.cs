using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>On the day by which it would show, the team is asked whether it was wrong.</summary>
sealed class TripwiresAtHome(HeedDb db, Member me, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const double MinutesOfAnAnswer = 3;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        if (mine.Count == 0)
            return [];
        var today = here.Today(clock);
        var wanted = db
            .Objectives.AsNoTracking()
            .Where(o =>
                mine.Contains(o.TeamId)
                && o.LiveAt != null
                && o.ClosedAt == null
                && o.WrongIf != null
                && o.WrongAnswer == null
                && o.WrongBy <= today
            );
        var due = await wanted.OrderBy(o => o.WrongBy).ThenBy(o => o.Id).Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. due.Take(Most).Select(o => Of(o, today))];
        if (due.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More objectives that may be wrong",
                    "/aim"
                )
            );
        return said;
    }

    static HomeSentence Of(Objective objective, DateOnly today) =>
        new(
            HomeColumn.NeedsMe,
            $"{objective.Title}: does it show by now that you were wrong?",
            $"/aim/objectives/{objective.Id}/tripwire"
        )
        {
            Status = objective.WrongBy < today ? Status.Watch : Status.NotKnown,
            Subject = objective.Title,
            Detail = $"it would show by {Format.Day(objective.WrongBy!.Value)}: {Format.Shortened(objective.WrongIf!)}",
            Weight = today.DayNumber - objective.WrongBy.Value.DayNumber,
            Action = "Answer",
            Minutes = MinutesOfAnAnswer,
        };
}
