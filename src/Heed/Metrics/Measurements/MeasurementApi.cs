using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Heed.Metrics;

/// <summary>How programs put values: one at a date, many as JSON, many as CSV. All are idempotent.</summary>
static class MeasurementApi
{
    const long LargestBody = 16 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/metrics/{id}/measurements/{date}", One)
            .WithName("PutMeasurement")
            .WithSummary("Records the value of one period; another value corrects it.");
        api.MapPut("/metrics/{id}/measurements", Many)
            .WithName("PutMeasurements")
            .WithSummary("Records many values of a metric; dryRun only tells what would happen.")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        api.MapPut("/metrics/{id}/measurements.csv", File)
            .WithName("PutMeasurementFile")
            .WithSummary(
                "Records the values of a CSV file; censored says what “<1” counts as (half, limit or missing), dryRun only tells what would happen."
            )
            .Accepts<Stream>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    static Task<Results<Ok<MeasurementReceipt>, ProblemHttpResult>> One(
        Id<Metric> id,
        DateOnly date,
        MeasurementRequest asked,
        RecordMeasurements record,
        CancellationToken stop
    ) => At(date, id, asked, record, stop).Ok();

    static async Task<Outcome<MeasurementReceipt>> At(
        DateOnly date,
        Id<Metric> id,
        MeasurementRequest asked,
        RecordMeasurements record,
        CancellationToken stop
    )
    {
        if (asked.On is { } on && on != date)
            return new Refusal(
                $"The address says {Format.Day(date)} and the body says {Format.Day(on)}. Leave the date out of the body."
            );
        asked.On = date;
        return await record.Run(id, [asked], MeasurementSource.Api, stop);
    }

    static Task<Results<Ok<MeasurementReceipt>, ProblemHttpResult>> Many(
        Id<Metric> id,
        MeasurementRequest[] rows,
        RecordMeasurements record,
        CancellationToken stop,
        bool dryRun = false
    ) => Record(id, rows, record, dryRun, stop).Ok();

    static Task<Results<Ok<MeasurementReceipt>, ProblemHttpResult>> File(
        Id<Metric> id,
        Stream body,
        HeedDb db,
        RecordMeasurements record,
        CancellationToken stop,
        string? censored = null,
        bool dryRun = false
    ) => In(body, id, db, record, censored, dryRun, stop).Ok();

    static async Task<Outcome<MeasurementReceipt>> In(
        Stream body,
        Id<Metric> id,
        HeedDb db,
        RecordMeasurements record,
        string? censored,
        bool dryRun,
        CancellationToken stop
    )
    {
        var name = await db.Metrics.Where(m => m.Id == id).Select(m => m.Name).SingleOrDefaultAsync(stop);
        if (name is null)
            return Refusal.Missing("metric");
        if (Choice(censored).Refused(out var refusal, out var choice))
            return refusal;
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, stop);
        if (
            MeasurementFile
                .Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), name, choice.Of)
                .Refused(out refusal, out var file)
        )
            return refusal.Field is nameof(Censored)
                ? refusal with
                {
                    Because = $"{refusal.Because} {SayIt}",
                }
                : refusal;
        return await Record(id, file.Rows, record, dryRun, stop);
    }

    const string SayIt =
        "Say it in the address: ?censored=half (half the limit), limit (the limit itself) or missing (left out).";

    readonly record struct CensoredChoice(Censored? Of);

    static Outcome<CensoredChoice> Choice(string? censored) =>
        censored switch
        {
            null => new CensoredChoice(null),
            "half" => new CensoredChoice(Censored.Half),
            "limit" => new CensoredChoice(Censored.Limit),
            "missing" => new CensoredChoice(Censored.Missing),
            _ => new Refusal($"Values of one side cannot count as “{Format.Shortened(censored)}”. {SayIt}"),
        };

    static Task<Outcome<MeasurementReceipt>> Record(
        Id<Metric> id,
        IReadOnlyList<MeasurementRequest> rows,
        RecordMeasurements record,
        bool dryRun,
        CancellationToken stop
    ) =>
        dryRun
            ? record.Foresee(id, rows, MeasurementSource.Api, stop)
            : record.Run(id, rows, MeasurementSource.Api, stop);
}
