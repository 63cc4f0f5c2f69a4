using System.IO.Compression;

namespace Heed.Files;

/// <summary>
/// What lies in a ZIP, which XLSX is too, before anything of it is unpacked: an archive of some kilobytes can hold
/// terabytes of zeros.
/// </summary>
static class Archive
{
    /// <summary>Sheets of figures shrink to a tenth or a thirtieth; what shrinks to a thousandth holds nothing.</summary>
    const int MostRatio = 500;
    const long AlwaysFits = 64L << 20;
    const long Largest = 4L << 30;

    /// <param name="Single">The one file of an archive that is no workbook; null for a workbook.</param>
    /// <param name="HasErrors">Whether a cell of a workbook may show the error of a formula.</param>
    internal sealed record Content(string? Single, bool HasErrors = false);

    public static Outcome<Content> Look(string path)
    {
        using var file = FileShape.OpenBytes(path);
        if (file.ReadByte() != 'P')
            return new Content(null);
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        if (Bomb(zip, file.Length).Refused(out var bomb, out var seen))
            return bomb;
        if (zip.Entries.Any(e => e.FullName.StartsWith("xl/workbook.", StringComparison.OrdinalIgnoreCase)))
            return new Content(null, seen.Errors);
        if (zip.GetEntry("mimetype") is not null)
            return new Refusal(
                "This is a document of LibreOffice. Open it there and save the sheet as XLSX or as “CSV UTF-8”."
            );
        List<string> files =
        [
            .. zip
                .Entries.Select(e => e.FullName)
                .Where(name =>
                    !name.EndsWith('/')
                    && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
                    && Path.GetFileName(name) is not ['.', ..]
                ),
        ];
        return files switch
        {
            [var only] => new Content(only),
            [] => new Refusal("The archive is empty. Choose the file that was exported."),
            _ => new Refusal(
                $"The archive holds {files.Count:#,0} files: {Format.Some([.. files.Select(f => $"“{Path.GetFileName(f)}”")])}. Unpack it and choose one of them."
            ),
        };
    }

    public static Outcome<Done> Extract(string path, string entry, Stream to)
    {
        using var zip = ZipFile.OpenRead(path);
        using var content = zip.GetEntry(entry)!.Open();
        var buffer = new byte[1 << 16];
        var first = true;
        int read;
        while ((read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            if (first && Workbook.Is(buffer.AsSpan(0, read)))
                return new Refusal(
                    $"The archive holds a workbook, “{Path.GetFileName(entry)}”. Unpack it and choose that."
                );
            first = false;
            to.Write(buffer.AsSpan(0, read));
        }
        return new Done();
    }

    /// <summary>By what its directory says, and by what really comes out: a directory can lie.</summary>
    static Outcome<Seen> Bomb(ZipArchive zip, long size)
    {
        var most = Math.Min(Largest, Math.Max(AlwaysFits, size * MostRatio));
        if (zip.Entries.Sum(e => e.Length) > most)
            return TooMuch;
        var buffer = new byte[1 << 16];
        var errors = false;
        long all = 0;
        foreach (var entry in zip.Entries)
        {
            var sheet = entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
            using var content = entry.Open();
            int read;
            // What is looked for may begin at the end of one part and go on in the next.
            for (var held = 0; (read = content.Read(buffer, held, buffer.Length - held)) > 0; )
            {
                if ((all += read) > most)
                    return TooMuch;
                var seen = buffer.AsSpan(0, held + read);
                errors |= sheet && (seen.IndexOf("t=\"e\""u8) >= 0 || seen.IndexOf("t='e'"u8) >= 0);
                held = Math.Min(4, seen.Length);
                seen[^held..].CopyTo(buffer);
            }
        }
        return new Seen(errors);
    }

    sealed record Seen(bool Errors);

    static readonly Refusal TooMuch = new(
        "The file would be unpacked into far more than a table holds, so it was not unpacked. Open it in the spreadsheet program and save the sheet as “CSV UTF-8”."
    );
}
