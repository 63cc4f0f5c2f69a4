using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Heed.People;
using Heed.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Heed.Mail;

/// <summary>
/// Sends one mail that is owed, or lays it in the data folder where no mail server is set. At least once: between the
/// server's yes and ours in the table a process may die, and then it goes out again with the same Message-Id. Once that
/// is written down, never again.
/// </summary>
public sealed class SendMail(
    HeedDb db,
    Workspace here,
    Outbox outbox,
    UnsubscribeLink links,
    MailFolder folder,
    Settings settings,
    TimeProvider clock
)
{
    public const int AtOnce = 4;

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        var mail = outbox.Open(lease.Job.Payload);
        // Declined since it was written: that is an answer, not a failure.
        if (!mail.AskedFor && await outbox.Declines(mail.To, stop))
            return JobEnd.Done;
        var message = Letter.Of(lease.Job, mail, here, settings, links, clock.GetUtcNow());
        if (!settings.SendsMail)
        {
            await folder.Keep(here.Id, lease.Job.Id, message, stop);
            // Whoever it was to may have been forgotten meanwhile, and the job with them.
            if (!await lease.Renew(db, stop))
                folder.Remove(here.Id, lease.Job.Id);
            return JobEnd.Done;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.MailTimeout));
        try
        {
            await Send(message, patience.Token);
            return JobEnd.Done;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return JobEnd.Again($"{Server} did not answer within {settings.MailTimeout} seconds.");
        }
        catch (SmtpCommandException problem) when (problem.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
        {
            return await Refused(mail, problem, stop);
        }
        catch (SmtpCommandException problem)
        {
            var because = $"{Server} refused the mail: {(int)problem.StatusCode} {problem.Message}";
            return (int)problem.StatusCode >= 500 ? JobEnd.Never(because) : JobEnd.Again(because);
        }
        catch (AuthenticationException problem)
        {
            return JobEnd.Again(
                $"{Server} did not let “{settings.MailUser}” in: {problem.Message} Look at Heed:MailUser and Heed:MailPasswordFile."
            );
        }
        catch (SslHandshakeException)
        {
            return JobEnd.Again(
                $"No safe connection with {Server} came about: its certificate is not trusted here, or it speaks no TLS at this port. Look at Heed:MailHost, Heed:MailPort and Heed:MailSecurity."
            );
        }
        catch (Exception problem)
            when (problem is SocketException or IOException or ProtocolException or NotSupportedException)
        {
            return JobEnd.Again($"{Server} cannot be reached: {problem.Message}");
        }
    }

    string Server => $"The mail server {settings.MailHost}:{settings.MailPortOrUsual}";

    async Task Send(MimeMessage message, CancellationToken stop)
    {
        using var client = new SmtpClient { ServerCertificateValidationCallback = Trusted };
        var security = settings.MailSecurity switch
        {
            Settings.MailTls => SecureSocketOptions.SslOnConnect,
            Settings.MailPlain => SecureSocketOptions.None,
            // Required: a server that offers none gets nothing.
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(settings.MailHost, settings.MailPortOrUsual, security, stop);
        if (settings.MailUser.Length > 0)
            await client.AuthenticateAsync(settings.MailUser, settings.MailPassword, stop);
        await client.SendAsync(message, stop);
        try
        {
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception problem) when (problem is IOException or ProtocolException or OperationCanceledException)
        {
            // It has the mail; how it takes leave changes nothing.
        }
    }

    /// <summary>
    /// Trusted by this machine, and not known to be revoked. That its issuer keeps no list of revoked ones, as an
    /// organisation's own does not, or that the list is out of reach, is no reason to send nothing (as browsers do).
    /// </summary>
    static bool Trusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
        || errors == SslPolicyErrors.RemoteCertificateChainErrors
            && chain is { ChainStatus.Length: > 0 }
            && chain.ChainStatus.All(s =>
                s.Status is X509ChainStatusFlags.RevocationStatusUnknown or X509ChainStatusFlags.OfflineRevocation
            );

    /// <summary>A yes to all but this address. For good, unless the server says that it is about us (5.7) or about now (4xx).</summary>
    async Task<JobEnd> Refused(OutgoingMail mail, SmtpCommandException problem, CancellationToken stop)
    {
        var because = $"{Server} refused the address {mail.To}: {(int)problem.StatusCode} {problem.Message}";
        if ((int)problem.StatusCode < 500)
            return JobEnd.Again(because);
        if (!problem.Message.StartsWith("5.7", StringComparison.Ordinal) && !await outbox.Declines(mail.To, stop))
        {
            db.Suppressions.Add(
                new()
                {
                    Address = Suppression.Normal(mail.To),
                    Because = SuppressionReason.Bounced,
                    At = clock.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync(stop);
        }
        return JobEnd.Never(because);
    }
}
