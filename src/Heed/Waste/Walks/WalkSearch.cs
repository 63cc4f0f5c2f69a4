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
        var (part, today) = (words.Trim().ToLowerInvariant(), here.Today(clock));
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers the letters.
        var found = await db
            .WalkNotes.AsNoTracking()
            .Where(WalkNote.IsSeenBy(me, today))
            .Where(n => (n.Saw + " " + n.Heard + " " + n.Inferred + " " + n.Where).ToLower().Contains(part))
            .OrderByDescending(n => n.Id)
            .Take(most)
            .ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
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
