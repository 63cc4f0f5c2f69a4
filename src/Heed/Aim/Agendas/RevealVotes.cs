using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>
/// Shows how sure the team is: median and spread of each key result on which three or more voted. The votes themselves are
/// removed in the same act, so that nothing is left that could say who gave which.
/// </summary>
public sealed class RevealVotes(HeedDb db, Member me, JournalWriter journal, ReadAgendas read, TimeProvider clock)
{
    public async Task<Outcome<Agenda>> Run(Id<Agenda> id, CancellationToken stop)
    {
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if ((await read.Owned(id, AgendaAct.Reveal, stop)).Refused(out var refusal, out var agenda))
            return refusal;
        var votes = await db.ConfidenceVotes.Where(v => v.AgendaId == id).ToListAsync(stop);
        var (voted, voters) = await read.Turnout(agenda, stop);
        var byKeyResult = votes.GroupBy(v => v.KeyResultId).OrderBy(g => g.Key).ToList();
        if (byKeyResult.All(g => g.Count() < Agenda.FewestVotes))
            return Refusal.Conflict(
                voters < Agenda.FewestVotes
                    ? $"Votes are shown from {Format.InWords(Agenda.FewestVotes)} on, and {Format.InWords(voters)} of the team may vote. Say to each other how sure you are, and go on without."
                    : $"Votes are shown from {Format.InWords(Agenda.FewestVotes)} on one key result on, so that nobody's can be told. {Format.Capital(Format.InWords(voted))} of {Format.InWords(voters)} have voted; wait for more."
            );
        if (agenda.Reveal(voted, voters, me.Id, clock.GetUtcNow()).Refused(out refusal))
            return refusal;
        foreach (var some in byKeyResult)
        {
            var line = new AgendaLine { AgendaId = id, KeyResultId = some.Key };
            line.Reveal([.. some.Select(v => v.Confidence.Value)]);
            db.AgendaLines.Add(line);
        }
        db.RemoveRange(votes);
        journal.Write("reveal", id, $"{me.Name} revealed how sure the team is: {voted} of {voters} had voted.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return agenda;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/agendas/{id}/reveal", Post)
            .WithName("RevealVotes")
            .WithSummary("Shows median and spread of the votes, from three on, and removes the votes.");

    static Task<Results<Ok<AgendaView>, ProblemHttpResult>> Post(
        Id<Agenda> id,
        RevealVotes reveal,
        ReadAgendas read,
        CancellationToken stop
    ) => reveal.Run(id, stop).Ok(a => read.View(a, stop));
}
