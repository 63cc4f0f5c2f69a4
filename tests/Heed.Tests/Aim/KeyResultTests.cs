using Heed.Aim;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Ui;

namespace Heed.Tests.Aim;

public sealed class KeyResultTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly Id<Member> Maya = Id<Member>.New();

    static readonly Metric Share = new()
    {
        Name = "Reorder share",
        Unit = "of 100",
        Wanted = Wanted.Up,
        Kind = MetricKind.Behaviour,
        Timing = Timing.Leading,
        Cadence = Cadence.Week,
        CreatedAt = Now,
    };

    static Terms Terms(
        KeyResult keyResult,
        double? baseline,
        double target,
        string reason = "as first written",
        string? from = "2034-10-02",
        string? to = "2034-12-25"
    ) =>
        new()
        {
            KeyResultId = keyResult.Id,
            MetricId = Share.Id,
            BaselineState = baseline is null ? BaselineState.Measuring : BaselineState.Known,
            Baseline = baseline,
            BaselineFrom = baseline is null || from is null ? null : DateOnly.Parse(from),
            BaselineTo = baseline is null || to is null ? null : DateOnly.Parse(to),
            Target = target,
            ByWhen = new(2035, 12, 31),
            Reason = reason,
            SetAt = Now,
        };

    static KeyResult Aimed(double? baseline, double target)
    {
        var objective = new Objective
        {
            TeamId = Id<Team>.New(),
            CycleId = Id<Cycle>.New(),
            Cycle = ObjectiveTests.OpenCycle(),
            Title = "Regulars feel at home",
            Why = "Every third regular leaves.",
            ByWhen = new(2035, 12, 31),
            CreatedAt = Now,
        };
        var keyResult = new KeyResult
        {
            ObjectiveId = objective.Id,
            Objective = objective,
            Who = "new regulars",
            DoesWhat = "order again within a month",
            CreatedAt = Now,
        };
        Assert.False(keyResult.Set(Terms(keyResult, baseline, target)).Refused(out _));
        return keyResult;
    }

    static EvaluatedKeyResult Reading(KeyResult keyResult, params double[] values)
    {
        var points = values.Select(
            (value, week) =>
                new Measurement
                {
                    MetricId = Share.Id,
                    On = new DateOnly(2034, 10, 2).AddDays(7 * week),
                    Value = value,
                    RecordedAt = Now,
                    Source = MeasurementSource.Manual,
                }
        );
        var metric = keyResult.Target < keyResult.Baseline ? Readings.Metric(wanted: Wanted.Down) : Share;
        return EvaluatedKeyResult.Of(keyResult, new MetricSeries(metric, [.. points], []), new(2035, 3, 5), null);
    }

    /// <summary>Thirteen weeks around the level, so that there is a band to leave.</summary>
    static double[] Around(double level, params double[] then) =>
        [.. Enumerable.Range(0, 13).Select(i => level + (i % 2 == 0 ? 0.4 : -0.4)), .. then];

    [Theory] // okr.md 3.13: Quantive's cases, and Leantime #3247 with the intended answer
    [InlineData(100, 60, 80, 0.5)]
    [InlineData(100, 60, 70, 0.75)]
    [InlineData(100, 60, 50, 1.25)]
    [InlineData(200, 0, 100, 0.5)]
    [InlineData(62, 75, 68.5, 0.5)]
    public void Progress_is_one_signed_formula_for_rising_and_falling_targets(
        double baseline,
        double target,
        double now,
        double expected
    ) => Assert.Equal(expected, Reading(Aimed(baseline, target), now).Progress!.Share!.Value, 12);

    [Fact]
    public void Below_the_start_is_worse_than_start_and_not_zero()
    {
        var reading = Reading(Aimed(62, 75), Around(62, 55));
        Assert.True(reading.Progress!.Share < 0);
        Assert.Equal((Status.OffCourse, "Worse than start"), (reading.Status.Is, reading.Status.Word));
    }

    [Fact]
    public void The_sentence_over_several_has_no_word_that_their_rows_have_not()
    {
        EvaluatedKeyResult[] all =
        [
            Reading(Aimed(62, 75), Around(62, 55)),
            Reading(Aimed(null, 75)),
            Reading(Aimed(62, 75)),
        ];
        Assert.Equal(
            "Three key results: one worse than start, one no start yet, one not measured",
            KeyResultSummary.Of(all)
        );
        Assert.All(
            all,
            r => Assert.Contains(r.Status.Word, KeyResultSummary.Of(all), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory] // As in Making Data Count: the limits of noise, about 60 to 64, against the target.
    [InlineData(50, 55, "Will always meet")]
    [InlineData(50, 62.1, "Hit and miss")]
    [InlineData(62, 75, "Will never meet")]
    public void Whether_things_as_they_are_reach_the_target_is_said(double baseline, double target, string says) =>
        Assert.StartsWith(
            says,
            Reading(Aimed(baseline, target), Around(62)).Assurance!.Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_limits_of_noise_nothing_is_assured() =>
        Assert.Null(Reading(Aimed(62, 75), 62, 63, 62).Assurance);

    [Fact]
    public void What_has_left_its_band_is_no_longer_as_things_were() =>
        Assert.Null(Reading(Aimed(62, 75), Around(62, 70)).Assurance);

    [Fact]
    public void Without_a_start_there_is_no_progress()
    {
        var reading = Reading(Aimed(null, 75), Around(62, 74));
        Assert.Null(reading.Progress!.Share);
        Assert.Equal((Status.NotKnown, "No start yet"), (reading.Status.Is, reading.Status.Word));
    }

    [Fact]
    public void Without_a_point_it_is_not_measured()
    {
        var reading = Reading(Aimed(62, 75));
        Assert.Null(reading.Progress!.Share);
        Assert.Equal((Status.NotKnown, "Not measured"), (reading.Status.Is, reading.Status.Word));
    }

    [Fact]
    public void Inside_the_noise_band_it_is_grey_whatever_the_percentage_says()
    {
        var reading = Reading(Aimed(62, 63), Around(62, 62.8));
        Assert.Equal(0.8, reading.Progress!.Share!.Value, 6);
        Assert.True(reading.IsWithinNoise);
        Assert.Equal(Status.NotKnown, reading.Status.Is);
        Assert.Equal("Not yet distinguishable from noise", reading.Status.Word);
    }

    [Fact]
    public void A_run_on_one_side_is_a_move_although_each_point_lies_inside_the_band()
    {
        var reading = Reading(Aimed(62, 63), Around(62, 62.5, 62.6, 62.5, 62.6, 62.5, 62.6, 62.5, 62.6, 62.5));
        Assert.False(reading.IsWithinNoise);
        Assert.NotEqual(Status.NotKnown, reading.Status.Is);
    }

    [Fact]
    public void Outside_its_band_and_at_the_target_it_is_reached()
    {
        var reading = Reading(Aimed(62, 65), Around(62, 66));
        Assert.False(reading.IsWithinNoise);
        Assert.Equal((Status.Held, "Target reached"), (reading.Status.Is, reading.Status.Word));
    }

    [Fact]
    public void The_sentence_is_written_from_the_fields() =>
        Assert.Equal(
            "New regulars order again within a month: 62 → 75 of 100 by 31 December 2035",
            Aimed(62, 75).Sentence("of 100")
        );

    [Fact]
    public void Target_and_start_the_same_is_refused()
    {
        var keyResult = Aimed(null, 75);
        Assert.True(keyResult.Set(Terms(keyResult, 75, 75, "measured")).Refused(out var refusal));
        Assert.Contains("nothing would change", refusal.Because, StringComparison.Ordinal);
        Assert.Null(keyResult.Baseline);
    }

    [Fact]
    public void New_terms_need_a_reason_and_the_old_ones_stay()
    {
        var keyResult = Aimed(62, 75);
        Assert.True(keyResult.Set(Terms(keyResult, 62, 70, " ")).Refused(out _));
        Assert.False(keyResult.Set(Terms(keyResult, 62, 70, "Two shops closed.")).Refused(out _));
        Assert.Equal([75, 70], keyResult.History.Select(t => t.Target));
        Assert.Equal(70, keyResult.Target);
    }

    [Theory]
    [InlineData("2034-10-02", null)]
    [InlineData(null, null)]
    [InlineData("2034-10-02", "2034-09-01")]
    public void A_known_start_needs_a_window_in_order(string? from, string? to)
    {
        var keyResult = Aimed(null, 75);
        Assert.True(keyResult.Set(Terms(keyResult, 62, 75, "measured", from, to)).Refused(out var refusal));
        Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_contradict_themselves_are_refused_at_their_field()
    {
        (Terms Terms, string Field, string Says)[] wrong =
        [
            (
                Readings.Terms(null, 75, state: BaselineState.Known),
                nameof(TermsRequest.Baseline),
                "The start is said to be known, and it has no value."
            ),
            (
                Readings.Terms(62, 75, state: BaselineState.Unknown),
                nameof(TermsRequest.Baseline),
                "The start is said to be unknown, and it has a value."
            ),
            (
                Readings.Terms(62, 75, window: (new(2034, 12, 25), new(2034, 10, 2))),
                nameof(TermsRequest.BaselineTo),
                "The window of the start ends on 2 October 2034, before it begins on 25 December 2034."
            ),
            (Readings.Terms(62, 62), nameof(TermsRequest.Target), "Baseline and target are both 62"),
            (Readings.Terms(62, double.NaN), nameof(TermsRequest.Target), "Baseline, target and current value must be"),
            (
                Readings.Terms(null, double.PositiveInfinity),
                nameof(TermsRequest.Target),
                "The target must be a number."
            ),
        ];
        var keyResult = Aimed(62, 75);
        foreach (var (terms, field, says) in wrong)
        {
            Assert.True(keyResult.Set(terms).Refused(out var refusal));
            Assert.StartsWith(says, refusal.Because, StringComparison.Ordinal);
            Assert.Equal(field, refusal.Field);
        }
        Assert.Equal((62.0, 75.0), (keyResult.Baseline!.Value, keyResult.Target));
        Assert.Single(keyResult.History);
    }

    [Theory]
    [InlineData(
        "new regulars",
        "order again",
        62.0,
        "of 100",
        "New regulars order again: 62 → 75 of 100 by 31 March 2035"
    )]
    [InlineData(" the night shift ", " answers. ", 62.0, " % ", "The night shift answers: 62 → 75 % by 31 March 2035")]
    [InlineData("guests", "come", null, "of 100", "Guests come: a start not known yet → 75 of 100 by 31 March 2035")]
    [InlineData("guests", "come", 0.125, "", "Guests come: 0.125 → 75 by 31 March 2035")]
    public void The_sentence_bears_whatever_was_typed(
        string who,
        string doesWhat,
        double? start,
        string unit,
        string says
    ) => Assert.Equal(says, KeyResult.Say(who, doesWhat, start, 75, unit, new(2035, 3, 31)));
}
