using System.ComponentModel.DataAnnotations;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

public sealed class ReceiptRequest
{
    [Required(ErrorMessage = "Type the code of the receipt.")]
    [StringLength(100, ErrorMessage = "Use at most 100 characters.")]
    public string? Code { get; set; }
}

/// <summary>What a receipt tells. It names nobody, and does not say where to find the nomination.</summary>
/// <param name="Reason">Why it was decided so, or set aside.</param>
/// <param name="Trial">The change that is tried or was adopted, and what its last look found.</param>
/// <param name="CameBack">What was gone and crept back, until it is decided anew.</param>
public sealed record ReceiptView(
    string What,
    DateOnly On,
    DateOnly AnswerDue,
    NominationState State,
    bool IsMerged,
    NominationClass? Class,
    NominationDecision? Decision,
    string? Reason,
    ReasonRating? Rating,
    string? Trial,
    string? CameBack,
    bool MayRate,
    bool MayWithdraw
);

/// <summary>
/// What became of a nomination, for whoever holds its receipt; nobody has to sign in. A code that is none and a code that
/// opens nothing are answered alike.
/// </summary>
public sealed class FindByReceipt(HeedDb db, Visit visit, IServiceProvider services)
{
    public static readonly Refusal NotOpen = new(
        "This code opens nothing here. Look at the receipt again: twenty letters and digits, in groups of four."
    );

    public async Task<Outcome<ReceiptView>> Run(ReceiptRequest asked, CancellationToken stop)
    {
        if (await Find(asked.Code, stop) is not { } own)
            return NotOpen.At(nameof(asked.Code));
        // What it was merged into tells on.
        var nomination = own;
        while (nomination.MergedInto is { } next)
            nomination = await db.Nominations.AsNoTracking().SingleAsync(n => n.Id == next, stop);
        var isMerged = nomination != own;
        return new ReceiptView(
            own.What,
            own.On,
            own.AnswerDue,
            nomination.State,
            isMerged,
            nomination.Class,
            nomination.Decision,
            nomination.State == NominationState.SetAside ? await WhySetAside(nomination.Id, stop) : nomination.Reason,
            nomination.Rating,
            nomination is { State: NominationState.Decided, TrialId: { } trial } ? await Tried(trial, stop) : null,
            nomination.State == NominationState.Classed ? await CameBack(nomination, stop) : null,
            !isMerged && nomination is { State: NominationState.Decided, Reason: not null },
            !isMerged && NominationMoves.Of(own.State, NominationAct.Withdraw) is not null
        );
    }

    /// <summary>Asked for only now: it reads as of the workspace that the code has opened.</summary>
    async Task<string> Tried(Id<Trial> id, CancellationToken stop)
    {
        var trials = services.GetRequiredService<ReadTrials>();
        var (trial, verdicts) = (await trials.Of(id, stop), await trials.Verdicts([id], stop));
        var found = verdicts[id].FirstOrDefault()?.Sentence;
        return $"“{trial!.Change}” {(trial.State == TrialState.Adopted ? "was adopted: it is done without" : "is tried")}. {found}".TrimEnd();
    }

    Task<string?> CameBack(Nomination nomination, CancellationToken stop) =>
        db
            .NominationSteps.Where(s =>
                s.NominationId == nomination.Id && s.Number == nomination.Steps && s.Act == NominationAct.Relapse
            )
            .Select(s => s.Because)
            .SingleOrDefaultAsync(stop);

    Task<string?> WhySetAside(Id<Nomination> id, CancellationToken stop) =>
        db
            .NominationSteps.Where(s => s.NominationId == id && s.Act == NominationAct.SetAside)
            .Select(s => s.Because)
            .SingleOrDefaultAsync(stop);

    /// <summary>The nomination of a code, and its workspace entered by nobody in particular.</summary>
    internal async Task<Nomination?> Find(string? code, CancellationToken stop)
    {
        // What cannot be a code is looked for all the same, so that no answer comes sooner.
        var hash = ReceiptCode.Hash(code) ?? "none";
        var nomination = await db
            .Nominations.IgnoreQueryFilters()
            .SingleOrDefaultAsync(n => n.ReceiptHash == hash, stop);
        if (nomination is not null && await EnterWorkspace.FindOrNone(db, nomination.WorkspaceId, stop) is { } here)
            visit.Enter(here, null);
        return nomination;
    }
}
