using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>
/// A nomination is about work, never about a person. Whoever writes may hold one that aims at somebody, at once; an
/// administrator shows it again, or sets it aside with a reason.
/// </summary>
public sealed class ModerateNomination(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public Task<Outcome<Nomination>> Hold(Id<Nomination> id, ReasonRequest asked, CancellationToken stop) =>
        Run(id, Mover.Writer, "hold", "held a nomination", n => n.Hold(asked.Because, me.Id, Today), stop);

    public Task<Outcome<Nomination>> Release(Id<Nomination> id, CancellationToken stop) =>
        Run(id, Mover.Administrator, "release", "released a nomination", n => n.Release(me.Id, Today), stop);

    public Task<Outcome<Nomination>> SetAside(Id<Nomination> id, ReasonRequest asked, CancellationToken stop) =>
        Run(
            id,
            Mover.Administrator,
            "set aside",
            "set a nomination aside",
            n => n.SetAside(asked.Because, me.Id, Today),
            stop
        );

    DateOnly Today => here.Today(clock);

    async Task<Outcome<Nomination>> Run(
        Id<Nomination> id,
        Mover mover,
        string act,
        string did,
        Func<Nomination, Outcome<NominationStep>> moderate,
        CancellationToken stop
    )
    {
        if (await ReadNominations.Seen(db, me, id, stop) is not { } nomination)
            return Refusal.Missing("nomination");
        if (!ReadNominations.May(me, nomination, mover))
            return Refusal.Forbidden(
                mover == Mover.Administrator
                    ? "Only an administrator releases what is held, or sets it aside."
                    : "You may read here, not write. Ask an administrator for the role Contributor."
            );
        if (moderate(nomination).Refused(out var refusal, out var step))
            return refusal;
        db.NominationSteps.Add(step);
        journal.Write(act, nomination.Id, $"{me.Name} {did}.");
        await db.SaveChangesAsync(stop);
        return nomination;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/nominations/{id}/hold", PostHold)
            .WithName("HoldNomination")
            .WithSummary("Shows a nomination that aims at a person to administrators alone, until they decide.");
        api.MapDelete("/nominations/{id}/hold", DeleteHold)
            .WithName("ReleaseNomination")
            .WithSummary("Shows a held nomination again. Administrators only.")
            .OnlyAdministrators();
        api.MapPost("/nominations/{id}/setting-aside", PostSettingAside)
            .WithName("SetNominationAside")
            .WithSummary("Closes a held nomination with a reason. Administrators only.")
            .OnlyAdministrators();
    }

    static Task<Results<NoContent, ProblemHttpResult>> PostHold(
        Id<Nomination> id,
        ReasonRequest asked,
        ModerateNomination moderate,
        CancellationToken stop
    ) => moderate.Hold(id, asked, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> DeleteHold(
        Id<Nomination> id,
        ModerateNomination moderate,
        CancellationToken stop
    ) => moderate.Release(id, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> PostSettingAside(
        Id<Nomination> id,
        ReasonRequest asked,
        ModerateNomination moderate,
        CancellationToken stop
    ) => moderate.SetAside(id, asked, stop).NoContent();
}
