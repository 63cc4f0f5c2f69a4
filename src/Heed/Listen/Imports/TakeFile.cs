using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Takes a file in and finds out how to read it. Nothing is stored as a response yet.</summary>
public sealed class TakeFile(
    HeedDb db,
    Member me,
    ImportFiles files,
    RecallMapping recall,
    JournalWriter journal,
    Limits limits,
    TimeProvider clock
)
{
    public async Task<Outcome<Import>> Run(Stream content, string fileName, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return NotYours;
        var id = Id<Import>.New();
        if ((await files.Keep(id, content, stop)).Refused(out var refusal, out var kept))
            return refusal;
        try
        {
            if ((await Read(id, kept, fileName, stop)).Refused(out refusal, out var import))
            {
                files.Remove(id);
                return refusal;
            }
            db.Imports.Add(import);
            journal.Write("take-file", import.Id, $"{me.Name} chose the file “{import.FileName}” to import.");
            await db.SaveChangesAsync(stop);
            return import;
        }
        catch
        {
            // No row says that it is here, so nobody would ever come back for it.
            files.Remove(id);
            throw;
        }
    }

    async Task<Outcome<Import>> Read(
        Id<Import> id,
        (long Size, string Hash) kept,
        string fileName,
        CancellationToken stop
    )
    {
        if (limits.ImportFiles(await db.Imports.UnderWay(stop) + kept.Size) is { } full)
            return full;
        var path = files.PathOf(id);
        if (files.Recognise(id, FileReading.FoundOut).Refused(out var refusal, out var shape))
            return refusal;
        var import = new Import
        {
            Id = id,
            FileName = Short(Path.GetFileName(fileName.Replace('\\', '/'))),
            FileSize = kept.Size,
            FileHash = kept.Hash,
            Shape = shape.ToJson(),
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        await Propose(import, shape, path, stop);
        return import;
    }

    /// <summary>As the last file with these columns was meant; what is new in it is a guess.</summary>
    async Task Propose(Import import, FileShape shape, string path, CancellationToken stop)
    {
        var earlier = await recall.Run(shape, stop);
        var guessed = earlier is { New.Count: 0 }
            ? []
            : GuessMapping.Run(path, shape).Select(g => g.Column).Where(c => c.Use != ColumnUse.Kept);
        if (earlier is null)
        {
            import.Mapping = new Mapping
            {
                Columns = [.. guessed],
                Without = GuessLeftOut.Of(path, shape).NoAnswers,
            }.ToJson();
            return;
        }
        import.Mapping = (
            earlier.Mapping with
            {
                Columns =
                [
                    .. earlier.Mapping.Columns.Where(c => shape.IndexOf(c.Column) >= 0),
                    .. guessed.Where(c => earlier.New.Contains(c.Column)),
                ],
                Where = [.. earlier.Mapping.Where.Where(f => shape.IndexOf(f.Column) >= 0)],
                Without = [.. earlier.Mapping.Without.Where(f => shape.IndexOf(f.Column) >= 0)],
            }
        ).ToJson();
        import.SurveyName = earlier.Survey;
        import.IsRemembered = true;
    }

    internal static readonly Refusal NotYours = Refusal.Forbidden(
        "Imports are for administrators: they bring in the answers of many people. Ask one of yours."
    );

    static string Short(string name) =>
        PlainText.Of(name) is { Length: > 0 } text ? Format.Shortened(text, Import.LongestName) : "unnamed.csv";
}
