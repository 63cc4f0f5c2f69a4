using System.Collections;
using Heed.Shell;
using Heed.Storage;

namespace Heed.Tests.Storage;

public sealed class SettingsTests
{
    static string Refused(params string[] args)
    {
        Assert.True(
            Server
                .Build([$"--Heed:Data={Directory.CreateTempSubdirectory("heed-settings-").FullName}", .. args])
                .Refused(out var refusal, out _)
        );
        return refusal.Because;
    }

    [Fact]
    public void All_problems_are_told_at_once_and_in_words()
    {
        var told = Refused(
            "--Heed:PublicUlr=http://heed.example.org",
            "--Heed:PublicUrl=heed",
            "--Heed:LargestImport=many",
            "--Heed:Database=nonsense",
            "--Heed:Proxies=10.0.0.0/8, my-proxy"
        );
        Assert.Contains(
            "Heed:PublicUlr is not a setting of this version. Did you mean Heed:PublicUrl?",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains("Heed:PublicUrl is “heed”", told, StringComparison.Ordinal);
        Assert.Contains("Heed:LargestImport is “many”. Give a whole number.", told, StringComparison.Ordinal);
        Assert.Contains("Heed:Database names no host", told, StringComparison.Ordinal);
        Assert.Contains("Heed:Proxies names “my-proxy”", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_settings_are_the_defaults()
    {
        await using var world = await World.Start(
            null,
            "--Heed:LargestImport=",
            "--Heed:PublicUrl=",
            "--Heed:Proxies="
        );
        Assert.Equal("live", await world.Visitor().GetStringAsync("/health/live"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named() =>
        Assert.Contains("/proc/heed", Refused("--Heed:Data=/proc/heed"), StringComparison.Ordinal);

    [Fact]
    public void A_secret_may_lie_in_a_file()
    {
        Assert.Contains("cannot be read", Refused("--Heed:DatabaseFile=/no/such/file"), StringComparison.Ordinal);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "Host=db;Database=heed\n");
        var settings = new Settings { DatabaseFile = file, PublicUrl = "https://heed.example.org" };
        Assert.Empty(settings.Problems());
        Assert.Equal("Host=db;Database=heed", settings.Database);
    }

    [Fact]
    public void Settings_of_mail_that_cannot_work_are_told_at_once()
    {
        var told = Refused(
            "--Heed:MailHost=mail.example.org",
            "--Heed:MailPort=70000",
            "--Heed:MailSecurity=none",
            "--Heed:MailFrom=Heed <heed@example.org>",
            "--Heed:MailUser=heed",
            "--Heed:MailTimeout=0"
        );
        Assert.Contains("Heed:MailPort is 70000", told, StringComparison.Ordinal);
        Assert.Contains(
            "mail.example.org is another machine: mail would travel in the open",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains("Heed:MailFrom is “Heed <heed@example.org>”", told, StringComparison.Ordinal);
        Assert.Contains("Heed:MailUser and Heed:MailPasswordFile belong together", told, StringComparison.Ordinal);
        Assert.Contains("Heed:MailTimeout is 0", told, StringComparison.Ordinal);
        Assert.Contains(
            "Heed:MailHost is empty",
            Refused("--Heed:MailFrom=heed@example.org"),
            StringComparison.Ordinal
        );
        Assert.Contains("Heed:MailSecurity is “ssl”", Refused("--Heed:MailSecurity=ssl"), StringComparison.Ordinal);
        Assert.Contains(
            "Heed:MailPasswordFile is “/no/such/file”, and it cannot be read",
            Refused(
                "--Heed:MailHost=mail.example.org",
                "--Heed:MailFrom=heed@example.org",
                "--Heed:MailUser=heed",
                "--Heed:MailPasswordFile=/no/such/file"
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("starttls", 587)]
    [InlineData("tls", 465)]
    public void The_password_of_mail_lies_in_a_file_and_the_port_is_the_usual_one(string security, int port)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "secret\n");
        var settings = new Settings
        {
            PublicUrl = "https://heed.example.org",
            Data = Path.GetTempPath(),
            MailHost = "mail.example.org",
            MailFrom = "heed@example.org",
            MailSecurity = security,
            MailUser = "heed",
            MailPasswordFile = file,
        };
        Assert.Empty(settings.Problems());
        Assert.Equal(("secret", port), (settings.MailPassword, settings.MailPortOrUsual));
    }

    [Theory]
    [InlineData("HEED_PUBLIC_URL")]
    [InlineData("HEED_PUBLICURL")]
    [InlineData("Heed_PublicUrl")]
    public void The_environment_spells_a_setting_as_it_likes(string name)
    {
        var read = ReadSettings.FromEnvironment(
            new Hashtable { [name] = "https://heed.example.org", ["HEED_TEST_POSTGRES"] = "x" }
        );
        Assert.Equal([new("Heed:PublicUrl", "https://heed.example.org")], read);
    }

    static IReadOnlyList<string> Problems(Settings settings)
    {
        settings.Data = Path.GetTempPath();
        return settings.Problems();
    }

    static Settings Mail(string host, string security = "starttls") =>
        new()
        {
            PublicUrl = "https://heed.example.org",
            MailHost = host,
            MailSecurity = security,
            MailFrom = "heed@example.org",
        };

    [Theory]
    [InlineData("mail.example.org", "starttls", null)]
    [InlineData("192.0.2.7", "tls", null)]
    [InlineData("localhost", "none", null)]
    [InlineData("127.0.0.9", "none", null)]
    [InlineData("::1", "none", null)]
    [InlineData("192.0.2.7", "none", "mail would travel in the open")]
    [InlineData("localhost.example.org", "none", "mail would travel in the open")]
    [InlineData("mail.example.org:25", "starttls", "the name of the mail server alone")]
    [InlineData("smtp://mail.example.org", "starttls", "the name of the mail server alone")]
    public void Mail_goes_to_a_server_by_its_name_and_in_the_open_only_on_this_machine(
        string host,
        string security,
        string? problem
    )
    {
        var told = Problems(Mail(host, security));
        if (problem is null)
            Assert.Empty(told);
        else
            Assert.Contains(problem, Assert.Single(told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://heed.example.org", true)]
    [InlineData("HTTPS://heed.example.org/rooms/", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("heed.example.org", false)]
    [InlineData("/heed", false)]
    [InlineData("ftp://heed.example.org", false)]
    [InlineData("", false)]
    public void The_public_address_is_a_whole_one_of_the_web(string url, bool isTaken)
    {
        var told = Problems(new() { PublicUrl = url });
        if (isTaken)
            Assert.Empty(told);
        else
            Assert.StartsWith($"Heed:PublicUrl is “{url}”. Give the whole address", Assert.Single(told));
    }

    [Theory]
    [InlineData("10.0.0.7", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("2001:db8::7", true)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("10.0.0.0/8/8", false)]
    [InlineData("proxy.example.org", false)]
    public void A_proxy_is_an_address_or_a_network(string proxy, bool isTaken) =>
        Assert.Equal(
            isTaken ? 0 : 1,
            Problems(new() { PublicUrl = "https://heed.example.org", Proxies = ["10.0.0.1", proxy] }).Count
        );

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(4096, 0)]
    [InlineData(4097, 1)]
    public void A_file_that_is_imported_has_a_megabyte_to_four_gigabytes(int most, int problems) =>
        Assert.Equal(problems, Problems(new() { PublicUrl = "https://heed.example.org", LargestImport = most }).Count);

    [Fact]
    public void An_empty_file_is_no_secret_and_what_is_said_itself_counts_before_a_file()
    {
        var file = Path.GetTempFileName();
        var told = Assert.Single(Problems(new() { PublicUrl = "https://heed.example.org", DatabaseFile = file }));
        Assert.Equal($"Heed:DatabaseFile is “{file}”, and it cannot be read: it is empty.", told);
        var settings = new Settings
        {
            PublicUrl = "https://heed.example.org",
            Database = "Host=said",
            DatabaseFile = "/no/such/file",
        };
        Assert.Empty(Problems(settings));
        Assert.Equal("Host=said", settings.Database);
    }

    [Fact]
    public void Links_and_the_sender_come_from_the_public_address()
    {
        var settings = new Settings { PublicUrl = "https://heed.example.org/rooms/" };
        Assert.Equal("https://heed.example.org/rooms/jobs", settings.LinkTo("/jobs"));
        Assert.Equal(("heed@heed.example.org", true), (settings.MailSender, settings.UsesHttps));
        Assert.Equal("heed@example.org", Mail("localhost").MailSender);
        Assert.Equal(25, Mail("localhost", "none").MailPortOrUsual);
        Assert.False(new Settings { PublicUrl = "http://heed.example.org" }.UsesHttps);
    }

    [Fact]
    public void Settings_of_backups_that_cannot_work_are_told_at_once()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "short\n");
        var told = Refused("--Heed:BackupEvery=daily", "--Heed:BackupKeep=0", $"--Heed:BackupPasswordFile={file}");
        Assert.Contains("Heed:BackupEvery is “daily”", told, StringComparison.Ordinal);
        Assert.Contains("Heed:BackupKeep is 0", told, StringComparison.Ordinal);
        Assert.Contains("Heed:BackupFolder is empty", told, StringComparison.Ordinal);
        Assert.Contains("its password is short", told, StringComparison.Ordinal);
    }
}
