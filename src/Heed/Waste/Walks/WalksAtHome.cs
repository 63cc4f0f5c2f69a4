using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Notes of walks at my teams that none of us has read yet.</summary>
sealed class WalksAtHome(HeedDb db, Visit visit, ReadTeams teams, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 3;
    const double MinutesToRead = 1;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var mine = me.Teams.Select(t => t.TeamId).ToList();
        var wanted = db
            .WalkNotes.AsNoTracking()
            .Where(n => n.State == WalkState.Waiting && n.AuthorId != me.Id && mine.Contains(n.TeamId))
            .OrderBy(n => n.TeamFirstUntil)
            .ThenBy(n => n.Id);
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        if (some.Count == 0)
            return [];
        var (names, today) = (await teams.Names(stop), here.Today(clock));
        List<HomeSentence> said = [.. some.Take(Most).Select(n => Waits(n, names[n.TeamId], today))];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More walk notes to read",
                    "/waste/walks"
                )
            );
        return said;
    }

    static HomeSentence Waits(WalkNote note, string team, DateOnly today) =>
        new(HomeColumn.NeedsMe, $"A walk note about {team} waits to be read.", $"/waste/walks/{note.Id}")
        {
            Status = Status.Watch,
            Subject = team,
            Detail = note.IsShown(today)
                ? $"everybody sees it since {Format.Day(note.TeamFirstUntil.AddDays(1))}"
                : $"yours alone until {Format.Day(note.TeamFirstUntil)}",
            Weight = 1,
            Action = "Read it",
            Minutes = MinutesToRead,
        };
}
