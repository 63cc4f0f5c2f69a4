using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What returns every year or week, as columns that are taken out of both series.</summary>
public class SharedSeasonTests
{
    static DateOnly[] Starts(Cadence cadence, int periods)
    {
        var first = cadence.PeriodOf(new DateOnly(2024, 1, 1));
        return [.. Enumerable.Range(first, periods).Select(period => cadence.StartOf(period))];
    }

    [Theory] // with the mean, one column less than there are kinds; of waves two for each pair
    [InlineData(Cadence.Month, 24, 11)]
    [InlineData(Cadence.Month, 5, 5)] // January to May: kinds that do not occur have none
    [InlineData(Cadence.Quarter, 8, 3)]
    [InlineData(Cadence.Year, 30, 0)]
    [InlineData(Cadence.Week, 52, 0)] // a year has 52.18 weeks
    [InlineData(Cadence.Week, 53, 2)]
    [InlineData(Cadence.Week, 104, 2)]
    [InlineData(Cadence.Week, 105, 4)]
    [InlineData(Cadence.Day, 28, 6)]
    [InlineData(Cadence.Day, 365, 6)]
    [InlineData(Cadence.Day, 366, 8)]
    [InlineData(Cadence.Day, 731, 10)]
    public void A_season_has_as_many_columns_as_the_run_can_carry(Cadence cadence, int periods, int columns) =>
        Assert.Equal(columns, SharedSeason.Of(cadence, Starts(cadence, periods)).Count);

    [Theory]
    [InlineData(Cadence.Week, 52, false)]
    [InlineData(Cadence.Week, 53, true)]
    [InlineData(Cadence.Day, 365, false)]
    [InlineData(Cadence.Day, 366, true)]
    [InlineData(Cadence.Month, 1, true)]
    [InlineData(Cadence.Year, 1, true)]
    public void A_year_is_covered_once_it_is_over(Cadence cadence, int periods, bool covered) =>
        Assert.Equal(covered, SharedSeason.CoverAYear(cadence, periods));

    [Theory]
    [InlineData(Cadence.Month, 48)]
    [InlineData(Cadence.Quarter, 24)]
    [InlineData(Cadence.Day, 140)]
    [InlineData(Cadence.Week, 157)]
    public void A_season_is_taken_out_to_the_last_digit_and_noise_is_left(Cadence cadence, int periods)
    {
        var starts = Starts(cadence, periods);
        var season = SharedSeason.Of(cadence, starts);
        double Season(DateOnly day) =>
            cadence switch
            {
                Cadence.Month => day.Month is 12 ? 40 : day.Month * day.Month % 7,
                Cadence.Quarter => day.Month * day.Month % 10,
                Cadence.Day => day.DayOfWeek is DayOfWeek.Saturday ? -30 : 2,
                _ => 5 * Math.Sin(2 * Math.PI * day.DayNumber / 365.25)
                    + Math.Cos(4 * Math.PI * day.DayNumber / 365.25),
            };
        double[] pure = [.. starts.Select(day => 100 + Season(day))];
        Assert.All(SharedSeason.Without(pure, season), rest => Assert.Equal(0, rest));

        var noise = Simulated.Noise(new Random(2), periods);
        var left = SharedSeason.Without([.. pure.Zip(noise, (value, more) => value + more)], season);
        Assert.Equal(0, left.Sum(), 1e-6);
        // What is left is noise, less what the columns take of it by chance.
        Assert.True(Prewhitening.CrossCorrelation(left, noise, 0) > 0.8);
        Assert.Same(pure, SharedSeason.Without(pure, []));
    }
}
