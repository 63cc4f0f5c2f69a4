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
    public Task<IReadOnlyList<KeyResultLine>> Run(Id<Team>? team, int most, CancellationToken stop) =>
        Read(team is { } owner ? due.Live().Where(k => k.Objective!.TeamId == owner) : due.Live(), most, stop);

    /// <summary>What is aimed at for these customers, whichever team does.</summary>
    public Task<IReadOnlyList<KeyResultLine>> For(
        IReadOnlyCollection<Id<CustomerGroup>> groups,
        int most,
        CancellationToken stop
    ) => Read(due.Live().Where(k => k.CustomerGroupId != null && groups.Contains(k.CustomerGroupId.Value)), most, stop);

    static async Task<IReadOnlyList<KeyResultLine>> Read(IQueryable<KeyResult> live, int most, CancellationToken stop)
    {
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
