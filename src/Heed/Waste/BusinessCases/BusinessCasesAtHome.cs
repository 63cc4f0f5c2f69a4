using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Live business cases that nobody has scored for a quarter, for those whose promise it is.</summary>
sealed class BusinessCasesAtHome(HeedDb db, Visit visit, TimeProvider clock) : IHomeSource
{
    const int Most = 3;
    const double MinutesOfAScore = 3;

    /// <summary>A quarter.</summary>
    internal const int DueDays = 91;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var (isAdmin, mine) = (me.IsAdmin, me.Teams.Select(t => t.TeamId).ToList());
        var due = clock.GetUtcNow().AddDays(-DueDays);
        var owed = db
            .BusinessCases.AsNoTracking()
            .Where(c => c.State == BusinessCaseState.Live || c.State == BusinessCaseState.Rescored)
            .Where(c => c.StateSince <= due && (isAdmin || mine.Contains(c.TeamId)));
        var some = await owed.OrderBy(c => c.StateSince).ThenBy(c => c.Id).Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(Owed)];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await owed.CountAsync(stop) - Most,
                    "More business cases to be scored",
                    "/waste/business-cases"
                )
            );
        return said;
    }

    HomeSentence Owed(BusinessCase of)
    {
        var days = (int)(clock.GetUtcNow() - of.StateSince).TotalDays;
        var name = Format.Shortened(of.Name);
        return new(
            HomeColumn.NeedsMe,
            $"What came of the business case “{name}” is not scored.",
            $"/waste/business-cases/{of.Id}"
        )
        {
            Status = Status.Watch,
            Subject = name,
            Detail =
                of.State == BusinessCaseState.Live
                    ? $"live for {Format.Count(days, "day")}, never scored"
                    : $"last scored {Format.Count(days, "day")} ago",
            Weight = days - DueDays + 1,
            Action = "Score it",
            Minutes = MinutesOfAScore,
        };
    }
}
