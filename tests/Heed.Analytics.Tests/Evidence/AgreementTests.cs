using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

public class AgreementTests
{
    [Fact] // T12
    public void Raters_who_agree_and_raters_in_two_camps()
    {
        var strong = Agreement.Of([4, 4, 4, 5, 3], 1, 5).Value;
        var split = Agreement.Of([1, 1, 5, 5], 1, 5).Value;

        Assert.Equal(0.750, strong.Value, 1e-12);
        Assert.Equal(AgreementLevel.Strong, strong.Level);
        Assert.Equal((0, true, AgreementLevel.ViewsDiffer), (split.Value, split.IsPolarised, split.Level));
    }

    [Fact]
    public void One_voice_is_no_agreement_and_one_answer_is_unanimous()
    {
        Assert.Equal("Agreement needs 2 raters, has 1.", Agreement.Of([4], 1, 5).Because);
        Assert.Equal("A rating of 9 is off the scale of 1 to 5.", Agreement.Of([4, 9], 1, 5).Because);
        Assert.True(Agreement.Of([3, 3, 3], 1, 5).Value.IsUnanimous);
    }

    // Krippendorff 2011, reliability data C: four observers, twelve units, gaps.
    static readonly double?[][] Observers =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
        [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];

    [Theory] // T13
    [InlineData(MeasurementLevel.Nominal, 0.743)]
    [InlineData(MeasurementLevel.Ordinal, 0.815)]
    [InlineData(MeasurementLevel.Interval, 0.849)]
    [InlineData(MeasurementLevel.Ratio, 0.797)]
    public void Krippendorffs_example_has_its_published_alpha(MeasurementLevel level, double alpha)
    {
        var answer = KrippendorffAlpha
            .Of(Enumerable.Range(0, 12).Select(unit => Observers.Select(observer => observer[unit])), level)
            .Value;

        Assert.Equal(alpha, answer.Value!.Value, 0.0005);
        Assert.Equal((11, 40), (answer.Units, answer.Ratings));
    }

    [Fact]
    public void Identical_raters_are_unanimous_and_not_perfect()
    {
        var alpha = KrippendorffAlpha
            .Of(
                [
                    [2, 2],
                    [2, 2],
                ],
                MeasurementLevel.Ordinal
            )
            .Value;

        Assert.True(alpha.IsUnanimous);
        Assert.Null(alpha.Value);
        Assert.Equal(
            1,
            KrippendorffAlpha
                .Of(
                    [
                        [1, 1],
                        [2, 2],
                    ],
                    MeasurementLevel.Ordinal
                )
                .Value.Value
        );
    }

    [Fact]
    public void Units_rated_once_carry_no_agreement()
    {
        Assert.Contains(
            "two or more rated",
            KrippendorffAlpha
                .Of(
                    [
                        [1, null],
                        [null, 2],
                    ],
                    MeasurementLevel.Nominal
                )
                .Because,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "finite",
            KrippendorffAlpha
                .Of(
                    [
                        [1, double.NaN],
                    ],
                    MeasurementLevel.Nominal
                )
                .Because,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "below zero",
            KrippendorffAlpha
                .Of(
                    [
                        [1, -1],
                    ],
                    MeasurementLevel.Ratio
                )
                .Because,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 4, 5 }, -1.0)]
    [InlineData(new double[] { 4, 5 }, new double[] { 4, 5 }, 0.0)]
    [InlineData(new double[] { 1, 3, 5 }, new double[] { 2, 3 }, 1 / 6.0)] // pairs: - - | + = | + +
    public void Cliffs_delta_counts_pairs(double[] first, double[] second, double delta)
    {
        Assert.Equal(delta, CliffsDelta.Of(first, second).Value, 1e-12);
        Assert.Equal(-delta, CliffsDelta.Of(second, first).Value, 1e-12);
        Assert.False(CliffsDelta.Of(first, []).IsGiven);
    }
}
