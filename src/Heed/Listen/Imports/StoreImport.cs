using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// Stores the rows of one import, in whole chunks that nobody sees before the last. A process that dies leaves rows
/// without an import that is done; the next one removes them and begins again.
/// </summary>
public sealed class StoreImport(
    HeedDb db,
    Workspace here,
    StoredResponses stored,
    LoadedSurveys loaded,
    ImportFiles files,
    JournalWriter journal,
    JobQueue jobs,
    ReleaseAnswers release,
    TimeProvider clock
)
{
    public const string Kind = "store-import";
    public const int RowsInChunk = 200_000;

    /// <summary>What the progress bar of the command line shows: rows and the share of the file.</summary>
    public Action<long, double>? OnProgress { get; set; }

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        var id = lease.SubjectOf<Import>();
        db.ChangeTracker.Clear();
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, stop);
        if (import.State != ImportState.Running)
            return JobEnd.Done;
        var survey = import.SurveyId!.Value;
        var mine = await db
            .Surveys.Where(s => s.Id == survey && (s.TakingIn == null || s.TakingIn == id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.TakingIn, id), stop);
        if (mine == 0)
            return JobEnd.Later;
        try
        {
            await stored.Remove(import, stop);
            await Store(import, lease, stop);
        }
        catch (Exception problem) when (Faults.MayPass(problem))
        {
            // The survey stays with this import, which is tried again: no other file comes in between.
            db.ChangeTracker.Clear();
            return JobEnd.Again(Faults.InWords(problem)!.Because);
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or UnauthorizedAccessException
                        or DbUpdateException
                        or System.Data.Common.DbException
            )
        {
            db.ChangeTracker.Clear();
            await Fail(import, Faults.InWords(problem)?.Because ?? problem.GetBaseException().Message, stop);
        }
        return JobEnd.Done;
    }

    /// <summary>It was tried often enough: it has failed, and the survey is free for other files.</summary>
    public async Task GiveUp(JobLease lease, string because, CancellationToken stop)
    {
        var id = lease.SubjectOf<Import>();
        if (
            await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, stop) is
            { State: ImportState.Running } import
        )
            await Fail(import, because, stop);
    }

    async Task Store(Import import, JobLease lease, CancellationToken stop)
    {
        var mapping = Mapping.FromJson(import.Mapping);
        var shape = FileShape.FromJson(import.Shape);
        if (CompiledMapping.Of(shape, mapping).Refused(out var refusal, out var plan))
        {
            await Fail(import, refusal.Because, stop);
            return;
        }
        var known = await CheckImport.Known(db, stored, import.SurveyId, stop);
        var survey = await db
            .Surveys.AsNoTracking()
            .AsSplitQuery()
            .Include(s => s.Questions)
            .Include(s => s.Attributes)
            .SingleAsync(s => s.Id == import.SurveyId, stop);
        // Another file may have come in between the dry run and now.
        if (MapImport.Unfit(survey, plan, mapping) is { } unfit)
        {
            await Fail(import, unfit.Because, stop);
            return;
        }
        var learned = Learn(survey, plan);
        var filled = await IsFirst(survey, stop) ? LoadedSurveys.Empty(survey, [plan]) : null;
        using var reader = shape.Open(files.PathOf(import.Id));
        var pass = new ClassifyRows(plan, known, CheckImport.SurveyKey(import.SurveyId), here.Today(clock));
        pass.Expect(ImportReport.FromJson(import.Findings)?.Rows ?? 0);
        var ahead = new ReadAhead(pass, reader, import, filled?.Fill(plan));
        var first = 0;
        await using (await stored.Room(stop))
        await using (var batches = ahead.Batches(stop).GetAsyncEnumerator(stop))
            for (var (more, read) = (true, default(ReadSoFar)); more; )
            {
                await using var act = await db.Database.BeginTransactionAsync(stop);
                (more, read) = await Chunk(batches, read, stop);
                if (!await Progress(import.Id, lease, read, stop))
                    return;
                if (!more)
                    first = await Finish(import, plan, learned, pass.Report(reader), stop);
                await act.CommitAsync(stop);
                OnProgress?.Invoke(read.Rows, Math.Min(1, read.Bytes / (double)Math.Max(1, import.FileSize)));
            }
        files.Remove(import.Id);
        if (filled is not null && first > 0)
            await loaded.Keep(survey.Id, filled, first, stop);
    }

    Task<bool> IsFirst(Survey survey, CancellationToken stop) =>
        db.Imports.AllAsync(i => i.SurveyId != survey.Id || i.State != ImportState.Done, stop);

    /// <summary>Stores the next rows; false at the end of the file.</summary>
    async Task<(bool More, ReadSoFar Read)> Chunk(
        IAsyncEnumerator<RowBatch> batches,
        ReadSoFar read,
        CancellationToken stop
    )
    {
        List<RejectedRow> rejected = [];
        var (more, until) = (true, read.Rows + RowsInChunk);
        using (var writer = stored.Writer())
        {
            while (read.Rows < until && (more = await batches.MoveNextAsync()))
            {
                batches.Current.WriteTo(writer);
                rejected.AddRange(batches.Current.Rejected);
                read = batches.Current.Until;
            }
            stop.ThrowIfCancellationRequested();
            writer.Finish();
        }
        await Keep(rejected, stop);
        return (more, read);
    }

    async Task Keep(List<RejectedRow> rejected, CancellationToken stop)
    {
        stored.Keep(rejected);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>False when it was cancelled, or when another process took over: then this chunk is forgotten.</summary>
    async Task<bool> Progress(Id<Import> id, JobLease lease, ReadSoFar read, CancellationToken stop) =>
        await lease.Renew(db, stop)
        && await db
            .Imports.Where(i => i.Id == id && i.State == ImportState.Running)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(i => i.Read, read.Rows)
                        .SetProperty(i => i.Stored, read.New)
                        .SetProperty(i => i.Known, read.Known)
                        .SetProperty(i => i.Rejected, read.Rejected),
                stop
            ) == 1;

    /// <summary>
    /// In the transaction of the last chunk: from here on its answers count. The number of the release that shows them; 0
    /// where they wait for others.
    /// </summary>
    async Task<int> Finish(
        Import seen,
        CompiledMapping plan,
        List<object> learned,
        ImportReport report,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var import = await db.Imports.SingleAsync(i => i.Id == seen.Id, stop);
        var survey = await db
            .Surveys.AsSplitQuery()
            .Include(s => s.Questions)
            .Include(s => s.Attributes)
            .SingleAsync(s => s.Id == import.SurveyId, stop);
        db.AddRange(learned);
        survey.TakingIn = null;
        import.Findings = report.ToJson();
        import.Become(ImportState.Done, now, import.ChangedBy);
        await Remember(survey.Id, plan, now, stop);
        var shown = await release.Apply(survey, import, report.New, stop);
        if (shown > 0)
            await jobs.AddOnce(MeasureScores.Kind, survey.Id, stop);
        journal.Write("import", import.Id, $"“{import.FileName}” is in “{survey.Name}”{Counts(report)}.");
        await db.SaveChangesAsync(stop);
        return shown > 0 ? survey.Release : 0;
    }

    /// <summary>The journal is read by everybody, so a few new answers are not counted there.</summary>
    static string Counts(ImportReport report) =>
        report.New > 0 && report.New < ReleaseAnswers.Fewest
            ? $". {ReleaseAnswers.NobodyIsTold.TrimEnd('.')}"
            : $": {report.New:#,0} new, {report.Known:#,0} known, {report.Rejected:#,0} rejected";

    /// <summary>The questions and attributes that a survey has from this file on. They are saved at the end.</summary>
    static List<object> Learn(Survey survey, CompiledMapping plan)
    {
        var (questions, attributes) = (survey.Questions.Count, survey.Attributes.Count);
        foreach (var column in plan.Mapping.Columns.Where(c => c.IsQuestion))
        {
            Ask(column.Target, column.IsOption ? "" : Text(column), column.Kind, plan.ScaleToKeep(column));
            if (column.Words)
                Ask(column.Column, "", QuestionKind.Remark, "");
        }
        foreach (var group in plan.Attributes.Where(a => !a.IsQuestion))
            if (!survey.Attributes.Exists(a => a.Name == group.Attribute))
                survey.Attributes.Add(new() { SurveyId = survey.Id, Name = group.Attribute });
        return [.. survey.Questions.Skip(questions), .. survey.Attributes.Skip(attributes)];

        void Ask(string name, string text, QuestionKind kind, string scale)
        {
            if (!survey.Questions.Exists(q => q.Name == name))
                survey.Questions.Add(
                    new()
                    {
                        SurveyId = survey.Id,
                        Name = name,
                        Text = text == name ? "" : text,
                        Kind = kind,
                        Scale = scale,
                    }
                );
        }

        // A row of a matrix is asked with the question above it.
        string Text(ColumnMapping column)
        {
            var there = plan.Shape.Columns[plan.Shape.IndexOf(column.Column)];
            return AskedColumn.Of(there) is { } row ? row.Question : there.Text;
        }
    }

    async Task Remember(Id<Survey> survey, CompiledMapping plan, DateTimeOffset now, CancellationToken stop)
    {
        var hash = plan.Shape.HeaderHash;
        var remembered = await db.RememberedMappings.SingleOrDefaultAsync(
            r => r.SurveyId == survey && r.HeaderHash == hash,
            stop
        );
        if (remembered is null)
            db.RememberedMappings.Add(
                new()
                {
                    SurveyId = survey,
                    HeaderHash = hash,
                    Mapping = plan.Mapping.ToJson(),
                    KeptAt = now,
                }
            );
        else
            (remembered.Mapping, remembered.KeptAt) = (plan.Mapping.ToJson(), now);
    }

    async Task Fail(Import import, string because, CancellationToken stop)
    {
        var failed = await db.Imports.SingleAsync(i => i.Id == import.Id, stop);
        failed.Become(ImportState.Failed, clock.GetUtcNow(), failed.ChangedBy, because);
        jobs.Add(CleanImport.Kind, import.Id);
        journal.Write("import-failed", import.Id, $"The import of “{import.FileName}” failed: {because}");
        await db.SaveChangesAsync(stop);
    }
}
