using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class VerdictTests
{
    static readonly double[] Calm = [5, 7, 4, 6, 5, 7, 6, 4, 7, 5, 6, 4, 5, 7, 4, 6];

    static Series Change(double step, int before = 12, int after = 12) =>
        Published.Weeks([.. Calm[..before], .. Calm[..after].Select(value => value + step)]);

    static Verdict Judge(
        Series series,
        int changeAt,
        Direction wanted,
        double? predicted = null,
        InterruptionSettings? settings = null
    ) => Verdict.Judge(series, new DateOnly(2026, 1, 5).AddDays(7 * changeAt), wanted, predicted, settings).Value;

    [Theory] // T19: T1's points and a 32nd of 19; the same lever after points 8, 16, 24; windows 8 + 8; sigma 4.167
    [InlineData(8, -2.50, -6.58, 1.58, VerdictWord.NoChange, VerdictWord.CannotTell)]
    [InlineData(16, 1.00, -3.08, 5.08, VerdictWord.NoChange, VerdictWord.CannotTell)]
    [InlineData(24, 1.38, -2.71, 5.46, VerdictWord.NoChange, VerdictWord.NoChange)]
    public void The_same_history_is_no_change_or_not_visible_by_what_was_predicted(
        int at,
        double effect,
        double low,
        double high,
        VerdictWord bold,
        VerdictWord timid
    )
    {
        var series = Published.Weeks([.. Published.Wheeler, 19]);
        var settings = new InterruptionSettings
        {
            Method = EffectMethod.StepOnly,
            Sigma = 4.7 / 1.128,
            Window = new(series[at - 8].Date, series[at + 7].Date),
        };
        var verdict = Judge(series, at, Direction.Down, -7, settings);

        Assert.Equal((8, 8), (verdict.PointsBefore, verdict.PointsAfter));
        Assert.Equal(effect, verdict.Effect!.Step.Value, 0.005);
        Assert.Equal(low, verdict.Effect.Step.Low, 0.006);
        Assert.Equal(high, verdict.Effect.Step.High, 0.006);
        Assert.Equal(5.84, verdict.Effect.MinimumDetectable, 0.005);
        Assert.Equal(bold, verdict.Word);
        Assert.Equal(timid, Judge(series, at, Direction.Down, -3, settings).Word);
        Assert.Empty(Signals.In(series, NoiseBand.Of(series)));
    }

    [Fact]
    public void A_step_the_wanted_way_improved()
    {
        var verdict = Judge(Change(+10), 12, Direction.Up, 10);

        Assert.Equal(VerdictWord.Improved, verdict.Word);
        Assert.False(verdict.LessThanPredicted);
        Assert.StartsWith(
            "Improved: +10.4 (95 % interval +8.3 to +12.6); +10.4 at the end.",
            verdict.Sentence,
            StringComparison.Ordinal
        );
        Assert.Null(verdict.Because);
        Assert.Null(verdict.Waiting);
        Assert.Equal(12, verdict.Effect!.Counterfactual.Count);
    }

    [Fact]
    public void A_step_the_unwanted_way_worsened() =>
        Assert.Equal(VerdictWord.Worsened, Judge(Change(+10), 12, Direction.Down, -2).Word);

    [Fact]
    public void An_improvement_below_its_prediction_says_so()
    {
        var verdict = Judge(Change(+10), 12, Direction.Up, 40);

        Assert.Equal(VerdictWord.Improved, verdict.Word);
        Assert.True(verdict.LessThanPredicted);
        Assert.StartsWith("Improved, less than predicted (+40)", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void No_effect_where_much_was_promised_is_no_change()
    {
        Assert.Equal(VerdictWord.NoChange, Judge(Change(0), 12, Direction.Up, 40).Word);
        Assert.Equal(VerdictWord.CannotTell, Judge(Change(0), 12, Direction.Up, 0.5).Word);
        Assert.Equal(VerdictWord.CannotTell, Judge(Change(0), 12, Direction.Up).Word);
    }

    [Fact]
    public void Without_a_point_after_the_change_it_is_not_measured()
    {
        var verdict = Judge(Change(0, 12, 0), 12, Direction.Up, 3);

        Assert.Equal(VerdictWord.NotMeasured, verdict.Word);
        Assert.Equal(new Waiting(new DateOnly(2026, 5, 25), 8), verdict.Waiting);
        Assert.Equal(VerdictWord.NotMeasured, Judge(Published.Weeks(), 0, Direction.Up).Word);
    }

    [Fact]
    public void It_waits_for_the_lag_and_eight_periods()
    {
        var early = Judge(Change(0, 12, 9), 12, Direction.Up, 3, new() { Lag = 2 });

        Assert.Equal(VerdictWord.CannotTell, early.Word);
        Assert.Equal(new Waiting(new DateOnly(2026, 6, 8), 1), early.Waiting);
        Assert.Equal("Cannot tell: it is too early: it can be judged from 8 June 2026 on.", early.Sentence);
        Assert.Null(Judge(Change(0, 12, 10), 12, Direction.Up, 3, new() { Lag = 2 }).Waiting);
    }

    [Fact]
    public void A_point_outside_the_limits_is_looked_at_after_two_periods()
    {
        var one = Judge(Change(30, 12, 1), 12, Direction.Up, 3);
        var two = Judge(Change(30, 12, 2), 12, Direction.Up, 3);

        Assert.StartsWith("it is too early", one.Because, StringComparison.Ordinal);
        Assert.Equal(
            "Cannot tell: needs 8 points after the change, has 2. But look now: 30 March 2026 was a point above the upper limit of before.",
            two.Sentence
        );
        Assert.NotEmpty(two.SignalsAfter);
    }

    [Fact]
    public void A_day_of_judging_stands_in_for_points_that_never_came()
    {
        var verdict = Verdict.Judge(Change(0, 12, 3), new(2026, 3, 30), Direction.Up, 3, asOf: new(2026, 12, 1)).Value;

        Assert.Null(verdict.Waiting);
        Assert.Equal("Cannot tell: needs 8 points after the change, has 3.", verdict.Sentence);
    }

    [Theory]
    [InlineData(-3.0, "The prediction goes down, and up is wanted.")]
    [InlineData(0.0, "The prediction says that nothing changes; a change that is to do nothing cannot be judged.")]
    [InlineData(double.NaN, "A prediction must be a number.")]
    public void A_prediction_that_makes_no_sense_is_refused_in_words(double predicted, string because) =>
        Assert.Equal(because, Verdict.Judge(Change(3), new(2026, 3, 30), Direction.Up, predicted).Because);

    [Fact]
    public void Counts_are_judged_by_their_ratio()
    {
        var verdict = Judge(Change(+60), 12, Direction.Up, 2, InterruptionSettings.ForCounts);

        Assert.Equal(VerdictWord.Improved, verdict.Word);
        Assert.Contains("% higher", verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(
            "A predicted ratio of rates must be a number above zero: 0.9 for a tenth fewer.",
            Verdict.Judge(Change(1), new(2026, 3, 30), Direction.Down, -0.1, InterruptionSettings.ForCounts).Because
        );
    }

    [Fact]
    public void The_same_points_have_the_same_fingerprint()
    {
        var verdict = Judge(Change(+10), 12, Direction.Up, 10);

        Assert.Equal(verdict.Fingerprint, verdict.Effect!.Fingerprint);
        Assert.Equal(Change(+10).Fingerprint(), verdict.Fingerprint);
        Assert.NotEqual(Change(+9).Fingerprint(), verdict.Fingerprint);
    }

    [Fact]
    public void What_cannot_be_told_yet_says_what_was_looked_at()
    {
        var early = Judge(Change(0, 12, 3), 12, Direction.Up, 3);

        Assert.Equal(new Window(new(2026, 1, 5), new(2026, 4, 13)), early.Window);
        Assert.Equal((12, 3), (early.PointsBefore, early.PointsAfter));
        Assert.Equal(new Waiting(new(2026, 5, 25), 5), early.Waiting);
        Assert.Equal("Cannot tell: it is too early: it can be judged from 25 May 2026 on.", early.Sentence);
        Assert.Equal(1, Judge(Change(0, 12, 7), 12, Direction.Up, 3).Waiting!.Value.PeriodsLeft);
        Assert.Null(Judge(Published.Weeks(), 0, Direction.Up).Window);
    }

    [Fact]
    public void A_ratio_breaks_down_by_a_trend_in_per_cent()
    {
        double[] many = [60, 66, 57, 63, 61, 65, 58, 62, 64, 59, 63, 60];
        double[] few = [20, 24, 18, 22, 21, 19, 23, 20, 22, 18, 21, 20];
        Verdict Of(double[] before, double[] after) =>
            Judge(Published.Weeks([.. before, .. after]), 12, Direction.Down, null, InterruptionSettings.ForCounts);

        var fewer = Of(many, few);
        Assert.Equal(VerdictWord.Improved, fewer.Word);
        Assert.Matches(
            "^It would no longer hold if the metric had been falling by [0-9.]+ % a week anyway, beside ",
            fewer.Breakdown(Cadence.Week, "calls")
        );
        Assert.Contains(" % lower (95 % interval ", fewer.Sentence, StringComparison.Ordinal);
        var more = Of(few, many);
        Assert.Equal(VerdictWord.Worsened, more.Word);
        Assert.Matches(
            "^It would no longer hold if the metric had been rising by [0-9.]+ % a week anyway, beside ",
            more.Breakdown(Cadence.Week)
        );
    }

    [Fact]
    public void A_difference_breaks_down_by_a_trend_in_its_unit()
    {
        Assert.Matches(
            "^It would no longer hold if the metric had been falling by [0-9.]+ points a month anyway, beside the trend that is drawn on[.]$",
            Judge(Change(-10), 12, Direction.Down).Breakdown(Cadence.Month, "points")
        );
        Assert.Matches(
            "had been rising by [0-9.]+ a week anyway",
            Judge(Change(+10), 12, Direction.Down).Breakdown(Cadence.Week)
        );
        Assert.Null(Judge(Change(0), 12, Direction.Up, 40).Breakdown(Cadence.Week));
    }

    [Fact]
    public void A_verdict_is_said_with_the_unit_of_its_metric()
    {
        Assert.Equal(
            "Improved: +10.4 of 100 (95 % interval +8.3 to +12.6); +10.4 of 100 at the end.",
            Judge(Change(+10), 12, Direction.Up, 10).Say("of 100")
        );
        Assert.Matches(
            "^No change: .+ points [(]95 % interval .+[)], which holds no effect and excludes the predicted [+]40[.]$",
            Judge(Change(0), 12, Direction.Up, 40).Say("points")
        );
        Assert.Matches(
            "^Cannot tell: .+ points [(].+[)], which holds both no effect and the predicted [+]0[.]5[.]$",
            Judge(Change(0), 12, Direction.Up, 0.5).Say("points")
        );
        Assert.Matches(
            "^Cannot tell: .+[)], which holds no effect, and nothing was predicted[.]$",
            Judge(Change(0), 12, Direction.Up).Sentence
        );
        Assert.Equal(
            "Not measured: there is no point after the change; it can be judged from 25 May 2026 on.",
            Judge(Change(0, 12, 0), 12, Direction.Up, 3).Sentence
        );
    }
}
