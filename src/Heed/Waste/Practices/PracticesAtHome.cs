using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>What was gone and crept back, for those whose practice it is.</summary>
sealed class PracticesAtHome(HeedDb db, Visit visit, TimeProvider clock) : IHomeSource
{
    const int Most = 3;
    const double MinutesOfAQuestion = 2;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var (isAdmin, mine) = (me.IsAdmin, me.Teams.Select(t => t.TeamId).ToList());
        var relapsed = db
            .Practices.AsNoTracking()
            .Where(p => p.State == PracticeState.Relapsed && (isAdmin || mine.Contains(p.TeamId)));
        var some = await relapsed.OrderBy(p => p.StateSince).ThenBy(p => p.Id).Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(Back)];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await relapsed.CountAsync(stop) - Most,
                    "More practices that crept back",
                    $"/waste/practices?state={PracticeState.Relapsed}"
                )
            );
        return said;
    }

    HomeSentence Back(Practice practice)
    {
        var days = (int)(clock.GetUtcNow() - practice.StateSince).TotalDays;
        return new(HomeColumn.NeedsMe, $"“{practice.Name}” was gone and crept back.", $"/waste/practices/{practice.Id}")
        {
            Status = Status.OffCourse,
            Subject = practice.Name,
            Detail = $"gone once, and crept back: seen {(days == 0 ? "today" : $"{Format.Count(days, "day")} ago")}",
            Weight = days + 2,
            Action = "Question it",
            Minutes = MinutesOfAQuestion,
        };
    }
}
