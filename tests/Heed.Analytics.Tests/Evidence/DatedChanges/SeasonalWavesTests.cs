using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class SeasonalWavesTests
{
    [Theory]
    [InlineData(Cadence.Month, 23, "no season was allowed for")]
    [InlineData(Cadence.Month, 24, "time of year by two pairs of waves")]
    [InlineData(Cadence.Week, 51, "no season was allowed for")]
    [InlineData(Cadence.Week, 52, "time of year by one pair of waves")]
    [InlineData(Cadence.Week, 103, "time of year by one pair of waves")]
    [InlineData(Cadence.Week, 104, "time of year by two pairs of waves")]
    [InlineData(Cadence.Day, 363, "days of the week")]
    [InlineData(Cadence.Day, 364, "time of year by one pair of waves, days of the week")]
    [InlineData(Cadence.Day, 728, "time of year by two pairs of waves, days of the week")]
    [InlineData(Cadence.Year, 728, "no season was allowed for")]
    public void A_year_is_allowed_for_once_it_was_seen(Cadence cadence, int points, string words) =>
        Assert.Equal(words, SeasonalWaves.ByRule(cadence, points).InWords);

    [Fact]
    public void Waves_come_back_and_cancel_out_over_their_round()
    {
        double[] Of(SeasonalWaves waves, DateOnly date, Cadence cadence)
        {
            var row = new double[waves.Columns];
            waves.Fill(date, cadence, row);
            return row;
        }
        var year = new SeasonalWaves(2, false);
        var months = Enumerable.Range(1, 12).Select(month => Of(year, new(2026, month, 1), Cadence.Month)).ToArray();
        var week = new SeasonalWaves(0, true);
        var days = Enumerable.Range(5, 7).Select(day => Of(week, new(2026, 1, day), Cadence.Day)).ToArray();
        foreach (var rows in (double[][][])[months, days])
            for (var a = 0; a < rows[0].Length; a++)
            for (var b = 0; b <= a; b++)
            {
                Assert.Equal(0, rows.Sum(row => row[a]), 1e-9);
                Assert.Equal(a == b ? rows.Length / 2.0 : 0, rows.Sum(row => row[a] * row[b]), 1e-9);
            }
        Assert.Equal(4, months[0].Length);
        Assert.Equal(6, days[0].Length);
        Assert.Equal(Of(week, new(2026, 1, 5), Cadence.Day), Of(week, new(2026, 1, 12), Cadence.Day));
    }

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(4, "4th")]
    [InlineData(11, "11th")]
    [InlineData(12, "12th")]
    [InlineData(13, "13th")]
    [InlineData(21, "21st")]
    [InlineData(113, "113th")]
    [InlineData(122, "122nd")]
    public void Looks_are_counted_as_people_count_them(int look, string said) =>
        Assert.Equal(said, AlphaSpending.Ordinal(look));
}
