using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>A change of a binding that waits for its signature.</summary>
public sealed record ProposedBindingView(Binding From, Binding To, string Why, DateTimeOffset ProposedAt);

public sealed record RuleAskView(RuleAskStep Step, string Text, DateOnly On);

public sealed record RequirementView(
    Id<Requirement> Id,
    string Name,
    string? Source,
    string? Clause,
    Binding Binding,
    bool IsSigned,
    ProposedBindingView? Proposed,
    IReadOnlyList<RuleAskView> Asks,
    int Version
)
{
    internal static RequirementView Of(Requirement requirement) =>
        new(
            requirement.Id,
            requirement.Name,
            requirement.Source,
            requirement.Clause,
            requirement.Binding,
            requirement.Changes.Exists(c => c.SignedAt is not null),
            requirement.Proposed is { } open ? new(open.From, open.To, open.Why, open.ProposedAt) : null,
            [
                .. requirement
                    .Asks.OrderBy(a => a.At)
                    .ThenBy(a => a.Id)
                    .Select(a => new RuleAskView(a.Step, a.Text, a.On)),
            ],
            requirement.Version
        );
}

/// <summary>A control that serves a requirement, with the equal part of its burden that falls on it.</summary>
/// <param name="Among">Among how many requirements its burden is shared.</param>
public sealed record ServingControl(Id<Practice> Id, string Name, int Among, Burden Share);

/// <summary>Reads what demands controls, and who signs for compliance.</summary>
public sealed class ReadRequirements(HeedDb db, ReadMembers members)
{
    const int Most = 500;

    public Task<Requirement?> Of(Id<Requirement> id, CancellationToken stop) =>
        Whole(db.Requirements.AsNoTracking()).SingleOrDefaultAsync(r => r.Id == id, stop);

    internal static IQueryable<Requirement> Whole(IQueryable<Requirement> requirements) =>
        requirements.Include(r => r.Changes).Include(r => r.Asks).AsSplitQuery();

    /// <summary>One screen of those that fit the words, by name, and how many fit.</summary>
    public async Task<(IReadOnlyList<Requirement> Rows, int All)> Page(string? words, int page, CancellationToken stop)
    {
        var wanted = Worded(db.Requirements.AsNoTracking(), words);
        var all = await wanted.CountAsync(stop);
        var screen = wanted
            .OrderBy(r => r.Name)
            .ThenBy(r => r.Id)
            .Skip((Math.Clamp(page, 1, Math.Max(1, (all + Size - 1) / Size)) - 1) * Size)
            .Take(Size);
        return (await Whole(screen).ToListAsync(stop), all);
    }

    public const int Size = 50;

    /// <summary>No more are offered to choose from; a catalog has a thousand, which are named instead.</summary>
    const int ToChooseFrom = 24;

    /// <summary>To choose from: all of them, or those alone that are chosen where there are too many; and how many there are.</summary>
    public async Task<(IReadOnlyList<Requirement> Rows, int All)> Choices(
        IReadOnlyCollection<Id<Requirement>> chosen,
        CancellationToken stop
    )
    {
        var all = await db.Requirements.CountAsync(stop);
        var offered = db.Requirements.AsNoTracking();
        if (all > ToChooseFrom)
            offered = offered.Where(r => chosen.Contains(r.Id));
        return (await offered.OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(stop), all);
    }

    internal static IQueryable<Requirement> Worded(IQueryable<Requirement> wanted, string? words) =>
        wanted.SayingEach(words, r => r.Name, r => r.Source, r => r.Clause);

    public async Task<bool> Signs(Member member, CancellationToken stop) =>
        member.MayWrite && await db.Signers.AnyAsync(s => s.MemberId == member.Id, stop);

    /// <summary>Who signs for compliance, by name.</summary>
    public async Task<IReadOnlyList<MemberView>> Signers(CancellationToken stop)
    {
        var signers = await db.Signers.Select(s => s.MemberId).ToListAsync(stop);
        return signers.Count == 0 ? [] : [.. (await members.Active(stop)).Where(m => signers.Contains(m.Id))];
    }

    /// <summary>
    /// The controls that serve it. A control that serves several is shared by them equally, so that no hour stands twice;
    /// that each of them causes the same part is an assumption, and pages say so.
    /// </summary>
    public async Task<IReadOnlyList<ServingControl>> Serving(Id<Requirement> id, CancellationToken stop)
    {
        var controls = await db
            .ControlRequirements.Where(l => l.RequirementId == id)
            .Join(db.Practices.Include(p => p.Burden), l => l.PracticeId, p => p.Id, (_, p) => p)
            .AsNoTracking()
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(Most)
            .ToListAsync(stop);
        var ids = controls.Select(p => p.Id).ToList();
        var among = await db
            .ControlRequirements.Where(l => ids.Contains(l.PracticeId))
            .GroupBy(l => l.PracticeId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. controls.Select(p => new ServingControl(p.Id, p.Name, among[p.Id], Share(p, among[p.Id])))];
    }

    internal static Burden Share(Practice practice, int among)
    {
        return new(Of(Ledger.StaffHours), Of(Ledger.CustomerHours), Of(Ledger.Cash));

        LikelyRange Of(Ledger ledger) =>
            practice.Burden.Find(l => l.Ledger == ledger) is { } line ? line.Month * (1.0 / among) : 0;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/requirements", List)
            .WithName("ListRequirements")
            .WithSummary("What demands controls: laws, contracts, standards, policies and habits.");
        api.MapGet("/requirements/{id}", One)
            .WithName("ReadRequirement")
            .WithSummary("One requirement, with what waits for a signature and what its rule-maker was asked.");
        api.MapGet("/requirements/{id}/controls", Controls)
            .WithName("ListServingControls")
            .WithSummary("The controls that serve a requirement, each with the equal part of its burden a month.");
    }

    static async Task<Ok<Listed<RequirementView>>> List(
        HeedDb db,
        CancellationToken stop,
        Id<Requirement>? after = null,
        int? take = null
    )
    {
        var size = Part.Size(take);
        var wanted = db.Requirements.AsNoTracking();
        if (after is { } id)
            wanted = wanted.Where(r => r.Id > id);
        var rows = await Whole(wanted.OrderBy(r => r.Id).Take(size + 1)).ToListAsync(stop);
        return TypedResults.Ok(
            Listed<RequirementView>.Of([.. rows.Select(RequirementView.Of)], size, r => r.Id.ToString())
        );
    }

    static Task<Results<Ok<RequirementView>, ProblemHttpResult>> One(
        Id<Requirement> id,
        ReadRequirements read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("requirement", RequirementView.Of);

    static async Task<Results<Ok<IReadOnlyList<ServingControl>>, ProblemHttpResult>> Controls(
        Id<Requirement> id,
        ReadRequirements read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is null
            ? Refusal.Missing("requirement").Problem()
            : TypedResults.Ok(await read.Serving(id, stop));
}
