using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class TractionTests
{
    static readonly ActionSignature Reminder = new(
        "forms come late",
        Lever.Persuasion,
        "back office",
        "hand in on Friday"
    );
    static readonly Series Outcome = Published.Weeks([.. Published.Wheeler, 19]);

    /// <summary>T19: the same lever after points 8, 16 and 24, each judged over 8 + 8 points with the noise of T1.</summary>
    static Attempt[] Attempts(double predicted) =>
        [
            .. new[] { 8, 16, 24 }.Select(at =>
            {
                var settings = new InterruptionSettings
                {
                    Method = EffectMethod.StepOnly,
                    Sigma = NoiseBand.Of(Published.Weeks(Published.Wheeler)).Sigma,
                    Window = new(Outcome[at - 8].Date, Outcome[at + 7].Date),
                };
                var verdict = Verdict.Judge(Outcome, Outcome[at].Date, Direction.Down, predicted, settings).Value;
                return new Attempt(Outcome[at].Date, Reminder, verdict.Word, verdict.Waiting is not null, 12);
            }),
        ];

    [Fact] // T19
    public void A_bold_prediction_that_never_came_true_is_spinning()
    {
        var traction = Traction.Of(Attempts(-7), Outcome, Direction.Down);

        Assert.Equal(TractionState.Spinning, traction.State);
        Assert.Equal(36, traction.SpinHours);
        Assert.Equal(3, traction.Run.Count);
    }

    [Fact] // T19
    public void A_timid_prediction_on_the_same_points_is_blind() =>
        Assert.Equal(TractionState.Blind, Traction.Of(Attempts(-3), Outcome, Direction.Down).State);

    [Fact]
    public void Another_lever_is_not_the_same_move()
    {
        var attempts = Attempts(-7);
        attempts[1] = attempts[1] with { Signature = Reminder with { Lever = Lever.Remove } };
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, Outcome, Direction.Down).State);
    }

    [Fact]
    public void An_improvement_ends_the_run()
    {
        var attempts = Attempts(-7);
        attempts[2] = attempts[2] with { Word = VerdictWord.Improved };
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, Outcome, Direction.Down).State);
    }

    [Fact]
    public void While_the_lag_runs_it_waits()
    {
        var attempts = Attempts(-3);
        attempts[2] = attempts[2] with { IsWaiting = true };
        Assert.Equal(TractionState.Waiting, Traction.Of(attempts, Outcome, Direction.Down).State);
    }

    [Fact]
    public void Effort_that_rises_without_an_outcome_is_revving()
    {
        var effort = Published.Weeks([5, 6, 5, 7, 6, 5, 6, 7, .. Enumerable.Repeat(20.0, 24)]);

        Assert.Equal(TractionState.Revving, Traction.Of(Attempts(-7), Outcome, Direction.Down, effort).State);
        Assert.Equal(TractionState.Blind, Traction.Of(Attempts(-3), Outcome, Direction.Down, effort).State);
    }

    [Fact]
    public void A_signal_the_wanted_way_is_traction()
    {
        var falling = Published.Weeks([.. Published.Wheeler[..16], .. Enumerable.Repeat(3.0, 16)]);
        Assert.Equal(TractionState.Moving, Traction.Of(Attempts(-7), falling, Direction.Down).State);
    }

    [Fact]
    public void Rocking_comes_last()
    {
        Assert.Equal(TractionState.Rocking, Traction.Of([], Outcome, Direction.Down, isRockingWithoutGain: true).State);
        Assert.Equal(
            TractionState.Spinning,
            Traction.Of(Attempts(-7), Outcome, Direction.Down, isRockingWithoutGain: true).State
        );
        Assert.Equal(TractionState.Moving, Traction.Of([], Outcome, Direction.Down).State);
    }

    [Fact]
    public void Obstacle_and_lever_make_the_same_move_whoever_does_it()
    {
        Assert.True(Reminder.IsSameMove(Reminder with { Actor = "Maya", Behaviour = "answer the phone" }));
        Assert.True(Reminder.IsSameMove(Reminder with { Obstacle = "Forms come LATE!" }));
        Assert.False(Reminder.IsSameMove(Reminder with { Lever = Lever.Training }));
        Assert.False(Reminder.IsSameMove(Reminder with { Obstacle = "nobody answers", Actor = "Maya" }));
        Assert.Equal(1, Reminder.Overlap(Reminder), 1e-12);
    }

    [Fact]
    public void One_obstacle_is_known_again_whatever_is_done_about_it()
    {
        var other = Reminder with { Lever = Lever.Training, Actor = "Maya", Behaviour = "answer the phone" };
        Assert.True(Reminder.IsSameObstacle(other with { Obstacle = Reminder.Obstacle.ToUpperInvariant() + "!" }));
        Assert.False(Reminder.IsSameObstacle(Reminder with { Obstacle = "nobody answers" }));
        Assert.False(Reminder.IsSameObstacle(Reminder with { Obstacle = "" }));
    }

    [Fact]
    public void Each_state_is_said_and_says_what_it_rests_on()
    {
        string Of(Attempt[] attempts, Series? effort = null, bool rocking = false) =>
            Traction.Of(attempts, Outcome, Direction.Down, effort, rocking).Sentence;
        var waiting = Attempts(-7);
        waiting[2] = waiting[2] with { IsWaiting = true };
        var effort = Published.Weeks([5, 6, 5, 7, 6, 5, 6, 7, .. Enumerable.Repeat(20.0, 24)]);

        Assert.Equal("Waiting: the change of 22 June 2026 needs more time.", Of(waiting));
        Assert.Equal(
            "Blind: the same move 3 times, and 2 could not be judged. Measure, or make a bigger change.",
            Of(Attempts(-3))
        );
        Assert.Equal("Revving: effort rises and the outcome does not follow.", Of(Attempts(-7), effort));
        Assert.Equal(
            "Spinning: the same move 3 times, 36 hours, and nothing improved. Try another lever.",
            Of(Attempts(-7))
        );
        Assert.Equal("Rocking: the emphasis swings to and fro, and the low points do not rise.", Of([], rocking: true));
        Assert.Equal("Moving.", Of([]));
    }

    [Fact]
    public void Attempts_may_come_in_any_order_and_the_run_is_told_from_its_oldest_on()
    {
        var traction = Traction.Of(Attempts(-7).Reverse(), Outcome, Direction.Down);
        Assert.Equal(Attempts(-7), traction.Run);
    }

    [Fact]
    public void The_same_move_twice_is_no_run() =>
        Assert.Equal(TractionState.Moving, Traction.Of(Attempts(-7)[1..], Outcome, Direction.Down).State);

    static Attempt[] Tried(params int[] weeks) =>
        [
            .. weeks.Select(week => new Attempt(
                new DateOnly(2026, 1, 5).AddDays(7 * week),
                Reminder,
                VerdictWord.NoChange,
                false,
                1
            )),
        ];

    [Fact]
    public void What_moved_before_the_run_is_no_traction()
    {
        // One week far below, long before the first try; and a week far above since.
        double[] values = [.. Published.Wheeler, .. Published.Wheeler];
        (values[2], values[50]) = (-40, 90);
        Assert.Equal(
            TractionState.Spinning,
            Traction.Of(Tried(30, 36, 42), Published.Weeks(values), Direction.Down).State
        );
        values[50] = -40;
        Assert.Equal(
            TractionState.Moving,
            Traction.Of(Tried(30, 36, 42), Published.Weeks(values), Direction.Down).State
        );
    }

    [Fact]
    public void Where_too_little_came_before_all_points_say_what_is_noise()
    {
        var falling = Published.Weeks([.. Published.Wheeler[..16], .. Enumerable.Repeat(3.0, 16)]);
        Assert.Equal(TractionState.Moving, Traction.Of(Tried(2, 8, 14), falling, Direction.Down).State);
        Assert.Equal(TractionState.Spinning, Traction.Of(Tried(2, 8, 14), Outcome, Direction.Down).State);
    }

    static Traction Spun(params double?[] hours) =>
        Traction.Of(Attempts(-7).Zip(hours, (attempt, said) => attempt with { Hours = said }), Outcome, Direction.Down);

    [Fact]
    public void Hours_that_nobody_said_are_not_none()
    {
        Assert.Null(Spun(null, null, null).SpinHours);
        Assert.Contains("hours not said", Spun(null, null, null).Sentence, StringComparison.Ordinal);
        Assert.Equal(24, Spun(12, null, 12).SpinHours);
        Assert.True(Spun(12, null, 12).IsAtLeast);
        Assert.Contains("at least 24 hours", Spun(12, null, 12).Sentence, StringComparison.Ordinal);
        Assert.False(Spun(0, 0, 1).IsAtLeast);
        Assert.Contains("3 times, 1 hour,", Spun(0, 0, 1).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Attempts_on_one_obstacle_within_its_lag_are_one()
    {
        var tried = Tried(0, 1, 2, 20, 40).Select(attempt => attempt with { LagDays = 14 }).ToArray();
        var asOne = Attempt.AsOne(tried);
        Assert.Equal([3, 1, 1], asOne.Select(attempt => attempt.Parts.Count));
        Assert.Equal(3, asOne[0].Hours);
        Assert.Same(tried[1], asOne[0].Parts[1]);
        Assert.Equal(TractionState.Spinning, Traction.Of(tried, Outcome, Direction.Down).State);
        Assert.Equal(5, Traction.Of(tried, Outcome, Direction.Down).SpinHours);
        // Split in three it is still one, and two are no run.
        Assert.Equal(TractionState.Moving, Traction.Of(tried[..4], Outcome, Direction.Down).State);

        // A small step between on the same obstacle, by another lever, does not break the run either.
        var other = tried[1] with
        {
            Signature = Reminder with { Lever = Lever.Remove },
        };
        Assert.Equal(
            TractionState.Spinning,
            Traction.Of([tried[0], other, tried[3], tried[4]], Outcome, Direction.Down).State
        );
        Assert.Equal(4, Attempt.AsOne(Tried(0, 1, 2, 3)).Count);
        var elsewhere = tried[1] with { Signature = Reminder with { Obstacle = "nobody answers" } };
        Assert.Equal(2, Attempt.AsOne([tried[0], elsewhere]).Count);
        Assert.Equal(
            (VerdictWord.Improved, true),
            Attempt.AsOne([tried[0] with { Word = VerdictWord.Improved }, tried[1] with { IsWaiting = true }])
                is [var one]
                ? (one.Word, one.IsWaiting)
                : default
        );
    }

    [Fact]
    public void Where_the_newest_try_improved_it_no_effort_is_in_vain()
    {
        var effort = Published.Weeks([5, 6, 5, 7, 6, 5, 6, 7, .. Enumerable.Repeat(20.0, 24)]);
        var attempts = Attempts(-7)[..2];
        Assert.Equal(2, Traction.Of(attempts, Outcome, Direction.Down, effort).Run.Count);
        Assert.Equal(TractionState.Revving, Traction.Of(attempts, Outcome, Direction.Down, effort).State);
        attempts[1] = attempts[1] with { Word = VerdictWord.Improved };
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, Outcome, Direction.Down, effort).State);
    }

    [Fact]
    public void Effort_that_rose_and_fell_again_does_not_rise()
    {
        double[] hours =
        [
            5,
            6,
            5,
            7,
            6,
            5,
            6,
            7,
            .. Enumerable.Repeat(20.0, 10),
            .. Enumerable.Range(0, 14).Select(i => 5.0 + i % 2),
        ];
        Assert.Equal(
            TractionState.Spinning,
            Traction.Of(Attempts(-7), Outcome, Direction.Down, Published.Weeks(hours)).State
        );
        Assert.Equal(
            TractionState.Revving,
            Traction.Of(Attempts(-7), Outcome, Direction.Down, Published.Weeks(hours[..19])).State
        );
    }

    [Fact]
    public void Without_any_point_the_verdicts_alone_say_it()
    {
        var nothing = Series.Of([], Cadence.Week).Value;
        Assert.Equal(TractionState.Spinning, Traction.Of(Attempts(-7), nothing, Direction.Down).State);
        Assert.Equal(TractionState.Moving, Traction.Of([], nothing, Direction.Down).State);
    }

    [Fact]
    public void Words_count_by_the_share_that_both_have()
    {
        Assert.Equal(0.825, Reminder.Overlap(Reminder with { Obstacle = "Forms come early" }), 1e-12);
        Assert.Equal(0.65, Reminder.Overlap(Reminder with { Lever = Lever.Remove }), 1e-12);
        Assert.Equal(0.85, Reminder.Overlap(Reminder with { Actor = "" }), 1e-12);
        Assert.Equal(0.95, Reminder.Overlap(Reminder with { Actor = "back, front and old office" }) + 0.04, 1e-12);
        var nothing = Reminder with { Actor = "", Behaviour = " - " };
        Assert.Equal(1, nothing.Overlap(nothing), 1e-12);
    }

    /// <summary>Eight weeks of one lever, eight of another, and so on; the outcome follows to and fro.</summary>
    static (Attempt[] Attempts, Series Outcome) ToAndFro(int turns, double better = 0, bool swings = true)
    {
        var values = Enumerable
            .Range(0, 8 * (turns + 1))
            .Select(i =>
                40
                + (i * 3 % 5 - 2)
                + (swings && i >= 8 ? (i / 8 % 2 == 1 ? 4 : -4) : 0)
                - better * Math.Max(0, i / 8 - 1)
            );
        var outcome = Published.Weeks([.. values]);
        return (
            [
                .. Enumerable
                    .Range(0, turns)
                    .Select(i => new Attempt(
                        outcome[8 * (i + 1)].Date,
                        Reminder with
                        {
                            Lever = i % 2 == 0 ? Lever.Restriction : Lever.Enablement,
                        },
                        i % 2 == 0 ? VerdictWord.Worsened : VerdictWord.NoChange,
                        false,
                        5
                    )),
            ],
            outcome
        );
    }

    [Fact]
    public void Levers_that_take_turns_while_the_outcome_swings_about_its_centre_are_rocking()
    {
        var (attempts, outcome) = ToAndFro(4);
        var traction = Traction.Of(attempts, outcome, Direction.Down);
        Assert.Equal(TractionState.Rocking, traction.State);
        Assert.Equal(4, traction.Run.Count);
        Assert.StartsWith("Rocking: two moves took turns 4 times,", traction.Sentence, StringComparison.Ordinal);

        // Three attempts are two swings: too early. So is an outcome that does not follow, or worst points that get better.
        (attempts, outcome) = ToAndFro(3);
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, outcome, Direction.Down).State);
        (attempts, outcome) = ToAndFro(4, swings: false);
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, outcome, Direction.Down).State);
        (attempts, outcome) = ToAndFro(4, better: 2.6);
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, outcome, Direction.Down).State);
        // A third lever between is no taking of turns; and the newest may have got it over the hill.
        (attempts, outcome) = ToAndFro(4);
        attempts[1] = attempts[1] with { Signature = Reminder with { Lever = Lever.Training } };
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, outcome, Direction.Down).State);
        (attempts, outcome) = ToAndFro(4);
        attempts[3] = attempts[3] with { Word = VerdictWord.Improved };
        Assert.Equal(TractionState.Moving, Traction.Of(attempts, outcome, Direction.Down).State);
    }
}
