using Heed.Analytics.Drivers;
using Heed.Analytics.Scores;
using Heed.Analytics.Tests.Scores;

namespace Heed.Analytics.Tests.Drivers;

public class ThemeImpactTests
{
    static Distribution Answers(long detractors, long passives, long promoters) =>
        ScoreTests.Counts(Scale.ZeroToTen, 0, 0, 0, detractors, 0, 0, 0, passives, 0, 0, promoters);

    [Fact] // By hand: 200 people, 95 promoters and 60 detractors; without the theme 150 people with 50 points.
    public void A_theme_that_comes_with_bad_answers_pulls_the_score_down()
    {
        var impact = ThemeImpact.Of(ScoreKind.Recommend, Answers(45, 0, 5), Answers(15, 45, 90)).Value;
        Assert.Equal((50, 150), (impact.Mentions, impact.Others));
        Assert.Equal(17.5 - 50, impact.Value, 1e-9);
        Assert.True(impact.High < 0);
        Assert.True(impact.CanBeTold);
        Assert.Equal(impact, ThemeImpact.Of(ScoreKind.Recommend, Answers(45, 0, 5), Answers(15, 45, 90)).Value);
    }

    [Fact]
    public void A_theme_spoken_of_by_all_kinds_alike_cannot_be_told()
    {
        var impact = ThemeImpact.Of(ScoreKind.Recommend, Answers(10, 15, 25), Answers(40, 60, 100)).Value;
        Assert.Equal(0, impact.Value, 1e-9);
        Assert.False(impact.CanBeTold);
    }

    [Fact] // Delta method: share of mentions times the difference of two means, √(m²(v₁/n₁ + v₀/n₀) + …).
    public void The_interval_has_the_width_that_theory_gives_it()
    {
        var (speaking, silent) = (
            ScoreTests.Counts(Scale.OneToFive, 30, 20, 20, 20, 10),
            ScoreTests.Counts(Scale.OneToFive, 20, 40, 80, 120, 140)
        );
        var impact = ThemeImpact.Of(ScoreKind.Mean, speaking, silent, resamples: 20_000).Value;
        var (m1, v1) = speaking.Moments(false);
        var (m0, v0) = silent.Moments(false);
        var share = .2;
        Assert.Equal(share * (m1 - m0), impact.Value, 1e-9);
        var error = Math.Sqrt(
            share * share * (v1 / 100 + v0 / 400) + (m1 - m0) * (m1 - m0) * share * (1 - share) / 500
        );
        Assert.Equal(1, (impact.High - impact.Low) / (2 * 1.96 * error), .05);
    }

    [Fact]
    public void A_theme_of_nobody_or_of_everybody_has_no_impact_to_tell()
    {
        Assert.Contains("Nobody", ThemeImpact.Of(ScoreKind.Recommend, Answers(0, 0, 0), Answers(1, 1, 1)).Because);
        Assert.Contains(
            "Nearly everybody",
            ThemeImpact.Of(ScoreKind.Recommend, Answers(5, 5, 5), Answers(0, 0, 1)).Because
        );
    }
}
