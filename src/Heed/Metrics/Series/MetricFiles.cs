using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Metrics;

/// <summary>What the metric's page hands out as files, for whoever is signed in.</summary>
static class MetricFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/metrics/{id}/chart.svg", Chart).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/metrics/{id}/points.csv", Points).RequireAuthorization().ExcludeFromDescription();
    }

    static async Task<Results<RazorComponentResult, NotFound>> Chart(
        string id,
        ReadSeries read,
        ChangesOf changes,
        TractionOf traction,
        CancellationToken stop
    ) =>
        Id<Metric>.TryParse(id, null, out var metric) && await read.Of(metric, stop) is { } series
            ? new RazorComponentResult(
                typeof(SeriesChart),
                new Dictionary<string, object?>
                {
                    [nameof(SeriesChart.Series)] = series,
                    [nameof(SeriesChart.Changes)] = ChangesOf.Drawn(series, await changes.Metric(metric, stop)),
                    [nameof(SeriesChart.Tries)] = MetricTraction.Drawn(series, await traction.Metric(metric, stop)),
                    [nameof(SeriesChart.Alone)] = true,
                }
            )
            {
                ContentType = "image/svg+xml",
            }
            : TypedResults.NotFound();

    static async Task<Results<FileContentHttpResult, NotFound>> Points(
        string id,
        ReadSeries read,
        CancellationToken stop
    ) =>
        Id<Metric>.TryParse(id, null, out var metric) && await read.Of(metric, stop) is { } series
            ? TypedResults.File(
                MeasurementCsv.Of(series),
                "text/csv; charset=utf-8",
                MeasurementCsv.FileName(series.Metric, "csv")
            )
            : TypedResults.NotFound();
}
