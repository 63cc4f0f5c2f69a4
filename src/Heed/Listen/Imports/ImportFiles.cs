using System.Security.Cryptography;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Files under way, in the data folder. They are gone when their import is over: the raw rows are in the store.</summary>
public sealed class ImportFiles(Settings settings)
{
    public string PathOf(Id<Import> import) => Path.Combine(Folder(), $"{import}.csv");

    public bool Has(Id<Import> import) => File.Exists(PathOf(import));

    public void Remove(Id<Import> import) => File.Delete(PathOf(import));

    /// <summary>Writes a stream to disk and returns its size and hash; refuses, and keeps nothing, above the limit.</summary>
    public async Task<Outcome<(long Size, string Hash)>> Keep(Id<Import> import, Stream content, CancellationToken stop)
    {
        var most = settings.LargestImport * 1024L * 1024L;
        var path = PathOf(import);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        try
        {
            await using var file = new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    BufferSize = 0,
                }
            );
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
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        if (size <= most)
            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        File.Delete(path);
        return TooLarge(settings);
    }

    public static Refusal TooLarge(Settings settings) =>
        new(
            $"The file is larger than {settings.LargestImport:#,0} MB, the most that may be imported here. Split it, or ask your administrator to raise Heed:LargestImport.",
            StatusCodes.Status413PayloadTooLarge
        );

    string Folder() => Directory.CreateDirectory(Path.Combine(settings.Data, "imports")).FullName;
}
