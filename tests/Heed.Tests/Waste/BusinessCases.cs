using Heed.Analytics.Evidence;
using Heed.Tests.Aim;
using Heed.Waste;
using BusinessCase = Heed.Waste.BusinessCase;

namespace Heed.Tests.Waste;

/// <summary>Harbor Coffee's business cases: what the tests of this folder say in one line.</summary>
static class BusinessCases
{
    public static BusinessCaseRequest Asked(Cast cast, string name = "Without the Monday report") =>
        new()
        {
            Name = name,
            Team = cast.Team.Id,
            Why = "Nobody reads it.",
            From = new(2035, 4, 17),
            Years = 1,
            MarginPercent = 100,
            DiscountPercent = 0,
            OneOffLikely = 0,
        };

    public static Task<BusinessCase> BusinessCase(this Cast cast, BusinessCaseRequest asked) =>
        cast.Do<WriteBusinessCase, BusinessCase>(write => write.Run(asked, default));

    public static Task<BusinessCase> Brings(this Cast cast, BusinessCase to, BenefitRequest asked) =>
        cast.Do<AddBenefit, BusinessCase>(add => add.Run(to.Id, asked, default));

    public static BenefitRequest Hours(double low, double likely, double high) =>
        new()
        {
            Name = "The hours of the report",
            Kind = BenefitKind.Capacity,
            Ledger = Ledger.StaffHours,
            Low = low,
            Likely = likely,
            High = high,
            Evidence = EvidenceClass.Opinion,
        };

    public static Task<BusinessCase> Decides(this Cast cast, BusinessCase on, BusinessCaseAct act) =>
        cast.Do<DecideOnBusinessCase, BusinessCase>(decide =>
            decide.Run(on.Id, act, new() { Reason = "We talked it through." }, default)
        );

    public static async Task<BusinessCase> LiveBusinessCase(this Cast cast) =>
        await cast.GoesLive(await cast.Brings(await cast.BusinessCase(Asked(cast)), Hours(1, 2, 3)));

    public static async Task<BusinessCase> GoesLive(this Cast cast, BusinessCase one)
    {
        await cast.Decides(one, BusinessCaseAct.Propose);
        await cast.Decides(one, BusinessCaseAct.Agree);
        return await cast.Decides(one, BusinessCaseAct.GoLive);
    }
}
