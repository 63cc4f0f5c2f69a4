using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>Under which head of the report a key result stands. Silence comes first: whatever its numbers, nobody looks.</summary>
public enum ReportHead
{
    /// <summary>It moved the wanted way, beyond its noise; its word says whether it is there, or will be.</summary>
    Moved,

    /// <summary>It is worse than at the start, or its limit was crossed.</summary>
    Slipped,

    /// <summary>Nobody has checked in for two weeks and more.</summary>
    Silent,

    /// <summary>Noise, too few points, no start, no value: nothing can be said.</summary>
    CannotTell,
}

public sealed record ReportLine(EvaluatedKeyResult Of, string Team);

/// <summary>What a period came to, for those who see it from afar: no average, no colour of a team, no name.</summary>
/// <param name="All">How many live or closed key results the cycle has; more than <see cref="ReadReport.Most"/> are not all judged.</param>
public sealed record AimReport(
    Cycle Cycle,
    string? Team,
    ILookup<ReportHead, ReportLine> Lines,
    IReadOnlyList<Objective> Ended,
    int All,
    DateOnly On
)
{
    public int Judged => Lines.Sum(l => l.Count());

    /// <summary>“Of 12 key results four moved, two slipped, one is silent; of five nothing can be said”</summary>
    public string Finding =>
        Judged == 0
            ? "Nothing was aimed at"
            : $"Of {Format.Count(Judged, "key result")} {Says(ReportHead.Moved, "moved", "moved")}, {Says(ReportHead.Slipped, "slipped", "slipped")}, "
                + $"{Says(ReportHead.Silent, "is silent", "are silent")}"
                + (
                    Lines[ReportHead.CannotTell].Count() is > 0 and var unknown
                        ? $"; of {Format.InWords(unknown)} nothing can be said"
                        : ""
                );

    static string Number(int count) => count == 0 ? "none" : Format.InWords(count);

    string Says(ReportHead head, string one, string many)
    {
        var count = Lines[head].Count();
        return $"{Number(count)} {Format.Plural(count, one, many)}";
    }
}

public sealed record ReportLineView(
    Id<KeyResult> KeyResult,
    string Sentence,
    Id<Team> Team,
    ReportHead Head,
    string Word,
    string Because,
    double? Progress,
    int? SilentDays,
    Commitment Commitment
);

public sealed record ReportView(
    Id<Cycle> Cycle,
    DateOnly On,
    string Finding,
    int All,
    IReadOnlyList<ReportLineView> Lines
);

/// <summary>Reads the report of a cycle, of all teams or of one.</summary>
public sealed class ReadReport(
    HeedDb db,
    ReadKeyResults read,
    ReadTeams teams,
    ReadSharing sharing,
    Workspace here,
    TimeProvider clock
)
{
    /// <summary>More are not read at once: a report of them is one nobody reads. A team's own is always whole.</summary>
    public const int Most = 1000;
    const int MostEnded = 200;

    public async Task<AimReport?> Run(Id<Cycle>? asked, Id<Team>? team, CancellationToken stop)
    {
        var today = here.Today(clock);
        var cycle = await db
            .Cycles.AsNoTracking()
            .Where(c => asked == null ? c.OpenedAt != null : c.Id == asked)
            .OrderByDescending(c => c.Start <= today && today <= c.End)
            .ThenByDescending(c => c.Start)
            .FirstOrDefaultAsync(stop);
        var names = await teams.Names(stop);
        if (cycle is null || team is { } owner && !names.ContainsKey(owner))
            return null;
        var takenOn = sharing.TakenOn(team is { } its ? [its] : []);
        var wanted = read.All()
            .Where(k => k.Objective!.CycleId == cycle.Id && k.Objective.LiveAt != null)
            .Where(k => team == null || k.Objective!.TeamId == team || takenOn.Contains(k.ObjectiveId));
        var readings = await read.Of(wanted.OrderBy(k => k.CreatedAt).ThenBy(k => k.Id).Take(Most), stop);
        var ended = await db
            .Objectives.AsNoTracking()
            .Where(o => o.CycleId == cycle.Id && o.ClosedAt != null && (team == null || o.TeamId == team))
            .OrderByDescending(o => o.ClosedAt)
            .Take(MostEnded)
            .ToListAsync(stop);
        return new(
            cycle,
            team is { } one ? names[one] : null,
            readings
                .Select(r => new ReportLine(r, names.GetValueOrDefault(r.KeyResult.Objective!.TeamId, "")))
                .OrderByDescending(l => l.Of.SilentDays ?? 0)
                .ThenByDescending(l => l.Of.Progress?.Share ?? 0)
                .ToLookup(l => Head(l.Of)),
            ended,
            readings.Count < Most ? readings.Count : await wanted.CountAsync(stop),
            today
        );
    }

    static ReportHead Head(EvaluatedKeyResult reading) =>
        reading.SilentDays is not null
            ? ReportHead.Silent
            : reading.Course.Is switch
            {
                Status.OnCourse or Status.Held => ReportHead.Moved,
                // It may not be there by its day, and moved all the same.
                Status.Watch when reading is { IsWithinNoise: false, Progress.Share: > 0 } => ReportHead.Moved,
                Status.Watch or Status.OffCourse => ReportHead.Slipped,
                _ => ReportHead.CannotTell,
            };

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/report", Get)
            .WithName("ReadAimReport")
            .WithSummary("What moved, what slipped, what is silent and of what nothing can be said, in one cycle.");

    static Task<Results<Ok<ReportView>, ProblemHttpResult>> Get(
        ReadReport read,
        CancellationToken stop,
        Id<Cycle>? cycle = null,
        Id<Team>? team = null
    ) => read.Run(cycle, team, stop).OkOrMissing("cycle or team", View);

    static ReportView View(AimReport report) =>
        new(
            report.Cycle.Id,
            report.On,
            report.Finding,
            report.All,
            [
                .. report.Lines.SelectMany(head =>
                    head.Select(l => new ReportLineView(
                        l.Of.KeyResult.Id,
                        l.Of.KeyResult.Sentence(l.Of.Metric.Unit),
                        l.Of.KeyResult.Objective!.TeamId,
                        head.Key,
                        l.Of.Status.Word,
                        l.Of.Status.Because,
                        l.Of.Progress?.Share,
                        l.Of.SilentDays,
                        l.Of.KeyResult.Commitment
                    ))
                ),
            ]
        );
}
