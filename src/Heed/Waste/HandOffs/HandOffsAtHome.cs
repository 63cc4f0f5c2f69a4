using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Hand-offs of my teams that wait for my side, and those that were taken above, for administrators.</summary>
sealed class HandOffsAtHome(HeedDb db, Visit visit, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const double MinutesOfAStory = 5;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var (mine, isAdmin) = (me.Teams.Select(t => t.TeamId).ToList(), me.IsAdmin);
        var yearAgo = clock.GetUtcNow().AddDays(-HandOff.DaysToNextRound);
        var wanted = db
            .HandOffs.AsNoTracking()
            .Where(h =>
                (isAdmin && h.State == HandOffState.Escalated)
                || (mine.Contains(h.GiverId) || mine.Contains(h.TakerId))
                    && (
                        h.State == HandOffState.BothWritten
                        || (
                            h.State == HandOffState.Raised
                            && (
                                (h.RaisedBy == HandOffSide.Giver && mine.Contains(h.TakerId))
                                || (h.RaisedBy == HandOffSide.Taker && mine.Contains(h.GiverId))
                            )
                        )
                        || (
                            h.State == HandOffState.Seen
                            && (
                                (
                                    mine.Contains(h.GiverId)
                                    && !db.HandOffStories.Any(s =>
                                        s.HandOffId == h.Id && s.Round == h.Round && s.Side == HandOffSide.Giver
                                    )
                                )
                                || (
                                    mine.Contains(h.TakerId)
                                    && !db.HandOffStories.Any(s =>
                                        s.HandOffId == h.Id && s.Round == h.Round && s.Side == HandOffSide.Taker
                                    )
                                )
                            )
                        )
                        || (
                            (h.State == HandOffState.AgreedFix || h.State == HandOffState.AgreedTension)
                            && h.StateSince < yearAgo
                        )
                    )
            )
            .OrderBy(h => h.StateSince)
            .ThenBy(h => h.Id);
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(Waits)];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More hand-offs that wait",
                    "/waste/hand-offs"
                )
            );
        return said;
    }

    HomeSentence Waits(HandOff handOff)
    {
        var name = Format.Shortened(handOff.Name);
        var (say, action) = handOff.State switch
        {
            HandOffState.Raised => ($"The hand-off “{name}” was brought up by its other side.", "See it"),
            HandOffState.Seen => ($"Your side of the hand-off “{name}” is not told.", "Tell it"),
            HandOffState.BothWritten => ($"Both sides of the hand-off “{name}” are told. What becomes of it?", "Agree"),
            HandOffState.Escalated => ($"The hand-off “{name}” was escalated with both stories.", "Read them"),
            _ => ($"A year is over since the hand-off “{name}” was rated.", "Begin a new round"),
        };
        return new(HomeColumn.NeedsMe, say, $"/waste/hand-offs/{handOff.Id}")
        {
            Status = handOff.State.Shape(),
            Subject = name,
            Weight = Math.Floor((clock.GetUtcNow() - handOff.StateSince).TotalDays),
            Action = action,
            Minutes = MinutesOfAStory,
        };
    }
}
