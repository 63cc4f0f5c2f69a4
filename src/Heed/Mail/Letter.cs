using System.Net;
using Heed.People;
using Heed.Storage;
using MimeKit;

namespace Heed.Mail;

/// <summary>Writes a mail as it goes over the wire: plain text and the same words as simple HTML.</summary>
static class Letter
{
    /// <summary>The same for every try of a job, so that a mail that came twice can be known by it.</summary>
    public static string MessageId(Id<Job> job, Settings settings) => $"{job}@{new Uri(settings.PublicUrl).Host}";

    public static MimeMessage Of(
        Job job,
        OutgoingMail mail,
        Workspace workspace,
        Settings settings,
        UnsubscribeLink links,
        DateTimeOffset now
    )
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress($"{workspace.Name} (Heed)", settings.MailSender));
        message.To.Add(new MailboxAddress("", mail.To));
        message.Subject = mail.Subject;
        message.Date = now;
        message.MessageId = MessageId(job.Id, settings);
        // Nobody's holiday note answers a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        List<string> closing = [$"This mail comes from Heed at {settings.PublicUrl}, for {workspace.Name}."];
        string? leave = null;
        if (!mail.AskedFor)
        {
            var code = links.Code(workspace.Id, mail.To);
            leave = links.Page(code);
            message.Headers.Add("List-Unsubscribe", $"<{links.OneClick(code)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.Body = new Multipart("alternative")
        {
            new TextPart("plain") { Text = Plain(mail, closing, leave) },
            new TextPart("html") { Text = Html(mail, closing, leave) },
        };
        return message;
    }

    static string Plain(OutgoingMail mail, List<string> closing, string? leave)
    {
        List<string> parts =
        [
            .. mail.Paragraphs,
            $"{mail.LinkSays}:\n{mail.Link}",
            "-- \n" + string.Join('\n', closing),
        ];
        if (leave is not null)
            parts[^1] += $"\nNo more mail of this kind: {leave}";
        return string.Join("\n\n", parts) + "\n";
    }

    static string Html(OutgoingMail mail, List<string> closing, string? leave)
    {
        var paragraphs = mail.Paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>");
        var link = $"<p><a href=\"{WebUtility.HtmlEncode(mail.Link)}\">{WebUtility.HtmlEncode(mail.LinkSays)}</a></p>";
        var end = string.Join("<br>", closing.Select(WebUtility.HtmlEncode));
        if (leave is not null)
            end += $"<br><a href=\"{WebUtility.HtmlEncode(leave)}\">No more mail of this kind</a>";
        return $"<!doctype html><html lang=\"en\"><body>{string.Concat(paragraphs)}{link}<p><small>{end}</small></p></body></html>";
    }
}
