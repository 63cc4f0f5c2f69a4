using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Scores;

public class ShiftDecompositionTests
{
    static Distribution Satisfied(long yes, long no) => ScoreTests.Counts(Scale.OneToFive, no, 0, 0, 0, yes);

    [Fact] // By hand: nobody changed, but the discontented segment grew from a fifth to a half.
    public void A_fall_that_is_only_who_answered_is_all_mix()
    {
        var split = ShiftDecomposition
            .Between(
                ScoreKind.Satisfaction,
                [
                    new("regulars", Satisfied(720, 80), Satisfied(450, 50)),
                    new("new", Satisfied(100, 100), Satisfied(250, 250)),
                ]
            )
            .Value;
        Assert.Equal(-12, split.Whole, 1e-9);
        Assert.Equal(0, split.Change.Value, 1e-9);
        Assert.Equal(-12, split.Mix.Value, 1e-9);
        Assert.True(split.Mix.High < 0);
        Assert.True(split.Change.Low < 0 && split.Change.High > 0);
    }

    [Fact] // By hand, after Kitagawa: shares .8 .2 to .5 .5, values 90 50 to 80 50.
    public void Both_parts_add_up_to_the_whole_difference()
    {
        var split = ShiftDecomposition
            .Between(
                ScoreKind.Satisfaction,
                [
                    new("regulars", Satisfied(720, 80), Satisfied(400, 100)),
                    new("new", Satisfied(100, 100), Satisfied(250, 250)),
                ]
            )
            .Value;
        Assert.Equal(-17, split.Whole, 1e-9);
        Assert.Equal(-10 * .65, split.Change.Value, 1e-9);
        Assert.Equal(-.3 * 85 + .3 * 50, split.Mix.Value, 1e-9);
        Assert.Equal(split.Whole, split.Parts.Sum(part => part.Change + part.Mix), 1e-9);
        Assert.Equal("regulars", split.Parts[0].Name);
    }

    [Fact] // By hand: half of each wave is each segment, so the error is put together from a quarter of each variance.
    public void The_change_has_the_error_of_its_segments()
    {
        var split = ShiftDecomposition
            .Between(
                ScoreKind.Recommend,
                [
                    new(
                        "a",
                        ScoreTests.Recommend(20, 30, 50).Distribution,
                        ScoreTests.Recommend(30, 30, 40).Distribution
                    ),
                    new(
                        "b",
                        ScoreTests.Recommend(10, 40, 50).Distribution,
                        ScoreTests.Recommend(10, 40, 50).Distribution
                    ),
                ]
            )
            .Value;
        Assert.Equal(-10, split.Whole, 1e-9);
        Assert.Equal(0, split.Mix.Value, 1e-9);
        var expected = 100 * Math.Sqrt(.25 * ((.7 - .09) / 99 + (.7 - .01) / 99 + 2 * (.6 - .16) / 99));
        Assert.Equal(expected, split.Change.StandardError, 1e-9);
    }

    [Fact]
    public void A_segment_of_one_wave_only_is_refused()
    {
        var because = ShiftDecomposition
            .Between(
                ScoreKind.Mean,
                [new("old", Satisfied(5, 5), Satisfied(5, 5)), new("new", Satisfied(0, 0), Satisfied(5, 5))]
            )
            .Because;
        Assert.StartsWith("new has 0 answers in the earlier wave and 10 in the later one.", because);
        Assert.Contains("two segments", ShiftDecomposition.Between(ScoreKind.Mean, []).Because);
    }

    static readonly Asking Asked = new("How satisfied are you?", Scale.OneToFive, "web", "all customers");

    [Fact]
    public void The_same_question_is_comparable_whatever_its_capitals() =>
        Assert.Equal(
            ComparabilityState.Comparable,
            Comparability.Of(Asked, Asked with { Wording = " how satisfied are  YOU" }).State
        );

    [Fact]
    public void Another_scale_blocks_and_other_words_or_people_are_flagged()
    {
        var reversed = Comparability.Of(Asked, Asked with { Scale = Scale.OneToFive.Reversed });
        Assert.Equal(ComparabilityState.Blocked, reversed.State);
        Assert.Equal("The scales run in opposite directions: 1-5 and 5-1.", Assert.Single(reversed.Because));
        var flagged = Comparability.Of(Asked, Asked with { Wording = "How content are you?", Mode = "telephone" });
        Assert.Equal(ComparabilityState.Flagged, flagged.State);
        Assert.Equal(2, flagged.Because.Count);
        Assert.Contains("Different people", Comparability.Of(Asked, Asked with { Population = "new" }).Because[0]);
    }
}
