using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class WaiverAnswerRequest
{
    [Required(ErrorMessage = "Say why: whoever asked reads this.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Answer { get; set; }
}

public sealed class WaiverRenewalRequest
{
    [Required(ErrorMessage = "Say why it is needed for longer.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "Say until when.")]
    public DateOnly? Until { get; set; }
}

/// <summary>
/// What becomes of a waiver. The team of the control or whoever signs for compliance grants it, where a law demands the control
/// the latter alone, and never whoever asked.
/// </summary>
public sealed class DecideOnWaiver(
    HeedDb db,
    Member me,
    Workspace here,
    ReadRequirements requirements,
    JournalWriter journal,
    TimeProvider clock
)
{
    internal static Refusal ViewersRead { get; } = Refusal.Forbidden("Viewers read waivers and do not decide on them.");

    public Task<Outcome<Waiver>> Grant(Id<Waiver> id, WaiverAnswerRequest asked, CancellationToken stop) =>
        Decide(
            id,
            "granted",
            async (waiver, practice) =>
            {
                if (await MayNot(practice, stop) is { } refusal)
                    return refusal;
                var granted = waiver.Grant(asked.Answer!.Trim(), me.Id, clock.GetUtcNow(), here.Today(clock));
                if (!granted.Refused(out _) && waiver.Renews is { } before)
                    (await db.Waivers.SingleAsync(w => w.Id == before, stop)).Follow(clock.GetUtcNow());
                return granted;
            },
            stop
        );

    public Task<Outcome<Waiver>> Refuse(Id<Waiver> id, WaiverAnswerRequest asked, CancellationToken stop) =>
        Decide(
            id,
            "refused",
            async (waiver, practice) =>
                waiver.AskedBy != me.Id && await MayNot(practice, stop) is { } refusal
                    ? refusal
                    : waiver.Refuse(asked.Answer!.Trim(), me.Id, clock.GetUtcNow(), here.Today(clock)),
            stop
        );

    public Task<Outcome<Waiver>> MakePermanent(Id<Waiver> id, WaiverAnswerRequest asked, CancellationToken stop) =>
        Decide(
            id,
            "made permanent",
            async (waiver, practice) =>
                await MayNot(practice, stop) is { } refusal
                    ? refusal
                    : waiver.MakePermanent(
                        practice.State == PracticeState.Gone,
                        asked.Answer!.Trim(),
                        me.Id,
                        clock.GetUtcNow(),
                        here.Today(clock)
                    ),
            stop
        );

    public async Task<Outcome<Waiver>> Renew(Id<Waiver> id, WaiverRenewalRequest asked, CancellationToken stop)
    {
        if (await db.Waivers.SingleOrDefaultAsync(w => w.Id == id, stop) is not { } waiver)
            return Refusal.Missing("waiver");
        if (!me.MayWrite)
            return Refusal.Forbidden("Viewers read waivers and do not ask for them.");
        if (await db.Waivers.AnyAsync(w => w.Renews == id && w.RefusedAt == null, stop))
            return Refusal.Conflict("Its renewal is asked for already.");
        var practice = await db.Practices.SingleAsync(p => p.Id == waiver.PracticeId, stop);
        if (
            waiver
                .Renew(asked.Reason!.Trim(), asked.Until!.Value, me.Id, clock.GetUtcNow(), here.Today(clock))
                .Refused(out var refusal, out var next)
        )
            return refusal;
        db.Waivers.Add(next);
        journal.Write(
            "waiver",
            practice.Id,
            $"{me.Name} asked to renew the waiver of “{practice.Name}” until {Format.Day(next.Until)}: {next.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return next;
    }

    async Task<Outcome<Waiver>> Decide(
        Id<Waiver> id,
        string past,
        Func<Waiver, Practice, Task<Outcome<Waiver>>> act,
        CancellationToken stop
    )
    {
        if (await db.Waivers.SingleOrDefaultAsync(w => w.Id == id, stop) is not { } waiver)
            return Refusal.Missing("waiver");
        if (!me.MayWrite)
            return ViewersRead;
        var practice = await db.Practices.SingleAsync(p => p.Id == waiver.PracticeId, stop);
        if ((await act(waiver, practice)).Refused(out var refusal))
            return refusal;
        // Two who decide at once meet at the practice.
        db.Entry(practice).Property(p => p.Name).IsModified = true;
        journal.Write(
            "waiver",
            practice.Id,
            $"The waiver of “{practice.Name}” for {Format.Shortened(waiver.Scope)} was {past} by {me.Name}: {waiver.MadePermanentBecause ?? waiver.Answer}"
        );
        await db.SaveChangesAsync(stop);
        return waiver;
    }

    async Task<Refusal?> MayNot(Practice practice, CancellationToken stop)
    {
        if (await requirements.Signs(me, stop))
            return null;
        var law = await db
            .ControlRequirements.Where(l => l.PracticeId == practice.Id)
            .Join(db.Requirements, l => l.RequirementId, r => r.Id, (_, r) => r)
            .AnyAsync(r => r.Binding == Binding.Law, stop);
        if (law)
            return Refusal.Forbidden(
                "A law demands this control: only whoever signs for compliance decides on a waiver of it."
            );
        return me.MayWriteFor(practice.TeamId) ? null : await TeamPermission.Refuse(db, practice.TeamId, stop);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/waivers/{id}/grant", Granted)
            .WithName("GrantWaiver")
            .WithSummary("Grants a waiver that somebody else asked for.");
        api.MapPost("/waivers/{id}/refusal", Refused)
            .WithName("RefuseWaiver")
            .WithSummary("Refuses a waiver, or takes back one's own.");
        api.MapPost("/waivers/{id}/renewal", Renewed)
            .WithName("RenewWaiver")
            .WithSummary("Asks for a waiver to go on, at most twice; somebody else grants it.");
        api.MapPost("/waivers/{id}/permanence", Permanent)
            .WithName("KeepWaiver")
            .WithSummary("Makes a waiver permanent, once its control was lightened, replaced or retired.");
    }

    static Task<Results<Ok<WaiverView>, ProblemHttpResult>> Granted(
        Id<Waiver> id,
        WaiverAnswerRequest asked,
        DecideOnWaiver decide,
        ReadWaivers read,
        CancellationToken stop
    ) => decide.Grant(id, asked, stop).Ok(w => WaiverView.Of(w, read.Today));

    static Task<Results<Ok<WaiverView>, ProblemHttpResult>> Refused(
        Id<Waiver> id,
        WaiverAnswerRequest asked,
        DecideOnWaiver decide,
        ReadWaivers read,
        CancellationToken stop
    ) => decide.Refuse(id, asked, stop).Ok(w => WaiverView.Of(w, read.Today));

    static Task<Results<Created<WaiverView>, ProblemHttpResult>> Renewed(
        Id<Waiver> id,
        WaiverRenewalRequest asked,
        DecideOnWaiver decide,
        ReadWaivers read,
        CancellationToken stop
    ) => decide.Renew(id, asked, stop).Created(w => $"/waivers/{w.Id}", w => WaiverView.Of(w, read.Today));

    static Task<Results<Ok<WaiverView>, ProblemHttpResult>> Permanent(
        Id<Waiver> id,
        WaiverAnswerRequest asked,
        DecideOnWaiver decide,
        ReadWaivers read,
        CancellationToken stop
    ) => decide.MakePermanent(id, asked, stop).Ok(w => WaiverView.Of(w, read.Today));
}
