using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Heed.Mail;

/// <summary>Takes an address off the mail of a workspace. The link in the mail is all that it needs; a second time changes nothing.</summary>
public sealed class Unsubscribe(HeedDb db, Visit visit, UnsubscribeLink links, TimeProvider clock)
{
    public static readonly Refusal NotOpen = new(
        "This link opens nothing: it is older than ninety days, or it was cut short. Use the one in a newer mail.",
        StatusCodes.Status404NotFound
    );

    public async Task<Outcome<string>> Run(string? code, CancellationToken stop)
    {
        if (
            links.Open(code) is not var (id, address)
            || await EnterWorkspace.FindOrNone(db, id, stop) is not { } workspace
        )
            return NotOpen;
        visit.Enter(workspace, null);
        if (await db.Suppressions.AnyAsync(s => s.Address == address, stop))
            return address;
        var suppression = new Suppression
        {
            Address = address,
            Because = SuppressionReason.Unsubscribed,
            At = clock.GetUtcNow(),
        };
        db.Suppressions.Add(suppression);
        new JournalWriter(db, clock).Write("unsubscribe", suppression.Id, "Somebody declined further mail.");
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException problem) when (Clash.Is(problem))
        {
            // Posted twice at once: the other one wrote it.
            db.ChangeTracker.Clear();
            if (!await db.Suppressions.AnyAsync(s => s.Address == address, stop))
                throw;
        }
        return address;
    }

    /// <summary>A mail program posts here without cookies and without a form of ours: the sealed code is what it has to show.</summary>
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/unsubscribe/one-click", Post)
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithMetadata(new RateLimitedAttribute())
            .ExcludeFromDescription();

    static async Task<ContentHttpResult> Post(
        [FromQuery] string? code,
        Unsubscribe unsubscribe,
        CancellationToken stop
    ) =>
        (await unsubscribe.Run(code, stop)).Refused(out var refusal, out _)
            ? TypedResults.Text(refusal.Because, statusCode: refusal.Status)
            : TypedResults.Text("You get no more of this mail.");
}
