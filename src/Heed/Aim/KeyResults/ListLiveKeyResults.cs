using Heed.Customers;
using Heed.Metrics;
using Heed.People;

namespace Heed.Aim;

/// <summary>A live key result by what it is called and what it hangs on; no point is read.</summary>
public sealed record KeyResultLine(
    Id<KeyResult> Id,
    string Name,
    Id<CustomerGroup>? CustomerGroup,
    Id<Metric> Metric,
    Id<Team> Team,
    double? Baseline,
    double Target
);

/// <summary>The key results that teams aim at now, for whoever draws or counts them: one question.</summary>
public sealed class ListLiveKeyResults(DueCheckIns due)
{
    public async Task<IReadOnlyList<KeyResultLine>> Run(Id<Team>? team, int most, CancellationToken stop)
    {
        var live = due.Live();
        if (team is { } owner)
            live = live.Where(k => k.Objective!.TeamId == owner);
        var rows = await live.OrderByDescending(k => k.Id)
            .Take(most)
            .Select(k => new
            {
                k.Id,
                k.Who,
                k.DoesWhat,
                k.CustomerGroupId,
                k.MetricId,
                k.Objective!.TeamId,
                k.Baseline,
                k.Target,
            })
            .ToListAsync(stop);
        return
        [
            .. rows.Select(k => new KeyResultLine(
                k.Id,
                KeyResult.Named(k.Who, k.DoesWhat),
                k.CustomerGroupId,
                k.MetricId,
                k.TeamId,
                k.Baseline,
                k.Target
            )),
        ];
    }
}
