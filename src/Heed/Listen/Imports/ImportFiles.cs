using System.Security.Cryptography;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Files under way, in the data folder. They are gone when their import is over: the raw rows are in the store.</summary>
public sealed class ImportFiles(Settings settings)
{
    const string Part = ".part";
    const string Book = ".book";

    public string PathOf(Id<Import> import) => Path.Combine(Folder(), $"{import}.csv");

    public bool Has(Id<Import> import) => File.Exists(PathOf(import));

    /// <summary>The workbook that the file came as, so that another sheet can be chosen.</summary>
    string BookOf(Id<Import> import) => PathOf(import) + Book;

    public void Remove(Id<Import> import)
    {
        File.Delete(PathOf(import));
        File.Delete(BookOf(import));
    }

    /// <summary>How the file is to be read; a workbook is unpacked first, and kept beside what it holds.</summary>
    internal Outcome<FileShape> Recognise(Id<Import> import, FileReading asked)
    {
        var (path, book) = (PathOf(import), BookOf(import));
        if (!File.Exists(book))
        {
            if (!Workbook.Is(path))
                return RecogniseFile.Run(path, asked);
            File.Move(path, book);
        }
        var part = path + Part;
        Outcome<Sheets> unpacked;
        using (var to = OwnFolder.Write(part, FileMode.Create, buffer: 1 << 16))
            unpacked = Workbook.Unpack(book, to, asked.Sheet);
        if (unpacked.Refused(out var refusal, out var sheets))
        {
            File.Delete(part);
            return refusal;
        }
        File.Move(part, path, overwrite: true);
        asked = asked with { Delimiter = sheets.Names.Count > 0 ? Workbook.Delimiter : null };
        return RecogniseFile.Run(path, asked).Refused(out refusal, out var shape)
            ? refusal
            : shape with
            {
                Sheets = sheets.Names,
                Sheet = sheets.Chosen,
                Notes = [.. shape.Notes, .. sheets.Notes],
            };
    }

    /// <summary>
    /// Writes a stream to disk and returns its size and hash; refuses, and keeps nothing, above the limit and where the disk
    /// is full. It has its name only once it is whole, so that a process that dies leaves no half of a file to be read.
    /// </summary>
    public async Task<Outcome<(long Size, string Hash)>> Keep(Id<Import> import, Stream content, CancellationToken stop)
    {
        var most = settings.LargestImport * 1024L * 1024L;
        var (path, part) = (PathOf(import), PathOf(import) + Part);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        try
        {
            await using var file = OwnFolder.Write(part, FileMode.CreateNew, buffer: 0);
            var buffer = new byte[1 << 18];
            int read;
            while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop)) > 0)
            {
                size += read;
                if (size > most)
                    break;
                hash.AppendData(buffer.AsSpan(0, read));
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }
            file.Flush(flushToDisk: true);
        }
        catch (Exception problem)
        {
            File.Delete(part);
            if (Faults.InWords(problem) is { } refusal)
                return refusal;
            throw;
        }
        if (size > most)
        {
            File.Delete(part);
            return TooLarge(settings);
        }
        File.Move(part, path);
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>
    /// Whether this server can do work on an import: it has its file, or the import waits for none any more, as when a process
    /// died between the last row and the note that its work is done. Then any server ends it.
    /// </summary>
    internal static bool AreEnough(IServiceProvider services, Guid import)
    {
        var id = new Id<Import>(import);
        return services.GetRequiredService<ImportFiles>().Has(id) || !Waiting(services).Any(i => i.Id == id);
    }

    static IQueryable<Import> Waiting(IServiceProvider services) =>
        services
            .GetRequiredService<HeedDb>()
            .Imports.IgnoreQueryFilters()
            .Where(i =>
                i.State == ImportState.Mapping
                || i.State == ImportState.Checking
                || i.State == ImportState.Checked
                || i.State == ImportState.Running
            );

    /// <summary>At each start of a server, of the files on its own disk.</summary>
    internal static async Task SweepAtStart(IServiceProvider services, CancellationToken stop)
    {
        var waiting = await Waiting(services).Select(i => i.Id).ToHashSetAsync(stop);
        services
            .GetRequiredService<ImportFiles>()
            .Sweep(services.GetRequiredService<TimeProvider>().GetUtcNow(), waiting.Contains);
    }

    /// <summary>
    /// Removes what nobody will come back for: halves of files whose process died, and files whose import no longer waits
    /// for them. Only what is older than a day: another process may be writing into the same folder.
    /// </summary>
    public void Sweep(DateTimeOffset now, Func<Id<Import>, bool> waits)
    {
        foreach (var file in Directory.EnumerateFiles(Folder()))
        {
            if (now - File.GetLastWriteTimeUtc(file) < TimeSpan.FromDays(1))
                continue;
            var isPart = file.EndsWith(Part, StringComparison.Ordinal);
            var isOver =
                Path.GetExtension(file) is ".csv" or Book
                && Id<Import>.TryParse(Path.GetFileName(file).Split('.')[0], null, out var import)
                && !waits(import);
            if (isPart || isOver)
                File.Delete(file);
        }
    }

    public static Refusal TooLarge(Settings settings) =>
        new(
            $"The file is larger than {settings.LargestImport:#,0} MB, the most that may be imported here. Split it, or ask your administrator to raise Heed:LargestImport.",
            StatusCodes.Status413PayloadTooLarge
        );

    string Folder() => OwnFolder.Create(Path.Combine(settings.Data, "imports"));
}
