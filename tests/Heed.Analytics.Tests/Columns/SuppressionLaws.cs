using System.Globalization;
using Heed.Analytics.Columns;

namespace Heed.Analytics.Tests.Columns;

/// <summary>What must hold for every survey with small groups.</summary>
public class SuppressionLaws
{
    const int Minimum = 5;

    static Breakdown Cut(IEnumerable<int> people)
    {
        var survey = Small.Survey();
        foreach (var (n, region) in people.Select((n, region) => (n, region)))
            survey.With($"region {region}", n);
        return survey.Ask(new("liked") { By = "region" }).Value;
    }

    /// <summary>No small group is shown, and none follows from the total less what is shown.</summary>
    static bool IsSafe(Breakdown cut, int[] people)
    {
        int SizeOf(int group) => people[int.Parse(cut.Groups[group]["region ".Length..], CultureInfo.InvariantCulture)];
        var groups = Enumerable.Range(0, cut.Groups.Count).ToArray();
        var hidden = groups.Where(group => cut.ByGroup[group].State is CellState.Hidden).ToArray();
        return groups.Except(hidden).All(group => SizeOf(group) is 0 or >= Minimum)
            && (
                cut.Total.State is CellState.Hidden
                || hidden.Length == 0
                || hidden.Length >= 2 && hidden.Sum(SizeOf) >= Minimum
            );
    }

    [Fact]
    public void Adding_a_small_group_reveals_neither_it_nor_another() =>
        Law.ForAllCounts(
            2,
            7,
            1,
            14,
            people =>
            {
                if (!IsSafe(Cut(people), people))
                    return false;
                for (var small = 1; small < Minimum; small++)
                {
                    int[] more = [.. people, small];
                    if (!IsSafe(Cut(more), more))
                        return false;
                }
                return true;
            }
        );

    [Fact]
    public void A_look_before_and_after_never_differs_by_less_than_a_group() =>
        Law.ForAllCounts(
            1,
            40,
            1,
            5,
            answers =>
            {
                var survey = Small.Survey(arrival: Arrival.OneByOne);
                var before = 0L;
                foreach (var answer in answers)
                {
                    survey.Add("A", answer);
                    var now = survey.Ask(new("liked")).Value.Total.Distribution?.N ?? 0;
                    if (now - before is > 0 and < Minimum || now < before)
                        return false;
                    before = now;
                }
                return true;
            }
        );

    [Fact]
    public void The_order_in_which_answers_come_does_not_change_what_is_shown() =>
        Law.ForAllCounts(
            2,
            6,
            1,
            14,
            people =>
            {
                string Shape(IEnumerable<int> order)
                {
                    var survey = Small.Survey();
                    foreach (var region in order)
                        survey.Add($"region {region}", 1 + region % 5);
                    var cut = survey.Ask(new("liked") { By = "region" }).Value;
                    return string.Join(
                        ' ',
                        cut.Groups.Select((group, i) => $"{group}:{Small.Word(cut.ByGroup[i])}")
                            .Order(StringComparer.Ordinal)
                    );
                }
                int[] rows = [.. people.SelectMany((n, region) => Enumerable.Repeat(region, n))];
                // Which of two equally small neighbours is hidden may depend on who came first; how much is hidden may not.
                return people.Distinct().Count() < people.Length || Shape(rows) == Shape(Law.Shuffled(rows));
            }
        );
}
