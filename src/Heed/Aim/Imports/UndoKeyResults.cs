using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>
/// Takes back all that one import made: its key results, their metrics and its objectives. Where people have worked on with
/// them since, nothing is taken back, because that would take their work.
/// </summary>
public sealed class UndoKeyResults(HeedDb db, Member me, JournalWriter journal, TakeMetrics metrics, TimeProvider clock)
{
    public async Task<Outcome<AimImport>> Run(Id<AimImport> id, CancellationToken stop)
    {
        if (await db.AimImports.SingleOrDefaultAsync(i => i.Id == id, stop) is not { } import)
            return Refusal.Missing("import");
        if (!me.IsAdmin && import.By != me.Id)
            return Refusal.Forbidden("An import is taken back by whoever made it, or by an administrator.");
        if (import.Undo(me.Id, clock.GetUtcNow()).Refused(out var refusal))
            return refusal;
        var rows = db.ImportedRows.Where(r => r.ImportId == id && r.State == ImportedState.Made);
        var keyResults = rows.Where(r => r.KeyResultId != null).Select(r => r.KeyResultId!.Value);
        var objectives = rows.Where(r => r.ObjectiveId != null).Select(r => r.ObjectiveId!.Value).Distinct();
        var lived = await db.CheckIns.CountAsync(c => keyResults.Contains(c.KeyResultId), stop);
        if (lived > 0)
            return Refusal.Conflict(
                $"There {(lived == 1 ? "is 1 check-in" : $"are {Format.Count(lived)} check-ins")} on its key results. What people have worked on stays: close the objectives instead."
            );
        var measured = await rows.Where(r => r.MetricId != null).Select(r => r.MetricId!.Value).ToListAsync(stop);
        try
        {
            await using var whole = await db.Database.BeginTransactionAsync(stop);
            await db.FindingDismissals.Where(d => keyResults.Contains(d.KeyResultId)).ExecuteDeleteAsync(stop);
            await db.Terms.Where(t => keyResults.Contains(t.KeyResultId)).ExecuteDeleteAsync(stop);
            await db.KeyResults.Where(k => keyResults.Contains(k.Id)).ExecuteDeleteAsync(stop);
            // An objective that was there before the import, or has other key results since, stays.
            await db
                .Objectives.Where(o =>
                    objectives.Contains(o.Id)
                    && o.CreatedAt == import.At
                    && !db.KeyResults.Any(k => k.ObjectiveId == o.Id)
                )
                .ExecuteDeleteAsync(stop);
            await metrics.Withdraw(measured, stop);
            journal.Write("undo", import.Id, $"{me.Name} took back the import of “{import.FileName}”.");
            await db.SaveChangesAsync(stop);
            await whole.CommitAsync(stop);
            return import;
        }
        catch (System.Data.Common.DbException)
        {
            db.Forget();
            return Refusal.Conflict(
                "Something rests on what it brought in, such as a trial or a comment. What people have worked on stays: close the objectives instead."
            );
        }
    }
}
