using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>What other teams ask of mine and waits; what mine asked for and was declined or is late.</summary>
sealed class DependenciesAtHome(HeedDb db, ReadTeams teams, Member me, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const double MinutesOfAnAnswer = 3;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.MayWrite ? me.Teams.Select(t => t.TeamId).ToList() : [];
        if (mine.Count == 0)
            return [];
        var today = here.Today(clock);
        var wanted = db
            .Dependencies.AsNoTracking()
            .Where(d =>
                mine.Contains(d.ToTeamId)
                    && (
                        d.State == DependencyState.Requested
                        || d.State == DependencyState.Accepted && (d.PromisedFor ?? d.ByWhen) < today
                    )
                || mine.Contains(d.FromTeamId)
                    && (
                        d.State == DependencyState.Declined
                        || (d.State == DependencyState.Requested || d.State == DependencyState.Accepted)
                            && (d.PromisedFor ?? d.ByWhen) < today
                    )
            )
            .OrderBy(d => d.ByWhen)
            .ThenBy(d => d.Id);
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        if (some.Count == 0)
            return [];
        var names = await teams.Names(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(d => Waits(d, mine, names, today))];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More that teams need of each other",
                    "/aim/dependencies"
                )
            );
        return said;
    }

    HomeSentence Waits(
        Dependency dependency,
        List<Id<Team>> mine,
        IReadOnlyDictionary<Id<Team>, string> names,
        DateOnly today
    )
    {
        var what = Format.Shortened(dependency.Needs);
        var (from, to) = (names.GetValueOrDefault(dependency.FromTeamId), names.GetValueOrDefault(dependency.ToTeamId));
        var isAsked = mine.Contains(dependency.ToTeamId);
        var says =
            dependency.State is DependencyState.Declined ? $"{to} declined “{what}”. What do you do then?"
            : isAsked && dependency.State is DependencyState.Requested ? $"{from} asks you for “{what}”."
            : isAsked ? $"You promised “{what}” to {from} for {Format.Day(dependency.Due)}."
            : $"“{what}”, asked of {to}, is late.";
        return new(HomeColumn.NeedsMe, says, $"/aim/dependencies/{dependency.Id}")
        {
            Status = dependency.Shape(today),
            Subject = what,
            Detail = dependency.IsLate(today)
                ? $"late since {Format.Day(dependency.Due)}"
                : $"needed by {Format.Day(dependency.ByWhen)}",
            Weight = Math.Max(0, (clock.GetUtcNow() - dependency.StateSince).TotalDays),
            Action = isAsked && dependency.State is DependencyState.Requested ? "Answer" : "Open",
            Minutes = MinutesOfAnAnswer,
        };
    }
}

/// <summary>What teams need of each other, for the search box.</summary>
sealed class DependencySearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var found = await db
            .Dependencies.AsNoTracking()
            .Saying(words, d => d.Needs)
            .OrderByDescending(d => d.Id)
            .Take(most)
            .ToListAsync(stop);
        return [.. found.Select(d => new Found("Dependency", d.Needs, $"/aim/dependencies/{d.Id}", d.State.Word()))];
    }
}
