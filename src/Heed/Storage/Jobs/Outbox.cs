using System.Text.Json;
using Heed.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace Heed.Storage;

/// <summary>
/// Owes a mail: a job in the caller's transaction, so that it goes out if and only if the act is committed. Its text is
/// sealed in the table, since it may hold a way in.
/// </summary>
public sealed class Outbox(HeedDb db, JobQueue jobs, IDataProtectionProvider protection)
{
    public const string Kind = "mail";

    readonly IDataProtector _seal = protection.CreateProtector("Heed.Mail.Outbox");

    /// <summary>The caller saves. Refused where the address gets no such mail.</summary>
    public async Task<Outcome<Done>> Add<T>(Id<T> about, OutgoingMail mail, CancellationToken stop)
    {
        if (!mail.AskedFor && await Declines(mail.To, stop))
            return Refusal.Conflict($"{mail.To} gets no mail from here: see Settings, Mail.");
        jobs.Add(Kind, about, _seal.Protect(JsonSerializer.Serialize(mail)));
        return new Done();
    }

    public OutgoingMail Open(string payload) => JsonSerializer.Deserialize<OutgoingMail>(_seal.Unprotect(payload))!;

    public Task<bool> Declines(string address, CancellationToken stop)
    {
        var normal = Suppression.Normal(address);
        return db.Suppressions.AnyAsync(s => s.Address == normal, stop);
    }

    /// <summary>Mail that waits for an address goes, and what failed with it.</summary>
    public async Task Forget(string address, CancellationToken stop)
    {
        var sealedMail = await db.Jobs.AsNoTracking().Where(j => j.Kind == Kind && j.Payload != "").ToListAsync(stop);
        var theirs = sealedMail
            .Where(j => Suppression.Normal(Open(j.Payload).To) == address)
            .Select(j => j.Id)
            .ToList();
        await db.Jobs.Where(j => theirs.Contains(j.Id)).ExecuteDeleteAsync(stop);
    }
}
