using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class CandidateRequest
{
    const string NotNegative = "Give a number of 0 or more.";
    const string Share = "Give 0 to 100 per cent.";

    [Required(ErrorMessage = "Say what waits for its turn.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the team whose list it is.")]
    public Id<Team>? Team { get; set; }

    /// <summary>The business case that it is. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<BusinessCase>? BusinessCase
    {
        get;
        set => field = value == default(Id<BusinessCase>) ? null : value;
    }

    /// <summary>The practice that would go.</summary>
    public Id<Practice>? Practice
    {
        get;
        set => field = value == default(Id<Practice>) ? null : value;
    }

    [Required(ErrorMessage = "Say what its figures rest on: an opinion, a sample or a measurement.")]
    [EnumDataType(typeof(EvidenceClass), ErrorMessage = "Choose opinion, sampled or measured.")]
    public EvidenceClass? Evidence { get; set; }

    /// <summary>In money a week. Of a business case or a practice it is read, not typed.</summary>
    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? CostOfDelay { get; set; }

    [Range(0.1, 520.0, ErrorMessage = "Give 0.1 to 520 weeks.")]
    public double? Weeks { get; set; }

    /// <summary>For how many per cent of those asked it is important: the top two boxes, never a mean.</summary>
    [Range(0.0, 100.0, ErrorMessage = Share)]
    public double? ImportantPercent { get; set; }

    [Range(0.0, 100.0, ErrorMessage = Share)]
    public double? SatisfiedPercent { get; set; }

    [Range(0.0, 1e12, ErrorMessage = NotNegative)]
    public double? Reach { get; set; }

    [Range(0.0, 10.0, ErrorMessage = "Give 0 to 10; from a quarter for a little to 3 for very much is common.")]
    public double? Impact { get; set; }

    [Range(0.01, 10_000.0, ErrorMessage = "Give 0.01 to 10,000 months of one person.")]
    public double? Effort { get; set; }

    internal static CandidateRequest Of(Candidate of) =>
        new()
        {
            Name = of.Name,
            Team = of.TeamId,
            BusinessCase = of.BusinessCaseId,
            Practice = of.PracticeId,
            Evidence = of.Evidence,
            CostOfDelay = of.CostOfDelay,
            Weeks = of.Weeks,
            ImportantPercent = of.Important * 100,
            SatisfiedPercent = of.Satisfied * 100,
            Reach = of.Reach,
            Impact = of.Impact,
            Effort = of.Effort,
        };
}

/// <summary>Puts something on the list of a team, or changes its figures. Only members of the team may.</summary>
public sealed class WriteCandidate(HeedDb db, Member me, ReadTeams teams, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Candidate>> Run(CandidateRequest asked, CancellationToken stop)
    {
        if (await teams.Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (await Fault(asked, stop) is { } fault)
            return fault;
        if (
            await db.Candidates.CountAsync(c => c.TeamId == team.Id && c.ClosedAt == null, stop)
            >= Candidate.MostOfATeam
        )
            return Refusal.Conflict(
                $"{Candidate.MostOfATeam} things wait on this list already, and of more nobody sees an order. Take something off first."
            );
        Candidate made = new()
        {
            TeamId = team.Id,
            Name = "",
            BusinessCaseId = asked.BusinessCase,
            PracticeId = asked.Practice,
            Evidence = default,
            CreatedAt = clock.GetUtcNow(),
        };
        Describe(made, asked);
        db.Candidates.Add(made);
        journal.Write("list", made.Id, $"{me.Name} put “{made.Name}” on the list of {team.Name}.");
        await db.SaveChangesAsync(stop);
        return made;
    }

    public async Task<Outcome<Candidate>> Rewrite(Id<Candidate> id, CandidateRequest asked, CancellationToken stop)
    {
        if (await db.Candidates.SingleOrDefaultAsync(c => c.Id == id, stop) is not { } found)
            return Refusal.Missing("candidate");
        if (!me.MayWriteFor(found.TeamId))
            return await TeamPermission.Refuse(db, found.TeamId, stop);
        if (found.ClosedAt is not null)
            return Refusal.Conflict($"“{found.Name}” left the list. Put it there anew.");
        if (
            asked.Team != found.TeamId
            || asked.BusinessCase != found.BusinessCaseId
            || asked.Practice != found.PracticeId
        )
            return new Refusal("What it is and whose list it is on stays. Take it off, and put the other one on.").At(
                nameof(asked.Team)
            );
        if (await Fault(asked, stop) is { } fault)
            return fault;
        Describe(found, asked);
        journal.Write("change", id, $"{me.Name} changed the figures of “{found.Name}”.");
        await db.SaveChangesAsync(stop);
        return found;
    }

    async Task<Refusal?> Fault(CandidateRequest asked, CancellationToken stop)
    {
        if (asked.BusinessCase is not null && asked.Practice is not null)
            return new Refusal(
                "It is a business case or a practice, not both: the business case names its practice."
            ).At(nameof(asked.Practice));
        if ((asked.BusinessCase ?? (object?)asked.Practice) is not null && asked.CostOfDelay is not null)
            return new Refusal("What a week of waiting costs is read from there. Leave it empty.").At(
                nameof(asked.CostOfDelay)
            );
        if (asked.BusinessCase is { } of && !await db.BusinessCases.AnyAsync(c => c.Id == of, stop))
            return Refusal.Missing("business case").At(nameof(asked.BusinessCase));
        return asked.Practice is { } practice && !await db.Practices.AnyAsync(p => p.Id == practice, stop)
            ? Refusal.Missing("practice").At(nameof(asked.Practice))
            : null;
    }

    static void Describe(Candidate to, CandidateRequest asked)
    {
        (to.Name, to.Evidence) = (asked.Name!.Trim(), asked.Evidence!.Value);
        (to.CostOfDelay, to.Weeks) = (asked.CostOfDelay, asked.Weeks);
        (to.Important, to.Satisfied) = (asked.ImportantPercent / 100, asked.SatisfiedPercent / 100);
        (to.Reach, to.Impact, to.Effort) = (asked.Reach, asked.Impact, asked.Effort);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/candidates", Post)
            .WithName("ListCandidate")
            .WithSummary("Puts something on the list of a team: a business case, a practice, or an idea.");
        api.MapPut("/candidates/{id}", Put)
            .WithName("ChangeCandidate")
            .WithSummary("Changes the figures of something on a team's list.");
    }

    static Task<Results<Created<CandidateView>, ProblemHttpResult>> Post(
        CandidateRequest asked,
        WriteCandidate write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(made => $"/candidates/{made.Id}", CandidateView.Of);

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Candidate> id,
        CandidateRequest asked,
        WriteCandidate write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).NoContent();
}
