using Heed.Analytics.Columns;
using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Says what the columns mean, and has it tried out.</summary>
public sealed class MapImport(
    HeedDb db,
    Member me,
    Workspace here,
    ImportFiles files,
    CheckImport check,
    JobQueue jobs,
    TimeProvider clock
)
{
    /// <summary>What a refusal is about, where it is about the name of the survey.</summary>
    internal const string SurveyField = "survey";

    /// <summary>Maps it and waits for the dry run.</summary>
    public async Task<Outcome<ImportReport>> Run(
        Id<Import> id,
        string? surveyName,
        Mapping mapping,
        CancellationToken stop
    )
    {
        if ((await Mean(id, surveyName, mapping, stop)).Refused(out var refusal, out var import))
            return refusal;
        import.Become(ImportState.Mapping, clock.GetUtcNow(), me.Id);
        return await check.Run(import, stop);
    }

    /// <summary>Maps it; the dry run of a large file goes on by itself.</summary>
    public async Task<Outcome<Done>> Begin(Id<Import> id, string? surveyName, Mapping mapping, CancellationToken stop)
    {
        if ((await Mean(id, surveyName, mapping, stop)).Refused(out var refusal, out var import))
            return refusal;
        if (import.FileSize <= CheckImport.BytesAtOnce)
        {
            import.Become(ImportState.Mapping, clock.GetUtcNow(), me.Id);
            return (await check.Run(import, stop)).Refused(out refusal) ? refusal : new Done();
        }
        (import.Read, import.Findings) = (0, "");
        import.Become(ImportState.Checking, clock.GetUtcNow(), me.Id);
        jobs.Add(CheckImport.Kind, id);
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    async Task<Outcome<Import>> Mean(Id<Import> id, string? surveyName, Mapping mapping, CancellationToken stop)
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
            return new Refusal("Give the survey a name, or choose the one that these answers belong to.").At(
                SurveyField
            );
        if (surveyName.Trim().Length > Survey.LongestName)
            return new Refusal($"Use at most {Survey.LongestName} characters for the name of the survey.");
        if (mapping.Columns.FirstOrDefault(c => c.Target.Length > Question.LongestName) is { } wordy)
            return new Refusal(
                $"Use at most {Question.LongestName} characters for the name of a question or an attribute; that of the column “{Format.Shortened(wordy.Column)}” has {wordy.Target.Length:#,0}."
            );
        if (mapping.Columns.FirstOrDefault(c => !PlainText.Is(c.Target)) is { } broken)
            return new Refusal(
                $"The name that the column “{Format.Shortened(PlainText.Of(broken.Column))}” is given holds a character that is none. Write it anew."
            );
        if (mapping.Wave?.Length > 100)
            return new Refusal("Use at most 100 characters for the name of the wave.");
        if (mapping.On > here.Today(clock))
            return new Refusal($"The day of these answers, {mapping.On:yyyy-MM-dd}, has not come yet.");
        if (mapping.On is { } on && !SurveyColumns.Holds(on))
            return new Refusal($"The day of these answers, {on:yyyy-MM-dd}, lies before 1900. Correct it.");
        import.SurveyName = surveyName.Trim();
        var survey = await db
            .Surveys.AsNoTracking()
            .AsSplitQuery()
            .Include(s => s.Questions)
            .Include(s => s.Attributes)
            .SingleOrDefaultAsync(s => s.Name == import.SurveyName, stop);
        mapping = WithBands(mapping, survey);
        import.Mapping = mapping.ToJson();
        if (CompiledMapping.Of(FileShape.FromJson(import.Shape), mapping).Refused(out var refusal, out var plan))
            return refusal;
        return survey is not null && Unfit(survey, plan, mapping) is { } unfit ? unfit : import;
    }

    /// <summary>The head or the end of the file was taken for something else: read it anew as somebody says.</summary>
    internal async Task<Outcome<Import>> Reread(Id<Import> id, FileReading asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return TakeFile.NotYours;
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, stop);
        if (import is null)
            return Refusal.Missing("import");
        if (!import.IsOpen || !files.Has(id))
            return Refusal.Conflict("This import cannot be read anew. Choose the file again.");
        if (asked.HeaderRows is < 0 or > 3)
            return new Refusal("A file has no header row, or one, two or three.");
        if (asked.RowsAbove is < 0 or > 100)
            return new Refusal("From 0 to 100 rows can be left out above the header.").At("above");
        var path = files.PathOf(id);
        if (files.Recognise(id, asked).Refused(out var refusal, out var shape))
            return refusal;
        import.Shape = shape.ToJson();
        import.IsRemembered = false;
        import.Mapping = new Mapping
        {
            Columns = [.. GuessMapping.Run(path, shape).Select(g => g.Column).Where(c => c.Use != ColumnUse.Kept)],
            Without = GuessLeftOut.Of(path, shape).NoAnswers,
        }.ToJson();
        import.Become(ImportState.Mapping, clock.GetUtcNow(), me.Id);
        await db.SaveChangesAsync(stop);
        return import;
    }

    /// <summary>Why these columns cannot stand beside what a survey has already.</summary>
    internal static Refusal? Unfit(Survey survey, CompiledMapping plan, Mapping mapping) =>
        Taken(survey, mapping) ?? Differs(survey, plan, mapping);

    /// <summary>A name stands for one question or one attribute of a survey, whichever file it came with.</summary>
    static Refusal? Taken(Survey survey, Mapping mapping)
    {
        var questions = survey.Questions.ConvertAll(q => q.Name);
        var attributes = survey.Attributes.ConvertAll(a => a.Name);
        foreach (var column in mapping.Columns.Where(c => c.IsQuestion || c.Use == ColumnUse.Attribute))
        {
            var (alike, others) = column.IsQuestion ? (questions, attributes) : (attributes, questions);
            bool IsTarget(string name) => name.Equals(column.Target, StringComparison.OrdinalIgnoreCase);
            if (alike.Contains(column.Target))
                continue;
            if (alike.Find(IsTarget) is { } same)
                return new Refusal(
                    $"“{survey.Name}” has “{same}” already. Write “{column.Target}” the same way, or give it another name."
                );
            if (others.Find(IsTarget) is { } taken)
                return new Refusal(
                    $"“{taken}” is {(column.IsQuestion ? "an attribute" : "a question")} of “{survey.Name}” already. Map “{column.Column}” as that, or give it another name."
                );
        }
        return null;
    }

    /// <summary>A number that a survey has already has its bands already.</summary>
    static Mapping WithBands(Mapping mapping, Survey? survey) =>
        mapping with
        {
            Columns =
            [
                .. mapping.Columns.Select(c =>
                    c is { Use: ColumnUse.Number, Scale: not { Length: > 0 } }
                    && survey?.Questions.Find(q => q.IsNumber && q.Name == c.Target) is { } known
                        ? c with
                        {
                            Scale = known.Scale,
                        }
                        : c
                ),
            ],
        };

    /// <summary>A score over two scales would be no score, and numbers in two sets of bands tell single answers.</summary>
    static Refusal? Differs(Survey survey, CompiledMapping plan, Mapping mapping)
    {
        foreach (var column in mapping.Columns.Where(c => c.IsQuestion))
        {
            if (survey.Questions.Find(q => q.Name == column.Target) is not { } question)
                continue;
            var scale = plan.ScaleToKeep(column);
            if (question is { IsNumber: true } && column.Kind == question.Kind && question.Scale != scale)
                return new Refusal(
                    $"“{question.Name}” of “{survey.Name}” has the bands {question.Scale}, and they stay: two sets of bands over the same answers would tell single ones. Write these, or leave the bands empty."
                );
            if (question.Kind != column.Kind || question.Scale != scale)
                return new Refusal(
                    $"“{question.Name}” of “{survey.Name}” is {Words(question.Kind, question.Scale)}; here it would be {Words(column.Kind, scale)}. "
                        + "Answers on two scales cannot be counted together: map it the same way, or give the question another name."
                );
        }
        return null;
    }

    static string Words(QuestionKind kind, string scale) =>
        scale.Length == 0 || kind is QuestionKind.Number
            ? kind.ToString().ToLowerInvariant()
            : $"{kind.ToString().ToLowerInvariant()} {scale}";
}
