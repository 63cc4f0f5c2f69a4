using Heed.Storage;

namespace Heed.Waste;

sealed class PracticesExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Practice>(db, "waste/practices"),
            ExportFile.Rows<BurdenLine>(db, "waste/burden"),
            ExportFile.Rows<CustomersTouched>(db, "waste/customers-touched"),
            ExportFile.Rows<PracticeMove>(db, "waste/moves"),
            ExportFile.Rows<Removal>(db, "waste/removals"),
        ]);
}
