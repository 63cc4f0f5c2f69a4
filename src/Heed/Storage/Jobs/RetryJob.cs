using Heed.Journal;
using Heed.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Storage;

/// <summary>Lets work that was given up begin anew, once a person has looked at why it failed.</summary>
public sealed class RetryJob(HeedDb db, Member me, JobKinds kinds, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Id<Job> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return ReadJobs.NotYours;
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Id == id, stop) is not { } job)
            return Refusal.Missing("work");
        if (job.TryAgain(clock.GetUtcNow()).Refused(out var refusal))
            return refusal;
        var title = kinds.Find(job.Kind)?.Title ?? job.Kind;
        journal.Write("retry", job.Id, $"{me.Name} had failed work tried again: {title}.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/jobs/{id}/tries", Post)
            .WithName("RetryJob")
            .WithSummary("Lets work that failed begin anew. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<NoContent, ProblemHttpResult>> Post(Id<Job> id, RetryJob retry, CancellationToken stop) =>
        retry.Run(id, stop).NoContent();
}
