using Heed.Aim;
using Heed.Metrics;

namespace Heed.Tests.Aim;

/// <summary>Where a key result is heading, at the edges of each word.</summary>
public sealed class KeyResultStatusTests
{
    static readonly DateOnly YearsEnd = new(2035, 12, 31);

    /// <summary>Seven equal weeks lie on one line, so nothing foresees where they lead and the pace is judged.</summary>
    static KeyResultStatus Paced(double target, double now, DateOnly today) =>
        Readings
            .Of(
                Readings.KeyResult(Readings.Terms(62, target, YearsEnd)),
                Readings.Metric(wanted: target > 62 ? Wanted.Up : Wanted.Down),
                today,
                Readings.Around(62, [.. Enumerable.Repeat(now, 7)])
            )
            .Status;

    [Theory] // The year has 365 days from the first day of the cycle; half of the way is made.
    [InlineData(75, 68.5, 2, 5, Status.NotKnown, "Too early")]
    [InlineData(75, 68.5, 2, 6, Status.OnCourse, "On course")]
    [InlineData(75, 68.5, 7, 1, Status.OnCourse, "On course")]
    [InlineData(75, 68.5, 7, 2, Status.Watch, "Behind")]
    [InlineData(75, 68.5, 9, 30, Status.Watch, "Behind")]
    [InlineData(75, 68.5, 10, 1, Status.OffCourse, "Off course")]
    [InlineData(75, 68.5, 12, 31, Status.OffCourse, "Off course")]
    [InlineData(49, 55.5, 7, 1, Status.OnCourse, "On course")]
    [InlineData(49, 55.5, 7, 2, Status.Watch, "Behind")]
    public void Pace_compares_the_share_of_the_way_with_the_share_of_the_time(
        double target,
        double now,
        int month,
        int day,
        Status status,
        string word
    )
    {
        var paced = Paced(target, now, new(2035, month, day));
        Assert.Equal((status, word), (paced.Is, paced.Word));
    }

    [Fact]
    public void Pace_says_both_shares() =>
        Assert.Equal("50 % of the way after 75 % of the time.", Paced(75, 68.5, new(2035, 9, 30)).Because);

    [Fact]
    public void After_its_day_it_is_reached_or_not_and_nothing_is_foreseen()
    {
        var late = new DateOnly(2036, 1, 1);
        var missed = Paced(75, 68.5, late);
        Assert.Equal((Status.OffCourse, "Not reached"), (missed.Is, missed.Word));
        Assert.Equal("31 December 2035 has passed.", missed.Because);
        var reached = Paced(75, 75, late);
        Assert.Equal((Status.Held, "Target reached", "75 of 75."), (reached.Is, reached.Word, reached.Because));
        var worse = Paced(75, 55, late);
        Assert.Equal((Status.OffCourse, "55 after a start of 62."), (worse.Is, worse.Because));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_forecast_reaches_the_target_may_reach_it_or_does_not(bool rises)
    {
        var (day, today) = (new DateOnly(2035, 3, 19), new DateOnly(2035, 2, 12));
        double[] weeks = Readings.Around(62, 64, 65.1, 66, 67.2, 68, 69.1, 70);
        if (!rises)
            weeks = [.. weeks.Select(value => 124 - value)];
        var foreseen = Aimed(rises ? 90 : 34).Forecast!;
        Assert.Equal(day, foreseen.On);
        var (value, far) = (foreseen.Value, rises ? foreseen.High : foreseen.Low);

        Assert.Equal((Status.OnCourse, "On course"), Word(value));
        Assert.Equal((Status.Watch, "Watch"), Word((value + far) / 2));
        Assert.Equal((Status.Watch, "Watch"), Word(far));
        Assert.Equal((Status.OffCourse, "Off course"), Word(far + (rises ? 0.1 : -0.1)));
        Assert.StartsWith("Forecast ", Aimed(value).Status.Because, StringComparison.Ordinal);
        Assert.EndsWith(" on 19 March 2035.", Aimed(value).Status.Because, StringComparison.Ordinal);

        EvaluatedKeyResult Aimed(double target) =>
            Readings.Of(
                Readings.KeyResult(Readings.Terms(62, target, day)),
                Readings.Metric(wanted: rises ? Wanted.Up : Wanted.Down),
                today,
                weeks
            );

        (Status, string) Word(double target) => (Aimed(target).Status.Is, Aimed(target).Status.Word);
    }

    /// <summary>“Keep churn below 5 %”, from 4.16, for a metric that is wanted low; and the same upside down.</summary>
    static EvaluatedKeyResult Kept(bool low, double limit, params double[] then)
    {
        double Side(double value) => low ? value : 100 - value;
        double[] weeks = [.. Enumerable.Range(0, 13).Select(i => 4.16 + (i % 2 == 0 ? 0.1 : -0.1)), .. then];
        return Readings.Of(
            Readings.KeyResult(Readings.Terms(Side(4.16), Side(limit), YearsEnd), "customers", "leave us"),
            Readings.Metric(name: "Churn", wanted: low ? Wanted.Down : Wanted.Up),
            new(2035, 3, 1),
            [.. weeks.Select(Side)]
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_target_on_the_unwanted_side_is_a_limit_that_is_kept_or_crossed(bool low)
    {
        double[] level = [.. Enumerable.Range(0, 12).Select(i => 4.16 + (i % 3 - 1) * 0.1)];
        var kept = Kept(low, 5, level);
        Assert.Equal((Status.Held, "Limit kept"), (kept.Status.Is, kept.Status.Word));
        Assert.Null(kept.Progress);
        Assert.Equal(
            $"Customers leave us: stays {(low ? "at most 5" : "at least 95")} of 100, until 31 December 2035",
            kept.Sentence
        );
        var crossed = Kept(low, 5, 5.3);
        Assert.Equal(
            (Status.OffCourse, "Limit crossed", low ? "5.3, to be kept at most 5." : "94.7, to be kept at least 95."),
            (crossed.Status.Is, crossed.Status.Word, crossed.Status.Because)
        );
        var chance = Kept(low, 4.3, level);
        Assert.Equal((Status.Watch, "Kept so far"), (chance.Status.Is, chance.Status.Word));
        var creeping = Kept(low, 5, 4.3, 4.38, 4.5, 4.61, 4.7, 4.83, 4.9);
        Assert.Equal((Status.Watch, "Kept so far"), (creeping.Status.Is, creeping.Status.Word));
        Assert.Contains("Forecast ", creeping.Status.Because, StringComparison.Ordinal);
        Assert.Contains(Findings.Of(kept), f => f.Rule == "limit");
        Assert.DoesNotContain(Findings.Of(kept), f => f.Rule == "target inside the noise");
    }

    [Fact]
    public void A_limit_without_a_band_is_kept_so_far_and_grey()
    {
        var few = Readings.Of(
            Readings.KeyResult(Readings.Terms(4.16, 5)),
            Readings.Metric(wanted: Wanted.Down),
            YearsEnd,
            4.1,
            4.2
        );
        Assert.Equal((Status.NotKnown, "Kept so far"), (few.Status.Is, few.Status.Word));
    }

    [Theory]
    [InlineData(BaselineState.Measuring, "The start is being measured.")]
    [InlineData(BaselineState.Unknown, "The start is not known.")]
    public void Without_a_start_it_says_whether_somebody_measures_it(BaselineState state, string because)
    {
        var terms = Readings.Terms(null, 75, state: state);
        var status = Readings
            .Of(Readings.KeyResult(terms), Readings.Metric(), YearsEnd, Readings.Around(62, 80))
            .Status;
        Assert.Equal(("No start yet", because), (status.Word, status.Because));
    }

    [Fact]
    public void Too_few_points_tell_no_move_from_noise()
    {
        var few = Readings.Of(Readings.KeyResult(Readings.Terms(62, 75)), Readings.Metric(), YearsEnd, 62, 80, 70);
        Assert.Null(few.IsWithinNoise);
        Assert.Equal((Status.NotKnown, "Too few points"), (few.Status.Is, few.Status.Word));
        Assert.EndsWith("cannot be told.", few.Status.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_over_many_begins_with_what_can_be_told_and_then_with_what_is_most()
    {
        var today = new DateOnly(2035, 9, 30);
        EvaluatedKeyResult Reading(double target, params double[] then) =>
            Readings.Of(
                Readings.KeyResult(Readings.Terms(62, target, YearsEnd)),
                Readings.Metric(),
                today,
                then.Length == 0 ? [] : Readings.Around(62, then)
            );
        double[] half = [.. Enumerable.Repeat(68.5, 7)];
        Assert.Equal(
            "Six key results: one target reached, one behind, one worse than start, two not measured, one not yet distinguishable from noise",
            KeyResultSummary.Of([
                Reading(75),
                Reading(75, 62.4),
                Reading(75, [.. Enumerable.Repeat(55.0, 7)]),
                Reading(75, half),
                Reading(75),
                Reading(66, half),
            ])
        );
        Assert.Equal("One key result: one not measured", KeyResultSummary.Of([Reading(75)]));
        Assert.Equal("No key result yet", KeyResultSummary.Of([]));
    }
}
