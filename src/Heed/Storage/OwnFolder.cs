namespace Heed.Storage;

/// <summary>
/// Everything that Heed writes into its data folder is for the owner of its process alone: 0700 and 0600. What is there
/// already keeps its rights, for its administrator may have given them; <c>heed doctor</c> says where they are wide.
/// Windows hands down the rights of the folder above.
/// </summary>
public static class OwnFolder
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode Folder = OwnerOnly | UnixFileMode.UserExecute;
    const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    public static string Create(string path)
    {
        path = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path).FullName;
        // .NET gives the rights to the last folder alone.
        if (Path.GetDirectoryName(path) is { Length: > 0 } above && !Directory.Exists(above))
            Create(above);
        return Directory.CreateDirectory(path, Folder).FullName;
    }

    public static FileStream Write(string path, FileMode mode, FileShare share = FileShare.Read, int buffer = 4096)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = share,
            BufferSize = buffer,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new(path, options);
    }

    /// <summary>A new file, in the place of any that is there, to be written and read.</summary>
    public static FileStream New(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new(path, options);
    }

    /// <summary>An empty file is an empty database to SQLite, which gives its log and its index the rights of the file.</summary>
    public static void Prepare(string database)
    {
        if (!File.Exists(database))
            Write(database, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
    }

    /// <summary>Whether others of this machine may come in here, or change what is here.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;
}
