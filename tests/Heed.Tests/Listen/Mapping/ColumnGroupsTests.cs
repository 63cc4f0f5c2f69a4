using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>The columns of a file in the order in which a person has to look at them.</summary>
public sealed class ColumnGroupsTests
{
    static IReadOnlyList<ColumnGroup> Of(FileShape shape, params ColumnMapping[] columns) =>
        ColumnGroups.Of(shape, new Mapping { Columns = columns }, []);

    static Guess Guessed(string column, bool maybe) =>
        new(new(column, ColumnUse.Kept), .4, "Left out", []) { MayBeScored = maybe };

    [Fact]
    public void What_is_counted_comes_first_and_what_is_counted_nowhere_last()
    {
        var groups = Of(
            Plans.Shape("raw", "region", "said", "id", "on", "nps", "food"),
            new("region", ColumnUse.Attribute),
            new("said", ColumnUse.Remark),
            new("id", ColumnUse.Identity),
            new("on", ColumnUse.Date),
            new("nps", ColumnUse.Recommend),
            new("food", ColumnUse.Satisfaction)
        );
        Assert.Equal(
            [
                "2 columns are scored",
                "2 columns say how much, when or who",
                "One column holds remarks",
                "One column tells groups apart",
                "One column is kept raw and counted nowhere",
            ],
            groups.Select(g => g.Title)
        );
        Assert.Equal([5, 6], groups[0].Columns);
        Assert.Equal([3, 4], groups[1].Columns);
        Assert.Equal([true, true, true, false, false], groups.Select(g => g.IsOpen));
        Assert.Equal("region", groups[3].Hint);
    }

    [Fact]
    public void Columns_that_may_be_scores_stand_apart_from_those_that_are_none()
    {
        var groups = ColumnGroups.Of(
            Plans.Shape("nps", "Q1", "Q2", "zip"),
            new Mapping { Columns = [new("nps", ColumnUse.Recommend)] },
            [Guessed("nps", true), Guessed("Q1", true), Guessed("Q2", true), Guessed("zip", false)]
        );
        Assert.Equal(
            [
                "One column is scored",
                "2 columns may be scores, and are left out",
                "One column is kept raw and counted nowhere",
            ],
            groups.Select(g => g.Title)
        );
        Assert.Equal(("Q1, Q2", false), (groups[1].Hint, groups[1].IsOpen));
    }

    [Fact]
    public void Of_many_attributes_five_are_named()
    {
        string[] names = ["a", "b", "c", "d", "e", "f", "g"];
        ColumnMapping[] attributes = [.. names.Select(n => new ColumnMapping(n, ColumnUse.Attribute))];
        Assert.Equal("a, b, c, d, e and 2 more", Assert.Single(Of(Plans.Shape(names), attributes)).Hint);
        Assert.Equal("a, b, c, d, e", Of(Plans.Shape(names[..5]), attributes[..5])[0].Hint);
    }

    [Fact]
    public void Where_nothing_is_mapped_yet_all_of_it_lies_open()
    {
        var group = Assert.Single(Of(Plans.Shape("a", "b")));
        Assert.Equal(("2 columns are kept raw and counted nowhere", true), (group.Title, group.IsOpen));
        Assert.Equal([0, 1], group.Columns);
    }
}
