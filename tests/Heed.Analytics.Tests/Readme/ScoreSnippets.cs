using Heed.Analytics.Columns;
using Heed.Analytics.Drivers;
using Heed.Analytics.Lifetime;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Readme;

/// <summary>The code of the README and of the pages on scores, drivers and customers.</summary>
static class ScoreSnippets
{
    public static void HowSureIsThisScore(TextWriter Console)
    {
        // Answers from 0 to 10, counted: nobody said 0, one said 1, … twelve said 10.
        var answers = Distribution.FromCounts(Scale.ZeroToTen, [0, 1, 0, 1, 0, 2, 1, 4, 7, 9, 12]).Value;
        var score = Score.Of(ScoreKind.Recommend, answers).Value;
        Console.WriteLine($"{score.Value:0.0} from {score.N} answers, probably {score.Low:0.0} to {score.High:0.0}");

        var before = Distribution.FromCounts(Scale.ZeroToTen, [1, 0, 1, 1, 2, 3, 2, 5, 8, 7, 6]).Value;
        var change = Difference.Between(Score.Of(ScoreKind.Recommend, before).Value, score).Value;
        Console.WriteLine(
            $"{change.Value:+0.0} since the last wave, {(change.CanBeTold ? "more than chance" : "which chance alone could do")}"
        );
    }

    public static void WhatDrivesIt(TextWriter Console)
    {
        // Sixty guests rate the wait, the staff and the food, and their stay as a whole.
        double[] wait = [.. Enumerable.Range(0, 60).Select(i => 1.0 + i % 5)];
        double[] staff = [.. wait.Select((w, i) => Math.Clamp(w + i * 7 % 3 - 1, 1, 5))];
        double[] food = [.. Enumerable.Range(0, 60).Select(i => 1.0 + i * i % 5)];
        double[] stay = [.. wait.Select((w, i) => 0.5 * w + 0.3 * staff[i] + 0.1 * food[i] + i % 4 * 0.3)];

        var found = DriverAnalysis.Of(new(stay, ["wait", "staff", "food"], [wait, staff, food])).Value;
        Console.WriteLine($"All three together explain {found.RSquared:0 %} of how guests differ.");
        foreach (var driver in found.Drivers.OrderByDescending(driver => driver.Share))
            Console.WriteLine($"{driver.Name}: {driver.Share:0 %}, probably {driver.Low:0 %} to {driver.High:0 %}");
    }

    public static void SmallGroupsStayHidden(TextWriter Console)
    {
        var survey = new SurveyColumns([new("liked", Scale.OneToFive)], ["team"], arrival: Arrival.AllAtOnce);
        foreach (var (team, people) in new[] { ("North", 9), ("South", 3), ("West", 12) })
            for (var i = 0; i < people; i++)
                survey.Append(
                    survey.Count + 1,
                    new(2026, 3, 14),
                    [survey.Point("liked", 1 + i % 5)],
                    [survey.Attribute("team").CodeOf(team).Value]
                );

        var cut = survey.Ask(new("liked") { By = "team" }).Value;
        for (var team = 0; team < cut.Groups.Count; team++)
            Console.WriteLine(
                $"{cut.Groups[team]}: {cut.ByGroup[team].Because ?? $"{cut.ByGroup[team].Distribution!.N} answers"}"
            );
    }

    public static void WhatIsACustomerWorth(TextWriter Console)
    {
        // Of 1,000 customers with a contract so many were left after each yearly renewal.
        var retention = Retention.Fit([1000, 631, 468, 382, 326, 289]).Value;
        Console.WriteLine($"{retention.Rate(1):0 %} renew the first time, {retention.Rate(6):0 %} the sixth.");
        var worth = LifetimeValue.WithContract(retention, payment: 120, discount: 0.1).Value;
        Console.WriteLine($"A new one is worth {worth.Value:0}, probably {worth.Low:0} to {worth.High:0}.");
    }
}
