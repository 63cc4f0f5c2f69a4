using System.ComponentModel.DataAnnotations;
using Heed.Aim;

namespace Heed.Tests.Aim;

/// <summary>What a form of Aim says before anything is asked of the database, at the limits of each field.</summary>
public sealed class AimRequestsTests
{
    static string Of(int length) => new('a', length);

    static CheckInRequest CheckIn(int? confidence = 5, string? learned = null) =>
        new() { Confidence = confidence, Learned = learned };

    static ObjectiveRequest Objective() =>
        new()
        {
            Team = Id<Heed.People.Team>.New(),
            Cycle = Id<Cycle>.New(),
            Title = Of(200),
            Why = Of(2000),
        };

    static KeyResultRequest KeyResult() =>
        new()
        {
            Metric = Id<Heed.Metrics.Metric>.New(),
            BaselineState = BaselineState.Unknown,
            Who = Of(200),
            DoesWhat = Of(300),
            Reason = Of(500),
        };

    static CycleRequest Cycle() =>
        new()
        {
            Name = Of(100),
            Start = new(2035, 1, 1),
            End = new(2035, 3, 31),
        };

    static T With<T>(T asked, Action<T> change)
    {
        change(asked);
        return asked;
    }

    static (string Field, string Says)[] Faults(object asked)
    {
        List<ValidationResult> found = [];
        Validator.TryValidateObject(asked, new(asked), found, validateAllProperties: true);
        return [.. found.Select(f => (f.MemberNames.Single(), f.ErrorMessage!))];
    }

    [Fact]
    public void What_just_fits_is_taken() =>
        Assert.All(
            (object[])
                [
                    CheckIn(0, Of(500)),
                    CheckIn(10),
                    Objective(),
                    KeyResult(),
                    Cycle(),
                    new CommentRequest { Text = Of(2000) },
                    new CloseObjectiveRequest { Ending = Ending.Reached, LastWord = Of(2000) },
                ],
            asked => Assert.Empty(Faults(asked))
        );

    [Fact]
    public void What_does_not_fit_is_said_at_its_field()
    {
        (object Asked, string Field, string Says)[] wrong =
        [
            (CheckIn(null), "Confidence", "Say how sure you are that it will land, 0 to 10."),
            (CheckIn(-1), "Confidence", "Confidence goes from 0 to 10."),
            (CheckIn(11), "Confidence", "Confidence goes from 0 to 10."),
            (CheckIn(5, Of(501)), "Learned", "One line is enough: at most 500 characters."),
            (With(Objective(), o => o.Team = null), "Team", "Choose the team that owns it."),
            (With(Objective(), o => o.Cycle = null), "Cycle", "Choose the cycle."),
            (With(Objective(), o => o.Title = " "), "Title", "Say what should be different for your customers."),
            (With(Objective(), o => o.Title += "a"), "Title", "Use at most 200 characters."),
            (With(Objective(), o => o.Why = null), "Why", "Say why this and why now, so that nobody has to ask."),
            (With(Objective(), o => o.Why += "a"), "Why", "Use at most 2,000 characters."),
            (With(KeyResult(), k => k.Metric = null), "Metric", "Choose the metric that shows the behaviour."),
            (With(KeyResult(), k => k.BaselineState = null), "BaselineState", "Say whether the start is known."),
            (With(KeyResult(), k => k.Who += "a"), "Who", "Use at most 200 characters."),
            (
                With(KeyResult(), k => k.DoesWhat = "\t"),
                "DoesWhat",
                "Say what they will do: a behaviour, not something that you make."
            ),
            (With(KeyResult(), k => k.DoesWhat += "a"), "DoesWhat", "Use at most 300 characters."),
            (With(KeyResult(), k => k.Reason += "a"), "Reason", "Use at most 500 characters."),
            (With(Cycle(), c => c.Name = ""), "Name", "Give the cycle a name, such as “2026 Q3”."),
            (With(Cycle(), c => c.Name += "a"), "Name", "Use at most 100 characters."),
            (With(Cycle(), c => c.Start = null), "Start", "Give its first day."),
            (With(Cycle(), c => c.End = null), "End", "Give its last day."),
            (new CommentRequest { Text = " \n " }, "Text", "Write what you ask or answer."),
            (new CommentRequest { Text = Of(2001) }, "Text", "Use at most 2,000 characters."),
            (new CloseObjectiveRequest(), "Ending", "Say how it ended."),
            (
                new CloseObjectiveRequest { Ending = Ending.Missed, LastWord = Of(2001) },
                "LastWord",
                "Use at most 2,000 characters."
            ),
        ];
        Assert.All(wrong, w => Assert.Equal((w.Field, w.Says), Assert.Single(Faults(w.Asked))));
    }
}
