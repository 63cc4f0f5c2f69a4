using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Teams whose meetings grow back after a reset, and resets that wait for their end.</summary>
sealed class ResetsAtHome(
    HeedDb db,
    ReadResets read,
    ReadSeries series,
    ReadTeams teams,
    Visit visit,
    Workspace here,
    TimeProvider clock
) : IHomeSource
{
    const int Most = 3;
    const int MostLookedAt = 200;
    const double MinutesOfAnEnd = 5;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var resets = await db
            .Resets.AsNoTracking()
            .Where(r => !db.Resets.Any(later => later.TeamId == r.TeamId && later.BegunAt > r.BegunAt))
            .OrderByDescending(r => r.BegunAt)
            .Take(MostLookedAt)
            .ToListAsync(stop);
        if (resets.Count == 0)
            return [];
        var names = await teams.Names(stop);
        List<HomeSentence> said = [];
        var looks = await read.Looks([.. resets.Where(r => r.EndedAt is not null)], stop);
        foreach (var reset in resets.Where(r => looks.GetValueOrDefault(r.Id)?.GrowsBack == true).Take(Most))
            said.Add(await GrowsBack(reset, looks[reset.Id], names[reset.TeamId], stop));
        var now = clock.GetUtcNow();
        said.AddRange(
            resets
                .Where(r => r.State(now) == ResetState.ReAdding && visit.Member?.MayWriteFor(r.TeamId) == true)
                .Take(Most)
                .Select(r => new HomeSentence(
                    HomeColumn.NeedsMe,
                    $"Say which meetings of {names[r.TeamId]} come back.",
                    $"/waste/meetings/{r.TeamId}"
                )
                {
                    Status = Status.Watch,
                    Subject = names[r.TeamId],
                    Detail = $"clear until {Format.Moment(r.ClearUntil, here.Zone)}",
                    Weight = 1,
                    Action = "Open",
                    Minutes = MinutesOfAnEnd,
                })
        );
        return said;
    }

    async Task<HomeSentence> GrowsBack(Reset reset, ResetLook look, string team, CancellationToken stop)
    {
        var source = TeamCalendar.Source(reset.TeamId);
        var hours = (await series.ComputedFrom([source], stop))[source];
        return new HomeSentence(HomeColumn.Moved, $"Meetings of {team} grow back.", $"/waste/meetings/{reset.TeamId}")
        {
            Status = Status.OffCourse,
            Subject = $"Meetings of {team}",
            Detail =
                $"{Format.Number(hours.Newest!.Value, 0)} hours a week, {Format.Number(look.After ?? 0, 0)} after the reset, {Format.Number(look.Before ?? 0, 0)} before it",
            Spark = Sparks.Of(hours),
            Weight = 2,
            Supersedes = $"/metrics/{hours.Metric.Id}",
        };
    }
}
