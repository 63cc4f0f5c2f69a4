using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>
/// Brings in objectives and key results of another tool, as drafts: all that can be, with a word for each row that cannot. A
/// row that came before is known again by its id, or by what it says.
/// </summary>
public sealed class TakeKeyResults(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReadTeams teams,
    TakeMetrics metrics,
    Workspace here,
    TimeProvider clock
)
{
    public const long LargestFile = 10 * 1024 * 1024;
    const int LongestTitle = 200;
    const int LongestSays = 2000;

    /// <param name="asked">Where to, and how it is read.</param>
    /// <param name="text">The file.</param>
    /// <param name="sure">Whether it is kept; otherwise it is only said what would be.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<Outcome<TakenKeyResults>> Run(
        TakeKeyResultsRequest asked,
        string? text,
        bool sure,
        CancellationToken stop
    )
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (await teams.Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (string.IsNullOrWhiteSpace(text))
            return new Refusal("Choose a file.").At("File");
        if (text.Length > LargestFile)
            return new Refusal("The file is larger than 10 MB. Part it by period or team.").At("File");
        if (ReadForeignRows.Of(text, asked.Columns).Refused(out var refusal, out var read))
            return refusal;
        var cycles = db.Cycles.Where(c => asked.Cycle == null ? c.ClosedAt == null : c.Id == asked.Cycle);
        if (await cycles.OrderByDescending(c => c.Start).FirstOrDefaultAsync(stop) is not { } cycle)
            return Refusal.Missing("cycle");
        if (cycle.State == CycleState.Closed)
            return Refusal.Conflict($"{cycle.Name} is closed. Choose a cycle that is open or being planned.");
        var take = new Taking(
            cycle,
            team,
            read.Columns.Source,
            clock.GetUtcNow(),
            await Names(stop),
            await Before(stop)
        );
        foreach (var row in read.Rows.Where(r => r.Kind == ForeignKind.Objective))
            Objective(take, row);
        var results = read.Rows.Where(r => r.Kind != ForeignKind.Objective).ToList();
        if (await metrics.Full(results.Count(r => r.Kind == ForeignKind.KeyResult), stop) is { } full)
            return full;
        foreach (var row in results)
            await KeyResult(take, row, stop);
        var receipt = Apply(take, read, asked);
        if (sure)
        {
            await db.SaveChangesAsync(stop);
            await QueryStatistics.Refresh(db, stop);
            return receipt;
        }
        db.Forget();
        return receipt with { Import = null };
    }

    void Objective(Taking take, ForeignRow row)
    {
        if (take.IsTwice(row))
            return;
        if (take.Before.TryGetValue(row.Key(take.Source), out var before) && before.Objective is { } there)
        {
            take.Remember(row, there);
            take.Rows.Add((row, ImportedState.Known, there, null, null));
            return;
        }
        if (Owning(take, row) is not { } owner)
            return;
        if (row.Parents.Count > 0)
            row.Notes.Add(
                $"It was aligned to {Format.Some([.. row.Parents.Select(p => $"“{p.Title}”")])}: say that by hand."
            );
        var objective = Draft(take, row.Title, row.Description, owner, row.End);
        if (row.Title.Length > LongestTitle)
            row.Notes.Add("Its title was shortened; the whole of it is kept with the row.");
        take.Remember(row, objective.Id);
        take.Rows.Add((row, ImportedState.Made, objective.Id, null, null));
    }

    Objective Draft(Taking take, string title, string why, Id<Team> owner, DateOnly? byWhen)
    {
        var objective = new Objective
        {
            TeamId = owner,
            CycleId = take.Cycle.Id,
            Cycle = take.Cycle,
            Title = Format.Shortened(title, LongestTitle),
            Why =
                why.Length > 0
                    ? Format.Shortened(why, LongestSays)
                    : $"It comes from {take.Source}, which did not say why.",
            ByWhen = byWhen ?? take.Cycle.End,
            CreatedAt = take.At,
            CreatedBy = me.Id,
        };
        db.Objectives.Add(objective);
        take.Made[objective.Id] = objective;
        return objective;
    }

    /// <summary>The team that the row names, where it is here and mine to write for; else the one that was chosen.</summary>
    Id<Team>? Owning(Taking take, ForeignRow row)
    {
        if (row.Teams.Count == 0)
            return take.Team.Id;
        if (row.Teams.FirstOrDefault(take.Teams.ContainsKey) is not { } named)
        {
            row.Notes.Add($"There is no team “{row.Teams[0]}” here; it came to {take.Team.Name}.");
            return take.Team.Id;
        }
        if (row.Teams.Count > 1)
            row.Notes.Add($"It names {row.Teams.Count} teams; one owns it here: {named}.");
        if (me.MayWriteFor(take.Teams[named]))
            return take.Teams[named];
        take.LeaveOut(row, $"It belongs to {named}, for which you may not write.");
        return null;
    }

    async Task KeyResult(Taking take, ForeignRow row, CancellationToken stop)
    {
        if (row.Kind == ForeignKind.Other)
        {
            if (row.Title.Length > 0)
                row.Notes.Insert(
                    0,
                    "It is work, not a key result: try it under Try, and say there what it is to move."
                );
            take.Rows.Add((row, ImportedState.LeftOut, null, null, null));
            return;
        }
        if (take.IsTwice(row))
            return;
        if (take.Before.TryGetValue(row.Key(take.Source), out var before) && before.KeyResult is { } there)
        {
            take.Rows.Add((row, ImportedState.Known, before.Objective, there, null));
            return;
        }
        if (Above(take, row) is not { } objectiveId)
            return;
        if (row.To is not { } target)
        {
            take.LeaveOut(
                row,
                "It has no target that is a number. Write it by hand: who does what, from where to where?"
            );
            return;
        }
        if (row.From == target && row.TargetKind == TargetKind.Reach)
        {
            take.LeaveOut(
                row,
                $"Start and target are both {Format.Number(target)}: nothing would change. Is it a limit to keep?"
            );
            return;
        }
        await Write(take, row, objectiveId, target, stop);
    }

    async Task Write(Taking take, ForeignRow row, Id<Objective> objectiveId, double target, CancellationToken stop)
    {
        var start = row.Start ?? take.Cycle.Start;
        var taken = ForeignKeyResult.Metric(row, target, start, here.Today(clock));
        // The terms are tried before the metric is made: a metric without its key result would be left over.
        if (Of(default).Refused(out var refusal, out _))
        {
            take.LeaveOut(row, refusal.Because);
            return;
        }
        if ((await metrics.Apply(taken, stop)).Refused(out refusal, out var metric))
        {
            take.LeaveOut(row, refusal.Because);
            return;
        }
        if (Of(metric.Id).Refused(out _, out var keyResult))
            throw new InvalidOperationException("Terms that were sound are refused.");
        db.KeyResults.Add(keyResult);
        if (Findings.OfWords(keyResult.Who, keyResult.DoesWhat).FirstOrDefault(f => f.Rule != "who") is { } finding)
        {
            take.Findings++;
            row.Notes.Add(finding.Says);
        }
        take.Rows.Add((row, ImportedState.Made, objectiveId, keyResult.Id, metric.Id));

        Outcome<KeyResult> Of(Id<Metric> metricId) =>
            ForeignKeyResult.Composed(take, row, objectiveId, metricId, target, start, me.Id);
    }

    /// <summary>The objective of a key result: by id, by title, or one that is made because only its key results name it.</summary>
    Id<Objective>? Above(Taking take, ForeignRow row)
    {
        foreach (var parent in row.Parents)
            if (
                parent.Id is { } id && take.ById.TryGetValue(id, out var known)
                || take.ByTitle.TryGetValue(parent.Title, out known)
            )
            {
                if (row.Parents.Count > 1)
                    row.Notes.Add($"It names {row.Parents.Count} parents; it stands under “{parent.Title}”.");
                return known;
            }
        if (row.Parents.FirstOrDefault(p => p.Title.Length > 0) is not { } named)
        {
            take.LeaveOut(row, "It names no objective that is in the file. Export the objectives with it.");
            return null;
        }
        if (Owning(take, row) is not { } owner)
            return null;
        var made = Draft(take, named.Title, "", owner, row.End);
        take.ByTitle[named.Title] = made.Id;
        if (named.Id is { } source)
            take.ById.TryAdd(source, made.Id);
        row.Notes.Add(
            $"Its objective “{Format.Shortened(named.Title)}” has no row of its own and was drafted from its name."
        );
        return made.Id;
    }

    TakenKeyResults Apply(
        Taking take,
        (ForeignColumns Columns, IReadOnlyList<ForeignRow> Rows) read,
        TakeKeyResultsRequest asked
    )
    {
        int Count(ImportedState state) => take.Rows.Count(r => r.State == state);
        var import = new AimImport
        {
            FileName = Format.Shortened(string.IsNullOrWhiteSpace(asked.FileName) ? "a file" : asked.FileName, 200),
            Source = take.Source,
            CycleId = take.Cycle.Id,
            TeamId = take.Team.Id,
            Objectives = take.Made.Count,
            KeyResults = take.Rows.Count(r => r is { State: ImportedState.Made, KeyResult: not null }),
            Known = Count(ImportedState.Known),
            LeftOut = Count(ImportedState.LeftOut),
            At = take.At,
            By = me.Id,
        };
        db.AimImports.Add(import);
        var number = 0;
        foreach (var (row, state, objective, keyResult, metric) in take.Rows.OrderBy(r => r.Row.Line))
            db.ImportedRows.Add(
                new ImportedRow
                {
                    ImportId = import.Id,
                    Number = ++number,
                    Row = row.Line,
                    SourceKey = row.Key(take.Source),
                    State = state,
                    Title = Format.Shortened(row.Title, 500),
                    Says = Format.Shortened(string.Join(' ', row.Notes), LongestSays),
                    Raw = row.Raw,
                    ObjectiveId = objective,
                    KeyResultId = keyResult,
                    MetricId = metric,
                }
            );
        foreach (var objective in take.Made.Values)
            journal.Write("import", objective.Id, $"{me.Name} brought in “{objective.Title}” from {take.Source}.");
        return TakenKeyResults.Of(import, take, read.Columns, read.Rows);
    }

    async Task<IReadOnlyDictionary<string, Id<Team>>> Names(CancellationToken stop) =>
        (await teams.Names(stop))
            .DistinctBy(t => t.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(t => t.Value, t => t.Key, StringComparer.OrdinalIgnoreCase);

    async Task<IReadOnlyDictionary<string, (Id<Objective>?, Id<KeyResult>?)>> Before(CancellationToken stop) => (
            await db
                .ImportedRows.Where(r =>
                    r.State == ImportedState.Made && db.AimImports.Any(i => i.Id == r.ImportId && i.UndoneAt == null)
                )
                .Select(r => new
                {
                    r.SourceKey,
                    r.ObjectiveId,
                    r.KeyResultId,
                })
                .ToListAsync(stop)
        ).GroupBy(r => r.SourceKey).ToDictionary(g => g.Key, g => (g.Last().ObjectiveId, g.Last().KeyResultId));
}
