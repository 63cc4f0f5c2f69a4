using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Map;

/// <summary>Tells whoever claimed a tie that it was refuted lately, or that its test is old: a map of hopes steers nobody.</summary>
sealed class TiesAtHome(HeedDb db, Visit visit, ReadTies ties) : IHomeSource
{
    const int Most = 3;
    const int LatelyDays = 14;
    const double MinutesOfATest = 2;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var (old, lately) = (ties.Today.AddMonths(-6), ties.Today.AddDays(-LatelyDays));
        var wanted = db
            .Ties.AsNoTracking()
            .Where(t =>
                t.ClaimedBy == me.Id
                && t.WithdrawnAt == null
                && (t.TestedOn <= old || (t.State == TieState.Refuted && t.TestedOn >= lately))
            )
            .OrderBy(t => t.TestedOn)
            .ThenBy(t => t.Id);
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. (await ties.Name([.. some.Take(Most)], stop)).Select(Says)];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More ties that want a look",
                    "/map/ties"
                )
            );
        return said;
    }

    HomeSentence Says(NamedTie tie)
    {
        var stale = tie.Tie.IsStale(ties.Today);
        return new(
            HomeColumn.NeedsMe,
            stale
                ? $"That “{tie.Child.Name}” feeds “{tie.Parent.Name}” was last tested on {Format.Day(tie.Tie.TestedOn!.Value)}."
                : $"“{tie.Child.Name}” does not feed “{tie.Parent.Name}” as you claimed.",
            $"/map/ties/{tie.Tie.Id}"
        )
        {
            Status = TieWords.Shape(tie.Tie.State, stale),
            Subject = tie.Name,
            Weight = 1,
            Action = stale ? "Test it" : "Open",
            Minutes = MinutesOfATest,
        };
    }
}
