using System.Collections;
using Heed.Storage;
using Microsoft.Extensions.Configuration;

namespace Heed.Tests.Storage;

public sealed class ReadSettingsTests
{
    static Outcome<Settings> Read(params (string Name, string Value)[] given) =>
        ReadSettings.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Heed:Data", Path.GetTempPath()),
                    .. given.Select(g => new KeyValuePair<string, string?>(g.Name, g.Value)),
                ])
                .Build()
        );

    static Settings Taken(params (string Name, string Value)[] given) =>
        Read(given).Refused(out var refusal, out var settings)
            ? throw new InvalidOperationException(refusal.Because)
            : settings;

    [Theory]
    [InlineData("PublicUlr", "PublicUrl")]
    [InlineData("mailhots", "MailHost")]
    [InlineData("Databse", "Database")]
    [InlineData("MailPassword", "MailPasswordFile")]
    public void An_unknown_name_is_told_with_the_nearest_that_can_be_set(string name, string nearest)
    {
        Assert.True(Read(($"Heed:{name}", "x")).Refused(out var refusal, out _));
        Assert.Equal(
            $"Heed cannot start with these settings:\n- Heed:{name} is not a setting of this version. Did you mean Heed:{nearest}? Otherwise take it out.",
            refusal.Because
        );
    }

    [Fact]
    public void Several_values_stand_in_one_line_or_one_by_one()
    {
        Assert.Equal(["10.0.0.1", "10.0.0.0/8"], Taken(("Heed:Proxies", " 10.0.0.1,,10.0.0.0/8 ")).Proxies);
        Assert.Equal(["10.0.0.1", "::1"], Taken(("Heed:Proxies:0", "10.0.0.1"), ("Heed:Proxies:1", "::1")).Proxies);
        Assert.Empty(Taken(("Heed:Proxies", "")).Proxies);
    }

    [Fact]
    public void Where_no_public_address_is_given_it_is_the_first_that_is_listened_on()
    {
        Assert.Equal("http://localhost:6000", Taken(("urls", "http://localhost:6000;http://[::1]:6001")).PublicUrl);
        Assert.Equal("http://localhost:5000", Taken().PublicUrl);
        Assert.Equal(
            "https://heed.example.org",
            Taken(("urls", "http://localhost:6000"), ("heed:publicurl", "https://heed.example.org")).PublicUrl
        );
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData("", null)]
    [InlineData("7.5", "Heed:MailTimeout is “7.5”. Give a whole number.")]
    [InlineData("99999999999", "Heed:MailTimeout is “99999999999”. Give a whole number.")]
    [InlineData("301", "Heed:MailTimeout is 301. Give seconds from 1 to 300.")]
    public void A_number_is_a_whole_one_and_within_its_bounds(string text, string? problem)
    {
        var isRefused = Read(("Heed:MailTimeout", text)).Refused(out var refusal, out var settings);
        Assert.Equal(problem is not null, isRefused);
        if (isRefused)
            Assert.EndsWith($"\n- {problem}", refusal!.Because, StringComparison.Ordinal);
        else
            Assert.Equal(text.Length == 0 ? 30 : 7, settings!.MailTimeout);
    }

    [Fact]
    public void Of_the_environment_only_names_of_settings_are_taken()
    {
        var read = ReadSettings.FromEnvironment(
            new Hashtable
            {
                ["HEED_MAIL_PASSWORD_FILE"] = "/run/secrets/mail",
                ["HEED_MAIL_PASSWORD"] = "secret",
                ["HEEDDATA"] = "x",
                ["PATH"] = "/bin",
                ["HEED_"] = "x",
            }
        );
        Assert.Equal([new("Heed:MailPasswordFile", "/run/secrets/mail")], read);
    }
}
