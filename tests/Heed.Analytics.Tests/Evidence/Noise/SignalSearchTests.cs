using Heed.Analytics.Evidence;
using Xunit;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>The rules look at 64 points at once; here each is asked point by point, as it reads in words.</summary>
public class SignalSearchTests
{
    [Theory]
    [InlineData(RuleSet.Wheeler)]
    [InlineData(RuleSet.MakingDataCount)]
    public void Each_rule_finds_what_reading_point_by_point_finds(RuleSet rules)
    {
        var random = new Random(20261122);
        var compared = 0;
        for (var round = 0; round < 3000; round++)
        {
            var series = Wandering(random, count: random.Next(6, 300), steps: random.Next(2, 30));
            var bounds = round % 3 == 0 ? BandSettings.Wheeler.Within(0, 4) : BandSettings.Wheeler;
            var baseline = round % 2 == 0 ? (Window?)null : new Window(series[0].Date, series[series.Count / 2].Date);
            var band = NoiseBand.Of(series, baseline, bounds);
            if (!band.HasLimits)
                continue;
            var expected = PointByPoint(series, band, rules).Order().ToList();
            var found = Signals.In(series, band, rules);
            Assert.Equal(
                expected,
                found.Select(s => (s.From, s.To, s.Completed, s.Rule, s.Direction)).Order().ToList()
            );
            Assert.Equal(found.Select(s => s.From).Order(), found.Select(s => s.From));
            compared += expected.Count;
        }
        Assert.True(compared > 10_000, $"Only {compared} signals were compared.");
    }

    // Whole numbers, so that points lie on the centre, on limits, and level with the one before.
    static Series Wandering(Random random, int count, int steps)
    {
        var (values, level) = (new double[count], 0.0);
        for (var i = 0; i < count; i++)
        {
            level += random.Next(8) == 0 ? random.Next(-steps, steps + 1) / 3 : 0;
            values[i] = Math.Round(level + random.Next(-steps, steps + 1) / 2.0);
        }
        return Series.Of(new(2024, 1, 1), Cadence.Day, values).Value;
    }

    static IEnumerable<(int From, int To, int Completed, SignalRule Rule, Direction Direction)> PointByPoint(
        Series series,
        NoiseBand band,
        RuleSet rules
    )
    {
        var (values, centre) = (series.Values.ToArray(), band.Centre!.Value);
        var noise = 2.66 * band.AverageMovingRange!.Value;
        var places = Enumerable.Range(0, values.Length).ToList();
        foreach (var i in places.Where(i => band.Excludes(values[i])))
            yield return (i, i, i, SignalRule.Outside, values[i] > band.Upper ? Direction.Up : Direction.Down);
        var length = rules is RuleSet.Wheeler ? 8 : 7;
        var (zone, near, within) =
            rules is RuleSet.Wheeler
                ? (SignalRule.NearALimit, noise / 2, 4)
                : (SignalRule.OuterThird, noise * 2 / 3, 3);
        foreach (var side in (int[])[1, -1])
        {
            var direction = side > 0 ? Direction.Up : Direction.Down;
            foreach (var (from, to) in Stretches(values.Length, i => (values[i] - centre) * side > 0))
                if (to - from + 1 >= length)
                    yield return (from, to, from + length - 1, SignalRule.RunOnOneSide, direction);
            if (rules is RuleSet.MakingDataCount)
                foreach (
                    var (step, to) in Stretches(values.Length, i => i > 0 && (values[i] - values[i - 1]) * side > 0)
                )
                    if (to - (step - 1) + 1 >= length)
                        yield return (step - 1, to, step + length - 2, SignalRule.Trend, direction);
            bool Near(int i) =>
                (values[i] - centre) * side > near && (zone is SignalRule.NearALimit || !band.Excludes(values[i]));
            (int From, int To, int Completed)? open = null;
            foreach (var i in places.Where(Near))
            {
                var hits = Enumerable
                    .Range(Math.Max(0, i - within + 1), Math.Min(within, i + 1))
                    .Where(Near)
                    .TakeLast(within - 1)
                    .ToList();
                if (hits.Count < within - 1)
                    continue;
                if (open is { } grows && hits[0] <= grows.To)
                    open = grows with { To = i };
                else
                {
                    if (open is { } whole)
                        yield return (whole.From, whole.To, whole.Completed, zone, direction);
                    open = (hits[0], i, i);
                }
            }
            if (open is { } last)
                yield return (last.From, last.To, last.Completed, zone, direction);
        }
    }

    static IEnumerable<(int From, int To)> Stretches(int count, Func<int, bool> holds)
    {
        for (var i = 0; i < count; i++)
        {
            if (!holds(i))
                continue;
            var from = i;
            while (i + 1 < count && holds(i + 1))
                i++;
            yield return (from, i);
        }
    }
}
