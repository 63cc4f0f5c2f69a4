using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Reference;

/// <summary>Burden, order of work and business case: T14 to T16 and T18; momentum, of section 4.3.</summary>
static class WorkNumbers
{
    static readonly WaitingWork[] Work = [new("A", 1, 10), new("B", 3, 3), new("C", 10, 1)];

    const double Kept = 100_000 * 0.05 * 960;

    static BusinessCase Case(double margin, double rate, params LikelyRange[] years) =>
        BusinessCase
            .Of(
                1_000_000,
                [new("Fewer leave early", BenefitKind.RevenueAtRisk, EvidenceClass.Measured, years)],
                margin,
                rate
            )
            .Value;

    static Momentum Lows(params double[] lows) =>
        Momentum
            .OfLows([.. lows.Select((low, i) => new Point(new DateOnly(2026, 1, 5).AddDays(90 * i), low))], sigma: 4)
            .Value;

    public static IEnumerable<ReferenceNumber> All =>
        [
            .. new Sheet("T14", "Standard Cost Model; GROSS")
            {
                { "20 people, 52 weeks, 6 h, 600 an hour", "3,744,000", () => (Burden.Hours(6, 20, 52) * 600).Likely },
                { "24 s, 255,000 times a month: hours", "1,700", () => Burden.Hours(24 / 3600.0, 255_000, 1).Likely },
            },
            .. new Sheet("T15", "Reinertsen, three projects")
            {
                {
                    "cheapest order",
                    "A, B, C",
                    () => string.Join(", ", Prioritisation.Cheapest(Work.Reverse()).Select(w => w.Name))
                },
                { "cost of waiting, A B C", "7", () => Prioritisation.WaitingCost(Work) },
                { "cost of waiting, C B A", "160", () => Prioritisation.WaitingCost(Work.Reverse()) },
            },
            .. new Sheet("T16", "WSJF, RICE, opportunity score")
            {
                { "24 by 5", "4.8", () => Prioritisation.PerDuration(24, 5) },
                { "13 by 3", "4.33", () => Prioritisation.PerDuration(13, 3) },
                { "8 by 8", "1.0", () => Prioritisation.PerDuration(8, 8) },
                { "2000 · 2 · .8 / 3", "1,067", () => Prioritisation.Rice(2000, 2, EvidenceClass.Sampled, 3) },
                { "5000 · .5 · 1 / 1", "2,500", () => Prioritisation.Rice(5000, .5, EvidenceClass.Measured, 1) },
                { "importance 8, satisfaction 4", "12.0", () => Prioritisation.Opportunity(.8, .4) },
            },
            .. new Sheet("T18", "Futurelab, telecom")
            {
                { "naive benefit", "4,800,000", () => Kept },
                { "naive return, per cent", "380", () => 100 * Case(1, 0, Kept).ReturnOnInvestment },
                {
                    "30 % margin, two years, 10 %",
                    "249,587",
                    () => Case(.3, .1, Kept / 2, Kept / 2).NetPresentValue.Likely
                },
            },
            .. new Sheet("domain 4.3", "rising lows, constructed")
            {
                { "31, 36, 44 with σ̂ 4", "Building", () => Lows(31, 36, 44).State },
                { "44, 36, 31 with σ̂ 4", "Fading", () => Lows(44, 36, 31).State },
            },
        ];
}
