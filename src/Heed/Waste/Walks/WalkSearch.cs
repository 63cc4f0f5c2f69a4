using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Walk notes for the search box: those that the reader may see by now.</summary>
sealed class WalkSearch(HeedDb db, Visit visit, Workspace here, TimeProvider clock) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        if (visit.Member is not { } me)
            return [];
        var today = here.Today(clock);
        var found = await db
            .WalkNotes.AsNoTracking()
            .Where(WalkNote.IsSeenBy(me, today))
            .Saying(words, n => n.Saw + " " + n.Heard + " " + n.Inferred + " " + n.Where)
            .OrderByDescending(n => n.Id)
            .Take(most)
            .ToListAsync(stop);
        return
        [
            .. found.Select(n => new Found(
                "Walk note",
                Format.Shortened(n.Words, 120),
                $"/waste/walks/{n.Id}",
                n.Word(today)
            )),
        ];
    }
}
