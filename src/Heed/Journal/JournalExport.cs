using Heed.Storage;

namespace Heed.Journal;

sealed class JournalExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([ExportFile.Rows<Entry>(db, "journal/entries")]);
}
