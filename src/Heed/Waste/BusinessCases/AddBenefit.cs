using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class BenefitRequest
{
    const string NotNegative = "Give a number of 0 or more.";

    [Required(ErrorMessage = "Say what it brings.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose what kind of good it is.")]
    [EnumDataType(typeof(BenefitKind), ErrorMessage = "Choose one of the kinds.")]
    public BenefitKind? Kind { get; set; }

    [Required(ErrorMessage = "Choose the ledger.")]
    [EnumDataType(typeof(Ledger), ErrorMessage = "Choose one of the three ledgers.")]
    public Ledger? Ledger { get; set; }

    /// <summary>What is counted, in the ledger of cash: “points of churn”, “calls”. Left out, money itself.</summary>
    [StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? Unit { get; set; }

    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? Low { get; set; }

    /// <summary>Hours a month, units a year, or points of monthly loss.</summary>
    [Required(ErrorMessage = "Say how much it likely is.")]
    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? Likely { get; set; }

    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? High { get; set; }

    /// <summary>Money of one unit; of an hour; of one customer a month.</summary>
    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? Each { get; set; }

    /// <summary>Where customers stay: how many there are.</summary>
    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? Customers { get; set; }

    /// <summary>Where customers stay: how many per cent leave in a month as things are.</summary>
    [Range(0.0, 100.0, ErrorMessage = "Give 0 to 100 per cent.")]
    public double? LossPercent { get; set; }

    [Required(ErrorMessage = "Say what it rests on: an opinion, a sample or a measurement.")]
    [EnumDataType(typeof(EvidenceClass), ErrorMessage = "Choose opinion, sampled or measured.")]
    public EvidenceClass? Evidence { get; set; }
}

/// <summary>Says one more thing that a business case brings, while it is a draft.</summary>
public sealed class AddBenefit(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<BusinessCase>> Run(Id<BusinessCase> id, BenefitRequest asked, CancellationToken stop)
    {
        if (
            await db.BusinessCases.Include(c => c.Benefits).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } found
        )
            return Refusal.Missing("business case");
        if (!me.MayWriteFor(found.TeamId))
            return await TeamPermission.Refuse(db, found.TeamId, stop);
        if (!found.IsOpen)
            return WriteBusinessCase.Promised(found);
        if (found.Benefits.Count >= BusinessCase.MostBenefits)
            return Refusal.Conflict(
                $"A business case holds {BusinessCase.MostBenefits} benefits at most: take one out, or write another."
            );
        if (CaseBenefit.Of(id, asked).Refused(out var refusal, out var benefit))
            return refusal;
        db.CaseBenefits.Add(benefit);
        db.Entry(found).Property(c => c.Name).IsModified = true;
        journal.Write(
            "benefit",
            id,
            $"{me.Name} said what “{found.Name}” brings: {benefit.Name}, {benefit.Input.Word()} {benefit.Unit} ({benefit.Evidence.Word()})."
        );
        await db.SaveChangesAsync(stop);
        return found;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/business-cases/{id}/benefits", Post)
            .WithName("NameBenefit")
            .WithSummary("Says one more thing that a business case brings.");

    static Task<Results<Ok<BusinessCaseView>, ProblemHttpResult>> Post(
        Id<BusinessCase> id,
        BenefitRequest asked,
        AddBenefit add,
        ReadBusinessCases read,
        CancellationToken stop
    ) => add.Run(id, asked, stop).Ok(async _ => BusinessCaseView.Of((await read.Of(id, stop))!));
}
