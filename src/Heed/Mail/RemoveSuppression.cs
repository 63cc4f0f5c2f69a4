using Heed.Journal;
using Heed.People;
using Heed.Storage;

namespace Heed.Mail;

/// <summary>Lets mail go to an address again that a server once refused. Who declined it is not overruled.</summary>
public sealed class RemoveSuppression(HeedDb db, Member me, JournalWriter journal)
{
    public async Task<Outcome<Done>> Run(Id<Suppression> id, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return ReadSuppressions.NotYours;
        if (await db.Suppressions.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } suppression)
            return Refusal.Missing("address");
        if (suppression.Because == SuppressionReason.Unsubscribed)
            return Refusal.Conflict("This person declined further mail, and that is theirs to decide.");
        db.Suppressions.Remove(suppression);
        journal.Write("allow-mail", id, $"{me.Name} lets mail go again to an address that was refused.");
        await db.SaveChangesAsync(stop);
        return new Done();
    }
}
