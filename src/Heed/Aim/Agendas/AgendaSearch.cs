using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Agendas by what was written and decided on them, for the search box. Votes are not looked into.</summary>
sealed class AgendaSearch(HeedDb db, ReadTeams teams) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var agendas = await db
            .Agendas.AsNoTracking()
            .Saying(words, a => a.Learned!, a => a.Obstacles!, a => a.NextSteps!)
            .OrderByDescending(a => a.Month)
            .ThenBy(a => a.Id)
            .Take(most)
            .ToListAsync(stop);
        var decisions = await db
            .AgendaDecisions.AsNoTracking()
            .Saying(words, d => d.Words)
            .OrderByDescending(d => d.Id)
            .Take(most)
            .ToListAsync(stop);
        if (agendas.Count + decisions.Count == 0)
            return [];
        var names = agendas.Count == 0 ? new Dictionary<Id<Team>, string>() : await teams.Names(stop);
        return
        [
            .. agendas
                .Select(a => new Found(
                    "Agenda",
                    $"{names.GetValueOrDefault(a.TeamId)}, {Format.Month(a.Month)}",
                    $"/aim/agendas/{a.Id}",
                    a.State.Word()
                ))
                .Concat(decisions.Select(d => new Found("Decision", d.Words, $"/aim/agendas/{d.AgendaId}")))
                .Take(most),
        ];
    }
}
