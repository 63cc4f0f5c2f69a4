namespace Heed.Tests.Files;

/// <summary>One label in several spellings is one label, and which were joined is said.</summary>
public sealed class SpellingsTests
{
    static string Of(bool lists, params string[] labels)
    {
        var spellings = new Spellings(lists);
        return string.Join(' ', labels.Select(spellings.Of).Select(l => $"[{l}]"));
    }

    [Theory]
    [InlineData("North", "NORTH")]
    [InlineData("North", "north ")]
    [InlineData("New York", "New\u00A0York")]
    [InlineData("Zürich", "ZÜRICH")]
    [InlineData("don't", "don’t")]
    [InlineData("Good", "good.")]
    public void Capitals_blanks_and_apostrophes_make_no_other_label(string first, string other) =>
        Assert.Equal($"[{first}] [{first}]", Of(false, first, other));

    [Theory]
    [InlineData("North", "South")]
    [InlineData("Zurich", "Zürich")]
    [InlineData("A1", "A 1")]
    [InlineData("price; service", "service; price")]
    public void Other_letters_are_another_label(string first, string other) =>
        Assert.Equal($"[{first}] [{other}]", Of(false, first, other));

    [Fact]
    public void The_order_of_a_list_says_nothing_where_cells_hold_lists() =>
        Assert.Equal("[a; b] [a; b] [a; b] [a]", Of(true, "a; b", "b;a", "B | a", "a"));

    [Fact]
    public void What_was_joined_is_said()
    {
        var spellings = new Spellings();
        foreach (var label in new[] { "North", "South", "NORTH", "NORTH", "south" })
            spellings.Of(label);
        Assert.Equal(
            [
                "Shop: “North” and “NORTH”, “South” and “south” are counted as one label; they differ in capitals or blanks.",
            ],
            spellings.Notes("Shop")
        );
        Assert.Empty(new Spellings().Notes("Shop"));
    }
}
