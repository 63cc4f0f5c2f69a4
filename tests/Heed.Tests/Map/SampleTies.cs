using Heed.Analytics.Evidence;
using Heed.Map;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Map;

/// <summary>Two metrics and a tie between them, for routes to name and for tests to begin with.</summary>
static class SampleTies
{
    /// <summary>A metric with one value a period, the last in the week of the standing clock; yearly ones from 1900 on.</summary>
    public static async Task<Metric> Measured(Cast cast, string name, Cadence cadence, params double[] values)
    {
        var asked = SampleMeasurements.Asked(name, cadence);
        (asked.LowerBound, asked.UpperBound) = (null, null);
        var metric = await cast.Metric(asked);
        var rows =
            cadence is Cadence.Year
                ? [.. values.Select((v, i) => new MeasurementRequest { On = new(1900 + i, 1, 1), Value = v })]
                : SampleMeasurements.Rows(cadence, values);
        (await cast.Record(metric.Id, rows)).Given();
        return metric;
    }

    public static TieRequest Asked(Metric child, Metric parent, int first = 1, int last = 3) =>
        new()
        {
            Child = child.Id,
            Parent = parent.Id,
            Moves = Direction.Up,
            FirstLag = first,
            LastLag = last,
            Because = "Who waits tells others.",
        };

    public static Task<Tie> Claimed(Cast cast, TieRequest asked) =>
        cast.Do<ClaimTie, Tie>(claim => claim.Run(asked, default));

    public static Task<TieTest> Tested(Cast cast, Tie tie) => cast.Do<TestTie, TieTest>(t => t.Run(tie.Id, default));

    /// <summary>Numbers that wander by chance, always the same.</summary>
    public static double[] Walk(int seed, int n)
    {
        var chance = new Random(seed);
        var at = 50.0;
        return [.. Enumerable.Range(0, n).Select(_ => at += chance.NextDouble() - .5)];
    }

    public static async Task<string> One(IServiceProvider services, Cast who)
    {
        var (child, parent) = (await Metric(services, "Sample leads"), await Metric(services, "Sample follows"));
        return (await services.GetRequiredService<ClaimTie>().Run(Asked(child, parent), default)).Given().Id.ToString();
    }

    public static async Task<string> Outcome(IServiceProvider services, Cast who)
    {
        var metric = await Metric(services, "Sample outcome");
        return (
            await services.GetRequiredService<NameOutcome>().Run(new() { Metric = metric.Id, Value = "Time" }, default)
        )
            .Given()
            .Id.ToString();
    }

    static async Task<Metric> Metric(IServiceProvider services, string name) =>
        (
            await services
                .GetRequiredService<DefineMetric>()
                .Run(SampleMeasurements.Asked($"{name} {Id<Tie>.Random()}"), default)
        ).Given();
}
