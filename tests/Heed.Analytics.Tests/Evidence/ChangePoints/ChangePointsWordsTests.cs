using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What a search for shifts says of what it saw.</summary>
public class ChangePointsWordsTests
{
    static Answer<ChangePoints> Of(params double[] values) => ChangePoints.Of(Published.Weeks(values));

    static double[] Alternating(int points, Func<int, double> level) =>
        [.. Enumerable.Range(0, points).Select(i => level(i) + (i * i % 3 - 1) * 0.5 + i % 2 * 0.25)];

    [Fact]
    public void What_is_seen_is_said_in_one_sentence()
    {
        var clear = Of(Alternating(40, i => i < 20 ? 50 : 57)).Value;
        Assert.Matches(
            "^Something changed about 25 May 2026 [(]95 % sure of that very point[)]: from a mean of 50[0-9.]* to 57[0-9.]*[.]$",
            clear.Sentence
        );
        Assert.Equal(
            "The series itself shows a shift there: 95 % sure of that very point.",
            clear.Beside(new(2026, 5, 25))
        );
        Assert.Equal(
            "The series itself shows its nearest shift elsewhere, about 25 May 2026 (95 % sure of that very point): something other than this change may have made it.",
            clear.Beside(new(2026, 5, 18))
        );
        Assert.Equal(7, clear.Shifts[0].Step, 0.5);
        Assert.Equal(50, clear.Shifts[0].Before, 0.5);

        var calm = Of(Alternating(40, _ => 50)).Value;
        Assert.Equal("No lasting shift of level is seen at any date.", calm.Sentence);
        Assert.Equal(
            "By itself the series shows no lasting shift at any date; a small or gradual effect makes none.",
            calm.Beside(new(2026, 5, 25))
        );
        var line = Of(Alternating(60, i => 0.5 * i)).Value;
        Assert.Equal(
            "It drifts rather than shifts: a straight line tells the points better than any date of a change.",
            line.Sentence
        );
        Assert.Equal(
            "By itself the series shows a drift and no shift of level at any date.",
            line.Beside(new(2026, 5, 25))
        );
    }

    [Fact]
    public void Of_several_shifts_the_last_is_said_and_the_nearest_compared()
    {
        var series = Published.Weeks(
            Alternating(
                90,
                i =>
                    i < 30 ? 50
                    : i < 60 ? 55
                    : 49
            )
        );
        var found = ChangePoints.Of(series).Value;

        Assert.Equal([series[30].Date, series[60].Date], found.Shifts.Select(shift => shift.Date));
        Assert.StartsWith(
            $"The level shifted 2 times, the last time about {Wording.Day(series[60].Date)} (",
            found.Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"about {Wording.Day(series[30].Date)} (",
            found.Beside(series[44].Date),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"about {Wording.Day(series[60].Date)} (",
            found.Beside(series[47].Date),
            StringComparison.Ordinal
        );
        Assert.Equal([55, 49], found.Shifts.Select(shift => Math.Round(shift.After)));
    }
}
