using System.Collections.Concurrent;
using Heed.Analytics.Columns;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// Keeps the columns of surveys in memory and brings them up to the newest release before they are asked: two small
/// queries, then only rows that are not here yet, whichever process released them. Can be dropped at any moment.
/// </summary>
public sealed class LoadedSurveys
{
    readonly ConcurrentDictionary<Id<Survey>, Kept> _kept = new();

    sealed class Kept
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public LoadedSurvey? Survey { get; set; }
    }

    public void Drop() => _kept.Clear();

    /// <param name="survey">Read through the workspace's filter, with its questions and attributes.</param>
    internal async Task<LoadedSurvey> Of(HeedDb db, StoredResponses stored, Survey survey, CancellationToken stop)
    {
        // First what is shown, then where it comes from: an import in between is no release without its import.
        var released = await db
            .ReleasedRows.AsNoTracking()
            .Where(r => r.SurveyId == survey.Id)
            .OrderBy(r => r.Number)
            .ToListAsync(stop);
        var imports = await db
            .Imports.AsNoTracking()
            .Where(i => i.SurveyId == survey.Id && i.State == ImportState.Done)
            .OrderBy(i => i.Number)
            .ToListAsync(stop);
        var kept = _kept.GetOrAdd(survey.Id, _ => new Kept());
        await kept.Turn.WaitAsync(stop);
        try
        {
            // Of an import that waits not even its columns are seen: a new one would say that somebody has answered.
            var shown = released.Select(r => r.ImportId).ToHashSet();
            imports.RemoveAll(i => !shown.Contains(i.Id));
            var plans = imports.ToDictionary(i => i.Id, i => (Import: i, Plan: PlanOf(i)));
            var schema = SchemaOf(survey, [.. imports.Select(i => plans[i.Id].Plan)]);
            var loaded = kept.Survey is { } before && before.Schema.Key == schema.Key ? before : Empty(survey, schema);
            foreach (var release in released.Where(r => r.Number > loaded.Released).GroupBy(r => r.Number))
            {
                var rows = release.Where(r => plans.ContainsKey(r.ImportId)).ToList();
                foreach (var row in rows.OrderBy(r => plans[r.ImportId].Import.Number))
                {
                    var (import, plan) = plans[row.ImportId];
                    var filling = loaded.Fill(plan);
                    await stored.Records(import.SequenceOf(row.First), import.SequenceOf(row.Last), filling.Add, stop);
                }
                loaded.Release(release.Key, rows.Count == 0 ? null : plans[rows[0].ImportId].Import.Sender);
            }
            kept.Survey = loaded;
            return loaded;
        }
        catch
        {
            // Half-loaded columns would count half an import.
            kept.Survey = null;
            throw;
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    /// <summary>
    /// Empty columns for a survey's first import, to be filled while it is stored. Nobody sees them before
    /// <see cref="Keep"/>.
    /// </summary>
    internal static LoadedSurvey Empty(Survey survey, List<CompiledMapping> plans) =>
        Empty(survey, SchemaOf(survey, plans));

    /// <summary>Columns that were filled while the first import was stored. It is done, and they hold all of it.</summary>
    internal async Task Keep(Id<Survey> survey, LoadedSurvey filled, int release, CancellationToken stop)
    {
        filled.Release(release, null);
        var kept = _kept.GetOrAdd(survey, _ => new Kept());
        await kept.Turn.WaitAsync(stop);
        try
        {
            // Somebody who asked in between may have read them from the store already.
            if (kept.Survey is not { } before || before.Released < release)
                kept.Survey = filled;
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    static LoadedSurvey Empty(Survey survey, SurveySchema schema) =>
        new(schema, [.. survey.Questions.Where(q => q.IsRemark).Select(q => q.Name)]);

    internal static CompiledMapping PlanOf(Import import) =>
        CompiledMapping
            .Of(FileShape.FromJson(import.Shape), Mapping.FromJson(import.Mapping))
            .Refused(out var refusal, out var plan)
            ? throw new InvalidOperationException(
                $"Import {import.Id} was stored with a mapping that cannot be: {refusal.Because}"
            )
            : plan;

    static SurveySchema SchemaOf(Survey survey, List<CompiledMapping> plans)
    {
        List<ScoreColumn> questions =
        [
            .. survey
                .Questions.Where(q => q.IsScored)
                .OrderBy(q => q.Id.Value)
                .Select(q => new ScoreColumn(q.Name, q.Points)),
        ];
        List<string> attributes =
        [
            .. survey.Attributes.OrderBy(a => a.Id.Value).Select(a => a.Name),
            .. Asked(QuestionKind.Choice),
        ];
        if (plans.Exists(p => p.Wave >= 0 || p.Mapping.Wave is { Length: > 0 }))
            attributes.Add(SurveySchema.Wave);
        var weighted = plans.Exists(p => p.IsWeighted);
        List<string> sets = [.. Asked(QuestionKind.Choices)];
        List<NumberColumn> numbers =
        [
            .. survey
                .Questions.Where(q => q.IsNumber)
                .OrderBy(q => q.Id.Value)
                .Select(q => new NumberColumn(q.Name, q.Bands)),
        ];
        var remarks = survey.Questions.Where(q => q.IsRemark).Select(q => q.Name);
        var key = string.Join(
            '\u001f',
            [
                $"{survey.Edition}",
                $"{weighted}",
                .. questions.Select(q => $"{q.Name} {q.Scale}"),
                "",
                .. attributes,
                "",
                .. sets,
                "",
                .. numbers.Select(n => $"{n.Name} {n.Bands}"),
                "",
                .. remarks,
            ]
        );
        return new(key, questions, attributes, sets, weighted, numbers);

        IEnumerable<string> Asked(QuestionKind kind) =>
            survey.Questions.Where(q => q.Kind == kind).OrderBy(q => q.Id.Value).Select(q => q.Name);
    }
}
