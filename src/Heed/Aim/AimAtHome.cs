using Heed.People;

namespace Heed.Aim;

/// <summary>What Aim says on Home: check-ins that wait for me, key results that nobody looks at, starts that nobody measured.</summary>
sealed class AimAtHome(DueCheckIns due, Member me, TimeProvider clock) : ISpeakAtHome
{
    const int Most = 5;
    const double MinutesOfACheckIn = 0.75;

    public async Task<IReadOnlyList<HomeSentence>> Tell(CancellationToken stop) =>
        [.. await Due(stop), .. await Silent(stop), .. await WithoutAStart(stop)];

    async Task<List<HomeSentence>> Due(CancellationToken stop)
    {
        if (!me.MayWrite || me.Teams.Count == 0)
            return [];
        var waiting = await due.Mine()
            .Select(k => new
            {
                k.Id,
                k.Who,
                k.DoesWhat,
                k.CheckedInAt,
            })
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. waiting.Select(k => new HomeSentence(
                HomeColumn.NeedsMe,
                $"Check in: {k.Who} {k.DoesWhat}",
                $"/aim/check-in/{k.Id}",
                HomeStatus.NotKnown,
                k.CheckedInAt is { } last ? $"last {Ago(last)}" : "the first one",
                Weight: Days(k.CheckedInAt),
                Action: "Check in",
                Minutes: MinutesOfACheckIn
            )),
        ];
    }

    async Task<List<HomeSentence>> Silent(CancellationToken stop)
    {
        var silent = await due.Silent()
            .Select(k => new
            {
                k.Id,
                k.Who,
                k.DoesWhat,
                k.CheckedInAt,
            })
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. silent.Select(k => new HomeSentence(
                HomeColumn.Stuck,
                $"Nobody looks at it: {k.Who} {k.DoesWhat}",
                $"/aim/key-results/{k.Id}",
                HomeStatus.Watch,
                k.CheckedInAt is { } last ? $"last check-in {Ago(last)}" : "never checked in on",
                Weight: Days(k.CheckedInAt),
                Action: "Open"
            )),
        ];
    }

    async Task<List<HomeSentence>> WithoutAStart(CancellationToken stop)
    {
        var blind = await due.Live()
            .Where(k => k.BaselineState != BaselineState.Known)
            .OrderBy(k => k.CreatedAt)
            .ThenBy(k => k.Id)
            .Select(k => new
            {
                k.Id,
                k.Who,
                k.DoesWhat,
                k.CreatedAt,
            })
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. blind.Select(k => new HomeSentence(
                HomeColumn.Stuck,
                $"No start is known: {k.Who} {k.DoesWhat}",
                $"/aim/key-results/{k.Id}",
                HomeStatus.NotKnown,
                $"since {InWords.Day(DateOnly.FromDateTime(k.CreatedAt.UtcDateTime))}",
                Weight: Days(k.CreatedAt),
                Action: "Set the start"
            )),
        ];
    }

    double Days(DateTimeOffset? at) => at is { } then ? (clock.GetUtcNow() - then).TotalDays : DueCheckIns.DaysOfRhythm;

    string Ago(DateTimeOffset at)
    {
        var days = (int)(clock.GetUtcNow() - at).TotalDays;
        return days == 0 ? "today" : $"{days} {(days == 1 ? "day" : "days")} ago";
    }
}
