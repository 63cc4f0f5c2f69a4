using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Try;

namespace Heed.Tests.Metrics;

/// <summary>Daily metrics with a pattern of the week, on every page that shows them: as `heed analyze series` sees such a file.</summary>
public sealed class WeekdaysOfMetricsTests
{
    static readonly DateOnly First = new(2034, 10, 2);
    static readonly double[] Pattern = [19, 23, 20, 20, 14, -43, -53];

    static MetricSeries Daily(int seed, int days, Func<int, double> level, bool weekly = true)
    {
        var random = new Random(seed);
        double Noise() =>
            5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var asked = SampleMeasurements.Asked("Tickets", Cadence.Day);
        (asked.Unit, asked.UpperBound) = ("tickets", null);
        var metric = Metric.Define(asked, default).Given();
        return new(
            metric,
            [
                .. Enumerable
                    .Range(0, days)
                    .Select(day => new Measurement
                    {
                        MetricId = metric.Id,
                        On = First.AddDays(day),
                        Value = Math.Round(level(day) + Noise() + (weekly ? Pattern[day % 7] : 0), 3),
                        RecordedAt = default,
                        Source = MeasurementSource.Manual,
                    }),
            ],
            []
        );
    }

    [Fact]
    public void Quiet_days_move_no_oftener_with_a_pattern_of_the_week_than_without()
    {
        int Moved(bool weekly) =>
            Enumerable.Range(1, 25).Count(seed => Daily(seed, 140, _ => 100, weekly).Movement.Signals.Count > 0);
        var without = Moved(false);
        Assert.InRange(Moved(true), without - 4, without + 4);
    }

    [Fact]
    public void A_weekend_that_is_always_low_makes_no_band_that_nothing_leaves()
    {
        var series = Daily(1, 140, day => day < 133 ? 100 : 130);
        Assert.Equal(MovementState.Moved, series.Movement.State);
        Assert.InRange(series.Movement.Current!.Usual, 96, 104);
        Assert.InRange(series.Movement.Current.Value, 110, 145);
    }

    [Fact]
    public void The_page_says_how_the_days_differ_and_of_which_day_its_figures_are()
    {
        var series = Daily(1, 140, _ => 100);
        var basis = series.Movement.Basis(null);
        Assert.Contains("Sunday is usually 53 % below the middle of the week", basis, StringComparison.Ordinal);
        Assert.Contains("The band allows for weekdays", basis, StringComparison.Ordinal);
        Assert.Contains("those of a middle day", basis, StringComparison.Ordinal);
        Assert.Contains(
            "tickets on a middle day of the week is usual",
            series.Movement.Finding(),
            StringComparison.Ordinal
        );
        Assert.Contains("on a middle day of the week", Sparks.Of(series).Says, StringComparison.Ordinal);
        Assert.DoesNotContain(Sparks.Of(series).Values, value => value < 80);
    }

    [Fact]
    public async Task A_chart_of_adjusted_days_flags_none_of_them_and_its_table_says_what_was_measured()
    {
        var series = Daily(1, 140, _ => 100);
        var page = await Drawn.Page<SeriesChart>(("Series", series));
        Assert.Empty(page.QuerySelectorAll(".flag"));
        var sunday = series.Points[^1];
        Assert.Equal(DayOfWeek.Sunday, sunday.On.DayOfWeek);
        Assert.Contains(
            $"measured on {Format.Weekday(sunday.On)}: {Format.Number(sunday.Value)} tickets",
            page.QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );
        var value = await Drawn.Page<LastValue>(("Series", series), ("Movement", series.Movement));
        Assert.Contains(
            $"{Format.Number(series.Level!.Value)} as of a middle day, usual",
            value.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Days_that_do_not_differ_are_left_as_they_are()
    {
        var series = Daily(1, 140, _ => 100, weekly: false);
        Assert.Equal(series.Points.Select(p => p.Value), series.Movement.Look!.Series.Values.ToArray());
        Assert.DoesNotContain("week", series.Movement.Basis(null), StringComparison.Ordinal);
        Assert.DoesNotContain("week", series.Movement.Finding(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_and_the_progress_of_a_Sunday_are_those_of_a_middle_day()
    {
        // The newest point is a Sunday, and the level has risen from 100 to 130.
        var series = Daily(3, 140, day => day < 84 ? 100 : 130);
        Assert.Equal(DayOfWeek.Sunday, series.Newest!.On.DayOfWeek);
        var reading = EvaluatedKeyResult.Of(
            Readings.KeyResult(Readings.Terms(100, 140, new(2035, 3, 31))),
            series,
            series.Newest.On,
            null
        );
        Assert.InRange(reading.Progress!.Share!.Value, 0.4, 1.1);
        Assert.InRange(reading.Forecast!.Value, 105, 165);
        Assert.True(reading.Forecast.High - reading.Forecast.Low < 60, $"{reading.Forecast}");
        Assert.DoesNotContain("Worse", reading.Status.Word, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_weekends_would_hide_is_judged_and_could_have_been_foreseen()
    {
        var change = First.AddDays(84);
        var (low, plain) = (0, 0);
        for (var seed = 1; seed <= 8; seed++)
            foreach (var weekly in new[] { true, false })
            {
                var series = Daily(seed, 112, day => day < 84 ? 100 : 108, weekly);
                var verdict = Verdict.Judge(series.Evidence.Value, change, Direction.Up, 8).Value;
                (low, plain) = (
                    low + (weekly && verdict.Word is VerdictWord.Improved ? 1 : 0),
                    plain + (!weekly && verdict.Word is VerdictWord.Improved ? 1 : 0)
                );
            }
        Assert.InRange(low, plain - 1, plain + 1);
        double Least(bool weekly) =>
            Sight.Of(Daily(2, 84, _ => 100, weekly), 8, change, change.AddDays(28), 0).Smallest!.Value;
        Assert.InRange(Least(true), Least(false) * 0.75, Least(false) * 1.35);
    }
}
