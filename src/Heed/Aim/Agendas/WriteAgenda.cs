using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class AgendaWordsRequest
{
    [StringLength(Agenda.LongestWords, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Learned { get; set; }

    [StringLength(Agenda.LongestWords, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Obstacles { get; set; }

    [StringLength(Agenda.LongestWords, ErrorMessage = "Use at most 2,000 characters.")]
    public string? NextSteps { get; set; }

    internal static AgendaWordsRequest Of(Agenda agenda) =>
        new()
        {
            Learned = agenda.Learned,
            Obstacles = agenda.Obstacles,
            NextSteps = agenda.NextSteps,
        };
}

/// <summary>What was learned, what is in the way and what is next, until the agenda is closed. Only members of its team may.</summary>
public sealed class WriteAgenda(HeedDb db, Member me, JournalWriter journal, ReadAgendas read)
{
    public async Task<Outcome<Agenda>> Rewrite(Id<Agenda> id, AgendaWordsRequest asked, CancellationToken stop)
    {
        if ((await read.Owned(id, AgendaAct.Write, stop)).Refused(out var refusal, out var agenda))
            return refusal;
        var before = (agenda.Learned, agenda.Obstacles, agenda.NextSteps);
        if (agenda.Write(Said(asked.Learned), Said(asked.Obstacles), Said(asked.NextSteps)).Refused(out refusal))
            return refusal;
        string?[] changed =
        [
            before.Learned == agenda.Learned ? null : "what was learned",
            before.Obstacles == agenda.Obstacles ? null : "what is in the way",
            before.NextSteps == agenda.NextSteps ? null : "what is next",
        ];
        if (changed.OfType<string>().ToList() is { Count: > 0 } parts)
            journal.Write("write", id, $"{me.Name} wrote on {agenda.Name}: {Format.List(parts)}.");
        await db.SaveChangesAsync(stop);
        return agenda;
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/agendas/{id}", Put)
            .WithName("RewriteAgenda")
            .WithSummary("Says what was learned, what is in the way and what is next.");

    static Task<Results<Ok<AgendaView>, ProblemHttpResult>> Put(
        Id<Agenda> id,
        AgendaWordsRequest asked,
        WriteAgenda write,
        ReadAgendas read,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(a => read.View(a, stop));
}
