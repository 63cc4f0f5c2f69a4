using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class AgendaDecisionRequest
{
    [Required(ErrorMessage = "Say in a sentence what you decided.")]
    [StringLength(AgendaDecision.LongestWords, ErrorMessage = "Use at most 500 characters.")]
    public string? Words { get; set; }

    [Required(ErrorMessage = "Say who takes it on.")]
    public Id<Member>? Who { get; set; }

    /// <summary>The address of the trial or nomination that it is.</summary>
    [StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string? Link { get; set; }
}

/// <summary>Notes what the team decided, until the agenda is closed. Only its members may.</summary>
public sealed class DecideOnAgenda(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReadAgendas read,
    ReadMembers members,
    TimeProvider clock
)
{
    public async Task<Outcome<AgendaDecision>> Run(Id<Agenda> id, AgendaDecisionRequest asked, CancellationToken stop)
    {
        if ((await read.Owned(id, AgendaAct.Decide, stop)).Refused(out var refusal, out var agenda))
            return refusal;
        if (await members.Of(asked.Who!.Value, stop) is not { DeactivatedAt: null } who)
            return Refusal.Missing("member").At(nameof(asked.Who));
        if (await db.AgendaDecisions.CountAsync(d => d.AgendaId == id, stop) >= AgendaDecision.Most)
            return Refusal.Conflict(
                $"There are {AgendaDecision.Most} decisions already. Remove one before you note another."
            );
        string? link = null;
        if (!string.IsNullOrWhiteSpace(asked.Link))
        {
            link = Within(asked.Link.Trim());
            if (link is null || await read.Linked(link, stop) is null)
                return new Refusal(
                    "This leads to no trial or nomination here. Take the address of its page, such as /try/…, or leave it empty."
                ).At(nameof(asked.Link));
        }
        var decision = new AgendaDecision
        {
            AgendaId = id,
            Words = asked.Words!.Trim(),
            Who = who.Id,
            Link = link,
            DecidedAt = clock.GetUtcNow(),
            DecidedBy = me.Id,
        };
        db.AgendaDecisions.Add(decision);
        journal.Write("decide", id, $"{me.Name} noted on {agenda.Name} that {who.Name} takes on: {decision.Words}");
        await db.SaveChangesAsync(stop);
        return decision;
    }

    public async Task<Outcome<Done>> Remove(Id<AgendaDecision> id, CancellationToken stop)
    {
        if (await db.AgendaDecisions.SingleOrDefaultAsync(d => d.Id == id, stop) is not { } decision)
            return Refusal.Missing("decision");
        if ((await read.Owned(decision.AgendaId, AgendaAct.Decide, stop)).Refused(out var refusal, out var agenda))
            return refusal;
        db.AgendaDecisions.Remove(decision);
        journal.Write("remove", agenda.Id, $"{me.Name} removed from {agenda.Name}: {decision.Words}");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    /// <summary>The path of an address, whether it was copied whole or not.</summary>
    static string? Within(string address) =>
        address.StartsWith('/') ? address
        : Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https"
            ? whole.AbsolutePath
        : null;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/agendas/{id}/decisions", Post)
            .WithName("DecideOnAgenda")
            .WithSummary("Notes a decision with who takes it on, and the trial or nomination that it is.");
        api.MapDelete("/agenda-decisions/{id}", Delete)
            .WithName("RemoveAgendaDecision")
            .WithSummary("Removes a decision from an agenda that is not closed; the history keeps its words.");
    }

    static Task<Results<Created<AgendaDecisionView>, ProblemHttpResult>> Post(
        Id<Agenda> id,
        AgendaDecisionRequest asked,
        DecideOnAgenda decide,
        CancellationToken stop
    ) => decide.Run(id, asked, stop).Created(_ => $"/agendas/{id}", AgendaDecisionView.Of);

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<AgendaDecision> id,
        DecideOnAgenda decide,
        CancellationToken stop
    ) => decide.Remove(id, stop).NoContent();
}
