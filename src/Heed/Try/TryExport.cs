using Heed.Storage;

namespace Heed.Try;

sealed class TryExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Trial>(db, "try/trials"),
            ExportFile.Rows<TrialVerdict>(db, "try/verdicts"),
            ExportFile.Rows<ArmCount>(db, "try/arm-counts"),
        ]);
}
