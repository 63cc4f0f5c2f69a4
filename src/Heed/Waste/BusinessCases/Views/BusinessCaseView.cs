using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

public sealed record CaseBenefitView(
    Id<CaseBenefit> Id,
    string Name,
    BenefitKind Kind,
    Ledger Ledger,
    EvidenceClass Evidence,
    string Unit,
    double Low,
    double Likely,
    double High,
    double? Each,
    double? Customers,
    double? LossPercent
);

/// <summary>What it comes to. Payback is in years, and empty where it never comes within the horizon.</summary>
public sealed record CaseWorthView(
    LikelyRange NetPresentValue,
    LikelyRange Undiscounted,
    double? PaybackYears,
    double? SoonestPaybackYears,
    double? LatestPaybackYears,
    string? BreakEven,
    LikelyRange StaffHoursAYear,
    LikelyRange CustomerHoursAYear,
    LikelyRange WeekOfWaiting
);

public sealed record BusinessCaseView(
    Id<BusinessCase> Id,
    string Name,
    Id<Team> Team,
    string Why,
    Id<Practice>? Practice,
    Id<Trial>? Trial,
    DateOnly From,
    int Years,
    double MarginPercent,
    double DiscountPercent,
    LikelyRange OneOff,
    LikelyRange RunningAYear,
    double? Weeks,
    BusinessCaseState State,
    DateTimeOffset StateSince,
    IReadOnlyList<BusinessCaseAct> MayBe,
    IReadOnlyList<CaseBenefitView> Benefits,
    CaseWorthView? Worth,
    int Version
)
{
    internal static BusinessCaseView Of(BusinessCase of) =>
        new(
            of.Id,
            of.Name,
            of.TeamId,
            of.Why,
            of.PracticeId,
            of.TrialId,
            of.From,
            of.Years,
            of.Margin * 100,
            of.DiscountRate * 100,
            of.OneOff,
            of.Running,
            of.Weeks,
            of.State,
            of.StateSince,
            BusinessCaseMoves.Choices(of.State),
            [
                .. of
                    .Benefits.OrderBy(b => b.Id)
                    .Select(b => new CaseBenefitView(
                        b.Id,
                        b.Name,
                        b.Kind,
                        b.Ledger,
                        b.Evidence,
                        b.Unit,
                        b.Low,
                        b.Likely,
                        b.High,
                        b.Each,
                        b.Customers,
                        b.Loss * 100
                    )),
            ],
            CaseWorth.Of(of).Refused(out _, out var worth)
                ? null
                : new(
                    worth.Discounted.NetPresentValue,
                    worth.Undiscounted.NetPresentValue,
                    worth.Discounted.PaybackYears,
                    worth.Discounted.SoonestPaybackYears,
                    worth.Discounted.LatestPaybackYears,
                    worth.LeastCertain?.Says,
                    worth.StaffHours,
                    worth.CustomerHours,
                    worth.AWeek
                ),
            of.Version
        );
}
