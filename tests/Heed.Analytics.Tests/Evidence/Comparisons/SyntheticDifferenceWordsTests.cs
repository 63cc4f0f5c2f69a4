using Heed.Analytics.Evidence;
using static Heed.Analytics.Tests.Evidence.SyntheticDifferenceTests;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>What a comparison of several says of itself, and what it refuses.</summary>
public class SyntheticDifferenceWordsTests
{
    [Fact]
    public void What_cannot_be_put_side_by_side_is_said_exactly()
    {
        var units = Branches(new Random(13), 3, 30, 12, 3);
        string? Because(params PanelUnit[] some) => ComparisonPanel.Of(some).Because;
        var month = Series.Of(new DateOnly(2026, 1, 1), Cadence.Month, 1, 2, 3).Value;
        var later = Series.Of(new DateOnly(2030, 1, 7), Cadence.Week, 1, 2, 3).Value;

        Assert.Equal("A comparison needs two units, has 1.", Because(units[0]));
        Assert.Equal("Two units are called “branch 1”: each needs a name of its own.", Because([.. units, units[1]]));
        Assert.Equal(
            "monthly is measured by month and branch 0 by week: a comparison needs one rhythm.",
            Because(units[0], new("monthly", month))
        );
        Assert.Equal("There is no period in which all units were measured.", Because(units[0], new("later", later)));
        Assert.Equal(
            "A comparison of several needs 3 units without the change to say how far chance goes, has 2.",
            SyntheticDifference.Of(Panel(units)).Because
        );
    }

    [Fact]
    public void Units_that_do_not_vary_are_refused_in_words()
    {
        PanelUnit[] flat =
        [
            Branches(new Random(13), 1, 20, 12, 3)[0],
            .. Enumerable
                .Range(1, 4)
                .Select(i => new PanelUnit($"flat {i}", Published.Weeks([.. Enumerable.Repeat(3.0 + i, 32)]))),
        ];
        Assert.Equal(
            "The compared units do not vary at all, so there is no noise to compare with.",
            SyntheticDifference.Of(Panel(flat)).Because
        );
    }

    [Theory]
    [InlineData(ComparisonMethod.SyntheticDifference, "synthetic difference-in-differences: ")]
    [InlineData(ComparisonMethod.SyntheticControl, "synthetic control: ")]
    [InlineData(ComparisonMethod.DifferenceInDifferences, "difference-in-differences: ")]
    public void A_method_is_named_and_the_units_that_count_are_listed(ComparisonMethod method, string name)
    {
        var found = SyntheticDifference.Of(Panel(Branches(new Random(14), 6, 30, 12, 3)), method).Value;

        Assert.StartsWith(name, found.MethodInWords, StringComparison.Ordinal);
        Assert.Matches("^branch [1-5] [0-9]+ %(, branch [1-5] [0-9]+ %)*$", found.UnitsInWords);
        Assert.Equal(
            found.Units.Where(unit => unit.Weight >= 0.01).Select(unit => unit.Name),
            found.UnitsInWords.Split(", ").Select(part => part[..8])
        );
        if (method is ComparisonMethod.DifferenceInDifferences)
            Assert.Equal(
                "branch 1 20 %, branch 2 20 %, branch 3 20 %, branch 4 20 %, branch 5 20 %",
                found.UnitsInWords
            );
    }
}
