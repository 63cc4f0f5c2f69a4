using Heed.Analytics.Lifetime;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>Who comes back, in one sentence.</summary>
static class PurchaseWords
{
    public static string Finding(PurchaseFindings found)
    {
        if (found.Model is not { } model)
            return $"Whether customers come back cannot be told. {found.Because}";
        var customers = Format.Count(found.Buyers.All.Count);
        var ahead = $"in the next {found.Ask.Times(found.Ahead)}";
        if (found is { Check: { } check, IsSure: false, Expected: { } unsure })
            return $"How often they will buy cannot be told surely. {Checked(found, check)} The figure for {ahead[3..]}, {Format.Number(unsure.Value, unsure.Low, unsure.High)} purchases of {customers} customers ({Range(unsure)}), may be as wrong.";
        return found.Expected is { } expected
            ? $"The {customers} customers will buy about {Format.Number(expected.Value, expected.Low, expected.High)} times {ahead} ({Range(expected)}); a new one comes back {Format.Number(model.Expected(found.Ahead))} times in that time."
            : $"A new customer comes back {Format.Number(model.Expected(found.Ahead))} times {ahead}; how surely cannot be told. {found.RangeBecause}";
    }

    /// <summary>“In the last 13 weeks this model would have said 412 purchases (range 371 to 455); 397 came.”</summary>
    public static string Checked(PurchaseFindings found, HeldBack check)
    {
        var said = check.Said;
        return $"In the last {Stretch(found, check.Time)} this model, fitted on the {Stretch(found, found.Buyers.Cut!.Before)} before{(check.IsSteadied ? " and held near usual customers, since they left it open" : "")}, would have said {Format.Number(said.Value, said.Low, said.High)} purchases ({Range(said)}); {Format.Count(check.Came)} came.";
    }

    static string Stretch(PurchaseFindings found, double time) => found.Ask.Times(Math.Round(time, 1));

    /// <summary>How far single customers were off.</summary>
    public static string EachOf(HeldBack check) =>
        $"{(check.Correlation is { } together ? $"correlation {Format.Number(together, 2)}, " : "")}off by {Format.Number(check.MeanError, 2)} purchases on average, of {Format.Number(check.Came / (double)check.Customers, 2)} that came";

    public static string Range(Estimate estimate) => $"range {Format.Ends(estimate.Low, estimate.High)}";
}
