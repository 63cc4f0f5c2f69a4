using Heed.Analytics.Scores;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>Who comes back, for people: the finding first, then by habit, by name, and what cannot be said.</summary>
static class PurchaseReport
{
    const int Listed = 5;

    public static void Write(Screen screen, PurchaseFindings found, IReadOnlyList<string> notes)
    {
        screen.Headline(PurchaseWords.Finding(found));
        if (found.Model is not null)
        {
            screen.Title($"Expected in the next {found.Ask.Times(found.Ahead)}");
            screen.Facts(Facts(found));
            screen.Title("By how often they came back");
            Alike(screen, found);
            Named(screen, found, found.Spending is null ? "Likely to buy most" : "Likely to bring most", found.Best);
            Named(screen, found, "Bought often, and probably gone", found.Lost);
            screen.Title("Models");
            screen.Facts(Models(found));
        }
        screen.Points("What can be concluded, and what cannot", [.. PurchaseLimits.Of(found)]);
        screen.Points("About the file", notes);
        screen.Line();
    }

    static IEnumerable<(string, string)> Facts(PurchaseFindings found)
    {
        var customers = found.Buyers.All.Count;
        if (found.Expected is { } expected)
            yield return (
                "Purchases of all",
                $"{Said.Number(expected.Value, 1000)}, {PurchaseWords.Range(expected, 1000)}; {Said.Number(expected.Value / customers)} a customer"
            );
        if (found.ExpectedBySecond is { } other)
            yield return ("By the other model", Said.Number(other, 1000));
        if (found.Curve is [.., var last] && double.IsFinite(last.Expected.Low))
            yield return (
                "A new customer",
                $"{Said.Number(last.Expected.Value)} repeat purchases, {PurchaseWords.Range(last.Expected, last.Expected.Value)}"
            );
        if (found.Spending is { } spending)
            yield return ("A purchase is worth", $"{Said.Number(spending.Overall)} for somebody unknown");
        if (found.Value is { } value)
            yield return (
                "All are worth",
                $"{Said.Number(value.Value)}, {PurchaseWords.Range(value, value.Value)}{(found.Ask.Margin < 1 ? $", at a margin of {100 * found.Ask.Margin:0.#} %" : ", before any cost")}{(found.Ask.Discount > 0 ? $", money losing {100 * found.Ask.Discount:0.##} % a {found.Ask.Times(1)[2..]}" : "")}; {Said.Number(value.Value / customers)} a customer"
            );
    }

    static void Alike(Screen screen, PurchaseFindings found) =>
        screen.Table(
            ["repeats", " customers", " still customers", $" purchases ahead, each"],
            found.Alike.Select(group =>
                new[]
                {
                    group.Repeats,
                    Said.Count(group.N),
                    group.ChanceActive is { } chance ? $"{100 * chance:0} %" : "–",
                    $"{group.Expected:0.00}",
                }
            )
        );

    static void Named(Screen screen, PurchaseFindings found, string title, IReadOnlyList<BuyerExpected> customers)
    {
        if (customers.Count == 0)
            return;
        screen.Title(title);
        screen.Table(
            [
                "",
                " repeats",
                $" silent for",
                " still a customer",
                " purchases ahead",
                found.Spending is null ? "" : " worth ahead",
            ],
            customers
                .Take(Listed)
                .Select(one =>
                    new[]
                    {
                        Screen.Safe(one.Buyer.Name.Length > 20 ? one.Buyer.Name[..19] + "…" : one.Buyer.Name),
                        Said.Count(one.Buyer.History.Repeats),
                        $"{one.Buyer.History.Observed - one.Buyer.History.LastAt:0.0}",
                        one.ChanceActive is { } chance ? $"{100 * chance:0} %" : "–",
                        $"{one.Expected:0.00}",
                        one.Value is { } value ? Said.Number(value, Math.Max(value, 10)) : "",
                    }
                )
        );
    }

    static IEnumerable<(string, string)> Models(PurchaseFindings found)
    {
        var model = found.Model!;
        yield return (
            "BG/NBD",
            $"r {model.R:0.000}, α {model.Alpha:0.000}, a {model.A:0.000}, b {model.B:0.000}; log likelihood {model.LogLikelihood:0.000}"
        );
        if (found.Second is { } second)
            yield return (
                "Pareto/NBD",
                $"r {second.R:0.000}, α {second.Alpha:0.000}, s {second.S:0.000}, β {second.Beta:0.000}; log likelihood {second.LogLikelihood:0.000}"
            );
        if (found.Spending is { } spending)
            yield return ("Gamma-gamma", $"p {spending.P:0.00}, q {spending.Q:0.00}, v {spending.V:0.00}");
        if (found.Once is var (seen, expected))
            yield return (
                "Do they fit?",
                $"{Said.Count(seen)} customers never came back; the model expects {Said.Number(expected, 1000)}"
            );
    }
}
