using Heed.Storage;

namespace Heed.Metrics;

sealed class MetricsExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Metric>(db, "metrics/metrics"),
            ExportFile.Rows<Measurement>(db, "metrics/measurements"),
            ExportFile.Rows<Baseline>(db, "metrics/baselines"),
        ]);
}
