using Heed.Storage;

namespace Heed.Customers;

sealed class CustomersExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<CustomerGroup>(db, "customers/customer-groups"),
            ExportFile.Rows<TeamAssignment>(db, "customers/servings"),
            ExportFile.Rows<JourneyStep>(db, "customers/journey-steps"),
            ExportFile.Rows<Behaviour>(db, "customers/behaviours"),
        ]);
}
