using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class StrategyRequest
{
    [Required(ErrorMessage = "Say from which day on it holds.")]
    public DateOnly? Start { get; set; }

    [Required(ErrorMessage = "Say until which day it holds.")]
    public DateOnly? End { get; set; }

    [Required(ErrorMessage = "Say what stands in the way of what the organisation is for.")]
    [StringLength(Strategy.LongestWords, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Challenge { get; set; }

    [Required(ErrorMessage = "Say what you believe about it: an opinion that may turn out wrong.")]
    [StringLength(Strategy.LongestWords, ErrorMessage = "Use at most 2,000 characters.")]
    public string? Opinion { get; set; }

    [Required(ErrorMessage = "Say what you will not do. A strategy that leaves nothing decides nothing.")]
    [StringLength(Strategy.LongestWords, ErrorMessage = "Use at most 2,000 characters.")]
    public string? NotDoing { get; set; }

    internal static StrategyRequest Of(Strategy strategy) =>
        new()
        {
            Start = strategy.Start,
            End = strategy.End,
            Challenge = strategy.Challenge,
            Opinion = strategy.Opinion,
            NotDoing = strategy.NotDoing,
        };
}

/// <summary>Writes the strategy of a period, and rewrites it. Administrators only; everybody reads it.</summary>
public sealed class WriteStrategy(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    internal static Refusal OnlyAdministrators =>
        Refusal.Forbidden("Only an administrator writes the strategy. You can ask about an objective beneath it.");

    public async Task<Outcome<Strategy>> Run(StrategyRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return OnlyAdministrators;
        // Two of one period, each alone when it was written, would be two strategies.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await Fault(null, asked, stop) is { } fault)
            return fault;
        var strategy = new Strategy
        {
            Start = asked.Start!.Value,
            End = asked.End!.Value,
            Challenge = asked.Challenge!.Trim(),
            Opinion = asked.Opinion!.Trim(),
            NotDoing = asked.NotDoing!.Trim(),
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        db.Strategies.Add(strategy);
        journal.Write("write", strategy.Id, $"{me.Name} wrote the strategy, {strategy.Period}.");
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return strategy;
    }

    public async Task<Outcome<Strategy>> Rewrite(Id<Strategy> id, StrategyRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return OnlyAdministrators;
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Strategies.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } strategy)
            return Refusal.Missing("strategy");
        if (await Fault(id, asked, stop) is { } fault)
            return fault;
        var before = (strategy.Challenge, strategy.Opinion, strategy.NotDoing, strategy.Period);
        (strategy.Start, strategy.End) = (asked.Start!.Value, asked.End!.Value);
        (strategy.Challenge, strategy.Opinion) = (asked.Challenge!.Trim(), asked.Opinion!.Trim());
        strategy.NotDoing = asked.NotDoing!.Trim();
        var changed = new[]
        {
            before.Period == strategy.Period ? null : $"its period from {before.Period}",
            Changed("the challenge", before.Challenge, strategy.Challenge),
            Changed("what we believe", before.Opinion, strategy.Opinion),
            Changed("what we will not do", before.NotDoing, strategy.NotDoing),
        }.OfType<string>();
        journal.Write(
            "rewrite",
            id,
            $"{me.Name} changed the strategy, {strategy.Period}: {string.Join("; ", changed.DefaultIfEmpty("nothing"))}."
        );
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return strategy;
    }

    static string? Changed(string what, string before, string now) =>
        before == now ? null : $"{what} from “{Format.Shortened(before, 200)}”";

    async Task<Refusal?> Fault(Id<Strategy>? own, StrategyRequest asked, CancellationToken stop)
    {
        var (start, end) = (asked.Start!.Value, asked.End!.Value);
        if (end < start)
            return new Refusal(
                $"It ends on {Format.Day(end)}, before it begins on {Format.Day(start)}. Change one of the two days."
            ).At(nameof(asked.End));
        var other = await db
            .Strategies.AsNoTracking()
            .Where(s => s.Id != own && s.Start <= end && start <= s.End)
            .OrderBy(s => s.Start)
            .FirstOrDefaultAsync(stop);
        return other is null
            ? null
            : Refusal
                .Conflict(
                    $"There is a strategy for {other.Period}, and only one holds at a time. Choose other days, or change that one."
                )
                .At(nameof(asked.Start));
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/strategies", Post)
            .WithName("WriteStrategy")
            .WithSummary("Writes the strategy of a period. Administrators only.")
            .OnlyAdministrators();
        api.MapPut("/strategies/{id}", Put)
            .WithName("RewriteStrategy")
            .WithSummary("Changes the strategy of a period. Administrators only.")
            .OnlyAdministrators();
    }

    static Task<Results<Created<StrategyView>, ProblemHttpResult>> Post(
        StrategyRequest asked,
        WriteStrategy write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(s => $"/strategies/{s.Id}", StrategyView.Of);

    static Task<Results<Ok<StrategyView>, ProblemHttpResult>> Put(
        Id<Strategy> id,
        StrategyRequest asked,
        WriteStrategy write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(StrategyView.Of);
}
