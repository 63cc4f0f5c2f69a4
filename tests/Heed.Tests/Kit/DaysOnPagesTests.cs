using Heed.Aim;
using Heed.Listen;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Listen;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Kit;

public sealed class DaysOnPagesTests
{
    [Fact]
    public async Task Everything_that_happens_in_Auckland_shows_the_day_of_Auckland()
    {
        await using var world = await World.Start();
        // Monday noon in New Zealand, and still Sunday in Greenwich.
        world.Clock.MoveTo(new(2035, 3, 4, 23, 30, 0, TimeSpan.Zero));
        var maya = await world.Organisation("Kauri Coffee", zone: "Pacific/Auckland");
        var browser = await maya.Browser();
        var (objective, keyResult, metric) = await maya.Live();
        await maya.Do<CommentOnObjective, Comment>(c => c.Run(objective.Id, new() { Text = "Why regulars?" }, default));
        await maya.Do<RecordCheckIn, CheckIn>(c => c.Run(keyResult.Id, new() { Confidence = 6 }, default));
        var trial = await Started(maya, metric);
        var import = await world.Bring(maya, SampleImports.Csv("row,nps\n1,9\n2,10\n3,4\n"), Nps);

        string[] pages =
        [
            $"/aim/objectives/{objective.Id}",
            $"/aim/key-results/{keyResult.Id}",
            $"/try/{trial.Id}",
            $"/listen/imports/{import.Id}",
            "/listen/imports",
            "/aim/cycles",
            "/members",
            "/journal",
        ];
        foreach (var page in pages)
            Says("5 March 2035", not: "4 March 2035", (await browser.Page(page)).Body!.TextContent, page);

        Says("5 March 2035", not: "4 March 2035", await Rewritten(maya, trial, metric), "the locked plan");
        await maya.Do<TurnObjective, Objective>(t =>
            t.Close(objective.Id, new() { Ending = Ending.Partly, LastWord = "Nearly." }, default)
        );
        await maya.Do<TurnCycle, Cycle>(t => t.Close(objective.CycleId, default));
        Says(
            "closed on 5 March 2035",
            not: "4 March 2035",
            (await browser.Page("/aim/cycles")).Body!.TextContent,
            "closing"
        );
    }

    static readonly Mapping Nps = new() { Columns = [new("nps", ColumnUse.Recommend)], On = new(2035, 2, 1) };

    static void Says(string day, string not, string text, string where)
    {
        Assert.True(text.Contains(day, StringComparison.Ordinal), $"{where} does not say {day}.");
        Assert.False(text.Contains(not, StringComparison.Ordinal), $"{where} says {not}, the day in Greenwich.");
    }

    static TrialRequest Asked(Cast who, Metric metric) =>
        new()
        {
            Team = who.Team.Id,
            Change = "Call before arrival",
            Lever = Heed.Analytics.Evidence.Lever.Environment,
            Obstacle = "Guests do not know us",
            Metric = metric.Id,
            Predicted = 5,
            Start = new(2035, 3, 12),
            Look = new(2035, 5, 28),
            Undo = "Stop calling.",
        };

    static async Task<Trial> Started(Cast who, Metric metric)
    {
        var trial = await who.Do<PlanTrial, Trial>(p => p.Run(Asked(who, metric), default));
        return await who.Do<StartTrial, Trial>(s => s.Run(trial.Id, default));
    }

    static Task<string> Rewritten(Cast who, Trial trial, Metric metric) =>
        who.Refused<PlanTrial, Trial>(p => p.Rewrite(trial.Id, Asked(who, metric), default));
}
