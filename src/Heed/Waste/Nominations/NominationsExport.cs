using Heed.Storage;

namespace Heed.Waste;

sealed class NominationsExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Nomination>(db, "waste/nominations", nameof(Nomination.ReceiptHash)),
            ExportFile.Rows<NominationStep>(db, "waste/nomination-steps"),
            ExportFile.Rows<NominationVote>(db, "waste/nomination-votes"),
            ExportFile.Rows<NominationPhoto>(db, "waste/nomination-photos"),
            ExportFile.Rows<Spot>(db, "waste/spots"),
        ]);
}
