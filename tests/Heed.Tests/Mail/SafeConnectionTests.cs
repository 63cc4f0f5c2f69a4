using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Heed.Storage;
using Heed.Tests.Listen;
using Heed.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Mail;

/// <summary>A mail server that speaks TLS and asks for a password, with a certificate of the organisation's own.</summary>
[OnOneDatabase("how mail goes out")]
public sealed class SafeConnectionTests
{
    static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var today = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(today.AddDays(-1), today.AddDays(30));
    }

    static async Task<string> Invited(World world, Cast maya, string address)
    {
        var answer = await maya.Api().PostAsJsonAsync("/api/v1/invitations", new { email = address, role = "Viewer" });
        answer.EnsureSuccessStatusCode();
        return world.Services.GetRequiredService<Settings>().Data;
    }

    static Task<Job> Mail(World world, Cast maya) =>
        world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().SingleAsync());

    /// <summary>A process of its own: which certificates are trusted is read once, when a process starts.</summary>
    [Theory]
    [InlineData(Settings.MailTls)]
    [InlineData(Settings.MailStartTls)]
    public async Task A_mail_goes_out_by_TLS_with_the_password_of_a_file(string security)
    {
        using var certificate = Certificate();
        await using var sink = MailSink.Guarded(security, certificate);
        await using var world = await Worlds.BesideProcesses();
        var maya = await world.Organisation("Harbor Coffee");
        var data = await Invited(world, maya, "cleo@harbor.example");
        var (trusted, password) = (Path.Combine(data, "trusted.pem"), Path.Combine(data, "password"));
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(password, MailSink.Password + "\n");

        await using var heed = await world.Process([
            .. sink.Environment,
            new("HEED_MAIL_USER", MailSink.User),
            new("HEED_MAIL_PASSWORD_FILE", password),
            new("SSL_CERT_FILE", trusted),
        ]);
        await Errands.Until(
            async () => (await Mail(world, maya)) is { DoneAt: not null } or { LastError: not null },
            60
        );

        Assert.Null((await Mail(world, maya)).LastError);
        Assert.Equal("cleo@harbor.example", sink.Accepted.Single().To.ToString());
    }

    [Theory]
    [InlineData(Settings.MailTls)]
    [InlineData(Settings.MailStartTls)]
    public async Task A_certificate_that_nobody_trusts_gets_neither_mail_nor_password_and_is_named(string security)
    {
        using var certificate = Certificate();
        await using var sink = MailSink.Guarded(security, certificate);
        await using var world = await World.Start(Worlds.Idle, sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        await Invited(world, maya, "cleo@harbor.example");
        await world.Work();

        Assert.Empty(sink.Accepted);
        Assert.Equal(0, sink.Asked);
        Assert.Contains(
            "its certificate is not trusted here",
            (await Mail(world, maya)).LastError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_that_offers_no_TLS_gets_nothing_where_it_is_asked_for()
    {
        await using var sink = MailSink.Open();
        await using var world = await World.Start(
            Worlds.Idle,
            [.. sink.Settings, $"--Heed:MailSecurity={Settings.MailStartTls}"]
        );
        var maya = await world.Organisation("Harbor Coffee");
        await Invited(world, maya, "cleo@harbor.example");
        await world.Work();

        Assert.Empty(sink.Accepted);
        Assert.Contains("STARTTLS", (await Mail(world, maya)).LastError, StringComparison.OrdinalIgnoreCase);
    }
}
