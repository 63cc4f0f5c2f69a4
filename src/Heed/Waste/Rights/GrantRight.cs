using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class DecisionRightRequest
{
    [Required(ErrorMessage = "Say what the team may decide.")]
    [StringLength(DecisionRight.LongestTopic, ErrorMessage = "Use at most 200 characters.")]
    public string? Topic { get; set; }

    [Required(ErrorMessage = "Choose how far the decision is the team's own.")]
    [EnumDataType(typeof(DelegationLevel), ErrorMessage = "Choose one of the seven levels.")]
    public DelegationLevel? Level { get; set; }

    [Range(0.0, 1e12, ErrorMessage = "Give a number of 0 or more.")]
    public double? LimitAmount { get; set; }

    [StringLength(DecisionRight.LongestUnit, ErrorMessage = "Use at most 40 characters.")]
    public string? LimitUnit { get; set; }

    [StringLength(DecisionRight.LongestLimit, ErrorMessage = "Use at most 300 characters.")]
    public string? LimitWords { get; set; }

    [Required(ErrorMessage = "Choose the team that holds it.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Say until when: no right lasts for ever.")]
    public DateOnly? Until { get; set; }

    internal static DecisionRightRequest Of(DecisionRight right) =>
        new()
        {
            Topic = right.Topic,
            Level = right.Level,
            LimitAmount = right.LimitAmount,
            LimitUnit = right.LimitUnit,
            LimitWords = right.LimitWords,
            Team = right.HolderId,
            Until = right.Until,
        };
}

/// <summary>Grants a decision right. An administrator may, or who leads a team above the holder; no team grants to itself.</summary>
public sealed class GrantRight(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    internal static Refusal FromAbove { get; } =
        Refusal.Forbidden(
            "A decision right is granted from above: by an administrator, or by who leads a team above the holder."
        );

    public async Task<Outcome<DecisionRight>> Run(DecisionRightRequest asked, CancellationToken stop)
    {
        if (!me.MayWrite)
            return FromAbove;
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team").At(nameof(asked.Team));
        if (!await May(me, team.Id, new ReadTeams(db), stop))
            return FromAbove;
        if (Fault(asked) is { } unsaid)
            return unsaid;
        var today = here.Today(clock);
        if (DecisionRight.Fault(asked.Until!.Value, today) is { } fault)
            return fault;
        var right = new DecisionRight
        {
            Topic = asked.Topic!.Trim(),
            Level = asked.Level!.Value,
            LimitAmount = asked.LimitAmount,
            LimitUnit = Trimmed(asked.LimitUnit),
            LimitWords = Trimmed(asked.LimitWords),
            HolderId = team.Id,
            GrantedBy = me.Id,
            GrantedOn = today,
            Until = asked.Until.Value,
            CreatedAt = clock.GetUtcNow(),
        };
        db.DecisionRights.Add(right);
        journal.Write(
            "grant",
            right.Id,
            $"{me.Name} granted {team.Name} the right “{Format.Shortened(right.Topic)}”, {right.Limit}, until {Format.Day(right.Until)}."
        );
        await db.SaveChangesAsync(stop);
        return right;
    }

    /// <summary>Other words, level or limit, until something was decided by it. Its last day is renewed, not changed.</summary>
    public async Task<Outcome<DecisionRight>> Rewrite(
        Id<DecisionRight> id,
        DecisionRightRequest asked,
        CancellationToken stop
    )
    {
        if (await db.DecisionRights.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } right)
            return Refusal.Missing("decision right");
        var teams = new ReadTeams(db);
        if (!await May(me, right.HolderId, teams, stop))
            return FromAbove;
        var used = await db.RightUses.AnyAsync(u => u.DecisionRightId == id, stop);
        if (right.Locked(used, here.Today(clock)) is { } locked)
            return locked;
        if (asked.Team != right.HolderId)
            return new Refusal("A right stays with the team that holds it. Grant another team its own.").At(
                nameof(asked.Team)
            );
        if (asked.Until != right.Until)
            return new Refusal("Its last day is changed by renewing or reversing it, with a reason.").At(
                nameof(asked.Until)
            );
        if (Fault(asked) is { } fault)
            return fault;
        var before = Said(right);
        (right.Topic, right.Level) = (asked.Topic!.Trim(), asked.Level!.Value);
        (right.LimitAmount, right.LimitUnit) = (asked.LimitAmount, Trimmed(asked.LimitUnit));
        right.LimitWords = Trimmed(asked.LimitWords);
        // Two who use and change it at once meet here.
        db.Entry(right).Property(r => r.Topic).IsModified = true;
        journal.Write(
            "change",
            id,
            $"{me.Name} changed a right of {(await teams.Find(right.HolderId, stop))!.Name}: from {before} to {Said(right)}."
        );
        await db.SaveChangesAsync(stop);
        return right;
    }

    static string Said(DecisionRight right) =>
        $"“{Format.Shortened(right.Topic)}”, {Format.Shortened(right.Limit)}, at the level {Format.Lower(right.Level.ToString())}";

    static Refusal? Fault(DecisionRightRequest asked) =>
        asked.LimitAmount is null && Trimmed(asked.LimitWords) is null
            ? new Refusal("Say the limit: an amount with its unit, or words.").At(nameof(asked.LimitWords))
        : asked.LimitAmount is not null && Trimmed(asked.LimitUnit) is null
            ? new Refusal("Say the unit of the limit: euro, hours, days.").At(nameof(asked.LimitUnit))
        : null;

    /// <summary>Whether a member stands above a team: an administrator, or a lead of a team above it. Being of the team alone is not enough.</summary>
    internal static async Task<bool> May(Member me, Id<Team> holder, ReadTeams teams, CancellationToken stop)
    {
        if (!me.MayWrite || me.IsAdmin)
            return me.MayWrite;
        var leads = me.Teams.Where(t => t.Role == TeamRole.Lead).Select(t => t.TeamId).ToHashSet();
        if (leads.Count == 0)
            return false;
        var parents = (await teams.Tree(stop)).ToDictionary(t => t.Id, t => t.ParentId);
        for (var above = parents.GetValueOrDefault(holder); above is { } team; above = parents.GetValueOrDefault(team))
            if (leads.Contains(team))
                return true;
        return false;
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/decision-rights", Post)
            .WithName("GrantDecisionRight")
            .WithSummary("Grants a team the right to decide something itself, up to a limit and until a day.");
        api.MapPut("/decision-rights/{id}", Put)
            .WithName("ChangeDecisionRight")
            .WithSummary("Changes the words, the level or the limit of a right by which nothing was decided yet.");
    }

    static Task<Results<Ok<DecisionRightView>, ProblemHttpResult>> Put(
        Id<DecisionRight> id,
        DecisionRightRequest asked,
        GrantRight grant,
        ReadRights read,
        CancellationToken stop
    ) => grant.Rewrite(id, asked, stop).Ok(r => DecisionRightView.Of(r, read.Today));

    static Task<Results<Created<DecisionRightView>, ProblemHttpResult>> Post(
        DecisionRightRequest asked,
        GrantRight grant,
        ReadRights read,
        CancellationToken stop
    ) => grant.Run(asked, stop).Created(r => $"/decision-rights/{r.Id}", r => DecisionRightView.Of(r, read.Today));
}
