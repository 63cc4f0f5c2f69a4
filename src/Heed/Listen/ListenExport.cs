using Heed.Storage;

namespace Heed.Listen;

/// <summary>Surveys and their settings, and every answer set as it was brought: one CSV for each import.</summary>
sealed class ListenExport(HeedDb db, StoredResponses stored) : IExportSource
{
    public async Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop)
    {
        var done = await db
            .Imports.AsNoTracking()
            .Where(i => i.State == ImportState.Done && i.Stored > 0)
            .OrderBy(i => i.CreatedAt)
            .ToListAsync(stop);
        return
        [
            ExportFile.Rows<Survey>(db, "listen/surveys"),
            ExportFile.Rows<Question>(db, "listen/questions"),
            ExportFile.Rows<RespondentAttribute>(db, "listen/attributes"),
            ExportFile.Rows<Import>(db, "listen/imports"),
            ExportFile.Rows<ReleasedRows>(db, "listen/releases"),
            ExportFile.Rows<LifetimeRun>(db, "listen/lifetimes"),
            ExportFile.Rows<RememberedMapping>(db, "listen/mappings"),
            .. done.Select(i => new ExportFile($"listen/responses/{i.Id}.csv", (to, end) => Responses(i, to, end))),
        ];
    }

    async Task Responses(Import import, Stream to, CancellationToken stop)
    {
        var shape = FileShape.FromJson(import.Shape);
        await using var text = new StreamWriter(to, CsvWriter.Encoding, leaveOpen: true);
        await text.WriteAsync(CsvWriter.Line([.. shape.Columns.Select(c => c.Name)]));
        using var reader = RecordReader.Over(shape.Delimiter);
        await foreach (var record in stored.Raw(import, stop))
        {
            reader.Load(record);
            await text.WriteAsync(CsvWriter.Line([.. Enumerable.Range(0, shape.Columns.Count).Select(reader.Text)]));
        }
    }
}
