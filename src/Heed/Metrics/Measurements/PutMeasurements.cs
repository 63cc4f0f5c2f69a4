using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Heed.Metrics;

/// <summary>How programs put values: one at a date, many as JSON, many as CSV. All are idempotent.</summary>
static class PutMeasurements
{
    const long LargestBody = 16 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/metrics/{id}/measurements/{date}", One).WithName("Put a value at a date");
        api.MapPut("/metrics/{id}/measurements", Many)
            .WithName("Put many values")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        api.MapPut("/metrics/{id}/measurements.csv", File)
            .WithName("Put a file of values")
            .Accepts<Stream>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    static async Task<Results<Ok<MeasurementReceipt>, ProblemHttpResult>> One(
        Id<Metric> id,
        DateOnly date,
        MeasurementRequest asked,
        RecordMeasurements record,
        CancellationToken stop
    )
    {
        if (asked.On is { } on && on != date)
            return new Refusal(
                $"The address says {Format.Day(date)} and the body says {Format.Day(on)}. Leave the date out of the body."
            ).Problem();
        asked.On = date;
        return Answer(await record.Run(id, [asked], MeasurementSource.Api, stop));
    }

    static async Task<Results<Ok<MeasurementReceipt>, ProblemHttpResult>> Many(
        Id<Metric> id,
        MeasurementRequest[] rows,
        RecordMeasurements record,
        CancellationToken stop,
        bool dryRun = false
    ) =>
        Answer(
            dryRun
                ? await record.Foresee(id, rows, MeasurementSource.Api, stop)
                : await record.Run(id, rows, MeasurementSource.Api, stop)
        );

    static async Task<Results<Ok<MeasurementReceipt>, ProblemHttpResult>> File(
        Id<Metric> id,
        Stream body,
        HeedDb db,
        RecordMeasurements record,
        CancellationToken stop,
        bool dryRun = false
    )
    {
        if (!await db.Metrics.AnyAsync(m => m.Id == id, stop))
            return Refusal.Missing("metric").Problem();
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, stop);
        if (
            MeasurementFile
                .Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length))
                .Refused(out var refusal, out var file)
        )
            return refusal.Problem();
        return Answer(
            dryRun
                ? await record.Foresee(id, file.Rows, MeasurementSource.Api, stop)
                : await record.Run(id, file.Rows, MeasurementSource.Api, stop)
        );
    }

    static Results<Ok<MeasurementReceipt>, ProblemHttpResult> Answer(Outcome<MeasurementReceipt> outcome) =>
        outcome.Refused(out var refusal, out var receipt) ? refusal.Problem() : TypedResults.Ok(receipt);
}
