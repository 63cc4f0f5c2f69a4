using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class Rights
{
    public static void Services(IServiceCollection services) =>
        services.AddScoped<ReadRights>().AddScoped<GrantRight>().AddScoped<MoveRight>().AddScoped<UseRight>();

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadRights.Map(api);
        GrantRight.Map(api);
        MoveRight.Map(api);
        UseRight.Map(api);
    }
}

/// <summary>Rights of my teams that end soon or were taken back lately: nothing is clawed back quietly.</summary>
sealed class RightsAtHome(HeedDb db, Visit visit, Workspace here, TimeProvider clock) : IHomeSource
{
    const int Most = 3;
    const int SoonDays = 30;
    const int LatelyDays = 14;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var (today, mine) = (here.Today(clock), me.Teams.Select(t => t.TeamId).ToList());
        var (soon, over, lately) = (
            today.AddDays(SoonDays),
            today.AddDays(-LatelyDays),
            clock.GetUtcNow().AddDays(-LatelyDays)
        );
        var wanted = db
            .DecisionRights.AsNoTracking()
            .Where(r =>
                mine.Contains(r.HolderId)
                && (r.ReversedAt > lately || (r.ReversedAt == null && r.Until <= soon && r.Until > over))
            )
            .OrderBy(r => r.Until)
            .ThenBy(r => r.Id);
        var some = await wanted.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. some.Take(Most).Select(r => Says(r, today))];
        if (some.Count > Most)
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.New,
                    await wanted.CountAsync(stop) - Most,
                    "More decision rights that changed",
                    "/waste/rights"
                )
            );
        return said;
    }

    static HomeSentence Says(DecisionRight right, DateOnly today)
    {
        var topic = Format.Shortened(right.Topic);
        return new(
            HomeColumn.New,
            right.State(today) switch
            {
                DecisionRightState.Reversed => $"The right “{topic}” of your team was reversed.",
                DecisionRightState.Expired => $"The right “{topic}” of your team has expired.",
                _ => $"The right “{topic}” of your team ends on {Format.Day(right.Until)}.",
            },
            $"/waste/rights/{right.Id}"
        )
        {
            Status = right.State(today) == DecisionRightState.Live ? Status.Watch : right.State(today).Shape(),
            Subject = topic,
            Weight = 1,
            Action = "Open",
        };
    }
}

/// <summary>Decision rights by what they are about, for the search box.</summary>
sealed class RightSearch(HeedDb db, Workspace here, TimeProvider clock) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var today = here.Today(clock);
        var found = await db
            .DecisionRights.AsNoTracking()
            .Saying(words, r => r.Topic)
            .OrderByDescending(r => r.Id)
            .Take(most)
            .ToListAsync(stop);
        return
        [
            .. found.Select(r => new Found("Decision right", r.Topic, $"/waste/rights/{r.Id}", $"{r.State(today)}")),
        ];
    }
}

sealed class RightsExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<DecisionRight>(db, "waste/decision-rights"),
            ExportFile.Rows<RightUse>(db, "waste/right-uses"),
            ExportFile.Rows<DecisionRightMove>(db, "waste/decision-right-moves"),
        ]);
}
