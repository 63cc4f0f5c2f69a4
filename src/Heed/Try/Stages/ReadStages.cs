using Heed.Storage;

namespace Heed.Try;

/// <summary>Reads the stages of trials, and lays down those that a plan names.</summary>
public sealed class ReadStages(HeedDb db)
{
    public async Task<IReadOnlyList<TrialStage>> Of(Id<Trial> trial, CancellationToken stop) =>
        [.. (await Of([trial], stop))[trial]];

    public async Task<ILookup<Id<Trial>, TrialStage>> Of(
        IReadOnlyCollection<Id<Trial>> trials,
        CancellationToken stop
    ) =>
        (
            await db
                .TrialStages.AsNoTracking()
                .Where(s => trials.Contains(s.TrialId))
                .OrderBy(s => s.Number)
                .ToListAsync(stop)
        ).ToLookup(s => s.TrialId);

    public async Task<IReadOnlyList<StageView>> Views(Trial trial, CancellationToken stop) =>
        [.. (await Of(trial.Id, stop)).Select(s => StageView.Of(s, trial))];
}

/// <summary>Puts the stages of a plan in the place of those before; only while the plan is open.</summary>
public sealed class PlanStages(HeedDb db)
{
    public async Task<Refusal?> Apply(Trial trial, TrialRequest asked, CancellationToken stop)
    {
        if (StagePlan.Read(asked).Refused(out var refusal, out var stages))
            return refusal;
        db.TrialStages.RemoveRange(await db.TrialStages.Where(s => s.TrialId == trial.Id).ToListAsync(stop));
        db.TrialStages.AddRange(
            stages.Select(
                (stage, i) =>
                    new TrialStage
                    {
                        TrialId = trial.Id,
                        Number = i + 1,
                        Exposure = stage.Exposure,
                        LookOn = stage.LookOn,
                    }
            )
        );
        return null;
    }
}
