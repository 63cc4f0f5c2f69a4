using Heed.Analytics.Evidence;
using Heed.Try;

namespace Heed.Tests.Try;

/// <summary>All 5⁴ answers that four verdicts can give together.</summary>
public sealed class ServiceRuleTests
{
    static readonly VerdictWord[] Words = Enum.GetValues<VerdictWord>();

    static IEnumerable<VerdictWord[]> All() =>
        from one in Words
        from two in Words
        from three in Words
        from four in Words
        select new[] { one, two, three, four };

    [Fact]
    public void Every_answer_of_four_has_one_finding_whichever_of_them_gives_which()
    {
        Assert.Equal(625, All().Count());
        foreach (var rise in new[] { true, false })
        foreach (var words in All())
        {
            var found = ServiceRule.Of(words, rise);
            Assert.True(Enum.IsDefined(found));
            Assert.Equal(found, ServiceRule.Of([.. words.Order()], rise));
            Assert.Equal(found, ServiceRule.Of([.. words.Reverse()], rise));
        }
    }

    [Fact]
    public void It_is_an_improvement_where_one_improved_and_none_worsened_and_nowhere_else()
    {
        foreach (var words in All())
        {
            var (up, down) = (words.Contains(VerdictWord.Improved), words.Contains(VerdictWord.Worsened));
            var found = ServiceRule.Of(words, true);
            Assert.Equal(up && !down, found is ServiceFinding.Improvement);
            Assert.Equal(up && down, found is ServiceFinding.Trade);
            Assert.Equal(down && !up, found is ServiceFinding.GotWorse);
        }
    }

    [Fact]
    public void What_nobody_measures_is_not_flat_and_what_cannot_be_told_may_have_moved()
    {
        foreach (var words in All())
        foreach (var rise in new[] { true, false })
        {
            var flat =
                words.All(w => w is VerdictWord.NoChange or VerdictWord.NotMeasured)
                && words.Contains(VerdictWord.NoChange);
            var found = ServiceRule.Of(words, rise);
            Assert.Equal(flat && rise, found is ServiceFinding.EffortWithoutMovement);
            Assert.Equal(flat && !rise, found is ServiceFinding.NoMovement);
            Assert.Equal(words.All(w => w is VerdictWord.NotMeasured), found is ServiceFinding.NotMeasured);
        }
    }
}
