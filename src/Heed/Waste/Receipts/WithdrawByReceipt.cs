using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Whoever holds the receipt takes the nomination back.</summary>
public sealed class WithdrawByReceipt(HeedDb db, Visit visit, FindByReceipt find, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(ReceiptRequest asked, CancellationToken stop)
    {
        if (await find.Find(asked.Code, stop) is not { } nomination)
            return FindByReceipt.NotOpen;
        if (nomination.Withdraw(null, visit.Workspace!.Today(clock)).Refused(out var refusal, out var step))
            return refusal;
        db.NominationSteps.Add(step);
        await NominationPhoto.Remove(db, nomination.Id, stop);
        await db.SaveChangesAsync(stop);
        return new Done();
    }
}
