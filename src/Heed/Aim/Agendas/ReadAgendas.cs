using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>Something that is done meanwhile: a trial or an initiative.</summary>
public sealed record AgendaWork(string Kind, string Name, string Href, string State)
{
    public string Says => $"{Kind}: {Name}, {Format.Lower(State)}";
}

/// <summary>An agenda as its page shows it.</summary>
/// <param name="Readings">The live key results as they stand now; empty once it is closed, when the lines say how they stood.</param>
/// <param name="Voted">How many have voted; whose and how is not read.</param>
/// <param name="Mine">The key results on which the reader has voted.</param>
/// <param name="Links">What the decisions lead to, by address.</param>
public sealed record AgendaSheet(
    Agenda Agenda,
    IReadOnlyList<EvaluatedKeyResult> Readings,
    IReadOnlyDictionary<Id<KeyResult>, AgendaLine> Lines,
    IReadOnlyDictionary<Id<KeyResult>, string> Names,
    IReadOnlyList<AgendaWork> Work,
    IReadOnlyList<AgendaDecision> Decisions,
    IReadOnlyDictionary<string, Found> Links,
    int Voted,
    int Voters,
    IReadOnlySet<Id<KeyResult>> Mine
);

/// <summary>Reads agendas. Votes are counted here, never shown.</summary>
public sealed class ReadAgendas(
    HeedDb db,
    Member me,
    ReadKeyResults keyResults,
    ReadTeams teams,
    DueCheckIns due,
    ChangesOf changes,
    IEnumerable<IAddressSource> rooms
)
{
    const int MostKeyResults = 50;
    const int MostInitiatives = 50;

    public Task<Agenda?> Of(Id<Agenda> id, CancellationToken stop) =>
        db.Agendas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop);

    /// <summary>The newest first.</summary>
    internal IQueryable<Agenda> All() => db.Agendas.AsNoTracking().OrderByDescending(a => a.Month).ThenBy(a => a.Id);

    /// <summary>One of my teams, to be changed by this act.</summary>
    internal async Task<Outcome<Agenda>> Owned(Id<Agenda> id, AgendaAct act, CancellationToken stop)
    {
        if (await db.Agendas.SingleOrDefaultAsync(a => a.Id == id, stop) is not { } agenda)
            return Refusal.Missing("agenda");
        if (!me.MayWriteFor(agenda.TeamId))
            return await TeamPermission.Refuse(db, agenda.TeamId, stop);
        return agenda.Refuses(act) is { } refusal ? refusal : agenda;
    }

    internal IQueryable<KeyResult> Live(Id<Team> team) => due.Live().Where(k => k.Objective!.TeamId == team);

    internal Task<IReadOnlyList<EvaluatedKeyResult>> Readings(Agenda agenda, CancellationToken stop) =>
        keyResults.Of(
            Live(agenda.TeamId).Include(k => k.Objective!.Cycle).OrderBy(k => k.Id).Take(MostKeyResults),
            stop
        );

    /// <summary>How many have voted, and of how many; whoever voted and left the team since is counted still.</summary>
    internal async Task<(int Voted, int Voters)> Turnout(Agenda agenda, CancellationToken stop)
    {
        if (agenda is { Voted: { } then, Voters: { } ofThen })
            return (then, ofThen);
        var voted = (await Voted([agenda.Id], stop)).GetValueOrDefault(agenda.Id);
        var voters = (await teams.Writers([agenda.TeamId], stop)).GetValueOrDefault(agenda.TeamId);
        return (voted, Math.Max(voted, voters));
    }

    /// <summary>How many have voted on each of these agendas, and nothing else of their votes.</summary>
    internal async Task<IReadOnlyDictionary<Id<Agenda>, int>> Voted(
        IReadOnlyCollection<Id<Agenda>> ids,
        CancellationToken stop
    ) =>
        await db
            .ConfidenceVotes.Where(v => ids.Contains(v.AgendaId))
            .Select(v => new { v.AgendaId, v.MemberId })
            .Distinct()
            .GroupBy(v => v.AgendaId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    internal static string Says(EvaluatedKeyResult reading) =>
        $"{reading.Sentence}. {(reading.Now is { } now ? $"{Format.Value(now.Value, reading.Metric.Unit)} now" : "Not measured yet")}: {Format.Lower(reading.Status.Word)}";

    /// <summary>What runs on the metrics of the key results, and the initiatives that are open.</summary>
    internal async Task<IReadOnlyList<AgendaWork>> Work(
        Agenda agenda,
        IReadOnlyList<EvaluatedKeyResult> readings,
        CancellationToken stop
    )
    {
        var metrics = readings.Select(r => r.Metric.Id).Distinct().ToList();
        var trials = metrics.Count == 0 ? [] : await changes.Metrics(metrics, stop);
        var initiatives = await db
            .Siblings.AsNoTracking()
            .Where(s => s.Kind == SiblingKind.Initiative && s.BackAt == null && s.State == InitiativeState.Open)
            .Where(s =>
                db.Objectives.Any(o =>
                    o.Id == s.ObjectiveId && o.TeamId == agenda.TeamId && o.LiveAt != null && o.ClosedAt == null
                )
            )
            .OrderBy(s => s.Id)
            .Take(MostInitiatives)
            .ToListAsync(stop);
        return
        [
            .. trials
                .Where(t => ReadSiblings.IsTrial(t) && t.Until is null && t.From >= agenda.Month.AddMonths(-3))
                .DistinctBy(t => t.Href)
                .Select(t => new AgendaWork("Trial", t.Name, t.Href, t.Word)),
            .. initiatives.Select(s => new AgendaWork(
                "Initiative",
                s.Words,
                $"/aim/objectives/{s.ObjectiveId}",
                "under way"
            )),
        ];
    }

    /// <summary>The trial or nomination at an address, as far as the reader may see it.</summary>
    internal async Task<Found?> Linked(string address, CancellationToken stop)
    {
        foreach (var room in rooms)
            if (await room.At(address, stop) is { } found)
                return found;
        return null;
    }

    public async Task<AgendaSheet> Sheet(Agenda agenda, CancellationToken stop)
    {
        var closed = agenda.State == AgendaState.Closed;
        var readings = closed ? [] : await Readings(agenda, stop);
        var lines = await db
            .AgendaLines.AsNoTracking()
            .Where(l => l.AgendaId == agenda.Id)
            .OrderBy(l => l.KeyResultId)
            .ToDictionaryAsync(l => l.KeyResultId, stop);
        var decisions = await Decisions(agenda.Id, stop);
        Dictionary<string, Found> links = [];
        foreach (var link in decisions.Select(d => d.Link).OfType<string>().Distinct())
            if (await Linked(link, stop) is { } found)
                links[link] = found;
        var (voted, voters) = await Turnout(agenda, stop);
        var mine = await db
            .ConfidenceVotes.Where(v => v.AgendaId == agenda.Id && v.MemberId == me.Id)
            .Select(v => v.KeyResultId)
            .ToListAsync(stop);
        return new(
            agenda,
            readings,
            lines,
            await keyResults.Names([.. lines.Keys], stop),
            closed ? [] : await Work(agenda, readings, stop),
            decisions,
            links,
            voted,
            voters,
            mine.ToHashSet()
        );
    }

    async Task<IReadOnlyList<AgendaDecision>> Decisions(Id<Agenda> id, CancellationToken stop) =>
        await db.AgendaDecisions.AsNoTracking().Where(d => d.AgendaId == id).OrderBy(d => d.Id).ToListAsync(stop);

    internal async Task<AgendaView> View(Agenda agenda, CancellationToken stop)
    {
        var lines = await db
            .AgendaLines.AsNoTracking()
            .Where(l => l.AgendaId == agenda.Id)
            .OrderBy(l => l.KeyResultId)
            .ToListAsync(stop);
        var (voted, voters) = await Turnout(agenda, stop);
        return new(
            agenda.Id,
            agenda.TeamId,
            agenda.Month,
            agenda.State,
            agenda.OpenedAt,
            agenda.RevealedAt,
            agenda.ClosedAt,
            voted,
            voters,
            agenda.Learned,
            agenda.Obstacles,
            agenda.NextSteps,
            agenda.Work,
            [.. lines.Select(AgendaLineView.Of)],
            [.. (await Decisions(agenda.Id, stop)).Select(AgendaDecisionView.Of)],
            agenda.Version
        );
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/agendas", List)
            .WithName("ListAgendas")
            .WithSummary("The monthly agendas, by team if one is named.");
        api.MapGet("/agendas/{id}", Get)
            .WithName("ReadAgenda")
            .WithSummary("One agenda. Of votes, only how many have voted until they are revealed.");
    }

    static async Task<Ok<Listed<AgendaBrief>>> List(
        HeedDb db,
        Id<Team>? team,
        Id<Agenda>? after,
        int? take,
        CancellationToken stop
    )
    {
        var wanted = db.Agendas.AsNoTracking();
        if (team is { } one)
            wanted = wanted.Where(a => a.TeamId == one);
        if (after is { } last)
            wanted = wanted.Where(a => a.Id > last);
        var size = Part.Size(take);
        var agendas = await wanted.OrderBy(a => a.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<AgendaBrief>.Of([.. agendas.Select(AgendaBrief.Of)], size, a => a.Id.ToString()));
    }

    static async Task<Results<Ok<AgendaView>, ProblemHttpResult>> Get(
        Id<Agenda> id,
        ReadAgendas read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is { } agenda
            ? TypedResults.Ok(await read.View(agenda, stop))
            : Refusal.Missing("agenda").Problem();
}
