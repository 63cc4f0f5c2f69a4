using Heed.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Storage;

/// <summary>Work in the background as an administrator sees it.</summary>
/// <param name="About">The address of the thing that it is about, where it has a page.</param>
/// <param name="LastError">Why it failed the last time, in words.</param>
public sealed record JobView(
    Id<Job> Id,
    string Kind,
    string Title,
    string? About,
    JobState State,
    int Tries,
    DateTimeOffset CreatedAt,
    DateTimeOffset Due,
    DateTimeOffset? DoneAt,
    DateTimeOffset? FailedAt,
    string? LastError
);

/// <summary>What waits, runs and has failed, and what was done in the last thirty days.</summary>
public sealed class ReadJobs(HeedDb db, Member me, JobKinds kinds, TimeProvider clock)
{
    public static readonly Refusal NotYours = Refusal.Forbidden(
        "Only an administrator may see the work in the background."
    );

    /// <summary>All that is not done, and the newest of what is, up to <paramref name="most"/> of each.</summary>
    public async Task<Outcome<IReadOnlyList<JobView>>> Run(int most, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return NotYours;
        var jobs = db.Jobs.AsNoTracking();
        var failed = await jobs.Where(j => j.FailedAt != null)
            .OrderByDescending(j => j.Id)
            .Take(most)
            .ToListAsync(stop);
        var open = await jobs.Where(j => j.DoneAt == null && j.FailedAt == null)
            .OrderBy(j => j.Due)
            .Take(most)
            .ToListAsync(stop);
        var done = await jobs.Where(j => j.DoneAt != null)
            .OrderByDescending(j => j.DoneAt)
            .Take(most)
            .ToListAsync(stop);
        var now = clock.GetUtcNow();
        return (List<JobView>)[.. failed.Concat(open).Concat(done).Select(j => View(j, now))];
    }

    JobView View(Job job, DateTimeOffset now)
    {
        var kind = kinds.Find(job.Kind);
        return new(
            job.Id,
            job.Kind,
            kind?.Title ?? job.Kind,
            kind?.Address?.Invoke(job.SubjectId),
            job.State(now),
            job.Tries,
            job.CreatedAt,
            job.Due,
            job.DoneAt,
            job.FailedAt,
            job.LastError
        );
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/jobs", List)
            .WithName("ListJobs")
            .WithSummary("Work in the background: what failed, waits, runs and was done. Administrators only.")
            .OnlyAdministrators();

    static Task<Results<Ok<Listed<JobView>>, ProblemHttpResult>> List(
        ReadJobs read,
        int? take,
        CancellationToken stop
    ) => read.Run(Part.Size(take), stop).Ok(jobs => new Listed<JobView>(jobs, null));
}
