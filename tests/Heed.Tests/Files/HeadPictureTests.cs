namespace Heed.Tests.Files;

public sealed class HeadPictureTests
{
    static List<string> Picture(string text, int columns = 8)
    {
        using var csv = new Csv(text);
        Assert.False(RecogniseFile.Run(csv.Path).Refused(out var refusal, out var shape), refusal?.Because);
        return [.. HeadPicture.Of(csv.Path, shape!, columns).Select(l => $"{l.Role}: {string.Join('|', l.Cells)}")];
    }

    static readonly string Rows = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i};{i % 11};\"shop; {i}\"\n"));

    [Fact]
    public void Each_row_of_the_head_is_drawn_with_what_it_was_taken_for()
    {
        var picture = Picture($"Guests of 2026\n\nid;score;where\n{Rows}");
        Assert.Equal(
            ["Above: Guests of 2026", "Header: id|score|where", "Answer: 1|1|shop; 1", "Answer: 2|2|shop; 2"],
            picture.Where(l => l != "Above: ").Take(4)
        );
        Assert.Equal(3, picture.Count(l => l.StartsWith("Answer", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_total_at_the_end_is_drawn_below_the_answers() =>
        Assert.Equal("Total: Total|210|", Picture($"id;score;where\n{Rows}Total;210;\n")[^1]);

    [Fact]
    public void No_more_columns_are_drawn_than_are_asked_for() =>
        Assert.All(Picture($"id;score;where\n{Rows}", 2), l => Assert.Equal(1, l.Count(c => c == '|')));
}
