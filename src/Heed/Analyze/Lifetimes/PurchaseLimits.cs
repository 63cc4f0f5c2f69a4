namespace Heed.Analyze;

/// <summary>What a model of purchases cannot carry, in sentences, and what to do next.</summary>
static class PurchaseLimits
{
    const double FarApart = 0.1;
    const double GoesTogether = 0.2;
    const double Misfit = 0.05;

    public static IEnumerable<string> Of(PurchaseFindings found)
    {
        if (found.Model is null)
        {
            yield return "Watch longer, or take in more customers; until then, count and do not project.";
            yield break;
        }
        if (found.Check is { } check)
        {
            yield return PurchaseWords.Checked(found, check);
            if (check.Missed)
                yield return $"That is {Format.Percent(check.Miss)} off, and outside all that the model held for possible: find out what changed before you plan with its figures. The range of all purchases is widened by as much.";
        }
        else
            yield return $"The forecast is not checked by purchases that were held back: {found.CheckBecause}";
        if (found.Once is var (seen, expected) && Math.Abs(seen - expected) > Misfit * found.Buyers.All.Count)
            yield return $"The model does not fit well: {Format.Count(seen)} customers never came back, and it expects {Format.Number(expected, 0)}. Look whether different kinds of customers are mixed, and analyse them apart.";
        if (found.SecondBecause is { } because)
            yield return $"The second model could not be fitted: {because}";
        if (found.Expected is { } all && found.ExpectedBySecond is { } other)
            yield return Math.Abs(all.Value - other) > FarApart * all.Value
                ? $"The two models differ by {Math.Abs(100 * (all.Value - other) / all.Value):0} %: when customers leave decides more than the data can tell. Plan with both."
                : $"Both models come within {Format.Number(Math.Abs(100 * (all.Value - other) / all.Value), 1)} % of each other: it hardly matters how leaving is thought of.";
        if (found.SpendingBecause is { } money)
            yield return $"What purchases of one customer are worth cannot be told: {money}"
                + (
                    found.MeanSpent is { } mean
                        ? $" The plain mean of a repeat purchase is {Format.Number(mean, 1)}."
                        : ""
                );
        if (found.SpendingGoesWithNumber is { } together && Math.Abs(together) > GoesTogether)
            yield return $"Who buys more often spends {(together > 0 ? "more" : "less")} each time (correlation {Format.Number(together, 2)}). The model of money takes the two as unrelated, so the sum is {(together > 0 ? "too low" : "too high")}.";
        yield return "The range of all purchases holds how surely the model is known from these customers (the bend of its likelihood) and the chance of each purchase; the other ranges hold the first alone. That the future is like the past is in none: a new price, a rival or a season. They are about all together; a single customer can do anything.";
        yield return found.Lost.Count > 0
            ? "Next: ask those who bought often and fell silent why they left, before you buy new customers."
            : "Next: look again when as much time has passed as was held back, and see whether the figure came true.";
    }
}
