using Heed.People;
using Heed.Storage;
using MimeKit;

namespace Heed.Mail;

public sealed record FiledMail(Id<Job> Id, string To, string Subject, DateTimeOffset At);

/// <summary>Where mail lands as files while no mail server is set: one folder a workspace, for the owner of the process alone.</summary>
public sealed class MailFolder(Settings settings)
{
    string Of(Id<Workspace> workspace) => Path.Combine(settings.Data, "mail", workspace.ToString());

    string PathOf(Id<Workspace> workspace, Id<Job> id) => Path.Combine(Of(workspace), $"{id}.eml");

    /// <summary>Whole or not at all; the same mail again replaces itself.</summary>
    public async Task Keep(Id<Workspace> workspace, Id<Job> id, MimeMessage message, CancellationToken stop)
    {
        OwnFolder.Create(Of(workspace));
        var path = PathOf(workspace, id);
        await using (var file = OwnFolder.Write(path + ".part", FileMode.Create))
        {
            await message.WriteToAsync(file, stop);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>The newest first. On several servers each has those that it wrote.</summary>
    public IReadOnlyList<FiledMail> List(Id<Workspace> workspace, int most)
    {
        if (!Directory.Exists(Of(workspace)))
            return [];
        return
        [
            .. Directory
                .EnumerateFiles(Of(workspace), "*.eml")
                .OrderByDescending(f => f, StringComparer.Ordinal)
                .Take(most)
                .Select(f =>
                {
                    var message = MimeMessage.Load(f);
                    return new FiledMail(
                        Id<Job>.Parse(Path.GetFileNameWithoutExtension(f), null),
                        message.To.ToString(),
                        message.Subject ?? "",
                        message.Date
                    );
                }),
        ];
    }

    public (FiledMail Mail, string Text)? Read(Id<Workspace> workspace, Id<Job> id)
    {
        if (!File.Exists(PathOf(workspace, id)))
            return null;
        var message = MimeMessage.Load(PathOf(workspace, id));
        return (new(id, message.To.ToString(), message.Subject ?? "", message.Date), message.TextBody ?? "");
    }

    public void Remove(Id<Workspace> workspace, Id<Job> id) => File.Delete(PathOf(workspace, id));

    /// <summary>Mail to an address goes, whoever else it was to.</summary>
    public void Forget(Id<Workspace> workspace, string address)
    {
        if (!Directory.Exists(Of(workspace)))
            return;
        foreach (var file in Directory.EnumerateFiles(Of(workspace), "*.eml"))
            if (MimeMessage.Load(file).To.Mailboxes.Any(m => Suppression.Normal(m.Address) == address))
                File.Delete(file);
    }
}
