using Heed.Analytics.Evidence;
using Heed.People;

namespace Heed.Try;

/// <summary>
/// Tells those who may do something else that an outcome spins: the team, and administrators, who can bring another one to it. The
/// dearest of each team; nothing of who waits or cannot see.
/// </summary>
sealed class StuckAtHome(ReadTraction read, Member me) : IHomeSource
{
    const double MinutesToChoose = 10;

    /// <summary>Before what is some days late: it has cost weeks.</summary>
    const double Heavy = 200;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.Teams.Select(t => t.TeamId).Where(me.MayWriteFor).ToList();
        if (mine.Count == 0 && !me.IsAdmin)
            return [];
        var stuck = me.IsAdmin ? await read.Stuck(stop) : await read.Stuck(mine, stop);
        var spinning = stuck.Where(o => o.State is TractionState.Spinning).ToList();
        var dearest = spinning.DistinctBy(o => o.TeamId).ToList();
        List<HomeSentence> told = [.. dearest.Select(Of)];
        if (spinning.Count - dearest.Count is > 0 and var more)
            told.Add(
                HomeSentence.Rest(
                    me.IsAdmin ? HomeColumn.Stuck : HomeColumn.NeedsMe,
                    more,
                    $"{Format.Count(more, "more outcome", "more outcomes")} that do not move",
                    "/try/stuck"
                )
            );
        return told;
    }

    HomeSentence Of(OutcomeTraction outcome)
    {
        var mine = me.MayWriteFor(outcome.TeamId);
        return new(
            mine ? HomeColumn.NeedsMe : HomeColumn.Stuck,
            $"{Format.Capital(Times(outcome.Found.Run.Count))} the same move on “{outcome.Metric.Name}”, and it did not move: {outcome.Cost()}",
            $"/metrics/{outcome.Metric.Id}"
        )
        {
            Status = outcome.Shape(),
            Subject = outcome.Metric.Name,
            Detail = $"{outcome.Team} · the last was “{outcome.Run[^1].Trial.Change}”",
            Weight = Heavy,
            Supersedes = $"/try/{outcome.Run[^1].Trial.Id}",
            Action = mine ? "See other moves" : "Open",
            Minutes = mine ? MinutesToChoose : 0,
        };
    }

    static string Times(int count) => $"{Format.InWords(count)} times";
}
