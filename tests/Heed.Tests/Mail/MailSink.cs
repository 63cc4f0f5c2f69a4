using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Heed.Tests.Mail;

/// <summary>A real mail server on loopback that keeps what it accepts, and can be away, refuse, or hang.</summary>
sealed class MailSink : IMessageStore, IMailboxFilter, IUserAuthenticator, IAsyncDisposable
{
    public const string User = "heed";
    public const string Password = "flat white & 2 sugars";

    readonly CancellationTokenSource _end = new();
    readonly int _port;
    readonly string _security;
    readonly Task _serving;

    MailSink(int port, string security = Heed.Storage.Settings.MailPlain, X509Certificate2? certificate = null) =>
        (_port, _security, _serving) = (port, security, Serve(port, security, certificate));

    public ConcurrentQueue<MimeMessage> Accepted { get; } = new();

    /// <summary>Mail whose text has arrived, accepted or not.</summary>
    public int Arrived;

    /// <summary>How often somebody gave a password.</summary>
    public int Asked;

    /// <summary>Refused for good at its name.</summary>
    public string? Refuses { get; init; }

    /// <summary>Never answered at its name.</summary>
    public string? HangsAt { get; init; }

    /// <summary>How long it thinks about a text before it says yes.</summary>
    public TimeSpan Takes { get; init; }

    /// <summary>While it is set, a text that has arrived gets no answer.</summary>
    public TaskCompletionSource? Holds { get; set; }

    public string[] Settings =>
        [
            "--Heed:MailHost=127.0.0.1",
            $"--Heed:MailPort={_port}",
            $"--Heed:MailSecurity={_security}",
            "--Heed:MailFrom=heed@harbor.example",
        ];

    /// <summary>The same for a process of its own, which is patient enough to be killed in the middle.</summary>
    public Dictionary<string, string> Environment =>
        new()
        {
            ["HEED_MAIL_HOST"] = "127.0.0.1",
            ["HEED_MAIL_PORT"] = $"{_port}",
            ["HEED_MAIL_SECURITY"] = _security,
            ["HEED_MAIL_FROM"] = "heed@harbor.example",
            ["HEED_MAIL_TIMEOUT"] = "300",
        };

    public static MailSink Open(
        string? refuses = null,
        string? hangsAt = null,
        TaskCompletionSource? holds = null,
        TimeSpan takes = default
    ) =>
        new(FreePort())
        {
            Takes = takes,
            Refuses = refuses,
            HangsAt = hangsAt,
            Holds = holds,
        };

    /// <summary>Speaks TLS from the first byte or after STARTTLS, and lets nobody in but <see cref="User"/>.</summary>
    public static MailSink Guarded(string security, X509Certificate2 certificate) =>
        new(FreePort(), security, certificate);

    /// <summary>The settings of a server that is away, and how it comes back.</summary>
    public static (string[] Settings, Func<MailSink> Back) Away()
    {
        var port = FreePort();
        return (
            [
                "--Heed:MailHost=127.0.0.1",
                $"--Heed:MailPort={port}",
                "--Heed:MailSecurity=none",
                "--Heed:MailFrom=heed@harbor.example",
            ],
            () => new MailSink(port)
        );
    }

    Task Serve(int port, string security, X509Certificate2? certificate)
    {
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        services.Add((IUserAuthenticator)this);
        var options = new SmtpServerOptionsBuilder()
            .ServerName("sink")
            .Endpoint(e =>
            {
                e.Endpoint(new IPEndPoint(IPAddress.Loopback, port));
                if (certificate is not null)
                    e.IsSecure(security == Heed.Storage.Settings.MailTls)
                        .Certificate(certificate)
                        .AuthenticationRequired();
            })
            .Build();
        return new SmtpServer.SmtpServer(options, services).StartAsync(_end.Token);
    }

    public async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        using var text = new MemoryStream(buffer.ToArray());
        var message = await MimeMessage.LoadAsync(text, cancellationToken);
        Interlocked.Increment(ref Arrived);
        if (Holds is { } holds)
            await holds.Task.WaitAsync(cancellationToken);
        await Task.Delay(Takes, cancellationToken);
        Accepted.Enqueue(message);
        return SmtpResponse.Ok;
    }

    public Task<bool> CanAcceptFromAsync(
        ISessionContext context,
        IMailbox from,
        int size,
        CancellationToken cancellationToken
    ) => Task.FromResult(true);

    public async Task<bool> CanDeliverToAsync(
        ISessionContext context,
        IMailbox to,
        IMailbox from,
        CancellationToken cancellationToken
    )
    {
        if (to.AsAddress() == HangsAt)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return to.AsAddress() != Refuses;
    }

    public Task<bool> AuthenticateAsync(
        ISessionContext context,
        string user,
        string password,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref Asked);
        return Task.FromResult((user, password) == (User, Password));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _serving;
        }
        catch (OperationCanceledException)
        {
            // It ends so.
        }
        _end.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
