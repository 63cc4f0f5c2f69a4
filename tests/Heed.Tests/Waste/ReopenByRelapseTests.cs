using Heed.Analytics.Evidence;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;

namespace Heed.Tests.Waste;

/// <summary>What was gone and crept back is decided anew, and whoever nominated is told by the receipt at each step.</summary>
public sealed class ReopenByRelapseTests
{
    [Fact]
    public async Task A_nomination_whose_improvement_crept_back_is_open_again_and_says_so_to_everybody_it_concerns()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var thanks = await maya.Said(anonymously: true);
        var stranger = world.Visitor();
        await Receipt("thanked; an answer is due");
        await maya.Classed(thanks.Nomination);
        await Receipt("State classed");
        await maya.Decided(thanks.Nomination, NominationDecision.Remove);
        await Receipt("Decision Remove");
        var trial = await SampleTrials.Started(maya, metric);
        await maya.Do<AnswerNomination, Nomination>(a =>
            a.KeepTrial(thanks.Nomination, new() { Trial = trial.Id }, default)
        );
        await Receipt("“Call before arrival” is tried.");
        world.Clock.Move(TimeSpan.FromDays(7 * 27));
        await SampleTrials.Weeks(maya, metric, 26, 70);
        await SampleTrials.Look(maya, trial);
        await Receipt("“Call before arrival” is tried. Improved:");
        await maya.Do<DecideOnTrial, Trial>(d => d.Adopt(trial.Id, new(), default));
        await Receipt("was adopted: it is done without. Improved:");
        Assert.DoesNotContain("crept back", await Says("/"), StringComparison.Ordinal);

        world.Clock.Move(TimeSpan.FromDays(7 * 14));
        await SampleTrials.Weeks(maya, metric, 14, 62, from: 26);
        Assert.Equal(WatchState.Relapsed, (await SampleTrials.Watched(maya, trial, WatchState.Relapsed)).Watch);
        var now = await maya.Seen(thanks.Nomination);
        Assert.Equal((NominationState.Classed, null), (now!.State, now.Decision));
        await Receipt("What “Call before arrival” had brought crept back. It is decided anew.");
        Assert.Contains(
            $"“{SampleNominations.Twice}” was gone and crept back.",
            await Says("/"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "by Heed's own watch over its trial",
            await Says($"/waste/nominations/{thanks.Nomination}"),
            StringComparison.Ordinal
        );

        // Decided anew, it is what was decided, and the trial of before is no longer its own.
        await maya.Decided(thanks.Nomination, NominationDecision.Keep, "Two are asked for by the bank.");
        Assert.Null((await maya.Seen(thanks.Nomination))!.TrialId);
        Assert.DoesNotContain("was gone and crept back", await Says("/"), StringComparison.Ordinal);
        await Receipt("Two are asked for by the bank.");

        async Task<string> Says(string address) =>
            (await (await maya.Browser()).Page(address)).QuerySelector("main")!.Says();

        async Task Receipt(string tells) =>
            Assert.Contains(tells, await ReceiptTests.Told(stranger, thanks.Receipt), StringComparison.Ordinal);
    }
}
