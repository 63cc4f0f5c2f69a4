using Heed.Analytics.Drivers;

namespace Heed.Analytics.Tests.Drivers;

/// <summary>What must hold for every table of drivers.</summary>
public class DriverLaws
{
    /// <summary>Forty people with three drivers that go together, from any two values.</summary>
    static DriverData Made(double[] values)
    {
        var random = new Random((int)(8 * values.Sum()));
        var columns = new[] { new double[40], new double[40], new double[40] };
        var outcome = new double[40];
        for (var i = 0; i < 40; i++)
        {
            var common = values[i % values.Length] / 500 + random.NextDouble();
            for (var d = 0; d < 3; d++)
                columns[d][i] = common + 2 * random.NextDouble();
            outcome[i] = columns[0][i] - columns[1][i] / 2 + random.NextDouble();
        }
        return new(outcome, ["a", "b", "c"], columns);
    }

    static DriverAnalysis Of(DriverData data, DriverMethod method) =>
        DriverAnalysis.Of(data, method, resamples: 100).Value;

    static void ForBoth(Func<DriverData, DriverMethod, bool> law) =>
        Law.ForAll(values => Enum.GetValues<DriverMethod>().All(method => law(Made(values), method)));

    static bool SameShares(DriverAnalysis one, DriverAnalysis other, params int[] order) =>
        Law.Near(one.RSquared, other.RSquared)
        && order.Select((place, i) => Law.Near(one.Drivers[place].Share, other.Drivers[i].Share)).All(same => same);

    [Fact]
    public void Shares_add_up_to_what_all_explain_together() =>
        ForBoth(
            (data, method) => Of(data, method) is var found && Law.Near(found.RSquared, found.Drivers.Sum(d => d.Share))
        );

    [Fact]
    public void The_order_of_respondents_does_not_matter() =>
        ForBoth(
            (data, method) =>
            {
                var places = Law.Shuffled([.. Enumerable.Range(0, 40)]);
                double[] Moved(IReadOnlyList<double> column) => [.. places.Select(place => column[place])];
                return SameShares(
                    Of(data, method),
                    Of(new(Moved(data.Outcome), data.Names, [.. data.Columns.Select(Moved)]), method),
                    0,
                    1,
                    2
                );
            }
        );

    [Fact]
    public void The_order_of_drivers_does_not_matter() =>
        ForBoth(
            (data, method) =>
                SameShares(
                    Of(data, method),
                    Of(
                        data with
                        {
                            Names = ["c", "a", "b"],
                            Columns = [data.Columns[2], data.Columns[0], data.Columns[1]],
                        },
                        method
                    ),
                    2,
                    0,
                    1
                )
        );

    [Fact]
    public void Units_and_directions_of_drivers_do_not_matter() =>
        ForBoth(
            (data, method) =>
            {
                double[] Other(IReadOnlyList<double> column, double scale) => [.. column.Select(x => scale * x + 12)];
                var turned = Of(
                    new(
                        Other(data.Outcome, 100),
                        data.Names,
                        [Other(data.Columns[0], -4), Other(data.Columns[1], 1e6), Other(data.Columns[2], 1e-6)]
                    ),
                    method
                );
                var plain = Of(data, method);
                return SameShares(plain, turned, 0, 1, 2)
                    && Law.Near(plain.Drivers[0].Correlation, -turned.Drivers[0].Correlation)
                    && Law.Near(plain.Drivers[0].Coefficient, -turned.Drivers[0].Coefficient)
                    && plain
                        .Drivers.Zip(turned.Drivers)
                        .All(pair => pair.First.IsSuppressor == pair.Second.IsSuppressor);
            }
        );

    [Fact]
    public void Who_is_counted_twice_weighs_twice() =>
        ForBoth(
            (data, method) =>
            {
                double[] Twice(IReadOnlyList<double> column) => [.. column, .. column.Take(10)];
                return SameShares(
                    Of(new(Twice(data.Outcome), data.Names, [.. data.Columns.Select(Twice)]), method),
                    Of(data with { Weights = [.. Enumerable.Range(0, 40).Select(i => i < 10 ? 2.0 : 1.0)] }, method),
                    0,
                    1,
                    2
                );
            }
        );
}
