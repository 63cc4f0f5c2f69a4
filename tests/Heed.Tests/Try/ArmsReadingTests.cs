using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class ArmsReadingTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Start = new(2035, 3, 12);

    static readonly Workspace Here = new()
    {
        Name = "Harbor Coffee",
        TimeZone = "Europe/Vienna",
        CreatedAt = Now,
    };

    static Metric In(string unit) =>
        new()
        {
            Name = "Reorder share",
            Unit = unit,
            Wanted = Wanted.Up,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Heed.Analytics.Evidence.Cadence.Week,
            CreatedAt = Now,
        };

    static TrialRequest Asked() =>
        new()
        {
            Change = "A picture of the cup",
            Lever = Lever.Environment,
            Obstacle = "Nobody sees how large it is.",
            Metric = Id<Metric>.New(),
            Predicted = 2,
            Start = Start,
            Look = new(2035, 6, 4),
            Undo = "Take the picture away.",
            ArmShare = 50,
            ArmHorizon = 20_000,
        };

    static Trial Planned(Action<TrialRequest>? with = null)
    {
        var (trial, asked) = (new Trial { TeamId = Id<Team>.New(), CreatedAt = Now }, Asked());
        with?.Invoke(asked);
        Assert.False(trial.Plan(asked, In("of 100"), Here, Now).Refused(out var no), no?.Because);
        return trial;
    }

    static ArmCount Day(int day, long shown0, long did0, long shown1, long did1) =>
        new()
        {
            TrialId = default,
            On = Start.AddDays(day),
            ControlShown = shown0,
            ControlDid = did0,
            ChangedShown = shown1,
            ChangedDid = did1,
            At = Now,
            By = default,
        };

    [Fact]
    public void Twelve_against_ten_of_a_hundred_gives_the_published_ratios() // T11
    {
        var first = ArmsReading.Of(Planned(), [Day(0, 2000, 200, 2000, 240)], false);
        Assert.Equal(1.977, first.Test!.Ratio, 0.0005);
        Assert.Equal((VerdictWord.CannotTell, false), (first.Word, first.IsFinal));
        Assert.StartsWith("Cannot tell yet: +2", first.Sentence, StringComparison.Ordinal);

        var both = ArmsReading.Of(Planned(), [Day(7, 3000, 300, 3000, 360), Day(0, 2000, 200, 2000, 240)], false);
        Assert.Equal(20.92, both.Test!.Ratio, 0.005);
        Assert.Equal((VerdictWord.Improved, true), (both.Word, both.IsFinal));
        Assert.True(both.Low > 0 && both.High > 2 && both.Test.PValue < 0.05);
    }

    [Theory]
    [InlineData(100, 100, false, VerdictWord.NoChange)] // 10 % in both arms of 30,000: no two points more.
    [InlineData(100, 80, false, VerdictWord.Worsened)]
    [InlineData(100, 120, true, VerdictWord.Improved)]
    public void The_words_are_those_of_every_verdict(long did0, long did1, bool promised, VerdictWord word)
    {
        var reading = ArmsReading.Of(Planned(), [Day(0, 30_000, did0 * 30, 30_000, did1 * 30)], false);
        Assert.Equal((word, true), (reading.Word, reading.IsFinal));
        Assert.Equal(promised, reading.High >= 2 && reading.Low > 0);
    }

    [Fact]
    public void The_smallest_p_of_all_days_stays_whatever_comes_after()
    {
        var day = Day(0, 5000, 500, 5000, 600);
        var one = ArmsReading.Of(Planned(), [day], false);
        var more = ArmsReading.Of(Planned(), [day, Day(1, 5000, 500, 5000, 400)], false);
        Assert.Equal(one.Test!.PValue, more.Test!.PValue);
        Assert.True(more.Test.Ratio < 1);
        Assert.Equal(one.Low, more.Low);
    }

    [Fact]
    public void Arms_that_are_not_as_planned_say_nothing()
    {
        var reading = ArmsReading.Of(Planned(), [Day(0, 5000, 500, 5400, 700)], true);
        Assert.True(reading.IsMismatch);
        Assert.Equal((null, null, false), (reading.Test, reading.Effect, reading.IsFinal));
        Assert.StartsWith(
            "The arms are not as planned: of 10,400 people 5,400 got the change",
            reading.Sentence,
            StringComparison.Ordinal
        );
        // The same counts are as planned where so many were to be dealt.
        Assert.False(ArmsReading.Of(Planned(a => a.ArmShare = 52), [Day(0, 5000, 500, 5400, 700)], true).IsMismatch);
    }

    [Fact]
    public void It_ends_with_the_people_or_the_day_that_it_waited_for_and_not_before()
    {
        ArmCount[] none = [Day(0, 500, 50, 500, 55)];
        Assert.False(ArmsReading.Of(Planned(), none, false).IsFinal);
        Assert.True(ArmsReading.Of(Planned(), none, true).IsFinal);
        var full = ArmsReading.Of(Planned(a => a.ArmHorizon = 1000), none, false);
        Assert.Equal((VerdictWord.CannotTell, true), (full.Word, full.IsFinal));
        Assert.Contains("holds both no effect and the predicted +2", full.Sentence, StringComparison.Ordinal);
        Assert.Equal(VerdictWord.NotMeasured, ArmsReading.Of(Planned(), [], true).Word);
        Assert.StartsWith(
            "Cannot tell: an arm needs 30 people, and the smaller one has 29.",
            ArmsReading.Of(Planned(), [Day(0, 29, 3, 31, 5)], false).Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_plan_of_two_arms_is_whole_and_fits_its_metric()
    {
        (Action<TrialRequest> With, string Unit, string Says)[] wrong =
        [
            (a => a.ArmShare = 0, "of 100", "1 to 99"),
            (a => a.ArmShare = null, "of 100", "1 to 99"),
            (a => a.ArmHorizon = null, "of 100", "how many people in both arms"),
            (a => a.ArmHorizon = 59, "of 100", "60 to 1,000,000,000"),
            (a => a.ArmTauSquared = 0, "of 100", "0.0001 is for about one point"),
            (a => a.ArmTauSquared = double.NaN, "of 100", "0.0001 is for about one point"),
            (_ => { }, "minutes", "this one is in “minutes”"),
            (a => a.ComparedWith = [Id<Metric>.New()], "of 100", "compare with each other"),
            (
                a => (a.Start, a.WrittenAfterwards) = (new(2035, 3, 1), true),
                "of 100",
                "cannot be written down afterwards"
            ),
        ];
        foreach (var (with, unit, says) in wrong)
        {
            var (trial, asked) = (new Trial { TeamId = Id<Team>.New(), CreatedAt = Now }, Asked());
            with(asked);
            Assert.True(trial.Plan(asked, In(unit), Here, Now).Refused(out var refusal), says);
            Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
        }
        Assert.Equal(TwoArms.UsualTauSquared, Planned().Arms!.TauSquared);
    }

    [Fact]
    public void Days_are_counted_and_looked_at_from_the_start_on_and_only_while_it_runs()
    {
        var (trial, by) = (Planned(), Id<Member>.New());
        ArmCountView day = new(Start, 10, 1, 10, 2);
        var later = Now.AddDays(14);
        Says("has not started", trial.CountOn(day, Here, later));
        Says("has not started", trial.LookAtArms("none known", true, Here, later));
        Assert.False(trial.Begin(0, Here, by, Now).Refused(out _));
        Says("It starts on 12 March 2035", trial.LookAtArms("none known", true, Here, Now));
        Assert.False(trial.CountOn(day, Here, later).Refused(out _));
        Says("is before the start", trial.CountOn(day with { On = Start.AddDays(-1) }, Here, later));
        Says("has not come yet", trial.CountOn(day with { On = Start.AddDays(20) }, Here, later));
        Says("11 of 10 cannot be", trial.CountOn(day with { ChangedDid = 11 }, Here, later));
        Says("−1 of 10 cannot be", trial.CountOn(day with { ControlDid = -1 }, Here, later));
        Says("“None known” is an answer too", trial.LookAtArms(" ", true, Here, later));

        Assert.False(trial.LookAtArms("none known", false, Here, later).Refused(out _));
        Assert.Equal(TrialState.Running, trial.State);
        Assert.False(trial.LookAtArms("none known", true, Here, later).Refused(out _));
        Assert.Equal(TrialState.Looked, trial.State);
        Assert.False(trial.Stop(null, by, later).Refused(out _));
        Says("its counts stay as they are", trial.CountOn(day, Here, later));

        static void Says(string says, Outcome<Done> outcome)
        {
            Assert.True(outcome.Refused(out var refusal), says);
            Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
        }
    }
}
