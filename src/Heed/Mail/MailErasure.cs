using Heed.People;
using Heed.Storage;

namespace Heed.Mail;

/// <summary>Whoever is forgotten is written to no more: what waits and what stayed here goes, and the address they declined with.</summary>
sealed class MailErasure(HeedDb db, Workspace here, Outbox outbox, MailFolder folder) : IErasureSource
{
    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        var address = Suppression.Normal(member.Address);
        if (address.Length == 0)
            return;
        await db.Suppressions.Where(s => s.Address == address).ExecuteDeleteAsync(stop);
        await outbox.Forget(address, stop);
        folder.Forget(here.Id, address);
    }
}
