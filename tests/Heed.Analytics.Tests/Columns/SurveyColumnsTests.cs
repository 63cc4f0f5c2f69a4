using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using Heed.Analytics.Tests.Scores;

namespace Heed.Analytics.Tests.Columns;

public class SurveyColumnsTests
{
    [Fact]
    public void A_breakdown_counts_as_a_walk_over_the_rows_does()
    {
        var survey = Small.Survey(MinimumGroup.None, weighted: true);
        var random = new Random(11);
        List<(string Region, int? Answer, int Month, string Channel, float Weight)> rows = [];
        for (var i = 0; i < 20_000; i++)
        {
            var row = (
                $"r{random.Next(7)}",
                random.Next(9) == 0 ? (int?)null : random.Next(1, 6),
                random.Next(0, 13),
                $"c{random.Next(3)}",
                random.Next(1, 9) / 4f
            );
            rows.Add(row);
            survey.Add(row.Item1, row.Item2, row.Item3, row.Item4, row.Item5);
        }
        var cut = survey.Ask(
            new("liked")
            {
                Every = Cadence.Month,
                By = "region",
                Where = new Dictionary<string, IReadOnlyCollection<string>> { ["channel"] = ["c0", "c2"] },
            }
        );
        foreach (var (p, month) in cut.Value.Periods.Index())
        foreach (var (g, region) in cut.Value.Groups.Index())
        {
            var here = rows.Where(row =>
                    row.Month == (month?.Month ?? 0) && row.Region == region && row.Channel != "c1"
                )
                .ToList();
            var found = cut.Value[p, g].Distribution!;
            Assert.Equal(here.Count(row => row.Answer is null), found.Missing);
            for (var point = 1; point <= 5; point++)
            {
                Assert.Equal(here.Count(row => row.Answer == point), found.CountOf(point));
                Assert.Equal(
                    here.Where(row => row.Answer == point).Sum(row => (double)row.Weight),
                    found.WeightOf(point)
                );
            }
            Assert.Equal(
                here.Where(row => row.Answer is not null).Sum(row => (double)row.Weight * row.Weight),
                found.TotalSquaredWeight
            );
        }
        Assert.Equal(13, cut.Value.Periods.Count);
        Assert.Equal(7, cut.Value.Groups.Count);
        Assert.Equal(rows.Count(row => row.Channel != "c1" && row.Answer is not null), cut.Value.Total.Distribution!.N);
    }

    [Fact]
    public void The_airport_scores_come_straight_out_of_the_columns()
    {
        var file = AirportSurvey.Of2017();
        var survey = new SurveyColumns(
            [new("NETPRO", Scale.ZeroToTen), new("Q7ALL", Scale.OneToFive)],
            ["BAREA"],
            weighted: true,
            arrival: Arrival.AllAtOnce
        );
        var (recommend, all, weights) = (file.Answers("NETPRO", 11), file.Answers("Q7ALL", 0, 6), file.Weights());
        foreach (var (row, area) in file.Text("BAREA").Index())
            survey.Append(
                row,
                new DateOnly(2017, 5, 10),
                [survey.Point("NETPRO", (int?)recommend[row]), survey.Point("Q7ALL", (int?)all[row])],
                [survey.Attribute("BAREA").CodeOf(area).Value],
                (float)weights[row]
            );
        var score = survey.Ask(new("NETPRO") { By = "BAREA" }).Value.Total.Score(ScoreKind.Recommend).Value;
        Assert.Equal(2746, score.N);
        Assert.Equal(39.84, score.Value, .005);
        Assert.Equal(40.40, score.Weighted!.Value.Value, .005);
        Assert.Equal(2266.5, score.Weighted.Value.EffectiveN, .05);
        Assert.Equal(82.07, survey.Ask(new("Q7ALL")).Value.Total.Score(ScoreKind.Satisfaction).Value.Value, .005);
    }

    [Fact]
    public void Months_add_up_to_quarters_and_undated_rows_are_kept_apart()
    {
        var survey = Small.Survey().With("A", 10, 1).With("A", 20, 2).With("A", 30, 4).With("A", 40, 0);
        var cut = survey.Ask(new("liked") { Every = Cadence.Quarter }).Value;
        Assert.Equal([new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1), null], cut.Periods);
        Assert.Equal([30, 30, 40], cut.ByPeriod.Select(cell => cell.Distribution!.N));
        var spring = survey.Ask(new("liked") { From = new(2026, 2, 1), To = new(2026, 4, 30) }).Value;
        Assert.Equal(50, spring.Total.Distribution!.N);
    }

    [Fact]
    public void Many_values_widen_a_column_without_losing_a_row()
    {
        var survey = Small.Survey(MinimumGroup.None);
        for (var i = 0; i < 3_000; i++)
            survey.Add($"store {i % 700}", 1 + i % 5);
        var cut = survey.Ask(new("liked") { By = "region" }).Value;
        Assert.Equal(700, cut.Groups.Count);
        Assert.All(cut.ByGroup.Take(200), cell => Assert.Equal(5, cell.Distribution!.N));
        Assert.Equal(3_000, cut.ByGroup.Sum(cell => cell.Distribution!.N));
    }

    [Fact]
    public void A_cube_of_very_many_groups_is_counted_just_as_well()
    {
        var survey = Small.Survey(MinimumGroup.None, weighted: true);
        for (var i = 0; i < 4_000; i++)
            survey.Add($"store {i % 400}", i % 7 == 0 ? null : 1 + i % 5, 1 + i % 12, $"till {i % 40}", 2);
        var cut = survey
            .Ask(
                new("liked")
                {
                    By = "region",
                    Every = Cadence.Month,
                    Where = new Dictionary<string, IReadOnlyCollection<string>> { ["channel"] = ["till 1", "till 2"] },
                }
            )
            .Value;
        Assert.Equal(Enumerable.Range(0, 4_000).Count(i => i % 40 is 1 or 2 && i % 7 != 0), cut.Total.Distribution!.N);
        Assert.Equal(2 * cut.Total.Distribution.N, cut.Total.Distribution.TotalWeight);
        var march = cut.Periods.ToList().IndexOf(new DateOnly(2026, 3, 1));
        var store = cut.Groups.ToList().IndexOf("store 2");
        var there = Enumerable.Range(0, 4_000).Where(i => i % 12 == 2 && i % 400 == 2 && i % 7 != 0).ToList();
        Assert.Equal(there.Count, cut[march, store].Distribution!.N);
        Assert.Equal(there.Count(i => i % 5 == 2), cut[march, store].Distribution!.CountOf(3));
        Assert.Contains(
            "is too fine to count",
            Wide()
                .Ask(
                    new("liked")
                    {
                        By = "region",
                        Where = new Dictionary<string, IReadOnlyCollection<string>> { ["channel"] = ["b1"] },
                    }
                )
                .Because
        );

        static SurveyColumns Wide()
        {
            var survey = Small.Survey(MinimumGroup.None);
            for (var i = 0; i < 1_000; i++)
                survey.Add($"a{i}", 3, 1, $"b{i}");
            return survey;
        }
    }

    [Fact]
    public void The_same_row_again_changes_nothing()
    {
        var survey = Small.Survey(MinimumGroup.None);
        Assert.True(survey.Append(7, null, [3], [0, 0]));
        Assert.False(survey.Append(7, null, [1], [0, 0]));
        Assert.False(survey.Append(6, null, [1], [0, 0]));
        Assert.Equal((1, 7), (survey.Count, survey.LastSequence));
    }

    [Fact]
    public async Task Readers_see_whole_rows_while_one_adds()
    {
        var survey = Small.Survey(MinimumGroup.None);
        var stop = TestContext.Current.CancellationToken;
        var writer = Task.Run(
            () =>
            {
                // Every region answers with its own point only, so a torn row would show in the wrong place.
                for (var i = 0; i < 300_000; i++)
                    survey.Add($"r{i % 300}", 1 + i % 5);
            },
            stop
        );
        long before = 0;
        while (!writer.IsCompleted)
        {
            var cut = survey.Ask(new("liked") { By = "region" }).Value;
            var total = cut.Total.Distribution!.N;
            Assert.True(total >= before);
            before = total;
            foreach (var (g, region) in cut.Groups.Index())
                Assert.Equal(
                    cut.ByGroup[g].Distribution!.N,
                    cut.ByGroup[g].Distribution!.CountOf(1 + int.Parse(region[1..], null) % 5)
                );
        }
        await writer;
        Assert.Equal(300_000, survey.Ask(new("liked")).Value.Total.Distribution!.N);
    }

    [Fact]
    public void A_question_that_cannot_be_answered_is_refused_in_words()
    {
        var survey = Small.Survey().With("A", 10);
        Assert.Equal("There is no question loved in this survey.", survey.Ask(new("loved")).Because);
        Assert.Equal(
            "There is no attribute planet in this survey.",
            survey.Ask(new("liked") { By = "planet" }).Because
        );
        Assert.Contains("cannot be added up by week", survey.Ask(new("liked") { Every = Cadence.Week }).Because);
        Assert.Contains(
            "2026-01-02 is not the first day of a month",
            survey.Ask(new("liked") { From = new(2026, 1, 2) }).Because
        );
        Assert.Contains(
            "2026-01-30 is not the last day of a month",
            survey.Ask(new("liked") { To = new(2026, 1, 30) }).Because
        );
        Assert.Contains(
            "before it begins",
            survey.Ask(new("liked") { From = new(2026, 3, 1), To = new(2026, 1, 31) }).Because
        );
    }

    [Fact]
    public void A_row_that_does_not_fit_is_a_mistake_of_the_program()
    {
        var survey = Small.Survey();
        Assert.Throws<ArgumentException>(() => survey.Append(1, null, [3, 3], [0, 0]));
        Assert.Throws<ArgumentException>(() => survey.Append(1, null, [5], [0, 0]));
        Assert.Throws<ArgumentException>(() => survey.Append(1, null, [3], [9, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => survey.Append(1, new(1899, 12, 31), [3], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => survey.Append(1, null, [3], [0, 0], float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => survey.Point("liked", 6));
        Assert.Throws<KeyNotFoundException>(() => survey.Point("loved", 3));
        Assert.True(SurveyColumns.Holds(new(1900, 1, 1)));
        Assert.False(SurveyColumns.Holds(new(1899, 12, 31)));
        Assert.False(SurveyColumns.Holds(new(2079, 6, 7)));
    }

    [Fact]
    public void Answers_without_a_day_stand_in_no_month()
    {
        var survey = Small.Survey(MinimumGroup.None).With("north", 12, month: 0);
        var found = survey.Ask(new("liked") { Every = Cadence.Month, By = "region" }).Value;
        Assert.Equal([null], found.Periods);
        Assert.Equal(12, found.ByPeriod[0].Distribution!.N);
        Assert.Equal(12, found[0, 0].Distribution!.N);
    }
}
