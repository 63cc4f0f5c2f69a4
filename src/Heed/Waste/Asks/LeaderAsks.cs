using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class LeaderAsks
{
    public static void Services(IServiceCollection services) =>
        services.AddScoped<ReadLeaderAsks>().AddScoped<AskLeader>().AddScoped<MoveLeaderAsk>();

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadLeaderAsks.Map(api);
        AskLeader.Map(api);
        MoveLeaderAsk.Map(api);
    }
}

/// <summary>What I am asked to remove; and what I asked for and waits too long, or was refused.</summary>
sealed class LeaderAsksAtHome(HeedDb db, Visit visit, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const int DaysToHearOfARefusal = 14;
    const double MinutesOfAnAnswer = 5;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var (id, today) = (me.Id, here.Today(clock));
        var late = LeaderAsk.LateSince(today);
        var lately = today.AddDays(-DaysToHearOfARefusal);
        var wanted = db
            .LeaderAsks.AsNoTracking()
            .Where(a =>
                (
                    a.LeaderId == id
                    && (a.State == LeaderAskState.Asked || (a.State == LeaderAskState.Taken && a.AskedOn <= late))
                )
                || (
                    a.AskedBy == id
                    && (
                        ((a.State == LeaderAskState.Asked || a.State == LeaderAskState.Taken) && a.AskedOn <= late)
                        || (a.State == LeaderAskState.Refused && a.EndedOn > lately)
                    )
                )
            )
            .OrderBy(a => a.AskedOn)
            .ThenBy(a => a.Id);
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(a => Waits(a, id, today))];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    await wanted.CountAsync(stop) - Most,
                    "More requests to leaders",
                    "/waste/asks"
                )
            );
        return said;
    }

    static HomeSentence Waits(LeaderAsk ask, Id<Member> me, DateOnly today)
    {
        var (what, days) = (Format.Shortened(ask.What), ask.Waited(today));
        var overdue = ask.IsOverdue(today);
        var say =
            ask.State == LeaderAskState.Refused ? $"What you asked for was refused: “{what}”."
            : ask.LeaderId == me ? $"You are asked to remove “{what}”."
            : $"What you asked for waits too long: “{what}”.";
        return new(HomeColumn.NeedsMe, say, $"/waste/asks/{ask.Id}")
        {
            Status = ask.Shape(today),
            Subject = what,
            Detail = overdue ? $"overdue: it waits for {Format.Count(days, "day")}" : null,
            Weight = days,
            Action = ask.LeaderId == me && ask.IsOpen ? "Answer" : "Open",
            Minutes = MinutesOfAnAnswer,
        };
    }
}

/// <summary>Requests to leaders for the search box.</summary>
sealed class LeaderAskSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var found = await db
            .LeaderAsks.AsNoTracking()
            .Saying(words, a => a.What)
            .OrderByDescending(a => a.Id)
            .Take(most)
            .ToListAsync(stop);
        return [.. found.Select(a => new Found("Request to a leader", a.What, $"/waste/asks/{a.Id}", $"{a.State}"))];
    }
}

sealed class LeaderAsksExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<LeaderAsk>(db, "waste/leader-asks"),
            ExportFile.Rows<LeaderAskMove>(db, "waste/leader-ask-moves"),
        ]);
}
