using Heed.People;
using Heed.Storage;
using Heed.Ui;

namespace Heed.Metrics;

/// <summary>The teams that a member may give a metric to.</summary>
public sealed class OwnerTeams(HeedDb db, Member me)
{
    /// <summary>A form cannot post an id that is empty: the zero one stands for nobody.</summary>
    public static string Nobody { get; } = default(Id<Team>).ToString();

    /// <param name="now">The team that owns it already, which may stay.</param>
    public async Task<IReadOnlyList<Choice>> For(Id<Team>? now, CancellationToken stop)
    {
        var mine = me.Teams.Select(t => t.TeamId).ToList();
        var teams = await db
            .Teams.Where(t => me.IsAdmin || mine.Contains(t.Id) || t.Id == now)
            .OrderBy(t => t.Name)
            .Take(500)
            .Select(t => new { t.Id, t.Name })
            .ToListAsync(stop);
        return [new(Nobody, "Nobody in particular"), .. teams.Select(t => new Choice(t.Id.ToString(), t.Name))];
    }
}
