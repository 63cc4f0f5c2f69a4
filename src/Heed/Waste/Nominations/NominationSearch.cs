using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Nominations by their words for the search box.</summary>
sealed class NominationSearch(HeedDb db, Visit visit) : ISearchSource, IAddressSource
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
        return [.. found.Select(Of)];
    }

    public async Task<Found?> At(string address, CancellationToken stop) =>
        visit.Member is { } me
        && IAddressSource.Names<Nomination>(address, "/waste/nominations/", out var id)
        && await db
            .Nominations.AsNoTracking()
            .Where(ReadNominations.IsSeenBy(me))
            .SingleOrDefaultAsync(n => n.Id == id, stop)
            is { } nomination
            ? Of(nomination)
            : null;

    static Found Of(Nomination nomination) =>
        new(
            "Nomination",
            Format.Shortened(nomination.What, 120),
            $"/waste/nominations/{nomination.Id}",
            nomination.State.Word()
        );
}
