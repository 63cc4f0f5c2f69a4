using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>The wire form of <c>heed analyze lifetime --json</c> for purchases. What is unknown is null, with a sentence.</summary>
sealed record PurchaseJson(
    string Kind,
    int Customers,
    string Unit,
    int Ahead,
    PurchaseJson.BgNbdOf? BgNbd,
    PurchaseJson.ParetoNbdOf? ParetoNbd,
    PurchaseJson.GammaGammaOf? GammaGamma,
    string? Because,
    PurchaseJson.Ranged? Expected,
    double? ExpectedByParetoNbd,
    PurchaseJson.Ranged? Value,
    string? ValueBecause,
    PurchaseJson.HeldBackOf? HeldBack,
    string? HeldBackBecause,
    PurchaseJson.Fit? NeverCameBack,
    IReadOnlyList<PurchaseJson.Step> NewCustomer,
    IReadOnlyList<PurchaseJson.Group> ByRepeats,
    IReadOnlyList<PurchaseJson.Customer> Best,
    IReadOnlyList<PurchaseJson.Customer> Lost,
    string Sentence,
    IReadOnlyList<string> CannotTell,
    IReadOnlyList<string> Notes
)
{
    public sealed record BgNbdOf(double R, double Alpha, double A, double B, double LogLikelihood);

    public sealed record ParetoNbdOf(double R, double Alpha, double S, double Beta, double LogLikelihood);

    public sealed record GammaGammaOf(double P, double Q, double V, double Overall, double LogLikelihood);

    public sealed record Ranged(double Value, double? Low, double? High);

    /// <param name="Time">How long the time lasted that was held back, in the unit.</param>
    /// <param name="Missed">Whether what came lies outside the range; the range of what is expected is widened then.</param>
    public sealed record HeldBackOf(
        DateOnly Until,
        double Time,
        int Customers,
        Ranged Said,
        int Came,
        bool Missed,
        double? Correlation,
        double MeanError,
        string Sentence
    );

    public sealed record Fit(int Seen, double Expected);

    public sealed record Step(double Time, double Expected, double? Low, double? High, double? ByParetoNbd);

    public sealed record Group(string Repeats, int N, double? ChanceActive, double Expected);

    public sealed record Customer(
        string Name,
        int Repeats,
        double LastAt,
        double Observed,
        double? ChanceActive,
        double Expected,
        double? Value
    );

    public static PurchaseJson Of(PurchaseFindings found, IReadOnlyList<string> notes) =>
        new(
            "purchases",
            found.Buyers.All.Count,
            found.Ask.Unit.ToString().ToLowerInvariant(),
            found.Ahead,
            found.Model is { } b ? new(b.R, b.Alpha, b.A, b.B, b.LogLikelihood) : null,
            found.Second is { } p ? new(p.R, p.Alpha, p.S, p.Beta, p.LogLikelihood) : null,
            found.Spending is { } g ? new(g.P, g.Q, g.V, g.Overall, g.LogLikelihood) : null,
            found.Because ?? found.RangeBecause,
            In(found.Expected),
            found.ExpectedBySecond,
            In(found.Value),
            found.Buyers.HasSpending
                ? found.SpendingBecause ?? found.Because
                : "What purchases were worth was not given: add --amount or --spend.",
            found.Check is { } check
                ? new(
                    found.Buyers.Cut!.Last,
                    check.Time,
                    check.Customers,
                    In(check.Said)!,
                    check.Came,
                    check.Missed,
                    check.Correlation,
                    check.MeanError,
                    PurchaseWords.Checked(found, check)
                )
                : null,
            found.Check is null ? found.CheckBecause ?? found.Because : null,
            found.Once is var (seen, expected) ? new(seen, expected) : null,
            [
                .. found.Curve.Select(at => new Step(
                    at.Time,
                    at.Expected.Value,
                    Known(at.Expected.Low),
                    Known(at.Expected.High),
                    at.BySecond
                )),
            ],
            [.. found.Alike.Select(group => new Group(group.Repeats, group.N, group.ChanceActive, group.Expected))],
            [.. found.Best.Select(Of)],
            [.. found.Lost.Select(Of)],
            PurchaseWords.Finding(found),
            [.. PurchaseLimits.Of(found)],
            notes
        );

    static Customer Of(BuyerExpected one) =>
        new(
            one.Buyer.Name,
            one.Buyer.History.Repeats,
            one.Buyer.History.LastAt,
            one.Buyer.History.Observed,
            one.ChanceActive,
            one.Expected,
            one.Value
        );

    static Ranged? In(Estimate? estimate) =>
        estimate is { } known ? new(known.Value, Known(known.Low), Known(known.High)) : null;

    static double? Known(double value) => double.IsFinite(value) ? value : null;
}
