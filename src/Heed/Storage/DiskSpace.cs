namespace Heed.Storage;

/// <summary>How much the disk of a folder can still take.</summary>
public static class DiskSpace
{
    /// <summary>Below this a write may fail half-way through an import.</summary>
    public const long Least = 100L * 1024 * 1024;

    public static long Left(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
}
