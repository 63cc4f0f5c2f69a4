using Heed.Demo;

namespace Heed.Tests.Demo;

/// <summary>What guests of the sample say is what a buyer reads first.</summary>
public sealed class SampleSurveyTests
{
    static readonly IReadOnlyList<string[]> Rows =
    [
        .. SampleSurvey.Csv(new(2026, 11, 30)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(Cells),
    ];

    [Fact]
    public void Guests_have_a_hundred_and_fifty_different_things_to_say_and_rarely_say_the_same()
    {
        Assert.True(SampleRemarks.Count >= 150, $"{SampleRemarks.Count} sentences.");
        var remarks = Rows.Select(r => r[5]).Where(r => r.Length > 0).ToList();
        Assert.InRange(remarks.Count, 350, 500);
        var most = remarks.GroupBy(r => r).MaxBy(g => g.Count())!;
        Assert.True(most.Count() <= 6, $"{most.Count()} times: {most.Key}");
        Assert.True(remarks.Distinct().Count() > remarks.Count / 2, $"{remarks.Distinct().Count()} different ones.");
    }

    [Fact]
    public void Scores_lie_as_those_of_a_real_survey_do()
    {
        foreach (var (column, last) in new[] { (2, 10), (3, 5), (4, 7) })
        {
            var counts = Rows.Where(r => r[column].Length > 0).CountBy(r => int.Parse(r[column])).ToDictionary();
            Assert.All(Enumerable.Range(last == 10 ? 0 : 1, last), point => Assert.True(counts.ContainsKey(point)));
            Assert.True(counts[last] > Rows.Count / 8, $"{counts[last]} of {Rows.Count} gave {last}.");
        }
    }

    [Fact]
    public void Nobody_complains_of_a_queue_online_or_of_a_driver_at_the_counter()
    {
        Assert.DoesNotContain(Rows, r => r[1] == "Online" && r[5].Contains("queue", StringComparison.Ordinal));
        Assert.DoesNotContain(Rows, r => r[1] != "Online" && r[5].Contains("driver", StringComparison.Ordinal));
    }

    static string[] Cells(string line)
    {
        var words = line.Split('"');
        return [.. words[0].TrimEnd(',').Split(','), words[1], words[2].TrimStart(',')];
    }
}
