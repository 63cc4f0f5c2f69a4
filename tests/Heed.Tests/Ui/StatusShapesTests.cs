using Heed.Ui;

namespace Heed.Tests.Ui;

public class StatusShapesTests
{
    [Fact]
    public void Every_status_has_its_own_class_of_the_stylesheet()
    {
        var all = Enum.GetValues<Status>();

        Assert.Equal(all.Length, all.Select(s => s.Class()).Distinct().Count());
    }

    [Theory]
    [InlineData(VerdictWord.Improved, "Improved", Status.Held)]
    [InlineData(VerdictWord.Worsened, "Worsened", Status.OffCourse)]
    [InlineData(VerdictWord.NoChange, "No change", Status.NotKnown)]
    [InlineData(VerdictWord.CannotTell, "Cannot tell", Status.NotKnown)]
    [InlineData(VerdictWord.NotMeasured, "Not measured", Status.NotKnown)]
    public void A_verdict_is_good_or_bad_only_where_it_says_so(VerdictWord verdict, string word, Status shape)
    {
        Assert.Equal(word, verdict.Word());
        Assert.Equal(shape, verdict.Shape());
    }

    [Fact]
    public void No_enum_of_ours_is_made_from_the_number_of_another()
    {
        Assert.Empty(Repository.Sources().Where(s => ByOrdinal(s.Text)).Select(s => s.Name));
        Assert.True(ByOrdinal("(Status)(int)sentence.Status"));
        Assert.False(ByOrdinal("(int)Math.Floor(x)"));
    }

    static bool ByOrdinal(string text) =>
        System.Text.RegularExpressions.Regex.IsMatch(text, @"\((?!int|long|double|decimal)[A-Z][A-Za-z.]*\)\s*\(int\)");
}
