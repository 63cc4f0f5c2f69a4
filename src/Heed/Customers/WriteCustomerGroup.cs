using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Customers;

public sealed class CustomerGroupRequest
{
    [Required(ErrorMessage = "Give the customer group a name.")]
    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose whether they are external, internal or a partner.")]
    [EnumDataType(typeof(CustomerKind), ErrorMessage = "Choose External, Internal or Partner.")]
    public CustomerKind? Kind { get; set; }

    [StringLength(2000, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Description { get; set; }

    /// <summary>The team that they are; only of an internal group. A form says none of them by the empty id.</summary>
    public Id<Team>? IsTeam
    {
        get;
        set => field = value == default(Id<Team>) ? null : value;
    }

    /// <summary>The steps of their way, one a line.</summary>
    [StringLength(4000, ErrorMessage = "Use at most 4,000 characters for the steps.")]
    public string? JourneySteps { get; set; }

    /// <summary>What they do, one a line.</summary>
    [StringLength(4000, ErrorMessage = "Use at most 4,000 characters for the behaviours.")]
    public string? Behaviours { get; set; }
}

/// <summary>Names a customer group, or changes one.</summary>
public sealed class WriteCustomerGroup(HeedDb db, Member me, ReadTeams teams, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<CustomerGroup>> Create(CustomerGroupRequest asked, CancellationToken stop)
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");
        if (await NameTaken(asked.Name!.Trim(), null, stop))
            return Taken(asked.Name!.Trim());
        if (await NoSuchTeam(asked, stop) is { } refusal)
            return refusal;
        var group = new CustomerGroup
        {
            Name = asked.Name!.Trim(),
            Kind = asked.Kind!.Value,
            CreatedAt = clock.GetUtcNow(),
        };
        Describe(group, asked);
        db.CustomerGroups.Add(group);
        journal.Write("create", group.Id, $"{me.Name} named the customer group {group.Name}.");
        await db.SaveChangesAsync(stop);
        return group;
    }

    public async Task<Outcome<CustomerGroup>> Change(
        Id<CustomerGroup> id,
        CustomerGroupRequest asked,
        CancellationToken stop
    )
    {
        if (!me.MayWrite)
            return Refusal.Forbidden("You may read here, not write. Ask an administrator for the role Contributor.");
        var group = await db
            .CustomerGroups.Include(g => g.JourneySteps)
            .Include(g => g.Behaviours)
            .AsSplitQuery()
            .SingleOrDefaultAsync(g => g.Id == id && g.RemovedAt == null, stop);
        if (group is null)
            return Refusal.Missing("customer group");
        if (await NameTaken(asked.Name!.Trim(), id, stop))
            return Taken(asked.Name!.Trim());
        if (await NoSuchTeam(asked, stop) is { } refusal)
            return refusal;
        (group.Name, group.Kind) = (asked.Name!.Trim(), asked.Kind!.Value);
        Describe(group, asked);
        // Its steps and behaviours are rows of their own, and part of the same words.
        db.Entry(group).Property(g => g.Name).IsModified = true;
        journal.Write("change", group.Id, $"{me.Name} changed the customer group {group.Name}.");
        await db.SaveChangesAsync(stop);
        return group;
    }

    void Describe(CustomerGroup group, CustomerGroupRequest asked)
    {
        group.Description = asked.Description?.Trim() ?? "";
        group.IsTeam = asked.IsTeam;
        var have = (group.JourneySteps.Select(s => s.Id).ToHashSet(), group.Behaviours.Select(b => b.Id).ToHashSet());
        group.WalkBy(Lines(asked.JourneySteps), clock.GetUtcNow());
        group.Behave(Lines(asked.Behaviours), clock.GetUtcNow());
        // Ids are given at birth, so EF Core would take a new row for a known one.
        db.AddRange(group.JourneySteps.Where(s => !have.Item1.Contains(s.Id)));
        db.AddRange(group.Behaviours.Where(b => !have.Item2.Contains(b.Id)));
    }

    async Task<Refusal?> NoSuchTeam(CustomerGroupRequest asked, CancellationToken stop) =>
        asked.IsTeam is not { } team ? null
        : asked.Kind != CustomerKind.Internal
            ? new Refusal("Only an internal group can be one of our teams. Choose Internal, or no team.").At(
                nameof(asked.IsTeam)
            )
        : await teams.Exists(team, stop) ? null
        : Refusal.Missing("team").At(nameof(asked.IsTeam));

    static List<string> Lines(string? text) =>
        [
            .. (text ?? "")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(),
        ];

    Task<bool> NameTaken(string name, Id<CustomerGroup>? but, CancellationToken stop) =>
        db.CustomerGroups.AnyAsync(g => g.Name == name && g.RemovedAt == null && (but == null || g.Id != but), stop);

    static Refusal Taken(string name) =>
        Refusal.Conflict($"There is a customer group called {name} already. Change that one, or choose another name.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/customer-groups", Post).WithName("NameCustomerGroup").WithSummary("Names a customer group.");
        api.MapPut("/customer-groups/{id}", Put)
            .WithName("ChangeCustomerGroup")
            .WithSummary("Changes a customer group.");
    }

    static Task<Results<Created<CustomerGroupView>, ProblemHttpResult>> Post(
        CustomerGroupRequest asked,
        WriteCustomerGroup write,
        ReadCustomers read,
        CancellationToken stop
    ) =>
        write
            .Create(asked, stop)
            .Created(group => $"/customer-groups/{group.Id}", async group => (await read.Of(group.Id, stop))!);

    static Task<Results<NoContent, ProblemHttpResult>> Put(
        Id<CustomerGroup> id,
        CustomerGroupRequest asked,
        WriteCustomerGroup write,
        CancellationToken stop
    ) => write.Change(id, asked, stop).NoContent();
}
