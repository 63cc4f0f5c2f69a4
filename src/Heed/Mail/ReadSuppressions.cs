using Heed.People;
using Heed.Storage;

namespace Heed.Mail;

public sealed record SuppressionView(Id<Suppression> Id, string Address, SuppressionReason Because, DateTimeOffset At);

/// <summary>The addresses that get no mail, for administrators.</summary>
public sealed class ReadSuppressions(HeedDb db, Member me)
{
    public static readonly Refusal NotYours = Refusal.Forbidden("Only an administrator may see the mail.");

    public async Task<Outcome<IReadOnlyList<SuppressionView>>> Run(CancellationToken stop)
    {
        if (!me.IsAdmin)
            return NotYours;
        return await db
            .Suppressions.AsNoTracking()
            .OrderByDescending(s => s.At)
            .Take(Part.Most)
            .Select(s => new SuppressionView(s.Id, s.Address, s.Because, s.At))
            .ToListAsync(stop);
    }
}
