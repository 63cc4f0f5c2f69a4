using System.Text;
using Heed.Analytics.Scores;
using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze;

public sealed class GroupsTests
{
    static Tally? In(Groups groups, string name) => groups.Of(Encoding.UTF8.GetBytes(name));

    [Fact]
    public void Groups_stand_as_people_count_numbers_by_size_words_by_letter_and_the_unknown_last()
    {
        var groups = new Groups("shop", Scale.OneToFive);
        foreach (var name in (string[])["", "Zoo", "10", "9", "Bakery", "9.5", "-1", "Äpfel"])
            In(groups, name)!.Add(3);
        Assert.Equal(
            ["-1", "9", "9.5", "10", "Bakery", "Zoo", "Äpfel", ""],
            groups.InOrder().Select(group => group.Name)
        );
    }

    [Fact]
    public void The_same_name_is_the_same_group_and_the_thousandth_is_the_last()
    {
        var groups = new Groups("shop", Scale.OneToFive);
        for (var i = 0; i < Groups.Most; i++)
            Assert.NotNull(In(groups, $"shop {i}"));
        Assert.Null(In(groups, "one more"));
        Assert.Same(In(groups, "shop 7"), In(groups, "shop 7"));
        Assert.NotSame(In(groups, "shop 7"), In(groups, "shop 8"));
        Assert.Equal(Groups.Most, groups.InOrder().Count());
    }
}
