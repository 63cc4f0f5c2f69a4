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
                $"{Format.Number(expected.Value, expected.Low, expected.High)}, {PurchaseWords.Range(expected)}; {Format.Number(expected.Value / customers)} a customer"
            );
        if (found.Check is { } check)
        {
            yield return ("Would have said", PurchaseWords.Checked(found, check));
            yield return ("Customer by customer", PurchaseWords.EachOf(check));
        }
        if (found.ExpectedBySecond is { } other)
            yield return ("By the other model", Format.Number(other, 0));
        if (found.Curve is [.., var last] && double.IsFinite(last.Expected.Low))
            yield return (
                "A new customer",
                $"{Format.Number(last.Expected.Value, last.Expected.Low, last.Expected.High)} repeat purchases, {PurchaseWords.Range(last.Expected)}"
            );
        if (found.Spending is { } spending)
            yield return ("A purchase is worth", $"{Format.Number(spending.Overall)} for somebody unknown");
        if (found.Value is { } value)
            yield return (
                "All are worth",
                $"{Format.Number(value.Value, value.Low, value.High)}, {PurchaseWords.Range(value)}{(found.Ask.Margin < 1 ? $", at a margin of {100 * found.Ask.Margin:0.#} %" : ", before any cost")}{(found.Ask.Discount > 0 ? $", money losing {100 * found.Ask.Discount:0.##} % a {found.Ask.Times(1)[2..]}" : "")}; {Format.Number(value.Value / customers)} a customer"
            );
    }

    static void Alike(Screen screen, PurchaseFindings found) =>
        screen.Table(
            ["repeats", " customers", " still customers", $" purchases ahead, each"],
            found.Alike.Select(group =>
                new[]
                {
                    group.Repeats,
                    Format.Count(group.N),
                    group.ChanceActive is { } chance ? $"{100 * chance:0} %" : "–",
                    $"{Format.Number(group.Expected, 2)}",
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
                        Format.Count(one.Buyer.History.Repeats),
                        $"{Format.Number(one.Buyer.History.Observed - one.Buyer.History.LastAt, 1)}",
                        one.ChanceActive is { } chance ? $"{100 * chance:0} %" : "–",
                        $"{Format.Number(one.Expected, 2)}",
                        one.Value is { } value ? Format.Number(value) : "",
                    }
                )
        );
    }

    static IEnumerable<(string, string)> Models(PurchaseFindings found)
    {
        var model = found.Model!;
        yield return (
            "BG/NBD",
            $"r {Format.Number(model.R, 3)}, α {Format.Number(model.Alpha, 3)}, a {Format.Number(model.A, 3)}, b {Format.Number(model.B, 3)}; log likelihood {Format.Number(model.LogLikelihood, 3)}"
        );
        if (found.Second is { } second)
            yield return (
                "Pareto/NBD",
                $"r {Format.Number(second.R, 3)}, α {Format.Number(second.Alpha, 3)}, s {Format.Number(second.S, 3)}, β {Format.Number(second.Beta, 3)}; log likelihood {Format.Number(second.LogLikelihood, 3)}"
            );
        if (found.Spending is { } spending)
            yield return (
                "Gamma-gamma",
                $"p {Format.Number(spending.P, 2)}, q {Format.Number(spending.Q, 2)}, v {Format.Number(spending.V, 2)}"
            );
        if (found.Once is var (seen, expected))
            yield return (
                "Do they fit?",
                $"{Format.Count(seen)} customers never came back; the model expects {Format.Number(expected, 0)}"
            );
    }
}
