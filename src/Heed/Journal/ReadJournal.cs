using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Journal;

public sealed record EntryView(
    Id<Entry> Id,
    DateTimeOffset At,
    string Act,
    string Kind,
    Guid SubjectId,
    string Sentence
);

/// <summary>Which lines are asked for.</summary>
/// <param name="Mine">Only what I did myself.</param>
/// <param name="Without">An act that is left out.</param>
/// <param name="Only">The one act that is asked for.</param>
public sealed record JournalView(
    string? Kind = null,
    Guid? Thing = null,
    bool Mine = false,
    string? Without = null,
    string? Only = null
);

/// <summary>
/// What happened, the newest first. It can be narrowed to one kind, one thing or to oneself, never to another person: Heed
/// does not appraise people.
/// </summary>
public sealed class ReadJournal(HeedDb db)
{
    /// <summary>To what an act was ever done, in any workspace: for the whole server, not for a reader.</summary>
    public Task<List<Guid>> EverDoneTo(string act, CancellationToken stop) =>
        db.Entries.IgnoreQueryFilters().Where(e => e.Act == act).Select(e => e.SubjectId).Distinct().ToListAsync(stop);

    public async Task<Listed<EntryView>> After(JournalView view, Id<Entry>? after, int size, CancellationToken stop)
    {
        var entries = db.Entries.AsNoTracking();
        if (view.Kind is { Length: > 0 } kind)
            entries = entries.Where(e => e.Kind == kind);
        if (view.Thing is { } subject)
            entries = entries.Where(e => e.SubjectId == subject);
        if (view.Without is { } act)
            entries = entries.Where(e => e.Act != act);
        if (view.Only is { } one)
            entries = entries.Where(e => e.Act == one);
        if (view.Mine)
        {
            var me = db.Visitor;
            entries = entries.Where(e => e.MemberId != null && e.MemberId == me);
        }
        if (
            after is { } cursor
            && await entries.Where(e => e.Id == cursor).Select(e => e.At).ToListAsync(stop) is [var at]
        )
            entries = entries.Where(e => e.At < at || (e.At == at && e.Id < cursor));
        var rows = await entries
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(size + 1)
            .Select(e => new EntryView(e.Id, e.At, e.Act, e.Kind, e.SubjectId, e.Sentence))
            .ToListAsync(stop);
        return Listed<EntryView>.Of(rows, size, e => e.Id.ToString());
    }

    /// <summary>The kinds of things that something has happened to.</summary>
    public async Task<IReadOnlyList<string>> Kinds(CancellationToken stop) =>
        await db.Entries.Select(e => e.Kind).Distinct().OrderBy(k => k).ToListAsync(stop);

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/journal", List)
            .WithName("ListJournal")
            .WithSummary("What happened, the newest first, by kind or by thing.");

    static async Task<Ok<Listed<EntryView>>> List(
        ReadJournal read,
        string? kind,
        Guid? thing,
        Id<Entry>? after,
        int? take,
        CancellationToken stop
    ) => TypedResults.Ok(await read.After(new(kind, thing), after, Part.Size(take), stop));
}
