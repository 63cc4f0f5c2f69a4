using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class TrialGuardTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Start = new(2035, 3, 12);

    static readonly Workspace Here = new()
    {
        Name = "Harbor Coffee",
        TimeZone = "Europe/Vienna",
        CreatedAt = Now,
    };

    static readonly Metric Share = new()
    {
        Name = "Reorder share",
        Unit = "of 100",
        Wanted = Wanted.Up,
        Kind = MetricKind.Behaviour,
        Timing = Timing.Leading,
        Cadence = Heed.Analytics.Evidence.Cadence.Week,
        CreatedAt = Now,
    };

    static readonly MetricName Waiting = new(Id<Metric>.New(), "Kept waiting", "min", Share.Cadence);

    static Trial In(TrialState state)
    {
        var trial = new Trial { TeamId = Id<Team>.New(), CreatedAt = Now };
        var asked = new TrialRequest
        {
            Change = "Call before arrival",
            Lever = Lever.Environment,
            Obstacle = "Nobody knows when we come.",
            Metric = Share.Id,
            Predicted = 7,
            GuardrailMetric = Waiting.Id,
            GuardrailAtMost = 6.5,
            Start = Start,
            Look = new(2035, 6, 4),
            Undo = "Stop calling.",
        };
        var by = Id<Member>.New();
        Assert.False(trial.Plan(asked, Share, Here, Now).Refused(out _));
        if (state is not TrialState.Planned)
            Assert.False(trial.Begin(0, Here, by, Now).Refused(out _));
        if (state is TrialState.Looked or TrialState.Adopted)
            Assert.False(trial.LookOn("none known", Here, Now.AddDays(100)).Refused(out _));
        if (state is TrialState.Adopted)
            Assert.False(trial.Adopt(null, null, by, Now).Refused(out _));
        if (state is TrialState.Stopped)
            Assert.False(trial.Stop(null, by, Now).Refused(out _));
        if (state is TrialState.Undone)
            Assert.False(trial.TakeBack(null, by, Now).Refused(out _));
        return trial;
    }

    [Theory]
    [InlineData(TrialState.Planned, false)]
    [InlineData(TrialState.Running, true)]
    [InlineData(TrialState.Looked, true)]
    [InlineData(TrialState.Adopted, false)]
    [InlineData(TrialState.Stopped, false)]
    [InlineData(TrialState.Undone, false)]
    public void A_breach_stops_what_runs_and_nothing_else(TrialState state, bool stops)
    {
        var trial = In(state);
        var refused = trial.StopForBreach(Start, 7, Waiting, Now.AddDays(120), Here).Refused(out var refusal);
        Assert.Equal(stops, !refused);
        Assert.Equal(stops ? TrialState.Stopped : state, trial.State);
        if (stops)
            Assert.Equal(
                "Stopped by its guardrail: Kept waiting was 7 min, at most 6.5 was promised, on 12 March 2035.",
                trial.Decision
            );
        else
            Assert.EndsWith(".", refusal!.Because, StringComparison.Ordinal);
        // A second time there is nothing left to stop, and the first stays.
        Assert.True(trial.StopForBreach(Start.AddDays(7), 9, Waiting, Now.AddDays(121), Here).Refused(out _));
        Assert.Equal(stops ? Start : null, trial.BreachedOn);
        Assert.Equal(stops ? 7 : null, trial.BreachValue);
    }

    [Theory]
    [InlineData("2035-03-11", 9)] // The day before the start.
    [InlineData("2035-03-12", 6.5)] // At the limit.
    [InlineData("2035-07-04", 9)] // After today.
    public void A_value_of_before_the_start_or_within_the_limit_or_of_the_future_stops_nothing(string on, double value)
    {
        var trial = In(TrialState.Running);
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(trial.StopForBreach(day, value, Waiting, Now.AddDays(120), Here).Refused(out _));
        Assert.Equal(TrialState.Running, trial.State);
    }
}
