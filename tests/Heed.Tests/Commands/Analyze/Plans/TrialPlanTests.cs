using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze.Plans;

public sealed class TrialPlanTests
{
    static readonly DateOnly Monday = new(2026, 1, 5);

    static Series Weekly(int count, Func<int, double> value) =>
        Series
            .Of(Enumerable.Range(0, count).Select(i => new Point(Monday.AddDays(7 * i), value(i))), Cadence.Week)
            .Value;

    static double Restless(int i) => i % 2 == 0 ? 10 : 14.7;

    static TrialPlan Plan(Series series, int after = 8, double? predicted = null, DateOnly? change = null) =>
        TrialPlan.Of(new(new("week", "calls"), change, after, predicted), series);

    [Fact]
    public void What_could_be_seen_is_told_for_the_watch_that_was_asked_for_and_for_the_usual_ones()
    {
        var plan = Plan(Weekly(24, Restless), after: 10);
        Assert.Equal([4, 8, 10, 13, 26, 52], plan.Steps.Select(step => step.After));
        Assert.Equal(plan.Sight!.Smallest, plan.Steps.Single(step => step.After == 10).Smallest);
        Assert.StartsWith("calls: watched for 10 weeks, an effect of ", TrialPlanWords.Finding(plan));
        Assert.EndsWith(" or more would be seen, four times in five.", TrialPlanWords.Finding(plan));
    }

    [Theory]
    [InlineData(-7.0, "calls: the predicted −7 could be seen; watched for 8 weeks, an effect of ")]
    [InlineData(-4.7, "calls: the predicted −4.7 would probably not be seen after 8 weeks. Watch for ")]
    [InlineData(
        1.0,
        "calls: the predicted +1 cannot be seen, however long it is watched: with 24 points before, the noise hides it."
    )]
    public void A_prediction_is_seen_now_later_or_never(double predicted, string sentence)
    {
        var plan = Plan(Weekly(24, Restless), predicted: predicted);
        Assert.StartsWith(sentence, TrialPlanWords.Finding(plan));
        var hopeless = TrialPlanWords
            .Limits(plan)
            .Any(l => l.StartsWith("A trial that cannot show its effect", StringComparison.Ordinal));
        Assert.Equal(plan.Sight!.CanBeSeen == false, hopeless);
        if (plan.Sight.PeriodsNeeded is { } needed)
            Assert.Contains(needed, plan.Steps.Select(step => step.After));
    }

    [Fact]
    public void The_noise_is_that_of_the_points_before_the_change()
    {
        var series = Weekly(24, i => i < 12 ? Restless(i) : 100 * i);
        var plan = Plan(series, change: Monday.AddDays(7 * 12));
        Assert.Equal(12, plan.Sight!.PointsBefore);
        Assert.Contains(
            TrialPlanWords.Limits(plan),
            l => l.StartsWith("It rests on the noise of all 12 points before the change. ", StringComparison.Ordinal)
        );
        Assert.Contains(
            "It rests on the noise of all 8 points before the change, which are few: the noise itself is only roughly known. A trend that goes on is allowed for.",
            TrialPlanWords.Limits(Plan(Weekly(8, Restless)))
        );
        Assert.Equal(24, Plan(Weekly(24, Restless)).Sight!.PointsBefore);
    }

    [Theory]
    [InlineData(0, "What could be seen is not known: no row has a value.")]
    [InlineData(3, "Limits need 6 points, and there are 3.")]
    public void Where_the_noise_is_not_known_nothing_is_and_it_is_said_why(int points, string because)
    {
        var plan = Plan(Weekly(points, Restless), predicted: -7);
        Assert.Null(plan.Sight);
        Assert.Empty(plan.Steps);
        Assert.Contains(because, TrialPlanWords.Finding(plan), StringComparison.Ordinal);
        Assert.Equal(
            ["Measure on before you change anything: without knowing the noise, no effect can be told from it."],
            TrialPlanWords.Limits(plan)
        );
        var json = TrialPlanJson.Of(plan, ["noted"]);
        Assert.Equal((null, null, plan.Because), (json.Smallest, json.CanBeSeen, json.Because));
        Assert.Equal((points, 8, (double?)-7), (json.N, json.After, json.Predicted));
        Assert.Equal(["noted"], json.Notes);
    }
}
