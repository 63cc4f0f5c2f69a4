using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class CheckInRequest
{
    /// <summary>Empty when nothing was measured: unknown is not zero.</summary>
    public double? Value { get; set; }

    /// <summary>What the form showed before it was touched. A value left as it was is no new measurement.</summary>
    public double? Shown { get; set; }

    [Required(ErrorMessage = "Say how sure you are that it will land, 0 to 10.")]
    [Range(0, 10, ErrorMessage = "Confidence goes from 0 to 10.")]
    public int? Confidence { get; set; }

    [StringLength(500, ErrorMessage = "One line is enough: at most 500 characters.")]
    public string? Learned { get; set; }
}

/// <summary>Notes where a key result stands today and how sure the team is that it will land.</summary>
public sealed class RecordCheckIn(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReadSeries read,
    RecordMeasurements record,
    ReadSharing sharing,
    Workspace here,
    TimeProvider clock
)
{
    public async Task<Outcome<CheckIn>> Run(Id<KeyResult> id, CheckInRequest asked, CancellationToken stop)
    {
        var keyResult = await db
            .KeyResults.Include(k => k.Objective!.Cycle)
            .SingleOrDefaultAsync(k => k.Id == id, stop);
        if (keyResult is null)
            return Refusal.Missing("key result");
        if (!await sharing.MayCheckIn(keyResult.Objective!, stop))
            return await TeamPermission.Refuse(db, keyResult.Objective!.TeamId, stop);
        if ((await Measured(keyResult.MetricId, asked, stop)).Refused(out var refusal, out var measured))
            return refusal;
        var confidence = new Confidence(asked.Confidence!.Value);
        if (
            keyResult
                .CheckIn(asked.Value, confidence, asked.Learned, me.Id, clock.GetUtcNow())
                .Refused(out refusal, out var checkIn)
        )
            return refusal;
        db.CheckIns.Add(checkIn);
        journal.Write("check-in", id, $"{me.Name} checked in: {Said(checkIn)}");
        record.Apply(measured.Plan);
        // The check-in and its measurement are one act: both are saved, or neither.
        refusal = await db.SaveOrPlanAgain(
            async () =>
            {
                record.Withdraw(measured.Plan);
                if ((await Measured(keyResult.MetricId, asked, stop)).Refused(out var no, out measured))
                    return no;
                record.Apply(measured.Plan);
                return null;
            },
            stop
        );
        return refusal is null ? checkIn : refusal;
    }

    /// <summary>What is recorded beside the check-in; empty where nothing new was measured.</summary>
    readonly record struct ToRecord(RecordingPlan? Plan);

    /// <summary>A value typed here becomes a measurement; what Heed computes by itself is not overwritten.</summary>
    async Task<Outcome<ToRecord>> Measured(Id<Metric> metric, CheckInRequest asked, CancellationToken stop)
    {
        if (asked.Value is not { } value || value.Equals(asked.Shown))
            return new ToRecord(null);
        if (await read.Metric(metric, stop) is { ComputedFrom: not null })
            return new ToRecord(null);
        var row = new MeasurementRequest { On = here.Today(clock), Value = value };
        return (await record.PlanOfCheckIn(metric, row, stop)).Refused(out var refusal, out var plan)
            ? refusal
            : new ToRecord(plan);
    }

    static string Said(CheckIn checkIn) =>
        (checkIn.Value is { } value ? Format.Number(value) : "not measured")
        + $", confidence {checkIn.Confidence.Value}"
        + (
            checkIn.Learned is not { } learned ? "."
            : learned.EndsWith('.') ? $", “{learned}”"
            : $", “{learned}”."
        );

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/key-results/{id}/check-ins", Post)
            .WithName("RecordCheckIn")
            .WithSummary("Notes where a key result stands today and how sure the team is that it will land.");

    static Task<Results<Created<CheckInView>, ProblemHttpResult>> Post(
        Id<KeyResult> id,
        CheckInRequest asked,
        RecordCheckIn record,
        CancellationToken stop
    ) => record.Run(id, asked, stop).Created(_ => $"/key-results/{id}/check-ins", CheckInView.Of);
}
