using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// The dry run: reads the whole file as the import will, and stores nothing. A small file is tried out while its reader
/// waits, a large one by the worker, which says how far it is.
/// </summary>
public sealed class CheckImport(
    HeedDb db,
    Workspace here,
    ImportFiles files,
    StoredResponses stored,
    TimeProvider clock
)
{
    public const string Kind = "check-import";

    /// <summary>Read within half a second on a slow machine.</summary>
    public const long BytesAtOnce = 10 << 20;

    const int RowsBetweenLooks = 100_000;

    /// <summary>What the progress bar of the command line shows: rows, and the share of the file.</summary>
    public Action<long, double>? OnProgress { get; set; }

    /// <summary>Tries out an import that has its mapping, now.</summary>
    public async Task<Outcome<ImportReport>> Run(Import import, CancellationToken stop)
    {
        if ((await Read(import, static (_, _) => Task.FromResult(true), stop)).Refused(out var refusal, out var read))
            return refusal;
        Keep(import, read!);
        await db.SaveChangesAsync(stop);
        return read!.Report;
    }

    /// <summary>Tries out an import that waits for it.</summary>
    public async Task<JobEnd> InBackground(JobLease lease, CancellationToken stop)
    {
        var id = lease.SubjectOf<Import>();
        var import = await db.Imports.SingleAsync(i => i.Id == id, stop);
        if (import.State != ImportState.Checking)
            return JobEnd.Done;
        Outcome<Checked> outcome;
        try
        {
            outcome = await Read(import, (rows, all) => Progress(id, lease, rows, all, stop), stop);
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException && !Faults.MayPass(problem))
        {
            outcome = new Refusal(problem.Message);
        }
        await using var act = await db.Database.BeginTransactionAsync(stop);
        // Cancelled meanwhile, or taken over: then what was found is forgotten.
        if (!await Progress(id, lease, 0, 0, stop))
            return JobEnd.Done;
        if (outcome.Refused(out var refusal, out var read))
            import.Become(ImportState.Mapping, clock.GetUtcNow(), import.ChangedBy, refusal.Because);
        else
            Keep(import, read!);
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return JobEnd.Done;
    }

    /// <summary>It was tried often enough: the file is there to be mapped anew, with the reason.</summary>
    public async Task GiveUp(JobLease lease, string because, CancellationToken stop)
    {
        var id = lease.SubjectOf<Import>();
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, stop) is not { State: ImportState.Checking } import)
            return;
        import.Become(ImportState.Mapping, clock.GetUtcNow(), import.ChangedBy, because);
        await db.SaveChangesAsync(stop);
    }

    sealed record Checked(ImportReport Report, Mapping Mapping);

    void Keep(Import import, Checked read)
    {
        import.Findings = read.Report.ToJson();
        import.Mapping = read.Mapping.ToJson();
        import.Become(ImportState.Checked, clock.GetUtcNow(), import.ChangedBy);
    }

    /// <summary>Rows read so far and rows expected in all; false when it is not to go on.</summary>
    delegate Task<bool> Look(long rows, long expected);

    async Task<Outcome<Checked>> Read(Import import, Look look, CancellationToken stop)
    {
        var shape = FileShape.FromJson(import.Shape);
        var mapping = Mapping.FromJson(import.Mapping);
        if (CompiledMapping.Of(shape, mapping).Refused(out var refusal, out var plan))
            return refusal;
        if (WithOrder(files.PathOf(import.Id), plan).Refused(out refusal, out plan))
            return refusal;
        var survey = await db.Surveys.AsNoTracking().SingleOrDefaultAsync(s => s.Name == import.SurveyName, stop);
        var known = await Known(db, stored, survey?.Id, stop);
        using var reader = shape.Open(files.PathOf(import.Id));
        var pass = new ClassifyRows(plan, known, SurveyKey(survey?.Id), here.Today(clock));
        var next = RowsBetweenLooks;
        while (
            pass.Read(
                reader,
                static (_, _, _) => { },
                static (_, _) => { },
                () => pass.Rows >= next || stop.IsCancellationRequested
            )
        )
        {
            stop.ThrowIfCancellationRequested();
            next += RowsBetweenLooks;
            var share = Math.Clamp(reader.BytesRead / (double)Math.Max(1, import.FileSize), 1e-6, 1);
            OnProgress?.Invoke(pass.Rows, share);
            if (!await look(pass.Rows, (long)(pass.Rows / share)))
                return new Refusal("It was cancelled.");
        }
        stop.ThrowIfCancellationRequested();
        if (reader.Second is { Row: > 0 } second)
            return second.Refused($"“{import.FileName}”");
        var report = pass.Report(reader);
        if (report.Rows == 0)
            return new Refusal("The file has no answers below its header.");
        if (report.New == 0 && report.Known == report.Rows)
            report = report with { Notes = [.. report.Notes, await SaidBefore(import, survey, stop)] };
        return new Checked(report, mapping with { DateOrder = plan.Order });
    }

    async Task<bool> Progress(Id<Import> id, JobLease lease, long rows, long expected, CancellationToken stop)
    {
        var soFar = new ImportReport(expected, 0, 0, 0, [], []).ToJson();
        return await lease.Renew(db, stop)
            && await db
                .Imports.Where(i => i.Id == id && i.State == ImportState.Checking)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Read, rows).SetProperty(i => i.Findings, soFar), stop)
                == 1;
    }

    /// <summary>
    /// Looks through all dates: the one that says which of day and month comes first may stand anywhere, and one that says the
    /// opposite means that others were read wrongly without a word.
    /// </summary>
    static Outcome<CompiledMapping> WithOrder(string path, CompiledMapping plan)
    {
        if (plan.Date < 0 || plan.Order != DateOrder.ByEvidence)
            return plan;
        using var reader = plan.Shape.Open(path);
        var evidence = new DateEvidence();
        while (!evidence.Contradicts && reader.Read())
            if (plan.Date < reader.Cells && plan.Where.Fit(reader) && plan.Without.First(reader) < 0)
                evidence.Look(CellText.Trimmed(reader[plan.Date]), reader.Row);
        return evidence.Contradicts
            ? evidence.Contradiction(
                plan.Shape.Columns[plan.Date].Name,
                DateWriters.Column(plan.Shape, path, plan.Date)
            )!
            : plan.InOrder(evidence.Order);
    }

    async Task<string> SaidBefore(Import import, Survey? survey, CancellationToken stop)
    {
        var before = await db
            .Imports.AsNoTracking()
            .Where(i => i.FileHash == import.FileHash && i.State == ImportState.Done && i.SurveyId == survey!.Id)
            .OrderByDescending(i => i.DoneAt)
            .FirstOrDefaultAsync(stop);
        return before is null
            ? "Every row of this file is here already. Importing it changes nothing."
            : $"This very file was imported on {Format.Day(here.DayOf(before.DoneAt!.Value))} as “{before.FileName}”. Importing it again changes nothing.";
    }

    internal static string SurveyKey(Id<Survey>? survey) => (survey ?? default).ToString();

    internal static async Task<SeenResponses> Known(
        HeedDb db,
        StoredResponses stored,
        Id<Survey>? survey,
        CancellationToken stop
    )
    {
        var known = new SeenResponses();
        if (survey is null)
            return known;
        var imports = await db
            .Imports.AsNoTracking()
            .Where(i => i.SurveyId == survey && i.State == ImportState.Done)
            .ToListAsync(stop);
        foreach (var import in imports)
            await stored.Fingerprints(import.FirstSequence, import.LastSequence - 1, known.Add, stop);
        return known;
    }
}
