using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class WaiverRequest
{
    [Required(ErrorMessage = "Say which cases need not follow it.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Scope { get; set; }

    [Required(ErrorMessage = "Say why: whoever grants it reads this.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }

    /// <summary>The compensating control.</summary>
    [Required(ErrorMessage = "Say what is done in its place.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Instead { get; set; }

    [Required(ErrorMessage = "Say about how many cases a month it covers.")]
    [Range(0.0, 1e9, ErrorMessage = "Give a number of 0 or more.")]
    public double? Cases { get; set; }

    [Required(ErrorMessage = "Say from when.")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "Say until when. A waiver without an end is a change of the control.")]
    public DateOnly? Until { get; set; }
}

/// <summary>Asks for leave not to follow a control. Whoever writes may; somebody else grants it.</summary>
public sealed class AskWaiver(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Waiver>> Run(Id<Practice> id, WaiverRequest asked, CancellationToken stop)
    {
        if (
            await db.Practices.SingleOrDefaultAsync(p => p.Id == id && p.Kind == PracticeKind.Control, stop)
            is not { } practice
        )
            return Refusal.Missing("control");
        if (!me.MayWrite)
            return Refusal.Forbidden("Viewers read waivers and do not ask for them.");
        var today = here.Today(clock);
        var from = asked.From!.Value;
        if (Waiver.Fault(from, asked.Until!.Value, today) is { } fault)
            return fault;
        var waiver = new Waiver
        {
            PracticeId = id,
            Scope = asked.Scope!.Trim(),
            Reason = asked.Reason!.Trim(),
            Instead = asked.Instead!.Trim(),
            Cases = asked.Cases!.Value,
            From = from,
            Until = asked.Until.Value,
            AskedBy = me.Id,
            AskedAt = clock.GetUtcNow(),
        };
        db.Waivers.Add(waiver);
        journal.Write(
            "waiver",
            id,
            $"{me.Name} asked for a waiver of “{practice.Name}” until {Format.Day(waiver.Until)}: {waiver.Scope}"
        );
        await db.SaveChangesAsync(stop);
        return waiver;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/controls/{id}/waivers", Post)
            .WithName("AskWaiver")
            .WithSummary("Asks for leave not to follow a control, with something in its place and a last day.");

    static Task<Results<Created<WaiverView>, ProblemHttpResult>> Post(
        Id<Practice> id,
        WaiverRequest asked,
        AskWaiver ask,
        ReadWaivers read,
        CancellationToken stop
    ) => ask.Run(id, asked, stop).Created(w => $"/waivers/{w.Id}", w => WaiverView.Of(w, read.Today));
}
