using Heed.Analytics;
using Heed.Analytics.Evidence;

namespace Heed.Waste;

/// <summary>How much the least certain input must be for a business case to pay.</summary>
/// <param name="Needed">0 where it pays without it; null where it does not pay even at the largest that is thought of.</param>
public sealed record LeastCertain(string Name, string Unit, LikelyRange Input, double? Needed)
{
    /// <summary>So many times the largest input that is thought of are looked through.</summary>
    internal const double Far = 1000;

    /// <summary>“It pays if “Fewer leave” is at least 1.1 points of churn; 5 are likely.”</summary>
    public string Says =>
        Needed switch
        {
            null => $"It does not pay, however much “{Name}” brings.",
            0 => $"It pays even if “{Name}” brings nothing.",
            { } needed when needed > Input.High =>
                $"It pays only if “{Name}” is at least {Format.Number(needed)} {Unit}, and more than {Format.Number(Input.High)} is not thought possible.",
            { } needed =>
                $"It pays if “{Name}” is at least {Format.Number(needed)} {Unit}; {Format.Number(Input.Likely)} {Format.Plural(Input.Likely == 1 ? 1 : 2, "is", "are")} likely.",
        };
}

/// <summary>What a business case comes to, with everything that is money in one sum, and what is not beside it.</summary>
/// <param name="Discounted">Each benefit by what it rests on: what decisions go by.</param>
/// <param name="Undiscounted">As if everything had been measured.</param>
/// <param name="Naive">Revenue for margin, opinions for facts, no waiting, no running costs: what is often shown, and shown here to be doubted.</param>
/// <param name="FirstYear">Margin and money of the first year, by evidence; without costs.</param>
public sealed record CaseWorth(
    Analytics.Evidence.BusinessCase Discounted,
    Analytics.Evidence.BusinessCase Undiscounted,
    double Naive,
    double? NaiveReturn,
    LikelyRange StaffHours,
    LikelyRange CustomerHours,
    LikelyRange FirstYear,
    LeastCertain? LeastCertain
)
{
    /// <summary>What a week of waiting costs.</summary>
    public LikelyRange AWeek => FirstYear * (1 / Year.Weeks);

    public static Answer<CaseWorth> Of(BusinessCase of)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (of.Benefits.Count == 0)
            return new NoAnswer("Say first what it brings.");
        var benefits = Benefits(of, null, 0);
        if (Sum(of, benefits).Refused(out var because, out var discounted))
            return new NoAnswer(because);
        var sure = benefits.ConvertAll(b => b with { Evidence = EvidenceClass.Measured });
        var money = benefits.FindAll(b => IsMoney(b.Kind));
        var naive = money.Sum(b => b.Years.Sum(y => y.Likely));
        LikelyRange first = 0;
        foreach (var benefit in money)
            first +=
                benefit.Years[0]
                * Prioritisation.Confidence(benefit.Evidence)
                * (benefit.Kind == BenefitKind.RevenueAtRisk ? of.Margin : 1);
        return new CaseWorth(
            discounted,
            Sum(of, sure).Value,
            naive,
            of.OneOff.Likely > 0 ? (naive - of.OneOff.Likely) / of.OneOff.Likely : null,
            Hours(of, Ledger.StaffHours),
            Hours(of, Ledger.CustomerHours),
            first,
            Least(of)
        );
    }

    static bool IsMoney(BenefitKind kind) => kind is BenefitKind.Cashable or BenefitKind.RevenueAtRisk;

    static LikelyRange Hours(BusinessCase of, Ledger ledger) =>
        of.Benefits.Where(b => b.Ledger == ledger).Aggregate((LikelyRange)0, (sum, b) => sum + b.HoursAYear!.Value);

    static List<Benefit> Benefits(BusinessCase of, CaseBenefit? changed, double input) =>
        of.Benefits.ConvertAll(b => b.Over(of.Years, ReferenceEquals(b, changed) ? input : b.Input));

    /// <summary>Running costs are a benefit that is negative and known as well as an offer is.</summary>
    static Answer<Analytics.Evidence.BusinessCase> Sum(BusinessCase of, List<Benefit> benefits) =>
        Analytics.Evidence.BusinessCase.Of(
            of.OneOff,
            [
                .. benefits,
                new(
                    "Running costs",
                    BenefitKind.Cashable,
                    EvidenceClass.Measured,
                    [.. Enumerable.Repeat(of.Running * -1, of.Years)]
                ),
            ],
            of.Margin,
            of.DiscountRate
        );

    /// <summary>The widest input of those that are money; of several, the one that rests on least.</summary>
    static LeastCertain? Least(BusinessCase of)
    {
        var least = of
            .Benefits.Where(b => b.IsMoney && b.Likely > 0)
            .OrderByDescending(b => (b.High - b.Low) / b.Likely)
            .ThenBy(b => b.Evidence)
            .ThenByDescending(b => b.Over(of.Years, b.Input).Years.Sum(y => y.Likely))
            .FirstOrDefault();
        if (least is null)
            return null;
        var most = least.Loss * 100 ?? least.High * LeastCertain.Far;
        return new(
            least.Name,
            least.Unit,
            least.Input,
            BreakEven.Of(input => Sum(of, Benefits(of, least, input)).Value.NetPresentValue.Likely, most)
        );
    }
}
