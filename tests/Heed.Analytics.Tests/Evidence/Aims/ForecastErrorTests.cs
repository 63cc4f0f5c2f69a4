using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class ForecastErrorTests
{
    // Oxygen purity by hydrocarbon level (Montgomery and Runger, Applied Statistics and Probability for Engineers, table 11-1),
    // in hundredths of a per cent; of the two at 115 one stands a hair further on, because a period has one point.
    static readonly (double Level, double Purity)[] Oxygen =
    [
        (99, 90.01),
        (102, 89.05),
        (115, 91.43),
        (129, 93.74),
        (146, 96.73),
        (136, 94.45),
        (87, 87.59),
        (123, 91.77),
        (155, 99.42),
        (140, 93.65),
        (119, 93.54),
        (115.01, 92.52),
        (98, 90.56),
        (101, 89.54),
        (111, 89.85),
        (120, 90.39),
        (126, 93.25),
        (132, 93.41),
        (143, 94.98),
        (95, 87.33),
    ];

    static double Reach(Series past, double ahead = 100) =>
        ForecastError.Reach(
            past,
            [.. Oxygen.Select(point => point.Level)],
            [.. Oxygen.Select(point => point.Purity - (74.283 + 0.14947 * point.Level))],
            ahead
        );

    [Fact] // example 11-6: 89.23, between 86.83 and 91.63
    public void Where_nothing_is_remembered_the_interval_is_the_published_one_of_a_line() =>
        Assert.Equal(
            (91.63 - 86.83) / 2,
            Reach(Published.Weeks([.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 1.0 : -1)])),
            0.005
        );

    /// <summary>Noise that remembers somewhat, so that every memory has its weight; some weeks were not measured.</summary>
    static Series Past(double first = 0, double step = 0, double unit = 1, bool backwards = false)
    {
        var noise = Simulated.Noise(new Random(5), 30, 0.5);
        int[] weeks = [.. Enumerable.Range(0, 30).Except([3, 4, 5, 8, 21])];
        return Series
            .Of(
                weeks
                    .Select(week => new Point(
                        new DateOnly(2026, 1, 5).AddDays(7 * (backwards ? 29 - week : week)),
                        first + step * week + unit * noise[week]
                    ))
                    .OrderBy(point => point.Date),
                Cadence.Week
            )
            .Value;
    }

    [Fact] // what restricted likelihood is for: it knows nothing of the line
    public void A_line_through_the_past_tells_nothing_of_what_the_noise_remembers() =>
        Assert.Equal(Reach(Past()), Reach(Past(40, -3)), 1e-6);

    [Fact]
    public void A_past_read_backwards_in_another_unit_remembers_as_much() =>
        Assert.Equal(Reach(Past()), Reach(Past(unit: 1000, backwards: true)), 1e-6);

    [Fact]
    public void What_the_noise_remembers_helps_with_the_next_point_more_than_with_a_later_one()
    {
        double[] weeks = [0, 1, 2, 3, 4, 5];
        double[] rest = [0.1, -0.2, 0.1, 0.1, -0.2, 0.1];
        double Growth(double memory)
        {
            var past = Published.Weeks(Simulated.Noise(new Random(6), 400, memory));
            return ForecastError.Reach(past, weeks, rest, 9) / ForecastError.Reach(past, weeks, rest, 6);
        }
        Assert.True(Growth(0.9) > 1.1 * Growth(0), $"{Growth(0.9)} and {Growth(0)}");
    }

    [Fact]
    public void Noise_that_remembers_reaches_further()
    {
        var forgets = Reach(Published.Weeks(Simulated.Noise(new Random(6), 400)), 170);
        var remembers = Reach(Published.Weeks(Simulated.Noise(new Random(6), 400, 0.9)), 170);
        Assert.True(remembers > 1.2 * forgets, $"{remembers} and {forgets}");
    }
}
