using Heed.Analytics.Columns;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// Decides when answers that are stored are shown (methods/trust.md B6, A4): together, never fewer than a minimum group of
/// people. Who sends answers without being an administrator has releases of their own, so that nobody lifts a group of
/// others over the minimum by answers that they know.
/// </summary>
public sealed class ReleaseAnswers(HeedDb db, StoredResponses stored)
{
    public static readonly int Fewest = MinimumGroup.Five.Size;

    /// <summary>What is said wherever a count of the newest answers would stand.</summary>
    internal const string NobodyIsTold = "Nobody is told how many before five more have answered.";

    const int MostLookedAt = 2_000;
    const int MostOneWaits = 1_000;
    const int MostWait = 10_000;

    /// <summary>Shows what waits beside this import, if that is enough, and says how many; 0 where all go on waiting.</summary>
    /// <param name="survey">Read for saving, with its questions and attributes; locked by the caller until it is saved.</param>
    /// <param name="rows">How many rows the import holds now.</param>
    internal async Task<long> Apply(Survey survey, Import import, long rows, CancellationToken stop)
    {
        var seen = await db
            .ReleasedRows.AsNoTracking()
            .Where(r => r.SurveyId == survey.Id)
            .GroupBy(r => r.ImportId)
            .Select(g => new
            {
                Import = g.Key,
                Last = g.Max(r => r.Last),
                Count = g.Sum(r => r.Last - r.First + 1),
            })
            .ToListAsync(stop);
        var shown = seen.Sum(s => s.Count);
        // A file is a release of its own where it is large enough: then it can be taken back, and nothing else goes with it.
        if (import.Source == ImportSource.File && rows >= Math.Clamp(shown / 100, Fewest, MostOneWaits))
            return Release(survey, [new(import, 1, rows)]);
        var others = await db
            .Imports.AsNoTracking()
            .Where(i =>
                i.SurveyId == survey.Id && i.State == ImportState.Done && i.Sender == import.Sender && i.Id != import.Id
            )
            .ToListAsync(stop);
        List<Waiting> waiting =
        [
            .. others
                .Append(import)
                .Select(i => new Waiting(
                    i,
                    1 + (seen.Find(s => s.Import == i.Id)?.Last ?? 0),
                    i.Id == import.Id ? rows : i.Stored
                ))
                .Where(w => w.Count > 0)
                .OrderBy(w => w.Import.Number),
        ];
        return await IsEnough(survey, waiting, shown, stop) ? Release(survey, waiting) : 0;
    }

    /// <summary>How many rows of each import are shown.</summary>
    internal async Task<IReadOnlyDictionary<Id<Import>, long>> Shown(
        IReadOnlyCollection<Id<Import>> imports,
        CancellationToken stop
    ) =>
        await db
            .ReleasedRows.AsNoTracking()
            .Where(r => imports.Contains(r.ImportId))
            .GroupBy(r => r.ImportId)
            .ToDictionaryAsync(g => g.Key, g => g.Sum(r => r.Last - r.First + 1), stop);

    /// <summary>Whether rows of an import are shown together with rows of another: one cannot go without the other.</summary>
    internal Task<bool> IsShared(Id<Import> import, CancellationToken stop) =>
        db.ReleasedRows.AnyAsync(
            r =>
                r.ImportId == import
                && db.ReleasedRows.Any(o =>
                    o.SurveyId == r.SurveyId && o.Number == r.Number && o.ImportId != r.ImportId
                ),
            stop
        );

    internal Task Forget(Id<Import> import, CancellationToken stop) =>
        db.ReleasedRows.Where(r => r.ImportId == import).ExecuteDeleteAsync(stop);

    sealed record Waiting(Import Import, long First, long Last)
    {
        public long Count => Last - First + 1;
    }

    long Release(Survey survey, List<Waiting> rows)
    {
        survey.Release++;
        foreach (var (import, first, last) in rows)
            db.ReleasedRows.Add(
                new()
                {
                    SurveyId = survey.Id,
                    ImportId = import.Id,
                    Number = survey.Release,
                    First = first,
                    Last = last,
                }
            );
        return rows.Sum(w => w.Count);
    }

    /// <summary>
    /// A release shows of each group what it would show alone, and what it hides stays out of the group for good. So few
    /// wait until no group would lose by it, and many do not wait any longer. A share of what is shown bounds the number of
    /// releases, since each is counted apart.
    /// </summary>
    async Task<bool> IsEnough(Survey survey, List<Waiting> waiting, long shown, CancellationToken stop)
    {
        var count = waiting.Sum(w => w.Count);
        if (count < Math.Clamp(shown / 50, Fewest, MostWait))
            return false;
        return count >= Math.Clamp(shown / 10, 10 * Fewest, MostWait)
            || count <= MostLookedAt && await LosesNothing(survey, waiting, stop);
    }

    async Task<bool> LosesNothing(Survey survey, List<Waiting> waiting, CancellationToken stop)
    {
        var plans = waiting.ConvertAll(w => LoadedSurveys.PlanOf(w.Import));
        var alone = LoadedSurveys.Empty(survey, plans);
        foreach (var (rows, plan) in waiting.Zip(plans))
        {
            var filling = alone.Fill(plan);
            await stored.Records(
                rows.Import.SequenceOf(rows.First),
                rows.Import.SequenceOf(rows.Last),
                filling.Add,
                stop
            );
        }
        alone.Release(0, null);
        return alone.Columns.Questions.All(question =>
            alone
                .Columns.Attributes.Select(a => a.Name)
                .DefaultIfEmpty(null)
                .All(by =>
                    alone.Columns.Ask(new(question.Name) { By = by }).Refused(out _, out var table)
                    || table.ByGroup.Append(table.Total).All(cell => cell.State != CellState.Hidden)
                )
        );
    }
}
