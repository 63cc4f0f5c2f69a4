using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class CycleRequest
{
    [Required(ErrorMessage = "Give the cycle a name, such as “2026 Q3”.")]
    [StringLength(100, ErrorMessage = "Use at most 100 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Give its first day.")]
    public DateOnly? Start { get; set; }

    [Required(ErrorMessage = "Give its last day.")]
    public DateOnly? End { get; set; }

    /// <summary>Whether it opens at once.</summary>
    public bool OpenNow { get; set; }
}

/// <summary>Lays out a stretch of time in which teams aim.</summary>
public sealed class PlanCycle(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Cycle>> Run(CycleRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return Refusal.Forbidden(
                "Cycles are laid out by administrators. Teams choose what they aim at within them."
            );
        var (name, start, end) = (asked.Name!.Trim(), asked.Start!.Value, asked.End!.Value);
        if (end <= start)
            return new Refusal(
                $"The cycle ends on {Format.Day(end)}, which is not after its start on {Format.Day(start)}."
            );
        if (await db.Cycles.AnyAsync(c => c.Name == name, stop))
            return Refusal.Conflict($"There is a cycle named “{name}” already. Choose another name.");

        var now = clock.GetUtcNow();
        var cycle = new Cycle
        {
            Name = name,
            Start = start,
            End = end,
            CreatedAt = now,
        };
        if (asked.OpenNow)
            cycle.Open(me.Id, now);
        db.Cycles.Add(cycle);
        journal.Write(
            "plan",
            cycle.Id,
            $"{me.Name} laid out the cycle “{name}”, {Format.Day(start)} to {Format.Day(end)}{(asked.OpenNow ? ", and opened it" : "")}."
        );
        await db.SaveChangesAsync(stop);
        return cycle;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/cycles", Post)
            .WithName("PlanCycle")
            .WithSummary("Plans a cycle. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<Created<CycleView>, ProblemHttpResult>> Post(
        CycleRequest asked,
        PlanCycle plan,
        CancellationToken stop
    ) => plan.Run(asked, stop).Created(cycle => $"/cycles/{cycle.Id}", CycleView.Of);
}
