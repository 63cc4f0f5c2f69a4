using Heed.Shell;

namespace Heed.Tests;

/// <summary>Run checks, changes and saves, once. Apply changes and does not save. So a signature tells who commits.</summary>
public sealed class SavingLaws
{
    /// <summary>Storage itself, what puts the sample together, and imports: a file is stored in many transactions.</summary>
    static readonly string[] Storage =
    [
        "CheckImport",
        "HeedDb",
        "Idempotency",
        "KeyRing",
        "MapImport",
        "MeasureScores",
        "ReceiveResponses",
        "SampleOrganisation",
        "StopImport",
        "StoreImport",
    ];

    /// <summary>Acts that are not called Run, or that save at more than one place, each with its reason.</summary>
    static readonly Dictionary<string, string> OtherNames = new()
    {
        ["ClaimFirstWorkspace.NewCode"] = "the code comes before the claim, when nobody is there yet",
        ["PlanTrial.Rewrite"] = "the same act on a plan that is there",
        ["WriteObjective.Rewrite"] = "the same act on an objective that is there",
        ["WriteCustomerGroup.Create"] = "one of two acts of the class",
        ["WriteCustomerGroup.Change"] = "one of two acts of the class",
        ["RemoveCustomerGroup.Undo"] = "takes Run back",
        ["RetireMetric.Restore"] = "takes Run back",
        ["Serve.Begin"] = "one of two acts of the class",
        ["Serve.End"] = "takes Begin back",
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
                "SavesAtTheEnd.Finish saves. Only Run does; a part that another use case needs is Apply, and does not.",
                "SavesTwice.Run saves at 2 places. Check, change, then save once.",
            ],
            new WhoSaves(broken, [], new Dictionary<string, string>()).Violations()
        );
    }
}
