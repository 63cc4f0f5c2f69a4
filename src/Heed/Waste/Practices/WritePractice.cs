using System.ComponentModel.DataAnnotations;
using Heed.Customers;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class PracticeRequest
{
    [Required(ErrorMessage = "Choose what kind of practice it is.")]
    [EnumDataType(typeof(PracticeKind), ErrorMessage = "Choose one of the kinds.")]
    public PracticeKind? Kind { get; set; }

    [Required(ErrorMessage = "Give the practice a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the team that owns it.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Say why it is done. “Nobody knows” is an answer too.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }

    /// <summary>The law, contract, standard or policy that demands it; empty where none is known.</summary>
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Requirement { get; set; }

    /// <summary>An address where it can be seen, here (“/listen”) or elsewhere (“https://…”).</summary>
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Evidence { get; set; }

    /// <summary>The customer groups that meet it.</summary>
    public List<Id<CustomerGroup>>? Touches { get; set; }

    internal static PracticeRequest Of(Practice practice) =>
        new()
        {
            Kind = practice.Kind,
            Name = practice.Name,
            Team = practice.TeamId,
            Reason = practice.Reason,
            Requirement = practice.Requirement,
            Evidence = practice.Evidence,
            Touches = [.. practice.Touches.Select(t => t.CustomerGroupId)],
        };
}

/// <summary>Names a practice, or changes what is said of it. Only members of the team that owns it may.</summary>
public sealed class WritePractice(
    HeedDb db,
    Member me,
    ReadTeams teams,
    ReadCustomers customers,
    JournalWriter journal,
    TimeProvider clock
)
{
    const int MostTouched = 50;

    public async Task<Outcome<Practice>> Run(PracticeRequest asked, CancellationToken stop)
    {
        if ((await Apply(asked, stop)).Refused(out var refusal, out var practice))
            return refusal;
        await db.SaveChangesAsync(stop);
        return practice;
    }

    internal async Task<Outcome<Practice>> Apply(PracticeRequest asked, CancellationToken stop)
    {
        if (await teams.Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (await Fault(asked, stop) is { } fault)
            return fault;
        return Add(asked, team);
    }

    /// <summary>For a team that one writes for, with nothing that points elsewhere.</summary>
    internal Practice Add(PracticeRequest asked, Team team)
    {
        var now = clock.GetUtcNow();
        var practice = new Practice
        {
            TeamId = team.Id,
            Kind = asked.Kind!.Value,
            Name = asked.Name!.Trim(),
            Reason = asked.Reason!.Trim(),
            StateSince = now,
            CreatedAt = now,
            CreatedBy = me.Id,
        };
        Describe(practice, asked);
        db.Practices.Add(practice);
        journal.Write("name", practice.Id, $"{me.Name} named the practice “{practice.Name}”.");
        return practice;
    }

    public async Task<Outcome<Practice>> Rewrite(Id<Practice> id, PracticeRequest asked, CancellationToken stop)
    {
        if (await db.Practices.Include(p => p.Touches).SingleOrDefaultAsync(p => p.Id == id, stop) is not { } practice)
            return Refusal.Missing("practice");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (await teams.Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (await Fault(asked, stop) is { } fault)
            return fault;
        if (asked.Kind != PracticeKind.Control && await db.Controls.AnyAsync(c => c.PracticeId == id, stop))
            return new Refusal("It stays a control: what it asks, caught and who waived it would be lost.").At(
                nameof(asked.Kind)
            );
        (practice.TeamId, practice.Kind) = (team.Id, asked.Kind!.Value);
        (practice.Name, practice.Reason) = (asked.Name!.Trim(), asked.Reason!.Trim());
        Describe(practice, asked);
        // Whom it touches are rows of their own, and part of the same words.
        db.Entry(practice).Property(p => p.Name).IsModified = true;
        journal.Write("change", practice.Id, $"{me.Name} changed the practice “{practice.Name}”.");
        await db.SaveChangesAsync(stop);
        return practice;
    }

    async Task<Refusal?> Fault(PracticeRequest asked, CancellationToken stop)
    {
        if (!IsAddress(asked.Evidence))
            return new Refusal("This is no address: begin with https://, http:// or, for a page of Heed, with /.").At(
                nameof(asked.Evidence)
            );
        if (asked.Touches is not { Count: > 0 } touched)
            return null;
        if (touched.Count > MostTouched)
            return new Refusal($"Choose at most {Format.Count(MostTouched, "customer group")}.").At(
                nameof(asked.Touches)
            );
        foreach (var group in touched.Distinct())
            if (await customers.Of(group, stop) is null)
                return Refusal.Missing("customer group");
        return null;
    }

    /// <summary>What a browser would run is no address.</summary>
    static bool IsAddress(string? text) =>
        string.IsNullOrWhiteSpace(text)
        || text.Trim() is ['/', not '/' and not '\\', ..] or "/"
        || (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https");

    static void Describe(Practice practice, PracticeRequest asked)
    {
        practice.Requirement = string.IsNullOrWhiteSpace(asked.Requirement) ? null : asked.Requirement.Trim();
        practice.Evidence = string.IsNullOrWhiteSpace(asked.Evidence) ? null : asked.Evidence.Trim();
        var wanted = (asked.Touches ?? []).Distinct().ToList();
        practice.Touches.RemoveAll(t => !wanted.Contains(t.CustomerGroupId));
        practice.Touches.AddRange(
            wanted
                .Where(group => practice.Touches.TrueForAll(t => t.CustomerGroupId != group))
                .Select(group => new CustomersTouched { PracticeId = practice.Id, CustomerGroupId = group })
                .ToList()
        );
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/practices", Post)
            .WithName("NamePractice")
            .WithSummary("Names a practice: what is done, why, and who demands it.");
        api.MapPut("/practices/{id}", Put)
            .WithName("ChangePractice")
            .WithSummary("Changes what is said of a practice.");
    }

    static Task<Results<Created<PracticeView>, ProblemHttpResult>> Post(
        PracticeRequest asked,
        WritePractice write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(practice => $"/practices/{practice.Id}", PracticeView.Of);

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<Practice> id,
        PracticeRequest asked,
        WritePractice write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).NoContent();
}
