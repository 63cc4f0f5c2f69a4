using Heed.People;
using Heed.Storage;

namespace Heed.Try;

/// <summary>Target conditions that end soon or have ended without a reflection, and steps of which the day to go and see has come.</summary>
sealed class StoryboardsAtHome(HeedDb db, Visit visit, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const int SoonDays = 3;
    const double MinutesOfALook = 5;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var today = here.Today(clock);
        var mine = me.Teams.Select(t => t.TeamId).ToList();
        return [.. await Ending(mine, today, stop), .. await ToBeSeen(mine, today, stop)];
    }

    async Task<IReadOnlyList<HomeSentence>> Ending(List<Id<Team>> mine, DateOnly today, CancellationToken stop)
    {
        var soon = today.AddDays(SoonDays);
        var wanted =
            from target in db.TargetConditions.AsNoTracking()
            join board in db.Storyboards on target.StoryboardId equals board.Id
            where
                (target.State == TargetState.Set || target.State == TargetState.Pursued)
                && target.AchieveBy <= soon
                && mine.Contains(board.TeamId)
            orderby target.AchieveBy, target.Id
            select target;
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(t => Ends(t, today))];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More target conditions that end or ended",
                    "/try/storyboards"
                )
            );
        return said;
    }

    static HomeSentence Ends(TargetCondition target, DateOnly today)
    {
        var days = target.AchieveBy.DayNumber - today.DayNumber;
        var outcome = Format.Shortened(target.Outcome);
        return new(
            HomeColumn.NeedsMe,
            days < 0
                ? $"The target condition “{outcome}” has expired. What has it taught?"
                : $"The target condition “{outcome}” ends {When(days)}.",
            $"/try/storyboards/{target.StoryboardId}"
        )
        {
            Status = days < 0 ? Status.OffCourse : Status.Watch,
            Subject = outcome,
            Detail = $"its day {(days < 0 ? "was" : "is")} {Format.Day(target.AchieveBy)}, and it never moves",
            Weight = SoonDays - days,
            Action = days < 0 ? "Reflect" : "Open",
            Minutes = MinutesOfALook,
        };
    }

    static string When(int days) =>
        days switch
        {
            0 => "today",
            1 => "tomorrow",
            _ => $"in {Format.Count(days, "day")}",
        };

    async Task<IReadOnlyList<HomeSentence>> ToBeSeen(List<Id<Team>> mine, DateOnly today, CancellationToken stop)
    {
        var wanted = db
            .Experiments.AsNoTracking()
            .Where(e =>
                e.LockedAt != null
                && e.SeenAt == null
                && e.WithdrawnAt == null
                && e.GoAndSee <= today
                && mine.Contains(e.TeamId)
            )
            .OrderBy(e => e.GoAndSee)
            .ThenBy(e => e.Id);
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(e => See(e, today))];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More experiments to go and see",
                    "/try/storyboards"
                )
            );
        return said;
    }

    static HomeSentence See(ExperimentRecord record, DateOnly today)
    {
        var late = today.DayNumber - record.GoAndSee.DayNumber;
        var step = Format.Shortened(record.Step);
        return new(HomeColumn.NeedsMe, $"Go and see what came of “{step}”.", $"/try/experiments/{record.Id}")
        {
            Status = late == 0 ? Status.NotKnown : Status.Watch,
            Subject = step,
            Detail =
                $"{(late == 0 ? "today" : $"due {Format.Count(late, "day")} ago")} · expected: {Format.Shortened(record.Expected, 80)}",
            Weight = late + 1,
            Action = "Say what happened",
            Minutes = MinutesOfALook,
        };
    }
}
