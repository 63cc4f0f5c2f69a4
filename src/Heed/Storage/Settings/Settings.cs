namespace Heed.Storage;

/// <summary>What an administrator sets: appsettings.json, then environment variables (HEED_PUBLIC_URL, or Heed__PublicUrl), then the command line.</summary>
public sealed partial class Settings
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

    /// <summary>The server that takes mail. Empty: mail stays in the data folder, and on a page for administrators.</summary>
    public string MailHost { get; set; } = "";

    /// <summary>Its port. Empty: 587, or 465 with implicit TLS, or 25 without TLS.</summary>
    public int MailPort { get; set; }

    /// <summary>starttls, tls (from the first byte on) or none, which is for a server on the same machine.</summary>
    public string MailSecurity { get; set; } = MailStartTls;
    public string MailUser { get; set; } = "";

    /// <summary>A file that holds the password of <see cref="MailUser"/>.</summary>
    public string MailPasswordFile { get; set; } = "";

    /// <summary>The address that mail comes from.</summary>
    public string MailFrom { get; set; } = "";

    /// <summary>How many seconds one mail may take.</summary>
    public int MailTimeout { get; set; } = 30;

    /// <summary>When backups are made: at a time of day such as 03:15, or every so many hours, such as 6h. Empty: never by itself.</summary>
    public string BackupEvery { get; set; } = "";

    /// <summary>The folder that backups go into; better on another disk.</summary>
    public string BackupFolder { get; set; } = "";

    /// <summary>A file that holds the password that seals them. Empty: they are not sealed.</summary>
    public string BackupPasswordFile { get; set; } = "";

    /// <summary>Of how many days the last backup stays; of each of twelve months it stays in any case.</summary>
    public int BackupKeep { get; set; } = 14;

    /// <summary>The pg_dump of a PostgreSQL as new as the server's. Empty: the one on the path, if any. none: does without.</summary>
    public string BackupPgDump { get; set; } = "";

    /// <summary>yes: an upgrade does not wait for a copy of what was there before.</summary>
    public string UpgradeWithoutCopy { get; set; } = "";

    public const string Yes = "yes";
    public const string None = "none";
    public const string MailStartTls = "starttls";
    public const string MailTls = "tls";
    public const string MailPlain = "none";

    string _mailPassword = "";

    public string MailPassword => _mailPassword;

    /// <summary>When backups are due; null where none is made by itself.</summary>
    public BackupSchedule? Backups => BackupSchedule.Parse(BackupEvery);

    string _backupPassword = "";

    /// <summary>What seals backups; null where they are open.</summary>
    public string? BackupPassword => _backupPassword.Length > 0 ? _backupPassword : null;
    public bool SendsMail => MailHost.Length > 0;
    public int MailPortOrUsual =>
        MailPort != 0 ? MailPort
        : MailSecurity == MailTls ? 465
        : MailSecurity == MailPlain ? 25
        : 587;

    /// <summary>What stands as the sender: where no server is set, an address that says where the mail was written.</summary>
    public string MailSender => MailFrom.Length > 0 ? MailFrom : $"heed@{new Uri(PublicUrl).Host}";

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
        problems.AddRange(LimitProblems());
        problems.AddRange(MailProblems());
        problems.AddRange(OpenIdProblems());
        problems.AddRange(BackupProblems());
        if (!UsesPostgres && CannotWrite(Data) is { } why)
            problems.Add($"Heed:Data is “{Path.GetFullPath(Data)}”, and it cannot be written: {why}");
        return problems;
    }

    IEnumerable<string> MailProblems()
    {
        if (MailSecurity is not (MailStartTls or MailTls or MailPlain))
            yield return $"Heed:MailSecurity is “{MailSecurity}”. Give starttls, tls, or none for a server on this machine.";
        if (MailTimeout is < 1 or > 300)
            yield return $"Heed:MailTimeout is {MailTimeout}. Give seconds from 1 to 300.";
        if (MailPort is < 0 or > 65535)
            yield return $"Heed:MailPort is {MailPort}. Give a port from 1 to 65535, or leave it empty.";
        if (!SendsMail)
        {
            if (MailFrom.Length + MailUser.Length + MailPasswordFile.Length > 0)
                yield return "Heed:MailHost is empty, and other settings of mail are given. Name the mail server, or take them out.";
            yield break;
        }
        if (Uri.CheckHostName(MailHost) == UriHostNameType.Unknown)
            yield return $"Heed:MailHost is “{MailHost}”. Give the name of the mail server alone, such as mail.example.org.";
        else if (MailSecurity == MailPlain && !IsHere(MailHost))
            yield return $"Heed:MailSecurity is none, and {MailHost} is another machine: mail would travel in the open. Give starttls or tls.";
        if (!System.Net.Mail.MailAddress.TryCreate(MailFrom, out var from) || from.Address != MailFrom)
            yield return $"Heed:MailFrom is “{MailFrom}”. Give the address that mail comes from, such as heed@example.org.";
        if (MailUser.Length > 0 != MailPasswordFile.Length > 0)
            yield return "Heed:MailUser and Heed:MailPasswordFile belong together: give both, or neither.";
        else if (MailPasswordFile.Length > 0 && Secret(MailPasswordFile, out _mailPassword) is { } unread)
            yield return $"Heed:MailPasswordFile is “{MailPasswordFile}”, and it cannot be read: {unread}";
    }

    IEnumerable<string> BackupProblems()
    {
        if (UpgradeWithoutCopy is not ("" or "no" or Yes))
            yield return $"Heed:UpgradeWithoutCopy is “{UpgradeWithoutCopy}”. Give yes, or leave it empty.";
        if (BackupKeep is < 1 or > 3650)
            yield return $"Heed:BackupKeep is {BackupKeep}. Give days from 1 to 3650.";
        if (BackupEvery.Length > 0 && Backups is null)
            yield return $"Heed:BackupEvery is “{BackupEvery}”. Give a time of day such as 03:15, or hours such as 6h.";
        if (BackupFolder.Length == 0 && BackupEvery.Length + BackupPasswordFile.Length > 0)
            yield return "Heed:BackupFolder is empty, and other settings of backups are given. Name the folder, or take them out.";
        if (BackupPasswordFile.Length == 0)
            yield break;
        if (Secret(BackupPasswordFile, out _backupPassword) is { } unread)
            yield return $"Heed:BackupPasswordFile is “{BackupPasswordFile}”, and it cannot be read: {unread}";
        else if (_backupPassword.Length < SealedStream.ShortestPassword)
            yield return $"Heed:BackupPasswordFile is “{BackupPasswordFile}”, and its password is short: use at least {SealedStream.ShortestPassword} characters.";
    }

    static bool IsHere(string host) =>
        host == "localhost"
        || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));

    string? CannotRead()
    {
        var why = Secret(DatabaseFile, out var connection);
        Database = connection;
        return why;
    }

    /// <summary>Why the file holds none; null where it does.</summary>
    static string? Secret(string file, out string secret)
    {
        secret = "";
        try
        {
            secret = File.ReadAllText(file).Trim();
            return secret.Length == 0 ? "it is empty." : null;
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
            OwnFolder.Create(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            OwnFolder.Write(probe, FileMode.Create).Dispose();
            File.Delete(probe);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return problem.Message;
        }
    }
}
