using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>
/// Closes an agenda and keeps how its key results and the work stood: numbers move on, and what the team looked at stays.
/// Votes that were not revealed are removed unseen.
/// </summary>
public sealed class CloseAgenda(HeedDb db, Member me, JournalWriter journal, ReadAgendas read, TimeProvider clock)
{
    public async Task<Outcome<Agenda>> Run(Id<Agenda> id, CancellationToken stop)
    {
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if ((await read.Owned(id, AgendaAct.Close, stop)).Refused(out var refusal, out var agenda))
            return refusal;
        var readings = await read.Readings(agenda, stop);
        var work = string.Join('\n', (await read.Work(agenda, readings, stop)).Select(w => w.Says));
        if (
            agenda
                .Close(work.Length == 0 ? null : Format.Shortened(work, Agenda.MostWork), me.Id, clock.GetUtcNow())
                .Refused(out refusal)
        )
            return refusal;
        var lines = await db.AgendaLines.Where(l => l.AgendaId == id).ToDictionaryAsync(l => l.KeyResultId, stop);
        foreach (var reading in readings)
        {
            if (!lines.TryGetValue(reading.KeyResult.Id, out var line))
                line = db.AgendaLines.Add(new() { AgendaId = id, KeyResultId = reading.KeyResult.Id }).Entity;
            line.Keep(
                Format.Shortened(ReadAgendas.Says(reading), AgendaLine.LongestSays),
                reading.Now?.Value,
                reading.Status.Is
            );
        }
        db.RemoveRange(await db.ConfidenceVotes.Where(v => v.AgendaId == id).ToListAsync(stop));
        journal.Write("close", id, $"{me.Name} closed {agenda.Name}.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return agenda;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/agendas/{id}/closure", Post)
            .WithName("CloseAgenda")
            .WithSummary("Closes an agenda and keeps how everything on it stood.");

    static Task<Results<Ok<AgendaView>, ProblemHttpResult>> Post(
        Id<Agenda> id,
        CloseAgenda close,
        ReadAgendas read,
        CancellationToken stop
    ) => close.Run(id, stop).Ok(a => read.View(a, stop));
}
