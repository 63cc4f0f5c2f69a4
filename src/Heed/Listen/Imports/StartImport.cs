using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Lets an import run that was tried out. From here on it goes by itself, in whichever process takes it.</summary>
public sealed class StartImport(
    HeedDb db,
    Member me,
    JournalWriter journal,
    JobQueue jobs,
    Limits limits,
    TimeProvider clock
)
{
    public async Task<Outcome<Import>> Run(Id<Import> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return TakeFile.NotYours;
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, stop);
        if (import is null)
            return Refusal.Missing("import");
        if (import.State != ImportState.Checked)
            return Refusal.Conflict(
                import.State == ImportState.Mapping
                    ? "Try it out first: the dry run says what will happen."
                    : $"This import is {import.State.ToString().ToLowerInvariant()} already."
            );
        var findings = ImportReport.FromJson(import.Findings)!;
        if (findings.Stop(Mapping.FromJson(import.Mapping)) is { } first)
            return new Refusal($"{first.Says} {first.Repair}");
        if (findings.New == 0 && findings.Known == 0)
            return new Refusal(
                "No row of this file can be taken in as it is mapped. Repair what the dry run found first."
            );

        if (limits.Responses(await db.Imports.Stored(stop) + findings.New) is { } many)
            return many;
        var survey = await db.Surveys.SingleOrDefaultAsync(s => s.Name == import.SurveyName, stop);
        if (survey is null)
        {
            if (limits.Surveys(await db.Surveys.CountAsync(stop) + 1) is { } full)
                return full;
            survey = new Survey
            {
                Name = import.SurveyName,
                CreatedAt = clock.GetUtcNow(),
                CreatedBy = me.Id,
            };
            db.Surveys.Add(survey);
        }
        import.SurveyId = survey.Id;
        import.Become(ImportState.Running, clock.GetUtcNow(), me.Id);
        journal.Write("import", import.Id, $"{me.Name} started to import “{import.FileName}” into “{survey.Name}”.");
        jobs.Add(StoreImport.Kind, import.Id);
        await db.SaveChangesAsync(stop);
        return import;
    }
}
