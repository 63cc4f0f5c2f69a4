using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Waste;

namespace Heed.Tests.Waste;

/// <summary>Harbor Coffee's practices: what the tests of this folder say in one line.</summary>
static class Practices
{
    public static PracticeRequest Asked(Cast cast, string name = "The Monday report") =>
        new()
        {
            Kind = PracticeKind.Report,
            Name = name,
            Team = cast.Team.Id,
            Reason = "Somebody asked for it once.",
        };

    public static Task<Practice> Practice(this Cast cast, string name = "The Monday report") =>
        cast.Do<WritePractice, Practice>(write => write.Run(Asked(cast, name), default));

    public static Task<Practice> Decides(
        this Cast cast,
        Practice on,
        PracticeAct act,
        string why = "We asked around."
    ) => cast.Do<DecideOnPractice, Practice>(decide => decide.Run(on.Id, act, new() { Reason = why }, default));

    public static RemovalRequest Removal(Metric metric) =>
        new()
        {
            Reason = "Nobody has opened it since spring.",
            ReliedOn = "Nobody whom we asked.",
            Prevented = "Surprises at the end of the month.",
            LastCaught = "Never, as far as we know.",
            Metric = metric.Id,
            GuardrailMetric = metric.Id,
            GuardrailAtLeast = 50,
            Undo = "Send it again.",
        };

    /// <summary>Questioned, and set out to be removed.</summary>
    public static async Task<Practice> BeingRemoved(this Cast cast, Metric metric, string name = "The Monday report")
    {
        var practice = await cast.Practice(name);
        await cast.Decides(practice, PracticeAct.Question);
        await cast.Do<RemovePractice, Removal>(remove => remove.Run(practice.Id, Removal(metric), default));
        return practice;
    }

    public static BurdenRequest Hours(double people, double low, double likely, double high) =>
        new()
        {
            Ledger = Ledger.StaffHours,
            People = people,
            Times = 1,
            Often = Often.Week,
            Low = low,
            Likely = likely,
            High = high,
            Evidence = Heed.Analytics.Evidence.EvidenceClass.Opinion,
        };

    public static BurdenRequest Cash(double amount) =>
        new()
        {
            Ledger = Ledger.Cash,
            Times = 1,
            Often = Often.Month,
            Likely = amount,
            Evidence = Heed.Analytics.Evidence.EvidenceClass.Measured,
        };
}
