using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze;

public sealed class ReadingProgressTests
{
    static string Said(bool watched, int milliseconds)
    {
        using var csv = new Csv("a\n1\n2\n");
        Assert.False(DataFile.Open(csv.Path).Refused(out _, out var file));
        using (file)
        {
            var errors = new StringWriter();
            var progress = new ReadingProgress(file!, errors, watched);
            Assert.Equal(
                7,
                progress.While(
                    "Fitting",
                    () =>
                    {
                        Thread.Sleep(milliseconds);
                        return 7;
                    }
                )
            );
            return errors.ToString();
        }
    }

    [Fact]
    public void Long_work_is_told_where_a_person_looks_on_and_wiped_away_after()
    {
        var said = Said(watched: true, 1600);
        Assert.StartsWith("\rFitting … 1 s", said, StringComparison.Ordinal);
        Assert.EndsWith(" \r", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 1100)]
    public void Short_work_and_a_pipe_stay_silent(bool watched, int milliseconds) =>
        Assert.Equal("", Said(watched, milliseconds));
}
