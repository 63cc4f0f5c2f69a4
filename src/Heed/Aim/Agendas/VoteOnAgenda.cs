using System.ComponentModel.DataAnnotations;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class ConfidenceVoteRequest
{
    [Required(ErrorMessage = "Say of which key result.")]
    public Id<KeyResult>? KeyResult { get; set; }

    [Required(ErrorMessage = "Say how sure you are that it will land, 1 to 10.")]
    [Range(1, 10, ErrorMessage = "A vote goes from 1 to 10.")]
    public int? Confidence { get; set; }
}

/// <summary>
/// How sure I am that a key result of my team will land: mine alone, to be changed until the votes are revealed. No line of
/// the journal says that I voted, and nothing gives the vote back, not even to me: screens are looked at together.
/// </summary>
public sealed class VoteOnAgenda(HeedDb db, Member me, ReadAgendas read)
{
    public async Task<Outcome<Done>> Run(Id<Agenda> id, ConfidenceVoteRequest asked, CancellationToken stop)
    {
        // A vote that comes while the others are revealed is either among them or refused.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if ((await read.Owned(id, AgendaAct.Vote, stop)).Refused(out var refusal, out var agenda))
            return refusal;
        var wanted = asked.KeyResult!.Value;
        var team = agenda.TeamId;
        if (!await db.KeyResults.AnyAsync(k => k.Id == wanted && k.Objective!.TeamId == team, stop))
            return Refusal.Missing("key result of this team").At(nameof(asked.KeyResult));
        if (!await read.Live(team).AnyAsync(k => k.Id == wanted, stop))
            return Refusal
                .Conflict("This key result is not live. Vote on one that is, or set its objective live first.")
                .At(nameof(asked.KeyResult));
        var confidence = new Confidence(asked.Confidence!.Value);
        var mine = await db.ConfidenceVotes.SingleOrDefaultAsync(
            v => v.AgendaId == id && v.KeyResultId == wanted && v.MemberId == me.Id,
            stop
        );
        if (mine is not null)
            mine.Confidence = confidence;
        else
            db.ConfidenceVotes.Add(
                new()
                {
                    AgendaId = id,
                    KeyResultId = wanted,
                    MemberId = me.Id,
                    Confidence = confidence,
                }
            );
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/agendas/{id}/votes", Post)
            .WithName("VoteOnAgenda")
            .WithSummary("Says how sure you are of a key result, 1 to 10; seen by nobody, changed until the reveal.");

    static Task<Results<NoContent, ProblemHttpResult>> Post(
        Id<Agenda> id,
        ConfidenceVoteRequest asked,
        VoteOnAgenda vote,
        CancellationToken stop
    ) => vote.Run(id, asked, stop).NoContent();
}
