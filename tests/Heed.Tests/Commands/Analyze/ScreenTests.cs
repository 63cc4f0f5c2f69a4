using Heed.Commands;

namespace Heed.Tests.Commands.Analyze;

/// <summary>A report as it stands in a terminal, a file or a pipe.</summary>
public sealed class ScreenTests
{
    static string[] Written(Action<Screen> write, int width = Screen.Widest, bool colours = false)
    {
        var output = new StringWriter();
        write(new Screen(output, colours, width));
        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    static readonly string Long = string.Join(' ', Enumerable.Repeat("coffee", 40));

    [Theory]
    [InlineData(80, 80)]
    [InlineData(200, 80)]
    [InlineData(60, 60)]
    [InlineData(10, 40)]
    public void It_is_as_wide_as_the_window_and_never_wider_than_eighty_columns(int window, int width)
    {
        var lines = Written(screen => screen.Point(Long), window);
        Assert.All(lines, line => Assert.InRange(line.Length, 5, width));
        Assert.True(lines[0].Length > width - "coffee ".Length);
        Assert.StartsWith("  · coffee", lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("    coffee", line));
        Assert.Equal(Long, string.Join(' ', lines.Select(line => line.Trim().TrimStart('·', ' '))));
    }

    [Fact]
    public void What_looks_like_markup_in_a_name_is_text() =>
        Assert.Equal(
            ["", "[red] & [/]", "  · a [bold]column[/] of “x[0]”"],
            Written(screen => screen.Points("[red] & [/]", ["a [bold]column[/] of “x[0]”"]))
        );

    [Fact]
    public void Where_there_is_nothing_to_say_there_is_no_title() =>
        Assert.Equal([""], Written(screen => screen.Points("What this cannot tell", [])));

    [Fact]
    public void Columns_stand_under_their_heads_and_numbers_to_the_right() =>
        Assert.Equal(
            ["  Group      n  Score", "  Bakery   120  3.5", "  [Kiosk]    7  4"],
            Written(screen =>
                screen.Table(
                    ["Group", " n", "Score"],
                    [
                        ["Bakery", "120", "3.5"],
                        [Screen.Safe("[Kiosk]"), "7", "4"],
                    ]
                )
            )
        );

    [Fact]
    public void Facts_are_named_at_the_left_and_go_on_under_their_value()
    {
        var lines = Written(screen => screen.Facts([("Answers", "120"), ("Method", Long)]));
        Assert.Equal("  Answers  120", lines[0]);
        Assert.StartsWith("  Method   coffee", lines[1]);
        Assert.All(lines[2..], line => Assert.StartsWith("           coffee", line));
        Assert.Equal([""], Written(screen => screen.Facts([])));
    }

    [Fact]
    public void Colour_is_only_where_a_person_looks_on()
    {
        Assert.DoesNotContain('\u001b', string.Concat(Written(screen => screen.Headline("It moved."))));
        Assert.Contains('\u001b', string.Concat(Written(screen => screen.Headline("It moved."), colours: true)));
    }
}
