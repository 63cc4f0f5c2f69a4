using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class CatchRequest
{
    [Required(ErrorMessage = "Say what it caught.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Say when it was.")]
    public DateOnly? On { get; set; }
}

/// <summary>Notes that a control stopped something. Whoever writes may: the catch is seen where the work is done.</summary>
public sealed class NoteCatch(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Catch>> Run(Id<Practice> id, CatchRequest asked, CancellationToken stop)
    {
        if (
            await db.Practices.SingleOrDefaultAsync(p => p.Id == id && p.Kind == PracticeKind.Control, stop)
            is not { } practice
        )
            return Refusal.Missing("control");
        if (!me.MayWrite)
            return Refusal.Forbidden("Viewers read what controls caught and do not write it.");
        if (!await db.Controls.AnyAsync(c => c.PracticeId == id, stop))
            return Refusal.Conflict("Say first what this control asks of people, and who demands it.");
        var today = here.Today(clock);
        var on = asked.On!.Value;
        if (on > today)
            return new Refusal("This day is still to come.").At(nameof(asked.On));
        var caught = new Catch
        {
            PracticeId = id,
            On = on,
            Text = asked.Text!.Trim(),
            By = me.Id,
            At = clock.GetUtcNow(),
        };
        db.Catches.Add(caught);
        journal.Write("catch", id, $"{me.Name}: “{practice.Name}” caught something: {caught.Text}");
        await db.SaveChangesAsync(stop);
        return caught;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/controls/{id}/catches", Post)
            .WithName("NoteCatch")
            .WithSummary("Notes what a control stopped, with its day.");

    static Task<Results<Ok<ControlView>, ProblemHttpResult>> Post(
        Id<Practice> id,
        CatchRequest asked,
        NoteCatch note,
        ReadControls read,
        CancellationToken stop
    ) => note.Run(id, asked, stop).Ok(async _ => ControlView.Of((await read.Of(id, stop))!));
}
