using Heed.Storage;

namespace Heed.Mail;

sealed class MailExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([ExportFile.Rows<Suppression>(db, "mail/suppressions")]);
}
