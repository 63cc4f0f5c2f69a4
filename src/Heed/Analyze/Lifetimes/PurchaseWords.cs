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
        return found.Expected is { } expected
            ? $"The {customers} customers will buy about {Format.Number(expected.Value, expected.Low, expected.High)} times {ahead} ({Range(expected)}); a new one comes back {Format.Number(model.Expected(found.Ahead))} times in that time."
            : $"A new customer comes back {Format.Number(model.Expected(found.Ahead))} times {ahead}; how surely cannot be told. {found.RangeBecause}";
    }

    public static string Range(Estimate estimate) => $"range {Format.Ends(estimate.Low, estimate.High)}";
}
