using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class RequirementTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly Id<Member> Jonas = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2035, 3, 5);

    static Requirement Held(Binding by = Binding.Law) =>
        new()
        {
            Name = "Allergens at hand",
            Binding = by,
            CreatedAt = Now,
        };

    static string Because<T>(Outcome<T> outcome)
        where T : notnull => outcome.Refused(out var refusal) ? refusal.Because : "";

    [Fact]
    public void A_law_is_called_a_habit_by_two_people_or_not_at_all()
    {
        var law = Held();
        Assert.Equal("", Because(law.Propose(Binding.Habit, "It is no law.", Maya, Now)));
        Assert.Equal(Binding.Law, law.Binding);
        Assert.Equal(
            "Whoever proposes a change of a binding does not sign it. Somebody else signs.",
            Because(law.Sign(Maya, Now))
        );
        Assert.Equal(Binding.Law, law.Binding);
        Assert.Contains(
            "already",
            Because(law.Propose(Binding.Contract, "Or this.", Jonas, Now)),
            StringComparison.Ordinal
        );
        Assert.Equal("", Because(law.Sign(Jonas, Now)));
        Assert.Equal((Binding.Habit, null), (law.Binding, law.Proposed));
        Assert.Equal("No change of the binding waits for a signature.", Because(law.Sign(Jonas, Now)));
    }

    [Fact]
    public void What_is_declined_stays_to_be_read_and_changes_nothing()
    {
        var law = Held();
        law.Propose(Binding.Habit, "It is no law.", Maya, Now);
        Assert.Equal("", Because(law.Decline("Article 44 says so.", Jonas, Now)));
        Assert.Equal((Binding.Law, "Article 44 says so."), (law.Binding, Assert.Single(law.Changes).DeclinedBecause));
        Assert.Equal("", Because(law.Propose(Binding.Standard, "Another try.", Maya, Now)));
        Assert.Equal(
            "“Allergens at hand” is held by habit already.",
            Because(Held(Binding.Habit).Propose(Binding.Habit, "So.", Maya, Now))
        );
    }

    [Fact]
    public void The_rule_maker_is_asked_step_by_step_and_of_a_law_alone()
    {
        var law = Held();
        Assert.Contains(
            "not drafted yet",
            Because(law.Ask(RuleAskStep.Sent, "Dear office", Today, Maya, Now)),
            StringComparison.Ordinal
        );
        foreach (
            var step in (RuleAskStep[])
                [RuleAskStep.Drafted, RuleAskStep.Sent, RuleAskStep.Answered, RuleAskStep.Refused]
        )
            Assert.Equal("", Because(law.Ask(step, "The words", Today, Maya, Now.AddMinutes((int)step))));
        // Refused once, it can be asked again.
        Assert.Equal([RuleAskStep.Drafted], RuleAsks.Next(law.AskedSoFar));
        foreach (var step in Enum.GetValues<RuleAskStep>())
            Assert.NotEmpty(RuleAsks.Next(step));
        Assert.Contains(
            "not by a law",
            Because(Held(Binding.OwnPolicy).Ask(RuleAskStep.Drafted, "Dear us", Today, Maya, Now)),
            StringComparison.Ordinal
        );
    }
}
