using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Tests.Storage;
using Heed.Tests.Ui;
using Heed.Try;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>A trial whose change reaches one branch after another: what a look finds, and where it is shown.</summary>
public sealed class ReachedTrialTests
{
    /// <summary>Six others, of which A gets the change two weeks after Downtown and B four weeks after.</summary>
    internal static async Task<Branches> Open(Cast maya, int others = 6)
    {
        var branches = await Branches.Open(maya, others);
        (branches.Reached[1], branches.Reached[2]) = (27, 29);
        return branches;
    }

    [Fact]
    public async Task The_look_finds_what_the_terminal_finds_in_the_same_points_on_all_that_got_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Open(maya);
        var (trial, verdict) = await branches.Looked();

        var terminal = await branches.ChangeInTheTerminal();
        var rollOut = terminal.GetProperty("rollOut");
        var found = verdict.RollOut!;
        Assert.Equal((3, 4), (found.With, found.Without));
        Assert.Equal(rollOut.GetProperty("with").GetInt32(), found.With);
        Assert.Equal(rollOut.GetProperty("without").GetInt32(), found.Without);
        Assert.InRange(8, found.Low, found.High);
        Assert.Equal(terminal.GetProperty("effect").GetDouble(), found.Effect, 1e-9);
        Assert.Equal(terminal.GetProperty("low").GetDouble(), found.Low, 1e-9);
        Assert.Equal(
            rollOut.GetProperty("since").EnumerateArray().Select(since => Of(since)),
            found.Since.Select(since => (since.Periods, since.Units, Math.Round(since.Effect, 6)))
        );
        // Downtown from week 25 to 37, A from 27, B from 29.
        Assert.Equal([3, 1], [found.Since[0].Units, found.Since[^1].Units]);
        Assert.Equal(13, found.Since.Count);
        Assert.StartsWith(
            terminal.GetProperty("sentence").GetString()!,
            verdict.Comparison!.Replace(" of 100 ", " ", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Four did not have it at the end. This is a second opinion on all that got the change; the verdict is on “Downtown” alone.",
            verdict.Comparison,
            StringComparison.Ordinal
        );

        static (int, int, double) Of(JsonElement since) =>
            (
                since.GetProperty("periods").GetInt32(),
                since.GetProperty("units").GetInt32(),
                Math.Round(since.GetProperty("effect").GetDouble(), 6)
            );
    }

    [Fact]
    public async Task Page_programs_and_export_show_how_it_went_on()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Open(maya);
        var (trial, verdict) = await branches.Looked();

        var browser = await maya.Browser();
        var page = await browser.Page($"/try/{trial.Id}");
        var says = page.Body!.Says();
        Assert.Contains("Branch A, which gets it too, from 26 March 2035", says, StringComparison.Ordinal);
        Assert.Contains(verdict.Comparison!, says, StringComparison.Ordinal);
        Assert.Contains("3 by the end, 4 not", says, StringComparison.Ordinal);
        var chart = page.QuerySelectorAll("figure.chart")
            .Single(f => f.QuerySelector("figcaption")!.Says().StartsWith("The effect on all that got it: +"));
        Assert.EndsWith("after 12 weeks", chart.QuerySelector("figcaption")!.Says(), StringComparison.Ordinal);
        var rows = chart.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector("th")!.Says()).ToList();
        Assert.Equal(8, rows.Count);
        Assert.Equal(["At once", "After 12 weeks"], [rows[0], rows[^1]]);

        var told = (await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}/verdicts"))[0];
        var found = told.GetProperty("rollOut");
        Assert.Equal((3, 4), (found.GetProperty("with").GetInt32(), found.GetProperty("without").GetInt32()));
        Assert.Equal(13, found.GetProperty("since").GetArrayLength());
        Assert.Equal(verdict.RollOut!.Effect, found.GetProperty("effect").GetDouble(), 1e-12);

        using var archive = new ZipArchive(await browser.GetStreamAsync("/workspace/export.zip"));
        var trials = await Taken(archive, "try/trials.json");
        Assert.Contains("\"ReachedFrom\":\"2035-03-26\"", trials, StringComparison.Ordinal);
        using var verdicts = JsonDocument.Parse(await Taken(archive, "try/verdicts.json"));
        Assert.Equal(3, verdicts.RootElement[0].GetProperty("rollOut").GetProperty("With").GetInt32());

        static async Task<string> Taken(ZipArchive archive, string name)
        {
            using var file = new StreamReader(archive.GetEntry(name)!.Open());
            return await file.ReadToEndAsync();
        }
    }

    [Fact]
    public async Task The_word_of_the_verdict_stays_that_of_the_trials_own_metric()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Open(maya);
        var (_, verdict) = await branches.Looked();
        var asked = branches.Asked();
        (asked.ComparedWith, asked.ReachedFrom, asked.WrittenAfterwards) = (null, null, true);
        var plain = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(start => start.Run(plain.Id, default));
        var alone = await SampleTrials.Look(maya, plain);

        Assert.Equal((alone.Word, alone.Effect, alone.Low), (verdict.Word, verdict.Effect, verdict.Low));
        Assert.Null(alone.RollOut);
        var agrees = verdict.Word == VerdictWord.Improved;
        Assert.EndsWith(
            agrees ? "That agrees with the verdict." : "it says more than the metric alone can.",
            verdict.Comparison!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_day_it_is_compared_as_ever_and_too_little_is_found()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Open(maya);
        var asked = branches.Asked();
        asked.ReachedFrom = null;
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));
        world.Clock.Move(TimeSpan.FromDays(98));
        await branches.Weeks(25, 38);

        var verdict = await SampleTrials.Look(maya, trial);

        Assert.Null(verdict.RollOut);
        Assert.Contains("what 6 placebos showed", verdict.Comparison, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judged_again_by_the_method_of_now_it_finds_the_same()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (trial, verdict) = await (await Open(maya)).Looked();
        await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .TrialVerdicts.ExecuteUpdateAsync(set => set.SetProperty(v => v.Engine, 1))
        );
        await JudgeAgain.Owe(world.Services, default);
        JsonElement kept = default;
        await Errands.Until(async () =>
            (
                kept = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/trials/{trial.Id}/verdicts")
            ).GetArrayLength() > 1
        );

        Assert.Equal(verdict.Comparison, kept[0].GetProperty("comparison").GetString());
        Assert.Equal(kept[1].GetProperty("rollOut").GetRawText(), kept[0].GetProperty("rollOut").GetRawText());
    }

    [Fact]
    public async Task A_roll_out_that_is_written_afterwards_is_judged_and_says_so()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Open(maya);
        world.Clock.Move(TimeSpan.FromDays(98));
        await branches.Weeks(25, 38);
        var asked = branches.Asked();
        asked.WrittenAfterwards = true;
        var trial = await maya.Do<PlanTrial, Trial>(plan => plan.Run(asked, default));
        await maya.Do<StartTrial, Trial>(start => start.Run(trial.Id, default));

        var verdict = await SampleTrials.Look(maya, trial);

        Assert.InRange(8, verdict.RollOut!.Low, verdict.RollOut.High);
        Assert.EndsWith("The comparison was chosen afterwards.", verdict.Comparison!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_reaches_later_shows_the_change_on_its_own_page_from_its_own_day()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var branches = await Open(maya);
        var (trial, verdict) = await branches.Looked();
        var browser = await maya.Browser();

        var page = (await browser.Page($"/metrics/{branches.Others[0].Id}")).Body!.Says();

        var found = verdict.RollOut!;
        Assert.Contains(
            $"{trial.Change} Came here too · on the 3 that got it {Format.Change(found.Effect, found.Low, found.High)}; its verdict is on another metric from 26 March 2035",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            trial.Change,
            (await browser.Page($"/metrics/{branches.Others[5].Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
    }
}
