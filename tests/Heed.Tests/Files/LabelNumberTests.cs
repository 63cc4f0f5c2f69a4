namespace Heed.Tests.Files;

/// <summary>The number in the label of an answer.</summary>
public sealed class LabelNumberTests
{
    [Theory]
    [InlineData("10 - Extremely likely", 10)]
    [InlineData("0 – Not at all likely", 0)]
    [InlineData("Extremely likely (10)", 10)]
    [InlineData("(5) Very good", null)]
    [InlineData("Very good: 5", 5)]
    [InlineData("1. Poor", 1)]
    [InlineData("3 = so lala", 3)]
    [InlineData("7 stars", 7)]
    [InlineData("5 ★", 5)]
    [InlineData("★★★☆☆", 3)]
    [InlineData("-99 refused", -99)]
    [InlineData("4 out of 5", 4)]
    [InlineData("4 von 5", 4)]
    [InlineData("4/5", 4)]
    [InlineData("4 out of 7", null)]
    [InlineData("18 to 24", null)]
    [InlineData("2-50 people", null)]
    [InlineData("more than 3 times", null)]
    [InlineData("over 3", null)]
    [InlineData("4.5 stars", null)]
    [InlineData("10", null)]
    [InlineData("2026 - a year", null)]
    [InlineData("Blue", null)]
    [InlineData("", null)]
    public void Is_read_where_it_leads_or_ends_the_label_and_is_alone(string label, int? point) =>
        Assert.Equal(point, LabelNumber.TryRead(label, 5, out var read) ? read : null);

    [Theory]
    [InlineData("Very satisfied=5, Satisfied=4", "Very satisfied=5, Satisfied=4")]
    [InlineData("Yes, definitely=2;No=0", "Yes, definitely=2, No=0")]
    [InlineData("\"a=b\"=1, c=-1", "a=b=1, c=-1")]
    public void Points_are_written_as_answer_and_point(string written, string read)
    {
        Assert.False(AnswerPoints.Parse(written).Refused(out _, out var points));
        Assert.Equal(read, AnswerPoints.Written(points!));
    }

    [Theory]
    [InlineData("Very satisfied", "gives no answer its point")]
    [InlineData("Good=5, good=4", "two points")]
    [InlineData("=5", "gives no answer its point")]
    public void Points_that_cannot_be_read_are_refused(string written, string because)
    {
        Assert.True(AnswerPoints.Parse(written).Refused(out var refusal, out _));
        Assert.Contains(because, refusal.Because, StringComparison.Ordinal);
    }
}
