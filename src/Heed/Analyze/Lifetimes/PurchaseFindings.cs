using Heed.Analytics;
using Heed.Analytics.Lifetime;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>Customers who bought about equally often.</summary>
sealed record BuyersAlike(string Repeats, int N, double? ChanceActive, double Expected);

/// <summary>One customer with what is to be expected.</summary>
sealed record BuyerExpected(Buyer Buyer, double Expected, double? Value, double? ChanceActive);

/// <summary>How often customers without a contract come back; or, in a sentence, why that cannot be told.</summary>
sealed record PurchaseFindings(LifetimeAsk Ask, Buyers Buyers, int Ahead)
{
    const int CurveSteps = 26;
    const int MostWork = 2_000_000;
    const int Most = 10;

    public BgNbd? Model { get; private init; }

    /// <summary>Why there is no model; null when there is one.</summary>
    public string? Because { get; private init; }

    /// <summary>The model that lets customers leave at any moment, beside the first: where they differ, neither is sure.</summary>
    public ParetoNbd? Second { get; private init; }
    public string? SecondBecause { get; private init; }
    public GammaGamma? Spending { get; private init; }
    public string? SpendingBecause { get; private init; }

    /// <summary>The plain mean of a repeat purchase; null where there is none.</summary>
    public double? MeanSpent { get; private init; }

    static double? Mean(List<Spending> spent) =>
        spent.Count == 0 ? null : spent.Sum(s => s.Repeats * s.Mean) / spent.Sum(s => (double)s.Repeats);

    /// <summary>
    /// How many purchases all customers together will make in the time ahead: the range holds how surely the model is known, the
    /// chance of each purchase, and by how much the model missed what was held back, where it did.
    /// </summary>
    public Estimate? Expected { get; private init; }

    /// <summary>What the same model would have said of the last third of the time, beside what came.</summary>
    public HeldBack? Check { get; private init; }

    /// <summary>Why there is no such check; null where there is one.</summary>
    public string? CheckBecause { get; private init; }

    /// <summary>A figure that missed what came is no figure to plan with.</summary>
    public bool IsSure => Check is not { Missed: true };
    public double? ExpectedBySecond { get; private init; }
    public Estimate? Value { get; private init; }

    /// <summary>Why the ranges are missing.</summary>
    public string? RangeBecause { get; private init; }

    /// <summary>How many repeat purchases a new customer makes until then.</summary>
    public IReadOnlyList<(double Time, Estimate Expected, double? BySecond)> Curve { get; private init; } = [];
    public IReadOnlyList<BuyersAlike> Alike { get; private init; } = [];

    /// <summary>Who is expected to buy most, or to bring most where money is known.</summary>
    public IReadOnlyList<BuyerExpected> Best { get; private init; } = [];

    /// <summary>Who bought much and has probably left.</summary>
    public IReadOnlyList<BuyerExpected> Lost { get; private init; } = [];

    /// <summary>How many customers never came back, and how many the model would have expected.</summary>
    public (int Seen, double Expected)? Once { get; private init; }

    /// <summary>How the worth of a purchase goes with their number; the model of money takes it for none.</summary>
    public double? SpendingGoesWithNumber { get; private init; }

    public static Outcome<PurchaseFindings> Of(LifetimeAsk ask, Buyers buyers, ReadingProgress progress)
    {
        var histories = buyers.All.Select(buyer => buyer.History).ToList();
        var ahead = ask.Ahead ?? Usual(ask.Unit, histories);
        var found = new PurchaseFindings(ask, buyers, ahead);
        if (progress.While("Fitting purchases", () => BgNbd.Fit(histories)).Refused(out var because, out var model))
            return found with { Because = because };
        var second = progress.While("Fitting a second model", () => ParetoNbd.Fit(histories));
        found = found with
        {
            Model = model,
            Second = second.IsGiven ? second.Value : null,
            SecondBecause = second.Because,
            Once = (
                histories.Count(history => history.Repeats == 0),
                histories.Sum(history => model.ChanceOfNone(history.Observed))
            ),
        };
        if (buyers.HasSpending)
        {
            var spending = progress.While(
                "Fitting money",
                () => GammaGamma.Fit([.. buyers.All.Select(buyer => buyer.Spent)])
            );
            found = found with
            {
                Spending = spending.IsGiven ? spending.Value : null,
                SpendingBecause = spending.Because,
                MeanSpent = Mean([.. buyers.All.Select(buyer => buyer.Spent).Where(spent => spent.Repeats > 0)]),
                SpendingGoesWithNumber = Correlation(buyers.All),
            };
        }
        if (found.Buyers.Cut is not { Time: > 0 } cut)
            found = found with
            {
                CheckBecause = "The file says of each customer how many purchases there were, and not when.",
            };
        else
        {
            var check = progress.While(
                "Checking by what was held back",
                () => HeldBack.Of(cut.Customers, cut.Time, draws: Draws(cut.Customers.Count))
            );
            found = found with { Check = check.IsGiven ? check.Value : null, CheckBecause = check.Because };
        }
        return progress.While("Drawing what the data allow", found.Ranged).Customers();
    }

    static int Usual(TimeUnit unit, List<PurchaseHistory> histories) =>
        unit switch
        {
            TimeUnit.Day => 365,
            TimeUnit.Week => 52,
            TimeUnit.Month => 12,
            TimeUnit.Year => 3,
            _ => Math.Max(1, (int)Math.Ceiling(histories.Select(history => history.Observed).DefaultIfEmpty(1).Max())),
        };

    PurchaseFindings Ranged()
    {
        var grouped = Buyers.All.CountBy(buyer => buyer.History).ToList();
        var expected = Model!.Coming(
            [.. Buyers.All.Select(buyer => buyer.History)],
            Ahead,
            draws: Draws(Buyers.All.Count)
        );
        var value = Spending is null
            ? default(Answer<Estimate>?)
            : LifetimeValue.OfAll(
                Model,
                Spending,
                [.. Buyers.All.Select(buyer => (buyer.History, buyer.Spent))],
                Ahead,
                Ask.Margin,
                Ask.Discount ?? 0,
                draws: Math.Clamp(MostWork / Math.Max(1, Buyers.All.Count * (Ask.Discount > 0 ? Ahead : 1)), 100, 1000)
            );
        return this with
        {
            Expected = expected.IsGiven ? Check?.Widened(expected.Value) ?? expected.Value : null,
            RangeBecause = expected.Because,
            ExpectedBySecond = Second is null
                ? null
                : grouped.Sum(group => group.Value * Second.Expected(group.Key, Ahead)),
            Value = value is { IsGiven: true } worth ? worth.Value : null,
            Curve = [.. Times().Select(At)],
        };
    }

    static int Draws(int customers) => Math.Clamp(MostWork / Math.Max(1, customers), 100, 1000);

    IEnumerable<double> Times() =>
        Enumerable
            .Range(0, Math.Min(CurveSteps, Ahead) + 1)
            .Select(step => (double)step * Ahead / Math.Min(CurveSteps, Ahead));

    (double, Estimate, double?) At(double time)
    {
        var expected = Model!.Range(model => model.Expected(time));
        var value = Model.Expected(time);
        return (
            time,
            expected.IsGiven ? expected.Value : new Estimate(value, double.NaN, double.NaN, double.NaN),
            Second?.Expected(time)
        );
    }

    PurchaseFindings Customers()
    {
        // The second model knows that who never came back may have left; the first one cannot.
        double? Active(PurchaseHistory history) =>
            Second?.ChanceActive(history) ?? (history.Repeats == 0 ? null : Model!.ChanceActive(history));
        List<BuyerExpected> all =
        [
            .. Buyers.All.Select(buyer =>
            {
                var expected = Model!.Expected(buyer.History, Ahead);
                return new BuyerExpected(
                    buyer,
                    expected,
                    Spending is null ? null : expected * Ask.Margin * Spending.Expected(buyer.Spent),
                    Active(buyer.History)
                );
            }),
        ];
        return this with
        {
            Alike =
            [
                .. all.GroupBy(one => Band(one.Buyer.History.Repeats))
                    .OrderBy(group => group.Key.Place)
                    .Select(group => new BuyersAlike(
                        group.Key.Name,
                        group.Count(),
                        group.Any(one => one.ChanceActive is null) ? null : group.Average(one => one.ChanceActive),
                        group.Average(one => one.Expected)
                    )),
            ],
            Best = [.. all.OrderByDescending(one => one.Value ?? one.Expected).Take(Most)],
            Lost =
            [
                .. all.Where(one => one is { ChanceActive: < 0.5, Buyer.History.Repeats: >= 2 })
                    .OrderByDescending(one =>
                        one.Buyer.History.Repeats * (Spending is null ? 1 : Spending.Expected(one.Buyer.Spent))
                    )
                    .Take(Most),
            ],
        };
    }

    static (int Place, string Name) Band(int repeats) =>
        repeats switch
        {
            <= 2 => (repeats, $"{repeats}"),
            <= 5 => (3, "3 to 5"),
            <= 10 => (4, "6 to 10"),
            _ => (5, "11 or more"),
        };

    static double? Correlation(IReadOnlyList<Buyer> buyers)
    {
        var spent = buyers.Select(buyer => buyer.Spent).Where(spent => spent.Repeats > 0).ToList();
        if (spent.Count < 3)
            return null;
        var (x, y) = (spent.Average(one => (double)one.Repeats), spent.Average(one => one.Mean));
        var (xx, yy) = (spent.Sum(one => Math.Pow(one.Repeats - x, 2)), spent.Sum(one => Math.Pow(one.Mean - y, 2)));
        return xx > 0 && yy > 0 ? spent.Sum(one => (one.Repeats - x) * (one.Mean - y)) / Math.Sqrt(xx * yy) : null;
    }
}
