using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Ui;

namespace Heed.Tests.Metrics;

/// <summary>The sentences in which metrics speak, whoever asks.</summary>
public sealed class MetricWordsTests
{
    static readonly DateOnly Day = new(2035, 3, 3);

    static (int, double)[] Quiet(int weeks) =>
        [.. Enumerable.Range(0, weeks).Select(week => (week, week % 2 == 0 ? 9.5 : 10.5))];

    static Movement Moved(params (int, double)[] weeks) => SparksTests.Series(weeks).Movement;

    [Fact]
    public void Whether_it_moved_is_said_in_a_word_and_a_sentence()
    {
        ((int, double)[] Weeks, string Word, string Begins, string Ends, Status Shape)[] moves =
        [
            ([], "Not measured", "Nothing is measured yet", "", Status.NotKnown),
            (
                Quiet(3),
                "Too few points",
                "Too few points to tell whether it moved. Limits need 6 points, and there are 3.",
                "",
                Status.NotKnown
            ),
            (
                [.. Enumerable.Range(0, 8).Select(week => (week, 10.0))],
                "Flat",
                "It has not moved at all: every point is 10 of 100",
                "",
                Status.NotKnown
            ),
            (
                Quiet(12),
                "Inside its band",
                "It has not moved beyond its noise: 7.3",
                " to 12.7 of 100 is usual",
                Status.NotKnown
            ),
            (
                Quiet(8),
                "Inside its band",
                "It has not moved beyond its noise: 7.3",
                " of 100 is usual, as far as provisional limits tell",
                Status.NotKnown
            ),
            (
                [.. Quiet(14), (14, 30)],
                "Moved",
                "It moved: it rose above its band on 10 April 2034, now 30 against a usual ",
                " of 100",
                Status.Held
            ),
            (
                [.. Quiet(14), (14, -10)],
                "Moved",
                "It moved: it fell below its band on 10 April 2034, now −10 against a usual ",
                " of 100",
                Status.OffCourse
            ),
            (
                [.. Quiet(14), (14, 30), (15, 9.5)],
                "Moved, and back",
                "It rose above its band on 10 April 2034, and is back inside its band, ",
                " of 100",
                Status.NotKnown
            ),
        ];
        Assert.All(
            moves,
            m =>
            {
                var movement = Moved(m.Weeks);
                Assert.Equal((m.Word, m.Shape), (movement.State.Word(), movement.Shape()));
                Assert.StartsWith(m.Begins, movement.Finding(), StringComparison.Ordinal);
                Assert.EndsWith(m.Ends, movement.Finding(), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void A_band_says_what_it_rests_on()
    {
        Assert.Equal(
            "XmR band of all points, no baseline is named yet: 12 points, average moving range 1.",
            Moved(Quiet(12)).Basis(null)
        );
        var named = new Baseline
        {
            MetricId = default,
            From = Day,
            To = Day.AddDays(70),
            Reason = "quiet",
            SetAt = default,
        };
        Assert.Equal(
            "XmR band of the baseline 3 March 2035 to 12 May 2035: 8 points, average moving range 1. Provisional: firm from 12 points on.",
            Moved(Quiet(8)).Basis(named)
        );
        Assert.Equal(Moved(Quiet(3)).NoBandBecause, Moved(Quiet(3)).Basis(named));
    }

    [Theory]
    [InlineData(SignalRule.Outside, Direction.Up, 1, "rose above its band on 3 March 2035")]
    [InlineData(SignalRule.Outside, Direction.Down, 3, "fell below its band on 3 March 2035, 3 points in a row")]
    [InlineData(
        SignalRule.RunOnOneSide,
        Direction.Up,
        8,
        "stayed above its usual level for 8 points from 3 March 2035"
    )]
    [InlineData(
        SignalRule.RunOnOneSide,
        Direction.Down,
        9,
        "stayed below its usual level for 9 points from 3 March 2035"
    )]
    [InlineData(SignalRule.NearALimit, Direction.Up, 4, "kept near its upper limit from 3 March 2035: 3 of 4 points")]
    [InlineData(SignalRule.NearALimit, Direction.Down, 4, "kept near its lower limit from 3 March 2035: 3 of 4 points")]
    [InlineData(SignalRule.Trend, Direction.Up, 6, "rose for 6 points in a row from 3 March 2035")]
    [InlineData(SignalRule.Trend, Direction.Down, 6, "fell for 6 points in a row from 3 March 2035")]
    [InlineData(
        SignalRule.OuterThird,
        Direction.Down,
        3,
        "kept far below its usual level from 3 March 2035: 2 of 3 points"
    )]
    public void Each_signal_has_its_sentence(SignalRule rule, Direction way, int points, string says)
    {
        var signal = new MetricSignal(rule, way, Day, Day, Day, points, 62, 70, IsWanted: true, IsOn: false);
        Assert.Equal(says, signal.Says);
        // What has passed is history, neither good nor bad.
        Assert.Equal(
            [Status.NotKnown, Status.Held, Status.OffCourse],
            new[] { signal, signal with { IsOn = true }, signal with { IsOn = true, IsWanted = false } }.Select(s =>
                s.Shape()
            )
        );
    }

    [Theory]
    [InlineData(Cadence.Day, "3 March 2035")]
    [InlineData(Cadence.Week, "week of 3 March 2035")]
    [InlineData(Cadence.Month, "March 2035")]
    [InlineData(Cadence.Quarter, "quarter 1 of 2035")]
    [InlineData(Cadence.Year, "2035")]
    public void A_point_stands_for_a_period_with_a_name(Cadence cadence, string name) =>
        Assert.Equal(name, cadence.Named(Day));

    [Theory]
    [InlineData(0, 0, 0, "Nothing to record")]
    [InlineData(0, 0, 1, "Nothing new: 1 value already there")]
    [InlineData(1, 0, 0, "1 value added")]
    [InlineData(1200, 2, 3, "1,200 values added, 2 values corrected, 3 values unchanged")]
    [InlineData(0, 1, 1, "1 value corrected, 1 value unchanged")]
    public void A_receipt_counts_what_was_done(int added, int corrected, int unchanged, string says) =>
        Assert.Equal(says, new MeasurementReceipt(added, corrected, unchanged).InWords);

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(1, 0, "One of the points it rests on was corrected since")]
    [InlineData(2, 0, "Two of the points it rests on were corrected since")]
    [InlineData(0, 1, "One point of those days came late")]
    [InlineData(0, 13, "13 points of those days came late")]
    [InlineData(3, 1, "Three of the points it rests on were corrected since, and one of those days came late")]
    public void What_changed_under_a_verdict_is_said(int corrected, int late, string says)
    {
        var since = new ChangedSince(corrected, late);
        Assert.Equal((says, says.Length == 0), (since.Words, since.IsNothing));
    }

    [Theory]
    [InlineData(true, -14.62, "without “Call first” it would be 14.6 higher")]
    [InlineData(false, 3, "without “Call first” it would be 3 lower")]
    [InlineData(true, 3, null)]
    [InlineData(false, -3, null)]
    public void A_change_that_pulls_the_other_way_is_said_in_the_same_sentence(bool rose, double effect, string? says)
    {
        DatedChange Change(string name, double? effect, DateOnly? until = null) =>
            new(default, Day, until, name, "/try/1", VerdictWord.Improved, "Improved", "") { Effect = effect };

        Assert.Equal(
            says,
            ChangesOf.ButFor(
                rose,
                [
                    Change("Earlier", effect),
                    Change("Call first", effect),
                    Change("Gone", effect, Day),
                    Change("Open", null),
                ]
            )
        );
        Assert.Null(ChangesOf.ButFor(rose, []));
    }

    [Theory]
    [InlineData("Reorders within a month", "reorders-within-a-month.csv")]
    [InlineData(" NPS: Ärger / Freude! ", "nps-ärger-freude.csv")]
    [InlineData("a..b\\c", "a-b-c.csv")]
    public void A_file_has_the_name_of_its_metric_without_signs(string name, string file) =>
        Assert.Equal(
            file,
            MeasurementCsv.FileName(Metric.Define(SampleMeasurements.Asked(name), default).Given(), "csv")
        );
}
