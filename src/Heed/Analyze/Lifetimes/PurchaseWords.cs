using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>Who comes back, in one sentence.</summary>
static class PurchaseWords
{
    public static string Finding(PurchaseFindings found)
    {
        if (found.Model is not { } model)
            return $"Whether customers come back cannot be told. {found.Because}";
        var customers = Said.Count(found.Buyers.All.Count);
        var ahead = $"in the next {found.Ask.Times(found.Ahead)}";
        return found.Expected is { } expected
            ? $"The {customers} customers will buy about {Said.Number(expected.Value, 1000)} times {ahead} ({Range(expected, 1000)}); a new one comes back {Said.Number(model.Expected(found.Ahead))} times in that time."
            : $"A new customer comes back {Said.Number(model.Expected(found.Ahead))} times {ahead}; how surely cannot be told. {found.RangeBecause}";
    }

    public static string Range(Estimate estimate, double size) =>
        $"range {Said.Number(estimate.Low, size)} to {Said.Number(estimate.High, size)}";
}
