using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class RuleAskMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2035, 3, 5);

    static Requirement Law() =>
        new()
        {
            Name = "Allergens at hand",
            Binding = Binding.Law,
            CreatedAt = Now,
        };

    [Fact]
    public void Every_step_is_reached_and_has_a_way_on()
    {
        HashSet<RuleAskStep> reached = [.. RuleAsks.Next(null)];
        for (var before = 0; before != reached.Count; )
        {
            before = reached.Count;
            reached.UnionWith(reached.SelectMany(step => RuleAsks.Next(step)).ToList());
        }
        Assert.Equal(Enum.GetValues<RuleAskStep>().ToHashSet(), reached);
        Assert.All(Enum.GetValues<RuleAskStep>(), step => Assert.NotEmpty(RuleAsks.Next(step)));
    }

    [Fact]
    public void Any_sequence_of_steps_goes_by_the_table_or_is_refused_in_words()
    {
        var chance = new Random(20350305);
        HashSet<(RuleAskStep?, RuleAskStep)> met = [];
        for (var life = 0; life < 800; life++)
        {
            var (law, day) = (Law(), Today);
            if (life % 8 == 0)
                law.Binding = Binding.OwnPolicy;
            for (var time = 0; time < 12; time++)
            {
                var allowed = RuleAsks.Next(law.AskedSoFar);
                var step = chance.Next(3) == 0 ? (RuleAskStep)chance.Next(5) : allowed[chance.Next(allowed.Count)];
                var (before, count, at) = (law.AskedSoFar, law.Asks.Count, Now.AddDays(time));
                var text = chance.Next(6) > 0 ? "Dear office" : " ";
                var on = day.AddDays(chance.Next(5) - 1);
                met.Add((before, step));
                if (law.Ask(step, text, on, Maya, at).Refused(out var refusal, out var ask))
                {
                    Assert.Equal((before, count), (law.AskedSoFar, law.Asks.Count));
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    Assert.True(
                        law.Binding != Binding.Law || !allowed.Contains(step) || text == " " || on < day,
                        $"{step} after {before} is refused: {refusal.Because}"
                    );
                    continue;
                }
                Assert.Equal(Binding.Law, law.Binding);
                Assert.Contains(step, allowed);
                Assert.Equal((step, Maya, at, on), (ask.Step, ask.By, ask.At, ask.On));
                Assert.NotEmpty(ask.Text.Trim());
                // What came before it stays, and no step is dated before the one that it follows on.
                Assert.Equal((count + 1, step), (law.Asks.Count, law.AskedSoFar!.Value));
                Assert.True(count == 0 || on >= day);
                day = on;
            }
        }
        RuleAskStep?[] states = [null, .. Enum.GetValues<RuleAskStep>().Cast<RuleAskStep?>()];
        Assert.Empty(states.SelectMany(s => Enum.GetValues<RuleAskStep>().Select(step => (s, step))).Except(met));
    }
}
