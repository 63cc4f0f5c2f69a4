using Heed.Analytics.Evidence;
using Heed.Commands;

namespace Heed.Tests.Commands.Analyze;

public sealed class SeriesOptionsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("up", Direction.Up, null)]
    [InlineData("down", Direction.Down, null)]
    [InlineData("40..60", null, "40 60")]
    [InlineData("-1.5..1e2", null, "-1.5 100")]
    public void A_way_or_a_range_is_wanted(string? text, Direction? way, string? range)
    {
        Assert.False(SeriesOptions.Wanted(text).Refused(out _, out var wished));
        Assert.Equal(way, wished.Way);
        Assert.Equal(range, wished.Range is var (low, high) ? FormattableString.Invariant($"{low} {high}") : null);
    }

    [Theory]
    [InlineData("Up")]
    [InlineData("60..40")]
    [InlineData("40..40")]
    [InlineData("40..")]
    [InlineData("40...60")]
    [InlineData("40-60")]
    [InlineData("1,5..2,5,")]
    [InlineData("NaN..5")]
    [InlineData("0..Infinity")]
    public void What_is_neither_is_refused_as_it_was_typed(string text)
    {
        Assert.True(SeriesOptions.Wanted(text).Refused(out var refusal, out _));
        Assert.Equal(
            $"--wanted: “{text}” is neither up nor down nor a range, its low end first: 40..60.",
            refusal.Because
        );
    }

    [Theory]
    [InlineData("2025-01..2025-06", "2025-01-01", "2025-06-30")]
    [InlineData("1871..1898", "1871-01-01", "1898-12-31")]
    [InlineData("2025-Q4..2026-02-03", "2025-10-01", "2026-02-03")]
    [InlineData("3/4/2026..3/4/2026", "2026-04-03", "2026-04-03")]
    [InlineData("2026-W01..2026-W02", "2025-12-29", "2026-01-11")]
    public void A_stretch_goes_from_the_first_day_of_the_one_to_the_last_of_the_other(
        string text,
        string from,
        string to
    )
    {
        Assert.False(SeriesOptions.Baseline(text, DateOrder.DayFirst).Refused(out _, out var stretch));
        Assert.Equal(new Window(DateOnly.Parse(from), DateOnly.Parse(to)), stretch.Value);
    }

    [Theory]
    [InlineData("2025", "--baseline: “2025” is not a stretch of time.")]
    [InlineData("2025..soon", "--baseline: “2025..soon” is not a stretch of time.")]
    [InlineData("2025-01..", "--baseline: “2025-01..” is not a stretch of time.")]
    [InlineData("2025-01..2025-02..2025-03", "is not a stretch of time.")]
    [InlineData("2025-06..2025-05", "--baseline: it ends (2025-05) before it begins (2025-06).")]
    public void A_stretch_that_is_none_says_how_to_write_one(string text, string sentence)
    {
        Assert.True(SeriesOptions.Baseline(text, DateOrder.DayFirst).Refused(out var refusal, out _));
        Assert.Contains(sentence, refusal.Because, StringComparison.Ordinal);
    }
}
