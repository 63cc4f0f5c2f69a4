using Heed.Analytics.Evidence;
using Heed.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

/// <summary>Harbor Coffee's metrics: what the tests of this folder say in one line.</summary>
static class SampleMeasurements
{
    public static MetricRequest Asked(string name = "Reorders within a month", Cadence cadence = Cadence.Week) =>
        new()
        {
            Name = name,
            Unit = "of 100",
            Wanted = Wanted.Up,
            LowerBound = 0,
            UpperBound = 100,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = cadence,
            Population = "new regulars",
        };

    public static async Task<Metric> Metric(this Cast cast, MetricRequest? asked = null) =>
        await cast.World.As(
            cast,
            async here =>
                (await here.GetRequiredService<DefineMetric>().Run(asked ?? Asked(), default)).Refused(
                    out var refusal,
                    out var metric
                )
                    ? throw new InvalidOperationException(refusal.Because)
                    : metric
        );

    public static Task<Outcome<MeasurementReceipt>> Record(
        this Cast cast,
        Metric metric,
        params (string On, double Value)[] rows
    ) => cast.Record(metric.Id, [.. rows.Select(r => Row(r.On, r.Value))]);

    public static Task<Outcome<MeasurementReceipt>> Record(
        this Cast cast,
        Id<Metric> metric,
        IReadOnlyList<MeasurementRequest> rows,
        MeasurementSource source = MeasurementSource.Manual
    ) => cast.World.As(cast, here => here.GetRequiredService<RecordMeasurements>().Run(metric, rows, source, default));

    public static MeasurementRequest Row(string on, double value) => new() { On = DateOnly.Parse(on), Value = value };

    /// <summary>Values a period apart, the last in the week, day or month of the standing clock (5 March 2035).</summary>
    public static IReadOnlyList<MeasurementRequest> Rows(Cadence cadence, params double[] values)
    {
        var last = new DateOnly(2035, 3, 5);
        DateOnly Back(int periods) =>
            cadence switch
            {
                Cadence.Day => last.AddDays(-periods),
                Cadence.Week => last.AddDays(-7 * periods),
                _ => new DateOnly(2035, 3, 1).AddMonths(-periods),
            };
        return [.. values.Select((v, i) => new MeasurementRequest { On = Back(values.Length - 1 - i), Value = v })];
    }

    public static Task<MetricSeries> Series(this Cast cast, Id<Metric> metric) =>
        cast.World.As(cast, async here => (await here.GetRequiredService<ReadSeries>().Of(metric, default))!);

    public static T Given<T>(this Outcome<T> outcome)
        where T : notnull
    {
        Assert.False(outcome.Refused(out var refusal, out var value), refusal?.Because);
        return value!;
    }

    public static string Because<T>(this Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.Refused(out var refusal), "It was not refused.");
        return refusal!.Because;
    }
}
