namespace Heed.Storage;

/// <summary>What an administrator sets: appsettings.json, then environment variables (HEED_PUBLIC_URL, or Heed__PublicUrl), then the command line.</summary>
public sealed class Settings
{
    /// <summary>The folder of everything that Heed keeps when it runs on SQLite, and of imports under way.</summary>
    public string Data { get; set; } = "data";

    /// <summary>A PostgreSQL connection string. Empty: SQLite in the data folder.</summary>
    public string Database { get; set; } = "";

    /// <summary>A file that holds the connection string, such as a container's secret. It counts where Heed:Database is empty.</summary>
    public string DatabaseFile { get; set; } = "";

    /// <summary>Addresses or networks (10.0.0.0/8) of proxies in front of Heed whose X-Forwarded headers are believed.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>The address that people use, such as https://heed.example.org. Links and cookies come from it, never from a request. Empty: the address it listens on.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The file of word vectors, languages and lexicons that remarks are read with. Where it is missing, words alone count.</summary>
    public string Models { get; set; } = Path.Combine("models", "heed-models.bin");

    /// <summary>The largest file that may be imported, in megabytes.</summary>
    public int LargestImport { get; set; } = 600;

    public bool UsesPostgres => Database.Length > 0;
    public bool UsesHttps => PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole address of a page: for links that leave Heed.</summary>
    public string LinkTo(string path) => PublicUrl.TrimEnd('/') + path;

    public string SqliteConnection => $"Data Source={Path.Combine(Data, "heed.db")}";

    /// <summary>Every problem at once, each in a sentence with the name of the setting.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        if (Database.Length == 0 && DatabaseFile.Length > 0 && CannotRead() is { } unread)
            problems.Add($"Heed:DatabaseFile is “{DatabaseFile}”, and it cannot be read: {unread}");
        problems.AddRange(
            Proxies
                .Where(p => !System.Net.IPAddress.TryParse(p, out _) && !System.Net.IPNetwork.TryParse(p, out _))
                .Select(p =>
                    $"Heed:Proxies names “{p}”. Give an address such as 10.0.0.7 or a network such as 10.0.0.0/8."
                )
        );
        if (!Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            problems.Add(
                $"Heed:PublicUrl is “{PublicUrl}”. Give the whole address that people use, such as https://heed.example.org."
            );
        if (UsesPostgres && !Database.Contains("Host", StringComparison.OrdinalIgnoreCase))
            problems.Add(
                "Heed:Database names no host. Give a PostgreSQL connection string such as Host=localhost;Database=heed;Username=heed, or leave it empty for SQLite."
            );
        if (LargestImport is < 1 or > 4096)
            problems.Add($"Heed:LargestImport is {LargestImport}. Give megabytes from 1 to 4096.");
        if (!UsesPostgres && CannotWrite(Data) is { } why)
            problems.Add($"Heed:Data is “{Path.GetFullPath(Data)}”, and it cannot be written: {why}");
        return problems;
    }

    string? CannotRead()
    {
        try
        {
            Database = File.ReadAllText(DatabaseFile).Trim();
            return Database.Length == 0 ? "it is empty." : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return problem.Message;
        }
    }

    static string? CannotWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return problem.Message;
        }
    }
}
