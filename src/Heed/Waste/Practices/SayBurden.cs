using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>What a practice costs in one ledger. A likely number alone is taken only where it was measured.</summary>
public sealed class BurdenRequest
{
    const string NotNegative = "Give a number of 0 or more.";

    [Required(ErrorMessage = "Choose the ledger.")]
    [EnumDataType(typeof(Ledger), ErrorMessage = "Choose one of the three ledgers.")]
    public Ledger? Ledger { get; set; }

    /// <summary>How many people do it each time; not asked of cash.</summary>
    [Range(0.0, 1e9, ErrorMessage = NotNegative)]
    public double? People { get; set; }

    [Required(ErrorMessage = "Say how often it happens.")]
    [Range(0.0, 1e9, ErrorMessage = NotNegative)]
    public double? Times { get; set; }

    [EnumDataType(typeof(Often), ErrorMessage = "Choose a week, a month or a year.")]
    public Often Often { get; set; }

    /// <summary>Minutes of one person, or money, each time: at least.</summary>
    [Range(0.0, 1e9, ErrorMessage = NotNegative)]
    public double? Low { get; set; }

    [Required(ErrorMessage = "Say what it likely is each time.")]
    [Range(0.0, 1e9, ErrorMessage = NotNegative)]
    public double? Likely { get; set; }

    [Range(0.0, 1e9, ErrorMessage = NotNegative)]
    public double? High { get; set; }

    [Required(ErrorMessage = "Say what it rests on: an opinion, a sample or a measurement.")]
    [EnumDataType(typeof(EvidenceClass), ErrorMessage = "Choose opinion, sampled or measured.")]
    public EvidenceClass? Evidence { get; set; }

    /// <summary>Somebody stops paying for these hours when they are saved.</summary>
    public bool IsCashable { get; set; }

    [Range(0.0, 1e6, ErrorMessage = "An hour costs 0 to 1,000,000.")]
    public double? HourCost { get; set; }

    internal static BurdenRequest Of(Ledger ledger, BurdenLine? line) =>
        new()
        {
            Ledger = ledger,
            People = ledger == Waste.Ledger.Cash ? null : line?.People,
            Times = line?.Times,
            Often = line?.Often ?? Often.Month,
            Low = line?.Low,
            Likely = line?.Likely,
            High = line?.High,
            Evidence = line?.Evidence,
            IsCashable = line?.IsCashable ?? false,
            HourCost = line?.HourCost,
        };
}

/// <summary>Says what a practice costs in one ledger, in the place of what was said before; the journal keeps both.</summary>
public sealed class SayBurden(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<Practice>> Run(Id<Practice> id, BurdenRequest asked, CancellationToken stop)
    {
        if (await db.Practices.Include(p => p.Burden).SingleOrDefaultAsync(p => p.Id == id, stop) is not { } practice)
            return Refusal.Missing("practice");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (BurdenLine.Of(id, asked).Refused(out var refusal, out var line))
            return refusal;
        var before = practice.Burden.Find(l => l.Ledger == line.Ledger);
        Write(db, practice, line);
        db.Entry(practice).Property(p => p.Name).IsModified = true;
        journal.Write(
            "burden",
            practice.Id,
            $"{me.Name} said what “{practice.Name}” costs: {Format.Lower(line.Ledger.Word())}, {line.Month.Word()} {line.Ledger.Unit()} ({line.Evidence.Word()}){(before is null ? "" : $"; before, {before.Month.Word()}")}."
        );
        await db.SaveChangesAsync(stop);
        return practice;
    }

    /// <summary>In the place of what the ledger said before; whoever changes more saves it.</summary>
    internal static void Write(HeedDb db, Practice practice, BurdenLine line)
    {
        var before = practice.Burden.Find(l => l.Ledger == line.Ledger);
        if (before is not null)
            db.Entry(before).State = EntityState.Detached;
        practice.Costs(line);
        db.Entry(line).State = before is null ? EntityState.Added : EntityState.Modified;
        if (before is not null)
            db.Entry(line).Property(l => l.WorkspaceId).CurrentValue = practice.WorkspaceId;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/practices/{id}/burden", Put)
            .WithName("SetBurden")
            .WithSummary("Says what a practice costs in one of its three ledgers.");

    static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Put(
        Id<Practice> id,
        BurdenRequest asked,
        SayBurden say,
        ReadPractices read,
        CancellationToken stop
    ) => say.Run(id, asked, stop).Ok(async _ => PracticeView.Of((await read.Of(id, stop))!));
}
