using System.ComponentModel.DataAnnotations;
using Heed.Files;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

public sealed class HereRequest
{
    [Required(ErrorMessage = "Say what is stupid: a form, a rule, a report, a meeting.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? What { get; set; }
}

/// <summary>A spot as whoever stands there sees it.</summary>
public sealed record SpotHere(string Name, string Organisation);

/// <summary>
/// Says what is stupid where a code hangs. Nobody signs in, and nothing of whoever says it is kept: the nomination has the
/// spot, the day and the words.
/// </summary>
public sealed class NominateHere(HeedDb db, Visit visit, SpotPace pace, TimeProvider clock)
{
    /// <summary>A code that is none, one that opens nothing and one of a closed spot are answered alike.</summary>
    public static readonly Refusal NotOpen = new(
        "This code opens nothing here. Look at the sheet again, or ask whoever hung it up for a new one."
    );

    public async Task<Outcome<SpotHere>> Look(string? code, CancellationToken stop) =>
        await Find(code, stop) is { } spot ? new SpotHere(spot.Name, visit.Workspace!.Name) : NotOpen;

    public Task<Outcome<NominationThanks>> Run(string? code, HereRequest asked, CancellationToken stop) =>
        Run(code, asked, null, null, stop);

    public async Task<Outcome<NominationThanks>> Run(
        string? code,
        HereRequest asked,
        Photo? photo,
        string? form,
        CancellationToken stop
    )
    {
        if (await Find(code, stop) is not { } spot)
            return NotOpen;
        NominationRequest said = new()
        {
            What = asked.What,
            Where = spot.Name,
            Team = spot.TeamId,
        };
        var receipt = Nominate.Receipt(visit.Workspace!, said, form, $"{spot.Id}");
        if (await Nominate.Said(db, receipt, stop) is { } before)
            return before;
        if (!pace.Take(spot.Id))
            return new Refusal(
                $"{SpotPace.MostAnHour} things were said here within an hour. Those are kept. Say this one in an hour, or sign in to say it now.",
                StatusCodes.Status429TooManyRequests
            );
        var thanks = Nominate.Apply(db, said, photo, null, visit.Workspace!.Today(clock), receipt);
        await db.SaveChangesAsync(stop);
        return thanks;
    }

    /// <summary>The open spot of a code, and its workspace entered by nobody in particular.</summary>
    async Task<Spot?> Find(string? code, CancellationToken stop)
    {
        var plain = ReceiptCode.Plain(code, Spot.CodeLength) ?? "none";
        var spot = await db
            .Spots.IgnoreQueryFilters()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Code == plain && p.ClosedAt == null, stop);
        if (spot is null || await EnterWorkspace.FindOrNone(db, spot.WorkspaceId, stop) is not { } here)
            return null;
        visit.Enter(here, null);
        return spot;
    }
}
