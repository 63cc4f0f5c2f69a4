using Heed.Shell;

namespace Heed.Tests.Storage;

public sealed class SettingsOfOpenIdTests
{
    [Fact]
    public void Wrong_settings_are_told_in_words()
    {
        Assert.Contains("Heed:OpenIdAuthority is empty", Told("--Heed:OpenIdClient=heed"), StringComparison.Ordinal);
        var told = Told(
            "--Heed:OpenIdAuthority=http://login.example.org",
            "--Heed:OpenIdSecretFile=/no/such/file",
            "--Heed:OpenIdRoles=staff=Boss",
            "--Heed:OpenIdJoin=perhaps"
        );
        foreach (
            var words in (string[])
                [
                    "Give the provider's whole address with https://",
                    "Heed:OpenIdClient is empty",
                    "Heed:OpenIdSecretFile is “/no/such/file”, and it cannot be read",
                    "belong together",
                    "“staff=Boss”",
                    "Give true or false",
                ]
        )
            Assert.Contains(words, told, StringComparison.Ordinal);

        static string Told(params string[] args) =>
            Server
                .Build([$"--Heed:Data={Directory.CreateTempSubdirectory("heed-settings-").FullName}", .. args])
                .Refused(out var refusal, out _)
                ? refusal.Because
                : "";
    }
}
