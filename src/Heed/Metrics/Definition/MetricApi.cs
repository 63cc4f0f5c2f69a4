using System.Globalization;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

/// <summary>What a program reads of one metric: the whole of it, its points, the history of one point, a file.</summary>
static class MetricApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/metrics/{id}", One).WithName("ReadMetric").WithSummary("One metric, with what it did.");
        api.MapGet("/metrics/{id}/measurements", Points)
            .WithName("ListMeasurements")
            .WithSummary("The points of a metric as they stand, the oldest first.");
        api.MapGet("/metrics/{id}/measurements/{date}", History)
            .WithName("ReadMeasurementHistory")
            .WithSummary("Every value that was recorded for one period, the newest first.");
        api.MapGet("/metrics/{id}/measurements.csv", Csv)
            .WithName("ExportMeasurements")
            .WithSummary("All points of a metric as a CSV file.")
            .Produces<string>(200, "text/csv");
    }

    static Task<Results<Ok<MovementView>, ProblemHttpResult>> One(
        Id<Metric> id,
        ReadSeries read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("metric", MovementView.Of);

    static async Task<Results<Ok<Listed<MeasurementView>>, ProblemHttpResult>> Points(
        Id<Metric> id,
        HeedDb db,
        ReadSeries read,
        CancellationToken stop,
        DateOnly? after = null,
        int? take = null
    )
    {
        if (!await db.Metrics.AnyAsync(m => m.Id == id, stop))
            return Refusal.Missing("metric").Problem();
        var size = Part.Size(take);
        var points = await read.Current()
            .Where(p => p.MetricId == id && (after == null || p.On > after))
            .OrderBy(p => p.On)
            .Take(size + 1)
            .ToListAsync(stop);
        return TypedResults.Ok(
            Listed<MeasurementView>.Of(
                [.. points.Select(MeasurementView.Of)],
                size,
                p => p.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            )
        );
    }

    /// <summary>Every row that was ever recorded for the period, the newest first: each but the last superseded the next.</summary>
    static async Task<Results<Ok<IReadOnlyList<MeasurementView>>, ProblemHttpResult>> History(
        Id<Metric> id,
        DateOnly date,
        HeedDb db,
        ReadHistory history,
        CancellationToken stop
    )
    {
        var metric = await db.Metrics.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);
        if (metric is null)
            return Refusal.Missing("metric").Problem();
        var period = metric.Cadence.StartOf(date);
        var rows = (await history.Of(id, period, period, stop)).GetValueOrDefault(period) ?? [];
        return rows.Count == 0
            ? new Refusal(
                $"“{metric.Name}” was not measured on {Say.Day(period)}.",
                StatusCodes.Status404NotFound
            ).Problem()
            : TypedResults.Ok<IReadOnlyList<MeasurementView>>([.. rows.Select(MeasurementView.Of)]);
    }

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Csv(
        Id<Metric> id,
        ReadSeries read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is { } series
            ? TypedResults.File(
                MeasurementCsv.Of(series),
                "text/csv; charset=utf-8",
                MeasurementCsv.FileName(series.Metric, "csv")
            )
            : Refusal.Missing("metric").Problem();
}
