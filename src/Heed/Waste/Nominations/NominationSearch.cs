using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Nominations by their words for the search box.</summary>
sealed class NominationSearch(HeedDb db, Visit visit) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        if (visit.Member is not { } me)
            return [];
        var part = words.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters.
        var found = await db
            .Nominations.AsNoTracking()
            .Where(ReadNominations.IsSeenBy(me))
            .Where(n => n.What.ToLower().Contains(part))
            .OrderByDescending(n => n.On)
            .ThenBy(n => n.Id)
            .Take(most)
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
        return
        [
            .. found.Select(n => new Found(
                "Nomination",
                Format.Shortened(n.What, 120),
                $"/waste/nominations/{n.Id}",
                n.State.Word()
            )),
        ];
    }
}
