using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed record ArmCountView(DateOnly On, long ControlShown, long ControlDid, long ChangedShown, long ChangedDid)
{
    public static ArmCountView Of(ArmCount c) => new(c.On, c.ControlShown, c.ControlDid, c.ChangedShown, c.ChangedDid);
}

public sealed class CountsRequest
{
    /// <summary>One row for each day.</summary>
    public List<ArmCountView>? Days { get; set; }

    /// <summary>The same as text, one day a line: date, shown without it, did, shown with it, did.</summary>
    [StringLength(100_000, ErrorMessage = "Use at most 100,000 characters.")]
    public string? Pasted { get; set; }
}

/// <summary>Keeps what the days of two arms counted: all rows that were given, or none. A day that was wrong is taken away and counted anew.</summary>
public sealed class CountArms(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public const int MostDays = 1_000;

    public async Task<Outcome<Trial>> Run(Id<Trial> id, CountsRequest asked, CancellationToken stop)
    {
        if (await Counted(id, stop) is { } refusal)
            return refusal;
        var trial = await db.Trials.SingleAsync(t => t.Id == id, stop);
        if (ArmRows.Read(asked).Refused(out refusal, out var rows))
            return refusal;
        var now = clock.GetUtcNow();
        var known = (await db.ArmCounts.Where(c => c.TrialId == id).Select(c => c.On).ToListAsync(stop)).ToHashSet();
        if (known.Count + rows.Count > MostDays)
            return new Refusal($"Two arms keep at most {Format.Count(MostDays)} days.").At(nameof(asked.Pasted));
        foreach (var row in rows)
        {
            if (!known.Add(row.On))
                return Refusal
                    .Conflict($"{Format.Day(row.On)} is counted already, or is given twice. Take the day away first.")
                    .At(nameof(asked.Pasted));
            if (trial.CountOn(row, here, now).Refused(out refusal))
                return refusal.At(nameof(asked.Pasted));
            db.ArmCounts.Add(
                new()
                {
                    TrialId = id,
                    On = row.On,
                    ControlShown = row.ControlShown,
                    ControlDid = row.ControlDid,
                    ChangedShown = row.ChangedShown,
                    ChangedDid = row.ChangedDid,
                    At = now,
                    By = me.Id,
                }
            );
        }
        journal.Write(
            "count",
            id,
            $"{me.Name} counted {Format.Count(rows.Count, "day")} of “{trial.Change}”: {Format.Day(rows.Min(r => r.On))} to {Format.Day(rows.Max(r => r.On))}."
        );
        await db.SaveChangesAsync(stop);
        return trial;
    }

    /// <summary>Takes a day away; the journal keeps what it said.</summary>
    public async Task<Outcome<Trial>> TakeAway(Id<Trial> id, DateOnly on, CancellationToken stop)
    {
        if (await Counted(id, stop) is { } refusal)
            return refusal;
        if (await db.ArmCounts.SingleOrDefaultAsync(c => c.TrialId == id && c.On == on, stop) is not { } count)
            return Refusal.Missing("day");
        var trial = await db.Trials.SingleAsync(t => t.Id == id, stop);
        db.ArmCounts.Remove(count);
        journal.Write(
            "uncount",
            id,
            $"{me.Name} took {Format.Day(on)} of “{trial.Change}” away: without it {Format.Count(count.ControlDid)} of {Format.Count(count.ControlShown)}, with it {Format.Count(count.ChangedDid)} of {Format.Count(count.ChangedShown)}."
        );
        await db.SaveChangesAsync(stop);
        return trial;
    }

    async Task<Refusal?> Counted(Id<Trial> id, CancellationToken stop)
    {
        if (await db.Trials.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) is not { } trial)
            return Refusal.Missing("trial");
        if (!me.MayWriteFor(trial.TeamId))
            return await TeamPermission.Refuse(db, trial.TeamId, stop);
        return trial.MayCount().Refused(out var refusal) ? refusal : null;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/trials/{id}/counts", Post)
            .WithName("RecordArmCounts")
            .WithSummary("Keeps what days of a trial with two arms counted: all of them, or none.");
        api.MapGet("/trials/{id}/counts", List)
            .WithName("ListArmCounts")
            .WithSummary("What the days of a trial with two arms counted, and what they say so far.");
        api.MapDelete("/trials/{id}/counts/{date}", Delete)
            .WithName("RemoveArmCount")
            .WithSummary("Removes a counted day of a trial with two arms.");
    }

    static Task<Results<Created<ArmsView>, ProblemHttpResult>> Post(
        Id<Trial> id,
        CountsRequest asked,
        CountArms count,
        ReadArms read,
        CancellationToken stop
    ) => count.Run(id, asked, stop).Created(_ => $"/trials/{id}/counts", trial => read.View(trial, stop));

    static async Task<Results<Ok<ArmsView>, ProblemHttpResult>> List(
        Id<Trial> id,
        ReadTrials trials,
        ReadArms read,
        CancellationToken stop
    ) =>
        await trials.Of(id, stop) is { Arms: not null } trial
            ? TypedResults.Ok(await read.View(trial, stop))
            : Refusal.Missing("trial with two arms").Problem();

    static Task<Results<NoContent, ProblemHttpResult>> Delete(
        Id<Trial> id,
        DateOnly date,
        CountArms count,
        CancellationToken stop
    ) => count.TakeAway(id, date, stop).NoContent();
}
