namespace Heed.Tests.Commands.Analyze.Pictures;

/// <summary>Where a picture may be written, and what happens to answers that cannot be drawn.</summary>
public sealed class SvgOptionTests
{
    [Fact]
    public async Task The_file_that_is_analysed_is_never_overwritten()
    {
        var folder = Directory.CreateTempSubdirectory("heed-svg-");
        var path = Path.Combine(folder.FullName, "figures.svg");
        await File.WriteAllTextAsync(path, "date,value\n2026-01,4\n2026-02,5\n");
        Assert.Contains(
            "it would be overwritten",
            await Typed.Refused("analyze", "series", path, "--date", "date", "--value", "value", "--svg", path),
            StringComparison.Ordinal
        );
        Assert.StartsWith("date,value", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("picture.png", "does not end in .svg")]
    [InlineData("nowhere/at/all/picture.svg", "cannot be written")]
    public async Task A_picture_that_cannot_be_written_is_refused(string path, string sentence) =>
        Assert.Contains(
            sentence,
            await Typed.Refused("analyze", "plan", "--kind", "share", "--margin", "5", "--svg", path),
            StringComparison.Ordinal
        );

    [Theory] // Nothing could be computed, and the picture says so instead of failing.
    [InlineData("series", "date,value\n2026-01,4\n", "--date date --value value")]
    [InlineData("survey", "score,shop\n,a\n,b\n", "--score score --kind mean")]
    [InlineData("drivers", "overall,a\n1,2\n2,1\n", "--outcome overall --driver a")]
    [InlineData("agreement", "a,b\n1,\n,2\n", "--rater a b")]
    [InlineData("tie", "date,a,b\n2026-01,4,1\n2026-02,5,2\n", "--date date --leading a --lagging b --window 0-2")]
    [InlineData("lifetime", "x,t,T\n1,3,10\n", "--frequency x --recency t --age T")]
    [InlineData("lifetime", "n,m\n100,1\n80,2\n", "--staying n")]
    [InlineData("plan", "date,value\n2026-01,4\n", "--date date --value value")]
    public async Task An_answer_without_numbers_still_has_its_picture(string verb, string text, string options)
    {
        using var file = new Csv(text);
        var path = Path.Combine(Path.GetDirectoryName(file.Path)!, "picture.svg");
        var said = await Typed.Heed(["analyze", verb, file.Path, .. options.Split(' '), "--svg", path]);

        Assert.Equal("", said.Errors);
        Assert.Equal(0, said.Code);
        Assert.NotEmpty(System.Xml.Linq.XElement.Parse(await File.ReadAllTextAsync(path)).Value);
    }
}
