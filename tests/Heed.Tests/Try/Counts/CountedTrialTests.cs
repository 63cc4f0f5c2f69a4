using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>Trials on metrics that count events out of a population.</summary>
public sealed class CountedTrialTests
{
    static readonly DateOnly Ban = new(2005, 1, 1);

    [Fact] // T5 to T8: Lopez Bernal et al. 2017
    public async Task The_page_of_a_trial_on_Sicily_says_improved_where_two_bars_say_worse()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (events, _) = await maya.Sicily();
        var (trial, verdict) = await maya.Judged(CountedTrials.Plan(maya, events, Ban, new(2006, 12, 1), -10));

        Assert.Equal((VerdictWord.Improved, true), (verdict.Word, verdict.InPercent));
        Assert.InRange(verdict.Effect!.Value, -12.5, -9.5);
        Assert.True(verdict.High < 0);
        using var browser = await maya.Browser();
        var says = (await browser.Page($"/try/{trial.Id}")).QuerySelector("main")!.Says();
        Assert.Contains("Improved", says, StringComparison.Ordinal);
        Assert.Contains("11 % fewer (95 % ", says, StringComparison.Ordinal);
        Assert.Contains("predicted −10 %", says, StringComparison.OrdinalIgnoreCase);
        foreach (
            var published in (string[])
                [
                    // T5
                    "rate ratio 0.894 (95 % interval 0.839 to 0.953), dispersion 3.559",
                    "0.865 to 0.925",
                    // T6
                    "rate ratio 0.885 (95 % interval 0.839 to 0.933), dispersion 2.262",
                    "× 1.0668 a year",
                    "(F 0.639, p 0.428)",
                    // T7
                    "step −24.84 per 100,000 of “People” (standard error 7.70; Newey-West 7.61)",
                    "change of slope +0.127 a month (p 0.80)",
                    "Durbin-Watson 1.594",
                    "φ 0.200, step −24.34 per 100,000 of “People” (standard error 9.00)",
                    // T8
                    "the mean was 213.3 per 100,000 of “People” before and 220.5 after, 3.4 % higher. That is not used",
                ]
        )
            Assert.Contains(published, says, StringComparison.Ordinal);
    }

    static async Task<(Metric Complaints, Metric Sales)> Shop(Cast maya, double to, int before = 30, int after = 14)
    {
        var rows = CountedTrials.Complaints(before, after, to);
        var sales = await maya.Counting("Sales", Cadence.Month, isCount: false);
        await maya.Values(sales, rows.Select(r => (r.On, r.Sales)));
        var complaints = await maya.Counting("Complaints", Cadence.Month, sales);
        await maya.Values(complaints, rows.Select(r => (r.On, r.Complaints)));
        return (complaints, sales);
    }

    static TrialRequest Plan(Cast maya, Metric metric, double percent) =>
        CountedTrials.Plan(maya, metric, new(2033, 7, 1), new(2034, 9, 1), percent);

    [Fact]
    public async Task Complaints_are_judged_among_the_sales_of_the_same_months()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (complaints, sales) = await Shop(maya, to: 0.75);
        var (trial, verdict) = await maya.Judged(Plan(maya, complaints, -25));
        Assert.Equal(VerdictWord.Improved, verdict.Word);
        Assert.InRange(verdict.Effect!.Value, -30, -20);
        Assert.Contains("as rates among “Sales”", verdict.MethodInWords, StringComparison.Ordinal);
        Assert.Equal(44, verdict.PointsBefore + verdict.PointsAfter);
        Assert.DoesNotContain("left out", verdict.Sentence, StringComparison.Ordinal);

        // The same counts without the sales: growing sales hide most of it.
        var alone = await maya.Counting("Complaints alone", Cadence.Month);
        await maya.Values(alone, CountedTrials.Complaints(30, 14, 0.75).Select(r => (r.On, r.Complaints)));
        var (_, naked) = await maya.Judged(Plan(maya, alone, -25));
        Assert.NotEqual(verdict.Fingerprint, naked.Fingerprint);

        // Lists, Home and programs say percent, too.
        using var api = maya.Api();
        var kept = await api.GetStringAsync($"/api/v1/trials/{trial.Id}/verdicts");
        Assert.Contains("\"inPercent\":true", kept, StringComparison.Ordinal);
        using var browser = await maya.Browser();
        Assert.Contains("−25 %", (await browser.Page("/try")).Body!.Says(), StringComparison.Ordinal);
        Assert.Contains(
            "A change is then told in percent",
            (await browser.Page($"/metrics/{sales.Id}/edit")).Body!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Months_whose_population_is_missing_or_zero_are_left_out_and_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rows = CountedTrials.Complaints(30, 14, 0.75);
        var sales = await maya.Counting("Sales", Cadence.Month, isCount: false);
        await maya.Values(
            sales,
            rows.Where((_, i) => i is not (3 or 35)).Select((r, i) => (r.On, i == 9 ? 0 : r.Sales))
        );
        var complaints = await maya.Counting("Complaints", Cadence.Month, sales);
        await maya.Values(complaints, rows.Select(r => (r.On, r.Complaints)));
        var (trial, verdict) = await maya.Judged(Plan(maya, complaints, -25));
        const string Said = "3 months are left out: “Sales” has no value above zero for them.";
        Assert.EndsWith($"{Said} {TrialVerdict.WrittenAfterwards}", verdict.Sentence, StringComparison.Ordinal);
        Assert.Equal(41, verdict.PointsBefore + verdict.PointsAfter);
        using var browser = await maya.Browser();
        Assert.Contains(Said, (await browser.Page($"/try/{trial.Id}")).Body!.Says(), StringComparison.Ordinal);
        Assert.Contains(Said, (await browser.Page($"/metrics/{complaints.Id}")).Body!.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_population_the_look_says_what_is_missing()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var sales = await maya.Counting("Sales", Cadence.Month, isCount: false);
        var complaints = await maya.Counting("Complaints", Cadence.Month, sales);
        await maya.Values(complaints, CountedTrials.Complaints(30, 14, 0.75).Select(r => (r.On, r.Complaints)));
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(Plan(maya, complaints, -25), default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        Assert.Equal(
            "“Sales” has no value above zero for any day of “Complaints”, so nobody knows among how many it happened.",
            await maya.Refused<LookAtTrial, TrialVerdict>(look =>
                look.Run(trial.Id, new() { WhatElseChanged = "none known" }, default)
            )
        );
    }

    [Fact]
    public async Task Sight_and_prediction_of_a_count_are_in_percent()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (complaints, _) = await Shop(maya, to: 1, before: 50, after: 0);
        var asked = CountedTrials.Plan(maya, complaints, new(2035, 4, 1), new(2036, 4, 1), -30);
        asked.WrittenAfterwards = false;
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        using var browser = await maya.Browser();
        var says = (await browser.Page($"/try/{trial.Id}")).QuerySelector("main")!.Says();
        Assert.Contains("It could be seen", says, StringComparison.Ordinal);
        Assert.Matches("an effect of [0-9.]+ % shows four times in five, and you predict −30 %", says);
        Assert.Contains(
            "−10 for a tenth fewer",
            (await browser.Page($"/try/{trial.Id}/edit")).Body!.Says(),
            StringComparison.Ordinal
        );
        asked.Predicted = -0.5;
        var small = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        Assert.Contains(
            "It would probably end as “cannot tell”",
            (await browser.Page($"/try/{small.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_with_a_count_is_refused_in_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (complaints, sales) = await Shop(maya, to: 1);
        async Task<string> Refused(Action<TrialRequest> with)
        {
            var asked = Plan(maya, complaints, -25);
            with(asked);
            return await maya.Refused<PlanTrial, Trial>(plan => plan.Run(asked, default));
        }
        Assert.Contains(
            "nothing falls by 100 % or more",
            await Refused(a => a.Predicted = -100),
            StringComparison.Ordinal
        );
        Assert.Contains("and down is wanted", await Refused(a => a.Predicted = 5), StringComparison.Ordinal);
        Assert.Contains(
            "Two arms count their own people",
            await Refused(a => (a.ArmShare, a.ArmHorizon) = (50, 1000)),
            StringComparison.Ordinal
        );
        List<Id<Metric>> others = [];
        foreach (var name in (string[])["One", "Two", "Three"])
            others.Add((await maya.Counting(name, Cadence.Month)).Id);
        Assert.Contains(
            "a comparison with other metrics is of values",
            await Refused(a => a.ComparedWith = others),
            StringComparison.Ordinal
        );

        // What it counts is locked with the prediction.
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(Plan(maya, complaints, -25), default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        var description = MetricRequest.Of(complaints);
        description.CountedAmong = null;
        await maya.Do<ChangeMetric, Metric>(change => change.Run(complaints.Id, description, default));
        Assert.Contains(
            "the description of “Complaints” was changed: what it counts, or among whom. Set it back as it was, or stop this trial",
            await maya.Refused<LookAtTrial, TrialVerdict>(look =>
                look.Run(trial.Id, new() { WhatElseChanged = "none known" }, default)
            ),
            StringComparison.Ordinal
        );
        description.CountedAmong = sales.Id;
        await maya.Do<ChangeMetric, Metric>(change => change.Run(complaints.Id, description, default));
        Assert.Equal(-25, (await SampleTrials.Look(maya, trial)).Predicted);
    }
}
