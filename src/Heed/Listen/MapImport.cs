using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Says what the columns mean and tries it out: the dry run reads the whole file and stores nothing.</summary>
public sealed class MapImport(
    HeedDb db,
    Member me,
    Workspace here,
    ImportFiles files,
    StoredResponses stored,
    TimeProvider clock
)
{
    public async Task<Outcome<Findings>> Run(Id<Import> id, string? surveyName, Mapping mapping, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return TakeFile.NotYours;
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, stop);
        if (import is null)
            return Refusal.Missing("import");
        if (!import.IsOpen)
            return Refusal.Conflict(
                $"This import is {import.State.ToString().ToLowerInvariant()} already. Choose the file again to map it anew."
            );
        if (!files.Has(id))
            return Refusal.Conflict("The file of this import is not on this server any more. Choose it again.");
        if (string.IsNullOrWhiteSpace(surveyName))
            return new Refusal("Give the survey a name, or choose the one that these answers belong to.");
        if (surveyName.Trim().Length > 200)
            return new Refusal("Use at most 200 characters for the name of the survey.");
        if (mapping.Wave?.Length > 100)
            return new Refusal("Use at most 100 characters for the name of the wave.");
        if (mapping.On > here.Today(clock))
            return new Refusal($"The day of these answers, {mapping.On:yyyy-MM-dd}, has not come yet.");
        import.SurveyName = surveyName.Trim();
        import.Mapping = mapping.ToJson();
        var shape = FileShape.FromJson(import.Shape);
        if (RowPlan.Of(shape, mapping).Refused(out var refusal, out var plan))
            return refusal;
        var survey = await SurveyNamed(import.SurveyName, stop);
        if (survey is not null && Differs(survey, plan, mapping) is { } differs)
            return differs;

        plan = WithOrder(files.PathOf(id), plan);
        import.Mapping = (mapping with { DateOrder = plan.Order }).ToJson();
        var known = await Known(db, stored, survey?.Id, stop);
        using var reader = shape.Open(files.PathOf(id));
        var pass = new ReadFile(plan, known, SurveyKey(survey?.Id), here.Today(clock));
        pass.Read(reader, static (_, _, _) => { }, static (_, _) => { }, () => stop.IsCancellationRequested);
        stop.ThrowIfCancellationRequested();
        var findings = pass.Findings(reader);
        if (findings.Rows == 0)
            return new Refusal("The file has no answers below its header.");
        if (findings.New == 0 && findings.Known == findings.Rows)
            findings = findings with { Notes = [.. findings.Notes, await SaidBefore(import, survey, stop)] };
        import.Findings = findings.ToJson();
        import.Become(ImportState.Checked, clock.GetUtcNow(), me.Id);
        await db.SaveChangesAsync(stop);
        return findings;
    }

    /// <summary>The number of header rows was guessed wrong: read the file anew with another.</summary>
    public async Task<Outcome<Import>> Reread(Id<Import> id, int headerRows, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return TakeFile.NotYours;
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, stop);
        if (import is null)
            return Refusal.Missing("import");
        if (!import.IsOpen || !files.Has(id))
            return Refusal.Conflict("This import cannot be read anew. Choose the file again.");
        if (headerRows is < 0 or > 3)
            return new Refusal("A file has no header row, or one, two or three.");
        var path = files.PathOf(id);
        if (RecogniseFile.Run(path, headerRows).Refused(out var refusal, out var shape))
            return refusal;
        import.Shape = shape.ToJson();
        import.IsRemembered = false;
        import.Mapping = new Mapping
        {
            Columns = [.. GuessMapping.Run(path, shape).Select(g => g.Column).Where(c => c.Use != ColumnUse.Kept)],
        }.ToJson();
        import.Become(ImportState.Mapping, clock.GetUtcNow(), me.Id);
        await db.SaveChangesAsync(stop);
        return import;
    }

    Task<Survey?> SurveyNamed(string name, CancellationToken stop) =>
        db.Surveys.AsNoTracking().Include(s => s.Questions).SingleOrDefaultAsync(s => s.Name == name, stop);

    /// <summary>A score over two scales would be no score.</summary>
    internal static Refusal? Differs(Survey survey, RowPlan plan, Mapping mapping)
    {
        foreach (var column in mapping.Columns.Where(c => c.IsQuestion))
        {
            if (survey.Questions.Find(q => q.Name == column.Target) is not { } question)
                continue;
            var scale = column.IsScored ? plan.Questions.First(q => q.Column == column.Column).Scale.ToString() : "";
            if (question.Kind != column.Kind || question.Scale != scale)
                return new Refusal(
                    $"“{question.Name}” of “{survey.Name}” is {Words(question.Kind, question.Scale)}; here it would be {Words(column.Kind, scale)}. "
                        + "Answers on two scales cannot be counted together: map it the same way, or give the question another name."
                );
        }
        return null;
    }

    static string Words(QuestionKind kind, string scale) =>
        scale.Length == 0 ? kind.ToString().ToLowerInvariant() : $"{kind.ToString().ToLowerInvariant()} {scale}";

    /// <summary>Looks through the dates until one of them says which of day and month comes first.</summary>
    static RowPlan WithOrder(string path, RowPlan plan)
    {
        if (plan.Date < 0 || plan.Order != DateOrder.ByEvidence)
            return plan;
        using var reader = plan.Shape.Open(path);
        while (reader.Read())
        {
            if (plan.Date >= reader.Cells)
                continue;
            if (Days.Evidence(RowPlan.Trimmed(reader[plan.Date])) is var said and not DateOrder.ByEvidence)
                return plan.InOrder(said);
        }
        return plan;
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
            : $"This very file was imported on {before.DoneAt:d MMMM yyyy} as “{before.FileName}”. Importing it again changes nothing.";
    }

    internal static string SurveyKey(Id<Survey>? survey) => (survey ?? default).ToString();

    internal static async Task<KnownResponses> Known(
        HeedDb db,
        StoredResponses stored,
        Id<Survey>? survey,
        CancellationToken stop
    )
    {
        var known = new KnownResponses();
        if (survey is null)
            return known;
        var imports = await db
            .Imports.AsNoTracking()
            .Where(i => i.SurveyId == survey && i.State == ImportState.Done)
            .ToListAsync(stop);
        foreach (var import in imports)
            await stored.Read(
                import.FirstSequence,
                import.LastSequence - 1,
                (_, content, external, _) => known.Add(content, external),
                stop
            );
        return known;
    }
}
