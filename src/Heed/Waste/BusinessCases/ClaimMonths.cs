using Heed.Storage;

namespace Heed.Waste;

/// <summary>Sees to it that one saved hour is counted once: the months of a practice belong to one business case.</summary>
public sealed class ClaimMonths(HeedDb db)
{
    /// <summary>Takes the months of a business case in the place of those it had; refuses where another counts on one of them.</summary>
    internal async Task<Refusal?> Apply(BusinessCase of, CancellationToken stop)
    {
        var had = await db.ClaimedMonths.Where(c => c.BusinessCaseId == of.Id).ToListAsync(stop);
        List<DateOnly> wanted = of.PracticeId is null ? [] : [.. of.Months];
        if (of.PracticeId is { } practice)
        {
            var taken = await db
                .ClaimedMonths.Where(c =>
                    c.PracticeId == practice && c.BusinessCaseId != of.Id && wanted.Contains(c.Month)
                )
                .OrderBy(c => c.Month)
                .FirstOrDefaultAsync(stop);
            if (taken is not null)
            {
                var other = await db
                    .BusinessCases.Where(c => c.Id == taken.BusinessCaseId)
                    .Select(c => c.Name)
                    .SingleAsync(stop);
                return Refusal
                    .Conflict(
                        $"The business case “{other}” counts on this practice in {Format.Month(taken.Month)} already, and one saved hour is counted once. Take other months, or leave the practice out."
                    )
                    .At(nameof(BusinessCaseRequest.Practice));
            }
        }
        var kept = had.Where(c => c.PracticeId == of.PracticeId && wanted.Contains(c.Month)).ToList();
        db.ClaimedMonths.RemoveRange(had.Except(kept));
        db.ClaimedMonths.AddRange(
            wanted
                .Except(kept.Select(c => c.Month))
                .Select(month => new ClaimedMonth
                {
                    PracticeId = of.PracticeId!.Value,
                    Month = month,
                    BusinessCaseId = of.Id,
                })
        );
        return null;
    }

    /// <summary>Gives them up, for another to count on.</summary>
    internal async Task Release(BusinessCase of, CancellationToken stop) =>
        db.ClaimedMonths.RemoveRange(await db.ClaimedMonths.Where(c => c.BusinessCaseId == of.Id).ToListAsync(stop));
}
