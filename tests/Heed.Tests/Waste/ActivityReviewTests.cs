using Heed.Analytics.Evidence;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class ActivityReviewTests
{
    [Fact]
    public void Support_comes_from_a_verdict_alone_and_a_removal_is_read_the_other_way_round()
    {
        foreach (var word in Enum.GetValues<VerdictWord>())
        {
            bool? more = word switch
            {
                VerdictWord.Improved => true,
                VerdictWord.Worsened or VerdictWord.NoChange => false,
                _ => null,
            };
            bool? without = word switch
            {
                VerdictWord.Worsened => true,
                VerdictWord.Improved or VerdictWord.NoChange => false,
                _ => null,
            };
            Assert.Equal(more, new ClaimEvidence(word, false).Supports);
            Assert.Equal(without, new ClaimEvidence(word, true).Supports);
        }
        Assert.Null(default(ClaimEvidence).Supports);
    }

    [Fact]
    public void Every_state_follows_from_claims_and_verdicts_whatever_their_order()
    {
        ClaimEvidence yes = new(VerdictWord.Improved, false),
            no = new(VerdictWord.NoChange, false),
            open = new(VerdictWord.CannotTell, false);
        Assert.Equal(ReviewState.Unexamined, ActivityReview.Of(false, []));
        Assert.Equal(ReviewState.Claimed, ActivityReview.Of(false, [open, default]));
        Assert.Equal(ReviewState.Unsupported, ActivityReview.Of(false, [open, no]));
        Assert.Equal(ReviewState.Supported, ActivityReview.Of(false, [no, yes, open]));
        Assert.Equal(ReviewState.Nominated, ActivityReview.Of(true, [yes]));
        var chance = new Random(20350305);
        ClaimEvidence[] all = [yes, no, open, default];
        for (var i = 0; i < 200; i++)
        {
            var some = Enumerable.Range(0, chance.Next(5)).Select(_ => all[chance.Next(all.Length)]).ToArray();
            var state = ActivityReview.Of(false, some);
            chance.Shuffle(some);
            Assert.Equal(state, ActivityReview.Of(false, some));
        }
    }

    [Fact]
    public void The_top_quarter_is_expensive_and_below_four_there_is_none()
    {
        Assert.Null(ActivityReview.LastExpensive(0));
        Assert.Null(ActivityReview.LastExpensive(3));
        Assert.Equal(0, ActivityReview.LastExpensive(4));
        Assert.Equal(0, ActivityReview.LastExpensive(7));
        Assert.Equal(1, ActivityReview.LastExpensive(8));
        Assert.Equal(49, ActivityReview.LastExpensive(200));
    }
}
