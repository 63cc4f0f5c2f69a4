using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Says which agenda of my teams is open and how many have voted; never who, and nothing of how.</summary>
sealed class AgendasAtHome(HeedDb db, ReadAgendas read, Member me, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const double MinutesOfAVote = 1;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        if (mine.Count == 0)
            return [];
        var open = await db
            .Agendas.AsNoTracking()
            .Where(a => a.ClosedAt == null && mine.Contains(a.TeamId))
            .OrderBy(a => a.Month)
            .ThenBy(a => a.Id)
            .Take(Most)
            .ToListAsync(stop);
        List<HomeSentence> said = [];
        foreach (var agenda in open)
        {
            var (voted, voters) = await read.Turnout(agenda, stop);
            var waits = agenda.State == AgendaState.Open;
            said.Add(
                new(
                    HomeColumn.NeedsMe,
                    waits
                        ? $"{Format.Capital(agenda.Name)} is open; {AgendaWords.Turnout(voted, voters)}."
                        : $"{Format.Capital(agenda.Name)} is to be closed; its votes are revealed.",
                    $"/aim/agendas/{agenda.Id}"
                )
                {
                    Status = agenda.Month < OpenAgenda.FirstOf(here.Today(clock)) ? Status.Watch : Status.NotKnown,
                    Subject = Format.Capital(agenda.Name),
                    Weight = (clock.GetUtcNow() - agenda.OpenedAt).TotalDays,
                    Action = waits ? "Vote" : "Open",
                    Minutes = MinutesOfAVote,
                }
            );
        }
        return said;
    }
}
