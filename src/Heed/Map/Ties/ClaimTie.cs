using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

public sealed class TieRequest : IValidatableObject
{
    [Required(ErrorMessage = "Choose the metric that leads.")]
    public Id<Metric>? Child { get; set; }

    [Required(ErrorMessage = "Choose the metric that follows.")]
    public Id<Metric>? Parent { get; set; }

    /// <summary>The upper one is the sum of all that are tied to it so.</summary>
    public bool IsSum { get; set; }

    /// <summary>Up: the upper one moves with the lower one. Down: against it.</summary>
    [EnumDataType(typeof(Direction), ErrorMessage = "Choose one of the two ways.")]
    public Direction? Moves { get; set; }

    /// <summary>In periods of the metrics.</summary>
    [Range(0, Tie.MostLag, ErrorMessage = "Give a number of periods from 0 to 24.")]
    public int? FirstLag { get; set; }

    [Range(0, Tie.MostLag, ErrorMessage = "Give a number of periods from 0 to 24.")]
    public int? LastLag { get; set; }

    /// <summary>By how much the upper one moves when the lower one moves by one, without a sign.</summary>
    [Range(1e-9, 1e12, ErrorMessage = "Give a number above 0, or leave it empty.")]
    public double? PerUnit { get; set; }

    [Required(ErrorMessage = "Say why the one should feed the other: what customers or people do in between.")]
    [StringLength(Tie.LongestReason, ErrorMessage = "Use at most 500 characters.")]
    public string? Because { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Child is not null && Child == Parent)
            yield return new("A metric does not feed itself. Choose another one.", [nameof(Parent)]);
        if (IsSum)
            yield break;
        if (Moves is null)
            yield return new("Say which way the upper one goes when the lower one rises.", [nameof(Moves)]);
        if (FirstLag is null)
            yield return new("Say after how many periods at the earliest; 0 is the same period.", [nameof(FirstLag)]);
        if (LastLag is null)
            yield return new("Say after how many periods at the latest.", [nameof(LastLag)]);
        if (LastLag < FirstLag)
            yield return new("The latest must not be before the earliest.", [nameof(LastLag)]);
    }
}

/// <summary>
/// Claims that one metric feeds another, and locks how: which way and after how many periods. Whoever may change the upper metric
/// may; so does whoever may change the lower one.
/// </summary>
public sealed class ClaimTie(
    HeedDb db,
    Member me,
    ReadSeries read,
    Workspace here,
    JournalWriter journal,
    TimeProvider clock
)
{
    /// <summary>As many as a person can hold beside a metric; more are a list and no claim.</summary>
    public const int MostBeneath = 50;

    public async Task<Outcome<Tie>> Run(TieRequest asked, CancellationToken stop)
    {
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if ((await Pair(asked, stop)).Refused(out var refusal, out var pair))
            return refusal;
        var (child, parent) = pair;
        if (!child.IsFor(me) && !parent.IsFor(me))
            return parent.NotFor("tie it");
        if (child.Cadence != parent.Cadence)
            return new Refusal(
                $"“{child.Name}” is measured by the {child.Cadence.Name(1)}, “{parent.Name}” by the {parent.Cadence.Name(1)}. Both must be measured equally often."
            ).At(nameof(asked.Parent));
        if (asked.IsSum && child.Unit != parent.Unit)
            return new Refusal(
                $"“{child.Name}” is in {child.Unit}, “{parent.Name}” in {parent.Unit}: only like adds up. Choose another metric, or claim a tie that is tested."
            ).At(nameof(asked.IsSum));
        var held = db.Ties.AsNoTracking().Where(t => t.WithdrawnAt == null);
        if (await held.AnyAsync(t => t.ChildId == child.Id && t.ParentId == parent.Id, stop))
            return Refusal
                .Conflict($"“{child.Name}” is tied to “{parent.Name}” already. Withdraw that tie to claim another one.")
                .At(nameof(asked.Parent));
        if (await held.CountAsync(t => t.ParentId == parent.Id, stop) >= MostBeneath)
            return Refusal
                .Conflict($"“{parent.Name}” has {MostBeneath} ties already. Withdraw one that nobody supports.")
                .At(nameof(asked.Parent));
        if (asked.IsSum && await IsAbove(held, child.Id, parent.Id, stop))
            return Refusal
                .Conflict($"“{parent.Name}” is a part of “{child.Name}” already, and nothing is a part of itself.")
                .At(nameof(asked.Parent));
        var tie = Tie.Claim(asked, me.Id, clock.GetUtcNow(), here.Today(clock));
        db.Ties.Add(tie);
        journal.Write(
            "claim",
            tie.Id,
            $"{me.Name} claimed that “{child.Name}” feeds “{parent.Name}”: {TieWords.Claimed(tie, child.Cadence)}."
        );
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return tie;
    }

    async Task<Outcome<(Metric Child, Metric Parent)>> Pair(TieRequest asked, CancellationToken stop)
    {
        var (child, parent) = (asked.Child!.Value, asked.Parent!.Value);
        var found = await read.Metrics([child, parent], stop);
        return !found.TryGetValue(child, out var lower) ? Refusal.Missing("metric").At(nameof(asked.Child))
            : !found.TryGetValue(parent, out var upper) ? Refusal.Missing("metric").At(nameof(asked.Parent))
            : (lower, upper);
    }

    /// <summary>Whether the first one stands above the second by sums: one question a storey.</summary>
    static async Task<bool> IsAbove(IQueryable<Tie> held, Id<Metric> first, Id<Metric> second, CancellationToken stop)
    {
        HashSet<Id<Metric>> seen = [second];
        List<Id<Metric>> storey = [second];
        while (storey.Count > 0 && !seen.Contains(first))
        {
            var at = storey;
            storey = await held.Where(t => t.IsSum && at.Contains(t.ChildId))
                .Select(t => t.ParentId)
                .Distinct()
                .ToListAsync(stop);
            storey.RemoveAll(parent => !seen.Add(parent));
        }
        return seen.Contains(first);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/ties", Post)
            .WithName("ClaimTie")
            .WithSummary("Claims that one metric feeds another, and locks which way and after how many periods.");
    }

    static Task<Results<Created<TieView>, ProblemHttpResult>> Post(
        TieRequest asked,
        ClaimTie claim,
        ReadTies ties,
        CancellationToken stop
    ) => claim.Run(asked, stop).Created(t => $"/ties/{t.Id}", t => TieView.Of(t, ties.Today));
}
