using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Cancels an import under way, or takes one back within thirty days. No answer of it is seen from that moment on.</summary>
public sealed class StopImport(
    HeedDb db,
    Member me,
    Workspace here,
    JournalWriter journal,
    JobQueue jobs,
    ImportFiles files,
    ReleaseAnswers release,
    TimeProvider clock
)
{
    public async Task<Outcome<Import>> Cancel(Id<Import> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return TakeFile.NotYours;
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, stop);
        if (import is null)
            return Refusal.Missing("import");
        var now = clock.GetUtcNow();
        var was = import.State;
        await using var act = await db.Database.BeginTransactionAsync(stop);
        // One statement decides between the one who cancels and the worker who is about to finish.
        var cancelled = await db
            .Imports.Where(i =>
                i.Id == id
                && (
                    i.State == ImportState.Mapping
                    || i.State == ImportState.Checking
                    || i.State == ImportState.Checked
                    || i.State == ImportState.Running
                )
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(i => i.State, ImportState.Cancelled)
                        .SetProperty(i => i.ChangedAt, now)
                        .SetProperty(i => i.ChangedBy, me.Id),
                stop
            );
        if (cancelled == 0)
            return Refusal.Conflict(
                was == ImportState.Done
                    ? "This import was done a moment ago. Take it back with “Undo” instead."
                    : $"This import is {was.ToString().ToLowerInvariant()} already."
            );
        if (was != ImportState.Running)
            files.Remove(id);
        jobs.Add(CleanImport.Kind, id);
        journal.Write("cancel", id, $"{me.Name} cancelled the import of “{import.FileName}”.");
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, stop);
    }

    public async Task<Outcome<Import>> Undo(Id<Import> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return TakeFile.NotYours;
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, stop);
        if (import is null)
            return Refusal.Missing("import");
        var now = clock.GetUtcNow();
        if (!import.MayUndo(now))
            return Refusal.Conflict(
                import.State == ImportState.Done
                    ? $"An import can be taken back for {Import.DaysToUndo} days; this one was done on {Format.Day(here.DayOf(import.DoneAt!.Value))}."
                    : $"This import is {import.State.ToString().ToLowerInvariant()}, so there is nothing to take back."
            );
        if (await release.IsShared(id, stop))
            return Refusal.Conflict(
                "This import brought so few answers that they are shown only together with others. What would be missing without them would single them out, so they stay."
            );
        await using var act = await db.Database.BeginTransactionAsync(stop);
        // The survey is kept busy until the rows are gone; that also shuts out a second import meanwhile.
        var free = await db
            .Surveys.Where(s => s.Id == import.SurveyId && s.TakingIn == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.TakingIn, id).SetProperty(s => s.Edition, s => s.Edition + 1),
                stop
            );
        if (free == 0)
            return Refusal.Conflict(
                "Another import into this survey is under way. Wait until it is done, then take this one back."
            );
        import.Become(ImportState.Undone, now, me.Id);
        await release.Forget(id, stop);
        jobs.Add(CleanImport.Kind, id);
        await jobs.AddOnce(MeasureScores.Kind, import.SurveyId!.Value, stop);
        journal.Write(
            "undo",
            id,
            $"{me.Name} took back the import of “{import.FileName}”{(import.Stored < ReleaseAnswers.Fewest ? "" : $": {import.Stored:#,0} responses")}."
        );
        await db.SaveChangesAsync(stop);
        await act.CommitAsync(stop);
        return import;
    }
}
