using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class AgendaRequest
{
    [Required(ErrorMessage = "Choose the team.")]
    public Id<Team>? Team { get; set; }

    /// <summary>Any day of the month; this month where it is left empty.</summary>
    public DateOnly? Month { get; set; }
}

/// <summary>Opens the agenda of a team for a month. Only its members may; there is one a month.</summary>
public sealed class OpenAgenda(HeedDb db, Member me, JournalWriter journal, Workspace here, TimeProvider clock)
{
    public async Task<Outcome<Agenda>> Run(AgendaRequest asked, CancellationToken stop)
    {
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        var (now, month) = (FirstOf(here.Today(clock)), FirstOf(asked.Month ?? here.Today(clock)));
        if (month != now && month != now.AddMonths(-1))
            return new Refusal(
                $"An agenda is opened for {Format.Month(now.AddMonths(-1))} or {Format.Month(now)}: what stands on it is how things are now. Choose one of the two."
            ).At(nameof(asked.Month));
        // Two that open it at once open one.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Agendas.AnyAsync(a => a.TeamId == team.Id && a.Month == month, stop))
            return Refusal
                .Conflict($"{team.Name} has an agenda of {Format.Month(month)} already. Go on with that one.")
                .At(nameof(asked.Month));
        var agenda = new Agenda
        {
            TeamId = team.Id,
            Month = month,
            OpenedAt = clock.GetUtcNow(),
            OpenedBy = me.Id,
        };
        db.Agendas.Add(agenda);
        journal.Write("open", agenda.Id, $"{me.Name} opened {agenda.Name} for {team.Name}.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return agenda;
    }

    internal static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/agendas", Post)
            .WithName("OpenAgenda")
            .WithSummary("Opens the agenda of a team for this month or the one before.");

    static Task<Results<Created<AgendaView>, ProblemHttpResult>> Post(
        AgendaRequest asked,
        OpenAgenda open,
        ReadAgendas read,
        CancellationToken stop
    ) => open.Run(asked, stop).Created(a => $"/agendas/{a.Id}", a => read.View(a, stop));
}
