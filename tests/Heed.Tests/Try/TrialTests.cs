using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

public sealed class TrialTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset AtLook = new(2035, 6, 4, 9, 0, 0, TimeSpan.Zero);
    static readonly Id<Member> Maya = Id<Member>.New();

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
        LagDays = 14,
    };

    static TrialRequest Asked() =>
        new()
        {
            Change = "Call before arrival",
            Lever = Lever.Environment,
            Obstacle = "Nobody knows when we come.",
            Metric = Share.Id,
            Predicted = 7,
            Start = new(2035, 3, 12),
            Look = new(2035, 6, 4),
            Undo = "Stop calling.",
        };

    static Trial Planned(TrialRequest? asked = null)
    {
        var trial = new Trial { TeamId = Id<Team>.New(), CreatedAt = Now };
        Assert.False(trial.Plan(asked ?? Asked(), Share, Here, Now).Refused(out _));
        return trial;
    }

    static Trial In(TrialState state)
    {
        var trial = Planned();
        if (state is not TrialState.Planned)
            trial.Begin(0, Here, Maya, Now);
        if (state is TrialState.Looked or TrialState.Adopted)
            trial.LookOn("none known", Here, AtLook);
        if (state is TrialState.Adopted)
            trial.Adopt(null, null, Maya, Now);
        if (state is TrialState.Stopped)
            trial.Stop(null, Maya, Now);
        if (state is TrialState.Undone)
            trial.TakeBack(null, Maya, Now);
        Assert.Equal(state, trial.State);
        return trial;
    }

    public static TheoryData<TrialState, string, TrialState?> Transitions()
    {
        string[] acts = ["plan", "begin", "look", "adopt", "stop", "undo"];
        var allowed = new Dictionary<(TrialState, string), TrialState>
        {
            [(TrialState.Planned, "plan")] = TrialState.Planned,
            [(TrialState.Planned, "begin")] = TrialState.Running,
            [(TrialState.Planned, "stop")] = TrialState.Stopped,
            [(TrialState.Running, "look")] = TrialState.Looked,
            [(TrialState.Running, "stop")] = TrialState.Stopped,
            [(TrialState.Running, "undo")] = TrialState.Undone,
            [(TrialState.Looked, "look")] = TrialState.Looked,
            [(TrialState.Looked, "adopt")] = TrialState.Adopted,
            [(TrialState.Looked, "stop")] = TrialState.Stopped,
            [(TrialState.Looked, "undo")] = TrialState.Undone,
            [(TrialState.Adopted, "look")] = TrialState.Adopted,
            [(TrialState.Adopted, "undo")] = TrialState.Undone,
        };
        var data = new TheoryData<TrialState, string, TrialState?>();
        foreach (var state in Enum.GetValues<TrialState>())
        foreach (var act in acts)
            data.Add(state, act, allowed.TryGetValue((state, act), out var to) ? to : null);
        return data;
    }

    [Theory]
    [MemberData(nameof(Transitions))]
    public void Every_step_leads_where_the_table_says_or_is_refused_in_words(
        TrialState from,
        string act,
        TrialState? to
    )
    {
        var trial = In(from);
        var outcome = act switch
        {
            "plan" => trial.Plan(Asked(), Share, Here, Now),
            "begin" => trial.Begin(0, Here, Maya, Now),
            "look" => trial.LookOn("none known", Here, AtLook),
            "adopt" => trial.Adopt(null, null, Maya, Now),
            "stop" => trial.Stop(null, Maya, Now),
            _ => trial.TakeBack(null, Maya, Now),
        };
        Assert.Equal(to is null, outcome.Refused(out var refusal));
        Assert.Equal(to ?? from, trial.State);
        if (refusal is not null)
            Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
    }

    static void Refused(Action<TrialRequest> with, string says)
    {
        var asked = Asked();
        with(asked);
        var trial = new Trial { TeamId = Id<Team>.New(), CreatedAt = Now };
        Assert.True(trial.Plan(asked, Share, Here, Now).Refused(out var refusal));
        Assert.Contains(says, refusal.Because, StringComparison.Ordinal);
        Assert.Equal("", trial.Change);
    }

    [Fact]
    public void A_look_before_the_start_is_refused() =>
        Refused(a => a.Look = new(2035, 3, 1), "The look on 1 March 2035 is not after the start on 12 March 2035.");

    [Fact]
    public void A_prediction_for_a_day_outside_the_trial_is_refused()
    {
        Refused(a => a.PredictedFor = new(2035, 7, 1), "not after the look on 4 June 2035");
        Refused(a => a.PredictedFor = new(2035, 3, 12), "Choose a day after the start");
    }

    [Fact]
    public void A_prediction_of_nothing_or_against_the_wanted_way_is_refused()
    {
        Refused(a => a.Predicted = 0, "nothing changes");
        Refused(a => a.Predicted = -3, "goes down, and up is wanted");
    }

    [Fact]
    public void A_guardrail_needs_a_metric_and_a_limit()
    {
        Refused(a => a.GuardrailAtMost = 3, "needs the metric");
        Refused(a => a.GuardrailMetric = Share.Id, "needs a limit");
    }

    [Fact]
    public void The_prediction_locks_at_the_start_and_is_not_edited_afterwards()
    {
        var trial = Planned();
        Assert.Null(trial.LockedAt);
        trial.Begin(0, Here, Maya, Now);
        Assert.Equal(Now, trial.LockedAt);
        var asked = Asked();
        asked.Predicted = 2;
        Assert.True(trial.Plan(asked, Share, Here, Now).Refused(out var refusal));
        Assert.StartsWith("The prediction is locked since 5 March 2035.", refusal.Because, StringComparison.Ordinal);
        Assert.Equal(7, trial.Predicted);
    }

    [Fact]
    public void A_prediction_after_the_data_is_refused()
    {
        var trial = Planned();
        Assert.True(trial.Begin(3, Here, Maya, Now).Refused(out var refusal));
        Assert.Contains("3 points from 12 March 2035 on already", refusal.Because, StringComparison.Ordinal);
        Assert.Equal(TrialState.Planned, trial.State);
    }

    [Fact]
    public void It_does_not_start_when_its_look_has_come() =>
        Assert.True(Planned().Begin(0, Here, Maya, AtLook).Refused(out _));

    [Fact]
    public void Looking_early_is_refused_and_looking_without_saying_what_else_changed_too()
    {
        var trial = In(TrialState.Running);
        Assert.True(trial.LookOn("none known", Here, AtLook.AddDays(-1)).Refused(out var refusal));
        Assert.Contains("The look is set for 4 June 2035.", refusal.Because, StringComparison.Ordinal);
        Assert.True(trial.LookOn("  ", Here, AtLook).Refused(out refusal));
        Assert.Contains("“None known” is an answer", refusal.Because, StringComparison.Ordinal);
        Assert.Equal(TrialState.Running, trial.State);
    }

    [Fact]
    public void A_breached_guardrail_keeps_a_trial_from_being_adopted()
    {
        var trial = In(TrialState.Looked);
        Assert.True(trial.Adopt(GuardrailState.Breached, null, Maya, Now).Refused(out _));
        Assert.False(trial.Adopt(GuardrailState.Holding, null, Maya, Now).Refused(out _));
    }

    [Fact]
    public void The_lag_is_the_metrics_own_where_none_is_given()
    {
        Assert.Equal(14, Planned().LagDays);
        var asked = Asked();
        asked.LagDays = 0;
        Assert.Equal(0, Planned(asked).LagDays);
    }

    [Fact]
    public void A_start_before_today_is_refused_unless_it_says_that_it_was_written_afterwards()
    {
        Refused(a => a.Start = new(2035, 3, 4), "The start on 4 March 2035 is before today.");
        var asked = Asked();
        (asked.Start, asked.WrittenAfterwards) = (new(2035, 1, 8), true);
        var trial = Planned(asked);
        Assert.True(trial.WrittenAfterwards);
        Assert.False(trial.Begin(8, Here, Maya, Now).Refused(out _));
        Assert.False(trial.Preceded([new(2035, 6, 4)]));
        // Saying it of a change that is still to come takes nothing from a prediction.
        asked.Start = Asked().Start;
        Assert.False(Planned(asked).WrittenAfterwards);
    }

    [Fact]
    public void A_trial_does_not_begin_after_its_start_has_passed()
    {
        var trial = Planned();
        Assert.True(trial.Begin(0, Here, Maya, Now.AddDays(8)).Refused(out var refusal));
        Assert.StartsWith("The start on 12 March 2035 has passed.", refusal.Because, StringComparison.Ordinal);
        Assert.Null(trial.LockedOn);
        Assert.False(trial.Begin(0, Here, Maya, Now.AddDays(7)).Refused(out _));
    }

    [Fact]
    public void A_point_that_stands_for_a_day_before_the_lock_was_not_predicted_whenever_it_was_typed()
    {
        var trial = In(TrialState.Running);
        Assert.Equal(new DateOnly(2035, 3, 5), trial.LockedOn);
        Assert.True(trial.Preceded([new(2035, 3, 5), new(2035, 3, 12)]));
        Assert.False(trial.Preceded([new(2035, 3, 4), new(2035, 3, 12)]));
    }

    [Fact]
    public void A_workspace_that_moves_its_zone_moves_no_look()
    {
        var east = new Workspace
        {
            Name = "Harbor Coffee",
            TimeZone = "Pacific/Kiritimati",
            CreatedAt = Now,
        };
        // In the east the day of the look has begun; where the trial was locked it has not.
        var evening = new DateTimeOffset(2035, 6, 3, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2035, 6, 4), east.DayOf(evening));
        Assert.True(In(TrialState.Running).LookOn("none known", east, evening).Refused(out _));
    }
}
