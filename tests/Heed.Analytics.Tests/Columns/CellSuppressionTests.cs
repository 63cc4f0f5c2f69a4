using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Columns;

public class ProtectionTests
{
    [Fact]
    public void A_total_of_twelve_does_not_tell_of_nine_and_three()
    {
        var cut = Small.Survey().With("A", 9).With("B", 3).Ask(new("liked") { By = "region" }).Value;
        Assert.Equal("A:hidden B:hidden total:12", cut.Shape());
        Assert.Contains("fewer than 5", cut.ByGroup[1].Because);
        Assert.Equal(cut.ByGroup[0].Because, cut.ByGroup[1].Because);
        Assert.Equal(cut.ByGroup[0].Because, cut.ByGroup[0].Score(ScoreKind.Mean).Because);
    }

    [Fact]
    public void The_smallest_neighbour_is_hidden_with_a_small_group()
    {
        var cut = Small.Survey().With("A", 30).With("B", 3).With("C", 9).Ask(new("liked") { By = "region" }).Value;
        Assert.Equal("A:30 B:hidden C:hidden total:42", cut.Shape());
    }

    [Fact]
    public void Two_small_groups_that_are_enough_together_hide_each_other()
    {
        var cut = Small.Survey().With("A", 30).With("B", 3).With("C", 4).Ask(new("liked") { By = "region" }).Value;
        Assert.Equal("A:30 B:hidden C:hidden total:37", cut.Shape());
    }

    [Fact]
    public void A_filter_and_its_opposite_do_not_both_answer()
    {
        var survey = Small.Survey().With("A", 30).With("B", 3).With("C", 9);
        Assert.Equal(CellState.Hidden, In(survey, "B"));
        Assert.Equal(CellState.Hidden, In(survey, "A", "C"));
        Assert.Equal(CellState.Hidden, In(survey, "A", "B"));
        Assert.Equal(CellState.Shown, In(survey, "A"));
        Assert.Equal(CellState.Shown, In(survey, "B", "C"));
        Assert.Equal(CellState.Empty, In(survey, "nowhere"));
    }

    [Fact]
    public void Small_groups_cannot_be_narrowed_down_by_an_empty_one()
    {
        // If "B in February: nobody" were shown, A in January would follow from the totals of A, B and the months.
        var survey = Small.Survey().With("A", 3, 1).With("A", 6, 2).With("B", 7, 1);
        var cut = survey.Ask(new("liked") { By = "region", Every = Cadence.Month }).Value;
        Assert.All([cut[0, 0], cut[0, 1], cut[1, 0], cut[1, 1]], cell => Assert.Equal(CellState.Hidden, cell.State));
        Assert.Equal("A:9 B:7 total:16", cut.Shape());
    }

    [Fact]
    public void A_small_circle_of_one_mind_is_hidden_unless_all_are_content()
    {
        var survey = Small.Survey().With("A", 40).With("D", 40);
        for (var i = 0; i < 9; i++)
        {
            survey.Add("B", 2);
            survey.Add("C", 5);
        }
        var cut = survey.Ask(new("liked") { By = "region" }).Value;
        Assert.Equal("A:40 D:40 B:hidden C:hidden total:98", cut.Shape());
        survey = Small.Survey().With("A", 40);
        for (var i = 0; i < 9; i++)
            survey.Add("C", 5);
        Assert.Equal("A:40 C:9 total:49", survey.Ask(new("liked") { By = "region" }).Value.Shape());
    }

    [Fact]
    public void The_newest_answers_wait_until_they_are_a_group()
    {
        var survey = Small.Survey(arrival: Arrival.OneByOne).With("A", 14);
        Assert.Equal(10, survey.Ask(new("liked")).Value.Total.Distribution!.N);
        survey.With("A", 1);
        Assert.Equal(15, survey.Ask(new("liked")).Value.Total.Distribution!.N);
    }

    [Fact]
    public void Nothing_is_shown_of_a_survey_that_too_few_answered()
    {
        var cut = Small.Survey().With("A", 4).Ask(new("liked") { By = "region", Every = Cadence.Month }).Value;
        Assert.Equal("A:hidden total:hidden", cut.Shape());
        Assert.Equal(CellState.Hidden, cut[0, 0].State);
    }

    [Fact]
    public void A_minimum_below_three_is_refused()
    {
        Assert.Equal(3, MinimumGroup.Of(3).Value.Size);
        Assert.Equal("Groups below 3 are never shown: a minimum of 2 is too small.", MinimumGroup.Of(2).Because);
        Assert.Equal(5, default(MinimumGroup).Size);
        Assert.Throws<ArgumentException>(() => Small.Survey(grid: Cadence.Day));
    }

    static CellState In(SurveyColumns survey, params string[] regions) =>
        survey
            .Ask(new("liked") { Where = new Dictionary<string, IReadOnlyCollection<string>> { ["region"] = regions } })
            .Value.Total.State;
}
