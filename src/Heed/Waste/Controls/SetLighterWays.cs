using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class LighterWayRequest
{
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? What { get; set; }

    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Spares { get; set; }
}

public sealed class LighterWaysRequest
{
    /// <summary>At most three. One without words is left out.</summary>
    [MaxLength(Control.MostWays, ErrorMessage = "Write at most three lighter ways.")]
    public List<LighterWayRequest>? Ways { get; set; }

    /// <summary>Which of them is chosen: 1, 2 or 3; none where it is left out.</summary>
    [Range(1, Control.MostWays, ErrorMessage = "Choose the first, second or third.")]
    public int? Chosen { get; set; }
}

/// <summary>Writes up to three lighter ways to the same protection, and which one is tried. In the place of what was written.</summary>
public sealed class SetLighterWays(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Practice>> Run(Id<Practice> id, LighterWaysRequest asked, CancellationToken stop)
    {
        if (
            await db.Practices.SingleOrDefaultAsync(p => p.Id == id && p.Kind == PracticeKind.Control, stop)
            is not { } practice
        )
            return Refusal.Missing("control");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (
            await db.Controls.Include(c => c.Ways).SingleOrDefaultAsync(c => c.PracticeId == id, stop)
            is not { } control
        )
            return Refusal.Conflict("Say first what this control asks of people, and who demands it.");
        if (practice.State is PracticeState.BeingRemoved or PracticeState.Verifying)
            return Refusal.Conflict("A lighter way is on trial. Let it come to an end first.");
        var asks = asked.Ways ?? [];
        for (var i = 0; i < asks.Count; i++)
            if (string.IsNullOrWhiteSpace(asks[i].What) != string.IsNullOrWhiteSpace(asks[i].Spares))
                return new Refusal("Say both what the lighter way is and whom it would spare.").At(
                    $"Ways[{i}].{(string.IsNullOrWhiteSpace(asks[i].What) ? "What" : "Spares")}"
                );
        if (asked.Chosen is { } chosen && (chosen > asks.Count || string.IsNullOrWhiteSpace(asks[chosen - 1].What)))
            return new Refusal("This lighter way has no words yet.").At(nameof(asked.Chosen));
        db.LighterWays.RemoveRange(control.Ways);
        var now = clock.GetUtcNow();
        foreach (var (at, way) in asks.Index().Where(w => !string.IsNullOrWhiteSpace(w.Item.What)))
            db.LighterWays.Add(
                new()
                {
                    PracticeId = id,
                    Place = at + 1,
                    What = way.What!.Trim(),
                    Spares = way.Spares!.Trim(),
                    ChosenAt = asked.Chosen == at + 1 ? now : null,
                    ChosenBy = asked.Chosen == at + 1 ? me.Id : null,
                }
            );
        db.Entry(practice).Property(p => p.Name).IsModified = true;
        journal.Write(
            "lighter",
            id,
            asked.Chosen is { } first
                ? $"{me.Name} chose a lighter way for “{practice.Name}”: {asks[first - 1].What!.Trim()}"
                : $"{me.Name} wrote lighter ways for “{practice.Name}”."
        );
        await db.SaveChangesAsync(stop);
        return practice;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/controls/{id}/lighter-ways", Put)
            .WithName("SetLighterWays")
            .WithSummary("Writes up to three lighter ways of a control, and which one is chosen.");

    static Task<Results<Ok<ControlView>, ProblemHttpResult>> Put(
        Id<Practice> id,
        LighterWaysRequest asked,
        SetLighterWays set,
        ReadControls read,
        CancellationToken stop
    ) => set.Run(id, asked, stop).Ok(async _ => ControlView.Of((await read.Of(id, stop))!));
}
