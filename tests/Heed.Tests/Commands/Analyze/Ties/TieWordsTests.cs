using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze.Ties;

public sealed class TieWordsTests
{
    static Series Weekly(IEnumerable<double> values) =>
        Series
            .Of(values.Select((value, i) => new Point(new DateOnly(2024, 1, 1).AddDays(7 * i), value)), Cadence.Week)
            .Value;

    /// <summary>Levels whose moves are drawn by a seed.</summary>
    static double[] Walk(int count, int seed)
    {
        var random = new Random(seed);
        var level = new double[count];
        for (var i = 1; i < count; i++)
            level[i] = level[i - 1] + random.NextDouble() - 0.5;
        return level;
    }

    static TieFindings Found(
        double[] leading,
        double[] lagging,
        int first,
        int last,
        int attempt = 1,
        bool against = false
    ) =>
        TieFindings.Of(
            new(new("week", "calls"), "complaints", new(against ? Direction.Down : Direction.Up, first, last, attempt)),
            Weekly(leading),
            Weekly(lagging)
        );

    static readonly double[] Calls = Walk(80, 5);

    [Fact]
    public void Two_that_move_together_lead_in_neither_way()
    {
        var found = Found(Calls, [.. Calls.Zip(Walk(80, 9), (a, b) => a + b / 20)], 0, 0);
        Assert.StartsWith(
            "complaints moves the same way as calls, in the same week (correlation of their moves ",
            TieWords.Finding(found)
        );
        Assert.EndsWith("Which one leads, a lag of 0 cannot show.", TieWords.Finding(found));
        Assert.Contains("The proof is a trial: change calls", TieWords.Limits(found).First(), StringComparison.Ordinal);
        found = Found(Calls, [.. Calls.Select(value => -value)], 0, 0, against: true);
        Assert.StartsWith("complaints moves the other way as calls, in the same week", TieWords.Finding(found));
    }

    [Theory]
    [InlineData(2, 2, "after 2 weeks")]
    [InlineData(1, 1, "after 1 week")]
    [InlineData(0, 4, "from 0 to 4 weeks later")]
    public void No_tie_is_told_with_its_window_and_does_not_prove_that_there_is_none(int first, int last, string window)
    {
        var found = Found(Calls, Walk(80, 77), first, last);
        Assert.StartsWith(
            $"No tie to be seen: {window}, complaints does not follow the moves of calls the same way more than noise would",
            TieWords.Finding(found)
        );
        var limits = TieWords.Limits(found).ToList();
        Assert.StartsWith("This does not prove that there is none: a tie weaker than 0.", limits[0]);
        Assert.EndsWith("But nothing here supports steering complaints by calls.", limits[0]);
    }

    [Fact]
    public void Each_lag_and_each_attempt_is_a_test_and_the_next_attempt_is_named()
    {
        var found = Found(Calls, Walk(80, 77), 1, 4, attempt: 3);
        Assert.Equal(12, found.Tests);
        Assert.Contains(TieWords.Limits(found), s => s.StartsWith("This was attempt 3.", StringComparison.Ordinal));
        Assert.Contains(TieWords.Limits(found), s => s.Contains("say --attempt 4", StringComparison.Ordinal));
        var json = TieJson.Of(found, ["noted"]);
        Assert.Equal(
            (12, 3, "with", (TieState?)TieState.Unsupported),
            (json.Tests, json.Attempt, json.Moves, json.State)
        );
        Assert.Equal((1, 4), (json.Window.First, json.Window.Last));
        Assert.Equal(json.Correlations.Select(at => at.Lag).Order(), json.Correlations.Select(at => at.Lag));
        Assert.Equal(["noted"], json.Notes);
    }

    [Fact]
    public void Too_few_to_test_is_told_without_a_figure()
    {
        var found = Found(Walk(12, 1), Walk(12, 2), 0, 6);
        Assert.StartsWith("Whether complaints follows calls cannot be told. Too few points", TieWords.Finding(found));
        Assert.Equal(
            ["Measure on, or use figures that are measured more often; a tie that is only claimed is no evidence."],
            TieWords.Limits(found)
        );
        var json = TieJson.Of(found, []);
        Assert.Null(json.Correlation);
        Assert.Empty(json.Correlations);
        Assert.NotNull(json.Because);
    }
}
