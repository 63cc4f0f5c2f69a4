using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class BusinessCaseReasonRequest
{
    [Required(ErrorMessage = "Say why: whoever decides next reads this.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }
}

/// <summary>What becomes of a business case, but for its scores, which look at what came of it. Members of its team decide.</summary>
public sealed class DecideOnBusinessCase(
    HeedDb db,
    Member me,
    ClaimMonths claims,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<BusinessCase>> Run(
        Id<BusinessCase> id,
        BusinessCaseAct act,
        BusinessCaseReasonRequest asked,
        CancellationToken stop
    )
    {
        if (
            await db.BusinessCases.Include(c => c.Benefits).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } found
        )
            return Refusal.Missing("business case");
        if (!me.MayWriteFor(found.TeamId))
            return await TeamPermission.Refuse(db, found.TeamId, stop);
        if (act == BusinessCaseAct.Rescore)
            return new Refusal("What came of it is read from its verdicts: score it.");
        if (act == BusinessCaseAct.Propose && found.Benefits.Count == 0)
            return Refusal.Conflict("Say first what it brings: nobody can agree to a business case without a benefit.");
        if (found.Move(act, asked.Reason, me.Id, clock.GetUtcNow()).Refused(out var refusal, out var move))
            return refusal;
        if (act == BusinessCaseAct.Withdraw)
            await claims.Release(found, stop);
        if (act == BusinessCaseAct.Reopen && await claims.Apply(found, stop) is { } taken)
            return taken;
        db.BusinessCaseMoves.Add(move);
        journal.Write(
            act.ToString().ToLowerInvariant(),
            id,
            $"{me.Name} {BusinessCaseMoves.Of(act).Past} the business case “{found.Name}”: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return found;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        Map(api, BusinessCaseAct.Propose, "proposal", "ProposeBusinessCase", "Proposes a draft.");
        Map(api, BusinessCaseAct.SendBack, "return", "ReturnBusinessCase", "Sends back what was proposed.");
        Map(api, BusinessCaseAct.Agree, "agreement", "AgreeToBusinessCase", "Agrees to what was proposed.");
        Map(api, BusinessCaseAct.GoLive, "launch", "BeginBusinessCase", "Says that it is live from today on.");
        Map(api, BusinessCaseAct.Withdraw, "withdrawal", "WithdrawBusinessCase", "Takes a business case back.");
        Map(api, BusinessCaseAct.Reopen, "reopening", "ReopenBusinessCase", "Opens anew what was withdrawn.");
    }

    static void Map(IEndpointRouteBuilder api, BusinessCaseAct act, string noun, string name, string summary) =>
        api.MapPost(
                $"/business-cases/{{id}}/{noun}",
                (
                    Id<BusinessCase> id,
                    BusinessCaseReasonRequest asked,
                    DecideOnBusinessCase decide,
                    CancellationToken stop
                ) => Answer(decide.Run(id, act, asked, stop))
            )
            .WithName(name)
            .WithSummary(summary);

    static Task<Results<Ok<BusinessCaseView>, ProblemHttpResult>> Answer(Task<Outcome<BusinessCase>> act) =>
        act.Ok(BusinessCaseView.Of);
}
