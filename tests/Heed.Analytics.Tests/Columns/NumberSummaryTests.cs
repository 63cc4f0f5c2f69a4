using Heed.Analytics.Columns;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Columns;

/// <summary>What is shown of numbers: the mean, bands, the band of the middle answer; and nothing of single people.</summary>
public class NumberSummaryTests
{
    static SurveyColumns Survey(
        string bands = "5, 10, 20",
        MinimumGroup minimum = default,
        bool weighted = false,
        Arrival arrival = Arrival.InReleases
    ) =>
        new(
            [new("liked", Scale.OneToFive)],
            ["shop"],
            weighted,
            minimum,
            arrival: arrival,
            numbers: [new("minutes", Bands.Parse(bands).Value)]
        );

    static void Add(SurveyColumns survey, IEnumerable<double> minutes, float weight = 1)
    {
        foreach (var value in minutes)
            survey.Append(
                Math.Max(0, survey.LastSequence) + 1,
                null,
                [survey.Point("liked", 1 + (int)survey.Count % 5)],
                [survey.Attribute("shop").CodeOf("harbor").Value],
                weight,
                [],
                [value]
            );
        if (survey.Arrival == Arrival.InReleases)
            survey.Release();
    }

    static IEnumerable<double> Times(int n, double value) => Enumerable.Repeat(value, n);

    static string Shape(NumberSummary of) =>
        string.Join(' ', of.Counts.Options.Select(o => o.Cell.Distribution is { } d ? $"{d.CountOf(1)}" : "hidden"));

    /// <summary>t.test(c(2, 4, 4, 7, 9, 12, 18, 25, 31, 60)): 17.2, 4.409 to 29.991 (R).</summary>
    static readonly double[] Ten = [2, 4, 4, 7, 9, 12, 18, 25, 31, 60];

    [Fact]
    public void Without_protection_the_mean_is_that_of_a_t_test()
    {
        var survey = Survey(minimum: MinimumGroup.None);
        Add(survey, Ten);
        var mean = survey.Number("minutes").Value.Mean.Value;
        Assert.Equal((17.2, 10), (Math.Round(mean.Value, 9), mean.N));
        var spread = Math.Sqrt(Ten.Sum(v => (v - 17.2) * (v - 17.2)) / 9 / 10);
        Assert.Equal(17.2 - 2.2621571628 * spread, mean.Low, 1e-6);
        Assert.Equal(17.2 + 2.2621571628 * spread, mean.High, 1e-6);
    }

    [Fact]
    public void Nobody_who_did_not_answer_is_a_zero()
    {
        var survey = Survey();
        Add(survey, [.. Times(10, 3), .. Times(10, 7), .. Times(7, double.NaN)]);
        var found = survey.Number("minutes").Value;
        Assert.Equal((20, 7), (found.Counts.Total.Distribution!.N, found.Counts.Total.Distribution.Missing));
        Assert.Equal("10 10 0 0", Shape(found));
        Assert.Equal(5, found.Mean.Value.Value);
    }

    [Fact]
    public void Small_bands_are_hidden_with_what_would_give_them_away()
    {
        var survey = Survey();
        Add(survey, [.. Times(20, 3), .. Times(9, 7), .. Times(12, 15), .. Times(2, 90)]);
        Assert.Equal("20 hidden 12 hidden", Shape(survey.Number("minutes").Value));
    }

    [Fact]
    public void The_middle_answer_is_said_by_its_band_and_by_more_of_them_where_one_is_hidden()
    {
        var survey = Survey();
        Add(survey, [.. Times(10, 3), .. Times(20, 7), .. Times(10, 15)]);
        Assert.Equal((1, 1), survey.Number("minutes").Value.Middle);
        var hidden = Survey();
        Add(hidden, [.. Times(10, 3), .. Times(3, 7), .. Times(6, 15), .. Times(10, 40)]);
        Assert.Equal("10 hidden hidden 10", Shape(hidden.Number("minutes").Value));
        Assert.Equal((1, 2), hidden.Number("minutes").Value.Middle);
        Assert.Null(Survey().Number("minutes").Value.Middle);
    }

    [Fact]
    public void Fewer_than_five_say_nothing_and_so_do_a_few_who_say_the_same()
    {
        var survey = Survey();
        Add(survey, [3, 7, 15, 40]);
        Assert.Contains("Hidden", survey.Number("minutes").Value.Mean.Because, StringComparison.Ordinal);
        var alike = Survey();
        Add(alike, Times(9, 12));
        Assert.Contains("said all the same", alike.Number("minutes").Value.Mean.Because, StringComparison.Ordinal);
        Add(alike, Times(10, 12));
        Assert.Contains("same number", alike.Number("minutes").Value.Mean.Because, StringComparison.Ordinal);
    }

    /// <summary>One who waited 1,000 minutes among 39 who waited 3 to 12, and one who waited 1,040 instead: nothing tells them apart.</summary>
    [Fact]
    public void An_answer_far_above_all_others_hides_in_the_spread_that_it_makes()
    {
        NumberMean Of(double last)
        {
            var survey = Survey();
            Add(survey, [.. Enumerable.Range(0, 39).Select(i => 3.0 + i % 10), last]);
            return survey.Number("minutes").Value.Mean.Value;
        }
        Assert.Equal(Of(1000), Of(1040));
        Assert.True(Of(1000).Low <= Of(1000).Value && Of(1000).Value <= Of(1000).High);
    }

    /// <summary>Who counts in hidden bands of one number each cannot be solved from the mean and the shown bands.</summary>
    [Fact]
    public void Whoever_is_in_a_hidden_band_may_be_in_the_next_one_as_far_as_the_mean_says()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] people = [.. Enumerable.Range(0, 4).Select(_ => random.Next(2, 15))];
            people[2] = 1 + random.Next(4);
            NumberSummary Of(int[] of)
            {
                var survey = Survey("1, 2, 3");
                Add(survey, of.SelectMany((n, value) => Times(n, value)));
                return survey.Number("minutes").Value;
            }
            var first = Of(people);
            var hidden = first
                .Counts.Options.Index()
                .Where(o => o.Item.Cell.State == CellState.Hidden)
                .Select(o => o.Index)
                .ToList();
            Assert.True(hidden.Count >= 2);
            // As many people in the shown bands and others in the hidden ones have the same mean.
            Assert.Contains(Others(people, hidden), o => Of(o).Mean.Value.Value == first.Mean.Value.Value);
        }

        static IEnumerable<int[]> Others(int[] people, List<int> hidden)
        {
            foreach (var from in hidden)
            foreach (var to in hidden.Where(h => h != from))
            {
                int[] moved = [.. people];
                moved[from]--;
                moved[to]++;
                if (moved[from] >= 0)
                    yield return moved;
            }
        }
    }

    [Fact]
    public void A_release_is_protected_alone_and_both_count_together()
    {
        var survey = Survey();
        Add(survey, [.. Times(10, 3), .. Times(10, 15)]);
        Add(survey, [3, 7, 15, 40, 40]);
        var found = survey.Number("minutes").Value;
        Assert.Equal(25, found.Counts.Total.Distribution!.N);
        Assert.Equal("10 hidden 10 hidden", Shape(found));
        Assert.Equal(25, found.Mean.Value.N);
    }

    [Fact]
    public void Weights_count_in_a_mean_of_their_own()
    {
        var survey = Survey(minimum: MinimumGroup.None, weighted: true);
        Add(survey, [2, 4, 6, 8, 10], weight: 1);
        Add(survey, [20, 22, 24, 26, 28], weight: 3);
        var found = survey.Number("minutes").Value;
        Assert.Equal(15, found.Mean.Value.Value, 1e-9);
        Assert.Equal((6 * 5 + 24 * 15) / 20.0, found.Weighted!.Value.Value, 1e-9);
        Assert.Equal(20 * 20 / (5 + 45.0), found.Weighted.Value.N, 1e-9);
    }

    [Fact]
    public void A_score_can_be_asked_by_bands_in_their_order()
    {
        var survey = Survey();
        Add(survey, Enumerable.Range(0, 40).Select(i => 30.0 - i % 30));
        var by = survey.Ask(new("liked") { By = "minutes" }).Value;
        Assert.Equal(["under 5", "5 to under 10", "10 to under 20", "20 and more"], by.Groups.Where(g => g.Length > 0));
    }

    [Fact]
    public void An_unknown_name_is_said() =>
        Assert.Contains("no number hours", Survey().Number("hours").Because, StringComparison.Ordinal);
}
