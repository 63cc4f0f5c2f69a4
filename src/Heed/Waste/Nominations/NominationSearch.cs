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
        var found = await db
            .Nominations.AsNoTracking()
            .Where(ReadNominations.IsSeenBy(me))
            .Saying(words, n => n.What)
            .OrderByDescending(n => n.On)
            .ThenBy(n => n.Id)
            .Take(most)
            .ToListAsync(stop);
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
