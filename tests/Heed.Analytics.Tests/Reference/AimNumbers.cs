using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Reference;

/// <summary>
/// Progress, guardrails, averages and pace: section 3.13 of the methods of key results. Where Heed means to differ from what a
/// tool printed, the printed figure is named and Heed's is what is tested.
/// </summary>
static class AimNumbers
{
    static double? Per100(double baseline, double target, double current) =>
        100 * Progress.Of(baseline, target, current).Value.Share;

    static double? Average(params (double Share, double Weight)[] parts) =>
        100 * Progress.Average(parts.Select(part => (Progress.Of(0, 100, part.Share).Value, part.Weight))).Share;

    static readonly double?[] Weeks = [4.1, 4.5, 4.9, 4.2, 4.4, 4.6, 4.8, 5, 4, null, 5.2, 5.5, 3.9];
    static readonly GuardrailRecord Range = Guardrail.Between(4, 5).Over(Weeks);

    public static IEnumerable<ReferenceNumber> All =>
        [
            .. new Sheet("okr 3.13", "Quantive, decrease from 100 to 60")
            {
                { "at 80, per cent", "50", () => Per100(100, 60, 80) },
                { "at 70, per cent", "75", () => Per100(100, 60, 70) },
                { "at 50, per cent", "125", () => Per100(100, 60, 50) },
            },
            .. new Sheet("okr 3.13", "Leantime 3247, decrease from 200 to 0; its reporter expected 100")
            {
                { "at 100, per cent", "50", () => Per100(200, 0, 100) },
            },
            .. new Sheet("okr 3.13", "Quantive, stay below 25, printed 0 per cent")
            {
                { "at 25", "Holding", () => Guardrail.AtMost(25).Of(25) },
                { "at 25, below asked for", "Breached", () => Guardrail.AtMost(25, strict: true).Of(25) },
            },
            .. new Sheet("okr 3.13", "Profit.co, between 4 and 5 over 13 weeks, printed 9/13 = 69 per cent")
            {
                { "weeks held", "9", () => Range.Held },
                { "weeks breached", "3", () => Range.Breached },
                { "weeks unknown", "1", () => Range.Unknown },
                { "state", "Breached", () => Range.State },
            },
            .. new Sheet("okr 3.13", "Profit.co, at most 1, printed 175 and 25 per cent")
            {
                { "at 0.25", "Holding", () => Guardrail.AtMost(1).Of(0.25) },
                { "at 1.75", "Breached", () => Guardrail.AtMost(1).Of(1.75) },
            },
            .. new Sheet("okr 3.13", "Perdoo, three key results")
            {
                { "100, 0, 0", "33", () => Average((100, 1), (0, 1), (0, 1)) },
            },
            .. new Sheet("okr 3.13", "Synergita, weights 40, 20, 40")
            {
                { "30, 30, 40", "34", () => Average((30, 40), (30, 20), (40, 40)) },
            },
            .. new Sheet("okr 3.13", "Engagedly, a month of 30 days")
            {
                {
                    "expected on day 15",
                    "0.5",
                    () => Pace.Elapsed(new(2026, 6, 1), new(2026, 6, 30), new(2026, 6, 15))
                },
            },
            .. new Sheet("okr 3.13", "puzzle, levels of ambition")
            {
                { "stretch 100, baseline 0: commit", "30", () => new Attainment(0, 100).Commit },
                { "stretch 100, baseline 0: target", "70", () => new Attainment(0, 100).Target },
                { "target 70, stretch 100: baseline", "0", () => Attainment.FromStretch(70, 100).Baseline },
            },
        ];
}
