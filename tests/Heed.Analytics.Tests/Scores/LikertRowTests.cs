using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class LikertRowTests
{
    [Fact]
    public void Each_answer_has_its_share_and_the_sides_add_up()
    {
        var row = LikertRow.Of(ScoreTests.Counts(Scale.OneToFive, 5, 10, 20, 40, 25)).Value;
        Assert.Equal([5.0, 10, 20, 40, 25], row.Steps.Select(step => Math.Round(step.Share.Value, 9)));
        Assert.Equal([1, 2, 3, 4, 5], row.Steps.Select(step => step.Point));
        Assert.Equal((65, 20, 15), (row.Good.Value, row.Middle!.Value.Value, row.Bad.Value));
        var wilson = Intervals.Wilson(65, 100);
        Assert.Equal((100 * wilson.Low, 100 * wilson.High), (row.Good.Low, row.Good.High));
    }

    [Fact]
    public void A_reversed_scale_runs_from_its_worst_point_too()
    {
        var row = LikertRow.Of(ScoreTests.Counts(Scale.Parse("4-1").Value, 10, 20, 30, 40)).Value;
        Assert.Equal([4, 3, 2, 1], row.Steps.Select(step => step.Point));
        Assert.Null(row.Middle);
        Assert.Equal((30, 70), (row.Good.Value, row.Bad.Value));
    }

    [Fact]
    public void Weights_move_the_shares_and_widen_the_intervals()
    {
        var tally = new Tally(Scale.OneToFive);
        for (var i = 0; i < 40; i++)
            tally.Add(1 + i % 5, i % 5 == 4 ? 3 : 1);
        var answers = tally.Distribution().Value;
        var (plain, weighted) = (LikertRow.Of(answers).Value, LikertRow.Of(answers, weighted: true).Value);
        Assert.Equal(20, plain.Steps[^1].Share.Value, 1e-9);
        Assert.Equal(100 * 3 / 7.0, weighted.Steps[^1].Share.Value, 1e-9);
        Assert.Equal(answers.EffectiveN, weighted.EffectiveN);
        Assert.True(weighted.EffectiveN < plain.EffectiveN);
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        Assert.Equal(
            "There are no answers yet.",
            LikertRow.Of(ScoreTests.Counts(Scale.OneToFive, 0, 0, 0, 0, 0)).Because
        );
        Assert.Contains(
            "carry no weights",
            LikertRow.Of(ScoreTests.Counts(Scale.OneToFive, 1, 0, 0, 0, 0), weighted: true).Because
        );
        var tally = new Tally(Scale.OneToFive);
        tally.Add(3, 0);
        Assert.Contains("are zero", LikertRow.Of(tally.Distribution().Value, weighted: true).Because);
    }
}
