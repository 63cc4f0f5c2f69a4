using Heed.Shell;

namespace Heed.Tests;

/// <summary>
/// Run checks, changes and saves, once; Rewrite does the same with what is there already. Apply changes and does not save. So
/// a signature tells who commits.
/// </summary>
public sealed class SavingLaws
{
    static readonly string[] Storage = ["HeedDb", "Idempotency", "KeyRing", "SampleOrganisation"];

    /// <summary>Acts that are called neither Run nor Rewrite, or that save more than once, each with its reason.</summary>
    static readonly Dictionary<string, string> OtherNames = new()
    {
        ["ClaimFirstWorkspace.NewCode"] = "the code comes before the claim, when nobody is there yet",
        ["ClaimOutcome.TakeBack"] = "the other half of one act",
        ["ChangeBinding.Saved"] = "the end of each of its three acts",
        ["NameSigner.Remove"] = "takes Run back",
        ["OpenSpot.Close"] = "takes Run back",
        ["ReAddMeeting.PutBack"] = "the other way back of a cleared meeting",
        ["DecideOnWaiver.Decide"] = "the frame of three of its four acts",
        ["DecideOnWaiver.Renew"] = "one of four acts of the class",
        ["RetireService.Restore"] = "takes Run back",
        ["RunExperiment.Act"] = "the frame of its four acts",
        ["ConvertToSibling.Turn"] = "one of three acts of the class",
        ["ConvertToSibling.Back"] = "takes Run back",
        ["SetTripwire.Answer"] = "one of two acts of the class",
        ["WriteAssumption.Remove"] = "one of three acts of the class",
        ["ShareObjective.Ask"] = "one of two acts of the class",
        ["ShareObjective.Answer"] = "one of two acts of the class",
        ["DecideOnAgenda.Remove"] = "takes Run back",
        ["WriteCustomerGroup.Create"] = "one of two acts of the class",
        ["WriteCustomerGroup.Change"] = "one of two acts of the class",
        ["RemoveCustomerGroup.Undo"] = "takes Run back",
        ["RetireMetric.Restore"] = "takes Run back",
        ["ChangeSecondStep.TurnOn"] = "one of four acts of the class, in one transaction",
        ["ChangeSecondStep.TakeAway"] = "one of four acts of the class, in one transaction",
        ["ChangePasskeys.TakeAwayFrom"] = "one of four acts of the class",
        ["PasskeyCheck.Whose"] = "a challenge is spent whatever becomes of the act it was asked for",
        ["SignInByProvider.Join"] = "a newcomer is here whatever the claims give them next",
        ["SecondStep.Write"] = "one row of the account, as Identity keeps its own",
        ["ForgottenList.Again"] = "after a restore, each in a scope and a transaction of its own",
        ["EndSessions.Of"] = "one of three acts of the class",
        ["SessionCookie.SigningIn"] = "the cookie that is being written names the row",
        ["AssignTeam.Begin"] = "one of two acts of the class",
        ["AssignTeam.End"] = "takes Begin back",
        ["CountArms.TakeAway"] = "takes Run back",
        ["GuardTrials.Check"] = "one trial after the other, so that each is stopped whatever becomes of the next",
        ["JudgeAgain.OweTo"] = "owes Run to each workspace, after an upgrade",
        ["WatchTrials.Run"] = "some hundred at a time, under a lease",
        ["JudgeAgain.Run"] = "some hundred at a time, under a lease",
        ["SendMail.Refused"] = "an address that bounced is noted at once, whatever becomes of the job",
        ["BackUp.GiveUp"] = "mails what Run could not do, when it is tried no more",
        ["OweBackups.Look"] = "owes the backup of a moment, each minute anew",
        ["MapImport.Begin"] = "as Run, but a large file is tried out behind the page",
        ["MapImport.Begin → CheckImport.Run"] =
            "a small file is tried out at once, and then Begin itself saves nothing",
        ["MapImport.Reread"] = "reads the file anew before it is mapped",
        ["CheckImport.GiveUp"] = "lets go of a file that was tried out in vain",
        ["CheckImport.InBackground"] = "as Run, under a lease",
        ["StopImport.Cancel"] = "one of two acts of the class",
        ["StopImport.Undo"] = "one of two acts of the class",
        ["StoreImport.Fail"] = "a file of millions of rows is stored chunk by chunk, each a transaction of its own",
        ["StoreImport.Finish"] = "the last of those transactions",
        ["StoreImport.Keep"] = "one of those transactions",
        ["ReceiveResponses.Import"] =
            "the first batch's import must be there before row numbers are taken from it; one transaction holds both",
        ["MeasureScores.Run"] = "each score for itself, so that one that cannot be kept does not stop the others",
    };

    [Fact]
    public void Only_run_saves_and_only_once()
    {
        var violations = new WhoSaves(typeof(Server).Assembly.GetTypes(), Storage, OtherNames).Violations();
        Assert.True(violations.Count == 0, string.Join("\n", violations));
    }

    [Fact]
    public void Broken_whoever_saves_where_it_may_not_is_named()
    {
        var broken = typeof(SavingLaws)
            .Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("BrokenHouse", StringComparison.Ordinal) == true);
        Assert.Equal(
            [
                "AppliesAndSaves.Apply reaches SavesOnce.Run, which saves. Whoever calls it saves.",
                "CallsAnother.Run saves and calls SavesOnce.Run, which saves too. Call its Apply.",
                "SavesAtTheEnd.Finish saves. Only Run and Rewrite do; a part that another use case needs is Apply, and does not.",
                "SavesTwice.Run saves at 2 places. Check, change, then save once.",
            ],
            new WhoSaves(broken, [], new Dictionary<string, string>()).Violations()
        );
    }
}
