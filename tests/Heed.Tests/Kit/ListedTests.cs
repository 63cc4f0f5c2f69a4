namespace Heed.Tests.Kit;

public class ListedTests
{
    [Fact]
    public void One_row_more_than_asked_for_only_says_that_there_is_more()
    {
        var part = Listed<int>.Of([3, 5, 8], take: 2, row => $"after {row}");

        Assert.Equal([3, 5], part.Items);
        Assert.Equal("after 5", part.Next);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_last_part_has_no_next(int take) =>
        Assert.Null(Listed<int>.Of([3, 5], take, row => $"after {row}").Next);

    [Theory]
    [InlineData(null, 50)]
    [InlineData(-3, 1)]
    [InlineData(0, 1)]
    [InlineData(20, 20)]
    [InlineData(100000, 200)]
    public void A_caller_gets_at_least_one_row_and_never_too_many(int? asked, int size) =>
        Assert.Equal(size, Part.Size(asked));
}
