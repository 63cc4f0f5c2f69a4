using Heed.People;
using Heed.Ui;

namespace Heed.Metrics;

/// <summary>The teams that a member may give a metric to.</summary>
public sealed class OwnerTeams(ReadTeams read, Member me)
{
    const int Most = 500;

    /// <summary>A form cannot post an id that is empty: the zero one stands for nobody.</summary>
    public static string Nobody { get; } = default(Id<Team>).ToString();

    /// <param name="now">The team that owns it already, which may stay.</param>
    public async Task<IReadOnlyList<Choice>> For(Id<Team>? now, CancellationToken stop)
    {
        var names = await read.Names(stop);
        return
        [
            new(Nobody, "Nobody in particular"),
            .. names
                .Where(t => me.IsAdmin || t.Key == now || me.Teams.Any(mine => mine.TeamId == t.Key))
                .OrderBy(t => t.Value, StringComparer.CurrentCultureIgnoreCase)
                .Take(Most)
                .Select(t => new Choice(t.Key.ToString(), t.Value)),
        ];
    }
}
