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
        var words = Trimmed(asked.LimitWords);
        if (asked.LimitAmount is null && words is null)
            return new Refusal("Say the limit: an amount with its unit, or words.").At(nameof(asked.LimitWords));
        if (asked.LimitAmount is not null && Trimmed(asked.LimitUnit) is null)
            return new Refusal("Say the unit of the limit: euro, hours, days.").At(nameof(asked.LimitUnit));
        var today = here.Today(clock);
        if (DecisionRight.Fault(asked.Until!.Value, today) is { } fault)
            return fault;
        var right = new DecisionRight
        {
            Topic = asked.Topic!.Trim(),
            Level = asked.Level!.Value,
            LimitAmount = asked.LimitAmount,
            LimitUnit = Trimmed(asked.LimitUnit),
            LimitWords = words,
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

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/decision-rights", Post)
            .WithName("GrantDecisionRight")
            .WithSummary("Grants a team the right to decide something itself, up to a limit and until a day.");

    static Task<Results<Created<DecisionRightView>, ProblemHttpResult>> Post(
        DecisionRightRequest asked,
        GrantRight grant,
        ReadRights read,
        CancellationToken stop
    ) => grant.Run(asked, stop).Created(r => $"/decision-rights/{r.Id}", r => DecisionRightView.Of(r, read.Today));
}
