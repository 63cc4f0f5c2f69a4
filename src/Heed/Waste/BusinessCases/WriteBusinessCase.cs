using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class BusinessCaseRequest
{
    const string NotNegative = "Give a number of 0 or more.";

    [Required(ErrorMessage = "Give the business case a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the team that owns it.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Say what is to change, and what makes you think so.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Why { get; set; }

    /// <summary>The practice that goes or gets lighter. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Practice>? Practice
    {
        get;
        set => field = value == default(Id<Practice>) ? null : value;
    }

    /// <summary>The trial that shows what comes of it; left out, the trial by which the practice is removed.</summary>
    public Id<Trial>? Trial
    {
        get;
        set => field = value == default(Id<Trial>) ? null : value;
    }

    [Required(ErrorMessage = "Say from which day on it brings something; its month counts.")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "Say how many years it looks ahead: one, two or three.")]
    [Range(
        1,
        BusinessCase.MostYears,
        ErrorMessage = "A business case looks one to three years ahead: what is promised for later, nobody can be held to."
    )]
    public int? Years { get; set; }

    /// <summary>What is left of revenue after its direct costs.</summary>
    [Required(
        ErrorMessage = "Say what part of revenue is left after its direct costs; 100 where there is no revenue in it."
    )]
    [Range(0.0, 100.0, ErrorMessage = "A margin is 0 to 100 per cent.")]
    public double? MarginPercent { get; set; }

    [Required(ErrorMessage = "Say what a year of waiting costs; 10 per cent is common.")]
    [Range(0.0, 100.0, ErrorMessage = "A discount rate is 0 to 100 per cent.")]
    public double? DiscountPercent { get; set; }

    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? OneOffLow { get; set; }

    [Required(ErrorMessage = "Say what it likely costs once; 0 where it costs nothing.")]
    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? OneOffLikely { get; set; }

    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? OneOffHigh { get; set; }

    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? RunningLow { get; set; }

    /// <summary>A year; nothing where it is left out.</summary>
    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? RunningLikely { get; set; }

    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? RunningHigh { get; set; }

    /// <summary>How long it takes until it is done; needed for the order of work.</summary>
    [Range(0.1, 520.0, ErrorMessage = "Give 0.1 to 520 weeks.")]
    public double? Weeks { get; set; }

    internal static BusinessCaseRequest Of(BusinessCase of) =>
        new()
        {
            Name = of.Name,
            Team = of.TeamId,
            Why = of.Why,
            Practice = of.PracticeId,
            Trial = of.TrialId,
            From = of.From,
            Years = of.Years,
            MarginPercent = Math.Round(of.Margin * 100, 6),
            DiscountPercent = Math.Round(of.DiscountRate * 100, 6),
            OneOffLow = of.OneOff.Low,
            OneOffLikely = of.OneOff.Likely,
            OneOffHigh = of.OneOff.High,
            RunningLow = of.Running.Low,
            RunningLikely = of.Running.Likely,
            RunningHigh = of.Running.High,
            Weeks = of.Weeks,
        };
}

/// <summary>Writes a business case, or changes a draft. Only members of the team that owns it may.</summary>
public sealed class WriteBusinessCase(
    HeedDb db,
    Member me,
    ReadTeams teams,
    ReadTrials trials,
    ClaimMonths claims,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<BusinessCase>> Run(BusinessCaseRequest asked, CancellationToken stop)
    {
        if ((await Owner(asked, stop)).Refused(out var refusal, out var team))
            return refusal;
        if (await Fault(asked, stop) is { } fault)
            return fault;
        var now = clock.GetUtcNow();
        BusinessCase made = new()
        {
            TeamId = team.Id,
            Name = "",
            Why = "",
            From = default,
            Years = 1,
            Margin = 1,
            DiscountRate = 0,
            StateSince = now,
            CreatedAt = now,
            CreatedBy = me.Id,
        };
        Describe(made, team, asked);
        db.BusinessCases.Add(made);
        if (await claims.Apply(made, stop) is { } taken)
            return taken;
        journal.Write("write", made.Id, $"{me.Name} wrote the business case “{made.Name}”.");
        await db.SaveChangesAsync(stop);
        return made;
    }

    public async Task<Outcome<BusinessCase>> Rewrite(
        Id<BusinessCase> id,
        BusinessCaseRequest asked,
        CancellationToken stop
    )
    {
        if (await db.BusinessCases.SingleOrDefaultAsync(c => c.Id == id, stop) is not { } found)
            return Refusal.Missing("business case");
        if (!me.MayWriteFor(found.TeamId))
            return await TeamPermission.Refuse(db, found.TeamId, stop);
        if ((await Owner(asked, stop)).Refused(out var refusal, out var team))
            return refusal;
        if (!found.IsOpen)
            return Promised(found);
        if (await Fault(asked, stop) is { } fault)
            return fault;
        Describe(found, team, asked);
        if (await claims.Apply(found, stop) is { } taken)
            return taken;
        journal.Write("change", id, $"{me.Name} changed the business case “{found.Name}”.");
        await db.SaveChangesAsync(stop);
        return found;
    }

    internal static Refusal Promised(BusinessCase of) =>
        Refusal.Conflict(
            $"“{of.Name}” {of.State.Says()}, and what was promised stays as it was. To change its figures, it is sent back, or withdrawn and opened anew."
        );

    async Task<Outcome<Team>> Owner(BusinessCaseRequest asked, CancellationToken stop) =>
        await teams.Find(asked.Team, stop) is not { } team ? Refusal.Missing("team")
        : me.MayWriteFor(team.Id) ? team
        : TeamPermission.Refuse(team.Name);

    async Task<Refusal?> Fault(BusinessCaseRequest asked, CancellationToken stop)
    {
        if (asked.Practice is { } practice && !await db.Practices.AnyAsync(p => p.Id == practice, stop))
            return Refusal.Missing("practice").At(nameof(asked.Practice));
        if (asked.Trial is { } trial && await trials.Of(trial, stop) is null)
            return Refusal.Missing("trial").At(nameof(asked.Trial));
        if (asked.From!.Value.Year is < 2000 or > 2200)
            return new Refusal("Give a day between the years 2000 and 2200.").At(nameof(asked.From));
        if (Ranged(asked.OneOffLow, asked.OneOffLikely, asked.OneOffHigh) is null)
            return new Refusal("At least comes before likely, and at most after it.").At(nameof(asked.OneOffLow));
        return Ranged(asked.RunningLow, asked.RunningLikely, asked.RunningHigh) is null
            ? new Refusal("At least comes before likely, and at most after it.").At(nameof(asked.RunningLow))
            : null;
    }

    static LikelyRange? Ranged(double? low, double? likely, double? high) =>
        (likely ?? low ?? high ?? 0) is var middle && (low ?? middle) <= middle && middle <= (high ?? middle)
            ? new LikelyRange(low ?? middle, middle, high ?? middle)
            : null;

    static void Describe(BusinessCase to, Team team, BusinessCaseRequest asked)
    {
        (to.TeamId, to.Name, to.Why) = (team.Id, asked.Name!.Trim(), asked.Why!.Trim());
        (to.PracticeId, to.TrialId) = (asked.Practice, asked.Trial);
        (to.From, to.Years) = (new(asked.From!.Value.Year, asked.From.Value.Month, 1), asked.Years!.Value);
        (to.Margin, to.DiscountRate) = (asked.MarginPercent!.Value / 100, asked.DiscountPercent!.Value / 100);
        to.OneOff = Ranged(asked.OneOffLow, asked.OneOffLikely, asked.OneOffHigh)!.Value;
        to.Running = Ranged(asked.RunningLow, asked.RunningLikely, asked.RunningHigh)!.Value;
        to.Weeks = asked.Weeks;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/business-cases", Post)
            .WithName("WriteBusinessCase")
            .WithSummary("Writes a business case: what is to change, what it costs, how far it looks ahead.");
        api.MapPut("/business-cases/{id}", Put)
            .WithName("ChangeBusinessCase")
            .WithSummary("Changes a business case that is a draft.");
    }

    static Task<Results<Created<BusinessCaseView>, ProblemHttpResult>> Post(
        BusinessCaseRequest asked,
        WriteBusinessCase write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(made => $"/business-cases/{made.Id}", BusinessCaseView.Of);

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<BusinessCase> id,
        BusinessCaseRequest asked,
        WriteBusinessCase write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).NoContent();
}
