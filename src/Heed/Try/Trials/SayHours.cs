using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class HoursRequest
{
    [Required(ErrorMessage = "Say how many hours it took so far.")]
    [Range(0.0, Trial.MostHours, ErrorMessage = "Hours go from 0 to 100,000.")]
    public double? Hours { get; set; }
}

/// <summary>Says what a trial cost so far, in hours of those who tried it: the total, by a member of its team. Each total stays in the journal.</summary>
public sealed class SayHours(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Trial>> Run(Id<Trial> id, HoursRequest asked, CancellationToken stop)
    {
        if (await db.Trials.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } trial)
            return Refusal.Missing("trial");
        if (!me.MayWriteFor(trial.TeamId))
            return await TeamPermission.Refuse(db, trial.TeamId, stop);
        if (trial.Cost(asked.Hours!.Value, here.Today(clock), me.Id).Refused(out var refusal))
            return refusal;
        journal.Write(
            "hours",
            trial.Id,
            $"{me.Name} said that “{trial.Change}” cost {Format.Number(trial.Hours)} {Format.Plural(trial.Hours == 1 ? 1 : 2, "hour", "hours")} so far."
        );
        await db.SaveChangesAsync(stop);
        return trial;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/trials/{id}/hours", Put)
            .WithName("SetTrialHours")
            .WithSummary("Says what a trial cost so far, in hours; the total takes the place of the one before.");

    static Task<Results<Ok<TrialView>, ProblemHttpResult>> Put(
        Id<Trial> id,
        HoursRequest asked,
        SayHours say,
        CancellationToken stop
    ) => say.Run(id, asked, stop).Ok(TrialView.Of);
}
