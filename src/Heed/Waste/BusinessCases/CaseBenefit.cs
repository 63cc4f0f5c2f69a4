using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>
/// One thing that a business case brings, in one ledger. Its input is what is not known for sure: hours a month, or units a
/// year at so much each, or points of monthly loss at which customers stay.
/// </summary>
public sealed class CaseBenefit : IInWorkspace
{
    public const string Hours = "hours a month";
    public const string PointsOfLoss = "points of loss a month";
    const string Money = "in cash a year";

    public Id<CaseBenefit> Id { get; init; } = Id<CaseBenefit>.New();
    public Id<Workspace> WorkspaceId { get; init; }
    public required Id<BusinessCase> BusinessCaseId { get; init; }
    public required string Name { get; init; }
    public required BenefitKind Kind { get; init; }
    public required Ledger Ledger { get; init; }
    public required EvidenceClass Evidence { get; init; }

    /// <summary>What the input is counted in.</summary>
    public required string Unit { get; init; }
    public required double Low { get; init; }
    public required double Likely { get; init; }
    public required double High { get; init; }

    /// <summary>Money of one unit, of one hour, or of one customer a month; empty where it is never money.</summary>
    public double? Each { get; init; }

    /// <summary>Of how many customers fewer leave; empty where it is no matter of staying.</summary>
    public double? Customers { get; init; }

    /// <summary>Which part of them leaves in a month as things are, 0..1.</summary>
    public double? Loss { get; init; }

    public LikelyRange Input => new(Low, Likely, High);
    public bool IsMoney => Kind is BenefitKind.Cashable or BenefitKind.RevenueAtRisk;

    /// <summary>A year of it in its ledger: hours, or money; nothing where the ledger is cash and it is no money.</summary>
    public LikelyRange? HoursAYear => Ledger == Ledger.Cash ? null : Input * Year.Months;

    /// <summary>Its size year by year at another input: money where it is money, else what its ledger counts.</summary>
    public Benefit Over(int years, LikelyRange input) =>
        new(
            Name,
            Kind,
            Evidence,
            Customers is { } customers && Loss is { } loss
                ? Survivors.Years(customers, Each!.Value, loss, input * 0.01, years)
                :
                [
                    .. Enumerable.Repeat(
                        input * (IsMoney ? Each ?? 1 : 1) * (Ledger == Ledger.Cash ? 1 : Year.Months),
                        years
                    ),
                ]
        );

    public static Outcome<CaseBenefit> Of(Id<BusinessCase> of, BenefitRequest asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (kind, ledger, likely) = (asked.Kind!.Value, asked.Ledger!.Value, asked.Likely!.Value);
        var (low, high) = (asked.Low ?? likely, asked.High ?? likely);
        if (Fault(asked, kind, ledger, low, likely, high) is { } fault)
            return fault;
        var stays = asked.Customers is not null;
        return new CaseBenefit
        {
            BusinessCaseId = of,
            Name = asked.Name!.Trim(),
            Kind = kind,
            Ledger = ledger,
            Evidence = asked.Evidence!.Value,
            Unit =
                stays ? PointsOfLoss
                : ledger != Ledger.Cash ? Hours
                : string.IsNullOrWhiteSpace(asked.Unit) ? Money
                : asked.Unit.Trim(),
            Low = low,
            Likely = likely,
            High = high,
            Each = asked.Each,
            Customers = asked.Customers,
            Loss = asked.LossPercent / 100,
        };
    }

    static Refusal? Fault(BenefitRequest asked, BenefitKind kind, Ledger ledger, double low, double likely, double high)
    {
        var isMoney = kind is BenefitKind.Cashable or BenefitKind.RevenueAtRisk;
        if (!(low <= likely && likely <= high))
            return new Refusal("At least comes before likely, and at most after it.").At(nameof(asked.Low));
        if (asked.Evidence != EvidenceClass.Measured && low == high && likely > 0)
            return new Refusal("An opinion or a sample is never one number: say what it is at least and at most.").At(
                nameof(asked.Low)
            );
        if (kind == BenefitKind.Cashable && ledger == Ledger.CustomerHours)
            return new Refusal("Customers are not paid for their hours: call it experience, or capacity.").At(
                nameof(asked.Ledger)
            );
        if (kind == BenefitKind.Capacity && ledger == Ledger.Cash)
            return new Refusal("Capacity is hours that become free: choose a ledger of hours.").At(
                nameof(asked.Ledger)
            );
        if (kind == BenefitKind.RevenueAtRisk && ledger != Ledger.Cash)
            return new Refusal("Revenue stands in the ledger of cash.").At(nameof(asked.Ledger));
        if (isMoney && ledger == Ledger.StaffHours && asked.Each is null)
            return new Refusal("Say what an hour costs, since somebody stops paying for it.").At(nameof(asked.Each));
        if (!isMoney && asked.Each is not null)
            return new Refusal(
                "This is never money, so nothing is multiplied by a price: leave “each” empty, or call it cashable."
            ).At(nameof(asked.Each));
        if (asked.Customers is null && asked.LossPercent is null)
            return null;
        if (kind != BenefitKind.RevenueAtRisk)
            return new Refusal("Customers who stay are revenue at risk: choose that, or leave them out.").At(
                nameof(asked.Customers)
            );
        if (asked is { Customers: null } or { LossPercent: null } or { Each: null })
            return new Refusal(
                "Customers who stay need three numbers: how many there are, how many per cent leave in a month, and what each brings a month."
            ).At(nameof(asked.Customers));
        return high > asked.LossPercent
            ? new Refusal("No more points can be saved than leave in a month as things are.").At(nameof(asked.High))
            : null;
    }
}
