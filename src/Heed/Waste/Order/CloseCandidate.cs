using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class CandidateClosureRequest
{
    [Required(ErrorMessage = "Say why it leaves the list: done, or dropped.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Because { get; set; }
}

/// <summary>Takes something off a team's list, done or dropped, with the reason.</summary>
public sealed class CloseCandidate(HeedDb db, Member me, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Candidate>> Run(Id<Candidate> id, CandidateClosureRequest asked, CancellationToken stop)
    {
        if (await db.Candidates.SingleOrDefaultAsync(c => c.Id == id, stop) is not { } found)
            return Refusal.Missing("candidate");
        if (!me.MayWriteFor(found.TeamId))
            return await TeamPermission.Refuse(db, found.TeamId, stop);
        if (found.Close(asked.Because!, me.Id, clock.GetUtcNow()).Refused(out var refusal))
            return refusal;
        journal.Write("close", id, $"{me.Name} took “{found.Name}” off the list: {found.ClosedBecause}");
        await db.SaveChangesAsync(stop);
        return found;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/candidates/{id}/closure", Post)
            .WithName("CloseCandidate")
            .WithSummary("Takes something off a team's list, with the reason.");

    static Task<Results<Ok<CandidateView>, ProblemHttpResult>> Post(
        Id<Candidate> id,
        CandidateClosureRequest asked,
        CloseCandidate close,
        CancellationToken stop
    ) => close.Run(id, asked, stop).Ok(CandidateView.Of);
}
