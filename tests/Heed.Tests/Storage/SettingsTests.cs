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
}
