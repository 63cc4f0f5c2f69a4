using Heed.Metrics;

namespace Heed.Try;

/// <summary>Says on the page of a metric, and on those of its key results, whether what is tried moves it.</summary>
sealed class TractionOnMetrics(ReadTraction read, OfferMoves offer) : ITractionSource
{
    /// <summary>One attempt alone is told by its trial.</summary>
    const int Fewest = 2;

    public async Task<IReadOnlyList<MetricTraction>> Traction(Id<Metric> metric, CancellationToken stop)
    {
        var outcomes = (await read.Of([metric], stop)).Where(o => o.Tried.Count >= Fewest).ToList();
        var stuck = outcomes.FindAll(o => o.IsStuck);
        var offers = await offer.To(stuck, stop);
        return [.. outcomes.Select(o => Of(o) with { Offers = o.IsStuck ? offers[stuck.IndexOf(o)] : [] })];
    }

    internal static MetricTraction Of(OutcomeTraction outcome) =>
        new(
            outcome.Team,
            outcome.Shape(),
            outcome.Word(),
            outcome.BesideItsWord(),
            outcome.RestsOn(),
            [.. outcome.Tried.Select(t => Of(t, outcome.Run.Contains(t)))]
        )
        {
            IsStuck = outcome.IsStuck,
        };

    static MetricAttempt Of(TriedMove tried, bool isInRun) =>
        new(
            tried.Trial.Start,
            tried.Trial.Change,
            $"/try/{tried.Trial.Id}",
            tried.Word,
            tried.Said,
            $"predicted {tried.Trial.Promised}, {(tried.Trial.Hours is { } hours ? $"{Format.Number(hours)} {Format.Plural(hours == 1 ? 1 : 2, "hour", "hours")}" : "hours not said")}",
            isInRun
        );
}
