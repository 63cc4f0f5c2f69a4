using System.ComponentModel.DataAnnotations;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Tests.Try;

/// <summary>How trials and verdicts are said, and what the form of a plan asks for.</summary>
public sealed class TryWordsTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static readonly Workspace Here = new()
    {
        Name = "Harbor Coffee",
        TimeZone = "Europe/Vienna",
        CreatedAt = Now,
    };

    static Metric Share(Wanted wanted = Wanted.Up) =>
        new()
        {
            Name = "Reorder share",
            Unit = "of 100",
            Wanted = wanted,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Cadence.Week,
            CreatedAt = Now,
        };

    static TrialRequest Asked() =>
        new()
        {
            Team = Id<Team>.New(),
            Change = " Call before arrival ",
            Lever = Lever.Environment,
            Obstacle = "Nobody knows when we come.",
            Metric = Id<Metric>.New(),
            Predicted = 7,
            Start = new(2035, 3, 12),
            Look = new(2035, 6, 4),
            Undo = "Stop calling.",
            WhatElseChanged = " ",
        };

    static Trial Planned(TrialRequest? asked = null, Metric? metric = null)
    {
        var trial = new Trial { TeamId = Id<Team>.New(), CreatedAt = Now };
        Assert.False(
            trial.Plan(asked ?? Asked(), metric ?? Share(), Here, Now).Refused(out var refusal),
            refusal?.Because
        );
        return trial;
    }

    static TrialVerdict Verdict(
        VerdictWord word,
        EffectCourse course = EffectCourse.Steady,
        bool less = false,
        bool preceded = true
    ) =>
        new()
        {
            TrialId = default,
            MetricId = default,
            At = Now,
            By = default,
            Word = word,
            Course = course,
            LessThanPredicted = less,
            PredictionPrecededData = preceded,
            Sentence = "",
            PointsBefore = 24,
            PointsAfter = 13,
            Fingerprint = "",
            Predicted = 7,
            WhatElseChanged = "none known",
        };

    [Fact]
    public void A_verdict_has_one_word_wherever_it_is_shown()
    {
        (TrialVerdict? Verdict, string Says)[] verdicts =
        [
            (null, "Not looked at yet"),
            (Verdict(VerdictWord.Improved), "Improved"),
            (Verdict(VerdictWord.Improved, less: true), "Improved, less than predicted"),
            (Verdict(VerdictWord.Improved, EffectCourse.Growing), "Improved and growing"),
            (
                Verdict(VerdictWord.Improved, EffectCourse.Fading, less: true, preceded: false),
                "Improved at first, fading, less than predicted, written afterwards"
            ),
            (Verdict(VerdictWord.Worsened, less: true), "Worsened"),
            (Verdict(VerdictWord.CannotTell, preceded: false), "Cannot tell, written afterwards"),
        ];
        Assert.All(verdicts, v => Assert.Equal(v.Says, v.Verdict.Word()));
        // Where nothing is watched over, nothing became of it.
        Assert.All(verdicts, v => Assert.Equal(v.Says, v.Verdict.Word(Planned())));
        Assert.Equal(VerdictWord.NotMeasured, (null as TrialVerdict).OrNone());
        Assert.Empty((null as TrialVerdict).Without());
    }

    [Fact]
    public void What_it_did_stands_beside_what_was_predicted_and_a_day_without_an_interval_is_drawn_as_a_line()
    {
        Assert.Equal("predicted +7", Verdict(VerdictWord.CannotTell).Detail());
        var improved = new TrialVerdict
        {
            TrialId = default,
            MetricId = default,
            At = Now,
            By = default,
            Word = VerdictWord.Improved,
            LessThanPredicted = false,
            PredictionPrecededData = true,
            Sentence = "",
            PointsBefore = 24,
            PointsAfter = 13,
            Fingerprint = "",
            Predicted = 7,
            WhatElseChanged = "",
            Effect = 8.6,
            Low = 5.1,
            High = 12,
            Counterfactual = [new(new(2035, 3, 12), 70, 62, 60, 64), new(new(2035, 3, 19), 71, 62.5)],
        };
        Assert.Equal("+8.6 [5.1, 12.0], predicted +7", improved.Detail());
        Assert.Equal(
            [(62.0, 60.0, 64.0), (62.5, 62.5, 62.5)],
            improved.Without().Select(day => (day.Value, day.Low, day.High))
        );
    }

    [Theory]
    [InlineData(WatchState.Held, "Held", Status.Held)]
    [InlineData(WatchState.Recovered, "Recovered", Status.Held)]
    [InlineData(WatchState.Relapsed, "Crept back", Status.OffCourse)]
    [InlineData(WatchState.Waiting, "Watching", Status.NotKnown)]
    [InlineData(WatchState.CannotTell, "Cannot tell yet whether it holds", Status.NotKnown)]
    public void What_became_of_an_improvement_has_a_word_and_a_shape(WatchState state, string word, Status shape)
    {
        Assert.Equal(word, state.Word());
        Assert.Equal(shape, new Watch(state, "", null, null!).Shape());
    }

    [Fact]
    public void Every_lever_is_said_in_words_of_its_own()
    {
        var words = Enum.GetValues<Lever>().Select(lever => lever.InWords()).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.Equal("take something away that is in the way", Lever.Remove.InWords());
    }

    [Fact]
    public void A_plan_that_goes_on_keeps_everything_but_its_days()
    {
        var asked = Asked();
        (asked.GuardrailMetric, asked.GuardrailAtMost, asked.LagDays) = (Id<Metric>.New(), 6.5, 14);
        (asked.ComparedWith, asked.PredictedFor) = ([Id<Metric>.New(), Id<Metric>.New()], new(2035, 5, 1));
        asked.ReachedFrom = new()
        {
            [asked.ComparedWith[0]] = null,
            [asked.ComparedWith[1]] = new DateOnly(2035, 4, 2),
        };
        var trial = Planned(asked);
        var same = TrialRequest.Of(trial);
        Assert.Equal(("Call before arrival", null), (same.Change, same.WhatElseChanged));
        Assert.Equal((asked.GuardrailMetric, 6.5, 14), (same.GuardrailMetric, same.GuardrailAtMost, same.LagDays));
        Assert.Equal((asked.Start, asked.Look, asked.PredictedFor), (same.Start, same.Look, same.PredictedFor));
        Assert.Equal(asked.ComparedWith, same.ComparedWith);
        Assert.Equal(
            [KeyValuePair.Create(asked.ComparedWith[1], (DateOnly?)new DateOnly(2035, 4, 2))],
            same.ReachedFrom
        );
        var next = TrialRequest.After(trial);
        Assert.Equal((trial.Id, trial.TeamId, 7.0), (next.Extends, next.Team, next.Predicted));
        Assert.Equal((null, null, null), (next.Start, next.Look, next.PredictedFor));
        Assert.Equal(same.ComparedWith, next.ComparedWith);
        Assert.Null(next.ReachedFrom);
    }

    [Fact]
    public void What_a_trial_is_compared_with_is_one_text_and_one_of_before_reads_as_it_did()
    {
        ComparedMetric plain = new(Id<Metric>.New()),
            reached = new(Id<Metric>.New(), new(2035, 4, 2));
        Assert.Equal($"{plain.Metric} {reached.Metric}=2035-04-02", Comparisons.Written([plain, reached]));
        Assert.Equal([plain, reached], Comparisons.Read(Comparisons.Written([plain, reached])));
        Assert.Equal([plain, plain], Comparisons.Read($"{plain.Metric} {plain.Metric}"));
        Assert.Empty(Comparisons.Read(Comparisons.Written([])));
        Assert.InRange(Comparisons.Written([.. Enumerable.Repeat(reached, Comparisons.Most)]).Length, 0, 500);
    }

    [Theory]
    [InlineData(-3, Direction.Down)]
    [InlineData(3, Direction.Up)]
    public void Where_a_range_is_wanted_the_prediction_says_which_way(double predicted, Direction way)
    {
        var asked = Asked();
        asked.Predicted = predicted;
        Assert.Equal(way, Planned(asked, Share(Wanted.Range)).Wanted);
    }

    [Fact]
    public void The_prediction_is_for_the_look_where_no_earlier_day_is_named()
    {
        Assert.Equal(new DateOnly(2035, 6, 4), Planned().PredictedFor);
        var asked = Asked();
        asked.PredictedFor = new(2035, 3, 13);
        Assert.Equal(asked.PredictedFor, Planned(asked).PredictedFor);
        Assert.Null(new TrialRequest { GuardrailMetric = default(Id<Metric>) }.GuardrailMetric);
    }

    static string Of(int length) => new('a', length);

    static List<string> Faults(Action<TrialRequest>? with = null)
    {
        var asked = Asked();
        (asked.Change, asked.Obstacle, asked.Undo, asked.WhatElseChanged) = (Of(200), Of(500), Of(500), Of(1000));
        asked.LagDays = 730;
        with?.Invoke(asked);
        List<ValidationResult> found = [];
        Validator.TryValidateObject(asked, new(asked), found, validateAllProperties: true);
        return found.ConvertAll(f => $"{f.MemberNames.Single()}: {f.ErrorMessage}");
    }

    [Fact]
    public void The_form_of_a_plan_says_what_is_missing_or_too_much()
    {
        Assert.Empty(Faults());
        (Action<TrialRequest> With, string Says)[] wrong =
        [
            (a => a.Team = null, "Team: Choose the team that tries it."),
            (a => a.Change = " ", "Change: Say what you will change, small enough to take back."),
            (a => a.Change += "a", "Change: Use at most 200 characters."),
            (a => a.Lever = null, "Lever: Choose the kind of action."),
            (a => a.Obstacle = "", "Obstacle: Say what is in the way, in the words of those who meet it."),
            (a => a.Metric = null, "Metric: Choose the metric on which the effect will be seen."),
            (
                a => a.Predicted = null,
                "Predicted: Say by how much the metric will move: the prediction makes it a trial."
            ),
            (a => a.LagDays = 731, "LagDays: The lag goes from 0 to 730 days."),
            (a => a.LagDays = -1, "LagDays: The lag goes from 0 to 730 days."),
            (a => a.Start = null, "Start: Give the day on which it starts."),
            (a => a.Look = null, "Look: Give the day on which you will look."),
            (a => a.Undo = null, "Undo: Say how you would take it back."),
            (a => a.WhatElseChanged += "a", "WhatElseChanged: Use at most 1,000 characters."),
        ];
        Assert.All(wrong, w => Assert.Equal(w.Says, Assert.Single(Faults(w.With))));
    }

    static Board Board(int planned, int running, int looked, int learned, DateOnly? look = null)
    {
        var asked = Asked();
        asked.Look = look ?? asked.Look;
        var card = new TrialCard(
            Planned(asked),
            new(default, "Reorder share", "of 100", Cadence.Week),
            "Checkout",
            null
        );
        List<TrialCard> Cards(int count) => [.. Enumerable.Repeat(card, count)];
        return new(Cards(planned), Cards(running), Cards(looked), Cards(learned), new Dictionary<Id<Team>, string>());
    }

    [Fact]
    public void The_board_says_what_runs_what_is_late_and_what_waits()
    {
        var look = new DateOnly(2035, 6, 4);
        (Board Board, DateOnly Today, string Says)[] boards =
        [
            (Board(0, 0, 0, 0), look, "Try"),
            (Board(0, 0, 0, 2), look, "Nothing is tried at the moment"),
            (Board(1, 0, 0, 0), look, "One is planned"),
            (Board(2, 1, 1, 0), look, "One trial runs; one waits for a decision; two are planned"),
            (Board(0, 2, 2, 0), look.AddDays(1), "Two trials run, two past the look; two wait for a decision"),
            (Board(30, 30, 0, 1), look, "30 and more trials run; 30 and more are planned"),
        ];
        Assert.All(boards, b => Assert.Equal(b.Says, b.Board.Finding(b.Today)));
    }
}
