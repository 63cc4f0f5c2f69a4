using Heed.Analytics.Lifetime;

namespace Heed.Analytics.Tests.Reference;

/// <summary>Lifetime and retention: section 3.8 of the methods of the voice.</summary>
static class LifetimeNumbers
{
    // Likelihoods are flat near their top: the same fit by another search differs in the last printed digit.
    static readonly Lazy<List<PurchaseHistory>> Cdnow = new(() =>
    {
        var file = Csv.Columns("purchases/cdnow_customers_summary.csv");
        var columns = file.Keys.Select(file.Numbers).ToArray();
        return [.. columns[1].Select((x, i) => new PurchaseHistory((int)x, columns[2][i], columns[3][i]))];
    });

    static readonly Lazy<List<Spending>> Spendings = new(() =>
    {
        var file = Csv.Columns("purchases/cdnow_customers_summary_with_transactions.csv");
        var columns = file.Keys.Select(file.Numbers).ToArray();
        return [.. columns[1].Select((x, i) => new Spending((int)x, columns[4][i]))];
    });

    static readonly Lazy<List<OccasionHistory>> Donations = new(() =>
    {
        var file = Csv.Columns("purchases/donations.csv");
        var (yes, last, of, people) = (
            file.Numbers("frequency"),
            file.Numbers("recency"),
            file.Numbers("periods"),
            file.Numbers("weights")
        );
        return [.. yes.Select((x, i) => new OccasionHistory((int)x, (int)last[i], (int)of[i], (long)people[i]))];
    });

    static readonly Lazy<BgNbd> Bg = new(() => BgNbd.Fit(Cdnow.Value).Value);
    static readonly Lazy<ParetoNbd> Pareto = new(() => ParetoNbd.Fit(Cdnow.Value).Value);
    static readonly Lazy<GammaGamma> Money = new(() => GammaGamma.Fit(Spendings.Value).Value);
    static readonly Lazy<BgBb> Giving = new(() => BgBb.Fit(Donations.Value).Value);
    static readonly BgNbd Printed = new(.243, 4.414, .793, 2.426);
    static readonly PurchaseHistory Often = new(26, 30.857, 31);
    static readonly string[] FirstTen =
    [
        "24.65",
        "18.91",
        "35.17",
        "35.17",
        "35.17",
        "71.46",
        "18.91",
        "35.17",
        "27.28",
        "35.17",
    ];

    static Sheet FirstCustomers()
    {
        var sheet = new Sheet("voice 3.8", "Fader and Hardie 2013, gamma-gamma, CDNOW")
        {
            { "p", "6.25", () => Money.Value.P, .01 },
            { "q", "3.74", () => Money.Value.Q, .01 },
            { "v", "15.44", () => Money.Value.V, .02 },
        };
        for (var customer = 0; customer < FirstTen.Length; customer++)
        {
            var place = customer;
            sheet.Add(
                $"customer {place + 1}",
                FirstTen[place],
                () => Money.Value.Expected(Spendings.Value[place]),
                .01
            );
        }
        return sheet;
    }

    static Sheet Segment(string name, string column, string alpha, string beta, params string[] published)
    {
        var fit = new Lazy<Retention>(() =>
            Retention.Fit(Csv.Columns("retention/cohort_survival.csv").Numbers(column)).Value
        );
        var sheet = new Sheet("voice 3.8", $"Fader and Hardie 2007, sBG, {name}")
        {
            { "α", alpha, () => fit.Value.Alpha },
            { "β", beta, () => fit.Value.Beta },
        };
        for (var year = 1; year <= published.Length; year++)
        {
            var (renewal, seen) = (year, published[year - 1]);
            sheet.Add($"year {renewal}: model beside the share seen", seen, () => fit.Value.Staying(renewal), .02);
        }
        return sheet;
    }

    public static IEnumerable<ReferenceNumber> All =>
        [
            .. new Sheet("voice 3.8", "Fader, Hardie and Lee 2005, BG/NBD, CDNOW")
            {
                { "r", ".243", () => Bg.Value.R },
                { "α", "4.414", () => Bg.Value.Alpha, 5e-3 },
                { "a", ".793", () => Bg.Value.A, 1e-3 },
                { "b", "2.426", () => Bg.Value.B, 5e-3 },
                { "log likelihood", "-9582.429", () => Bg.Value.LogLikelihood, 5e-3 },
                { "expected, .1429 weeks", ".0078", () => Bg.Value.Expected(.1429) },
                { "expected, 1 week", ".0532", () => Bg.Value.Expected(1) },
                { "expected, 3 weeks", ".1506", () => Bg.Value.Expected(3) },
                { "expected, 31.8571 weeks", "1.0405", () => Bg.Value.Expected(31.8571), 5e-4 },
                { "expected, 32 weeks", "1.0437", () => Bg.Value.Expected(32), 5e-4 },
                { "expected, 78 weeks", "1.8576", () => Bg.Value.Expected(78), 5e-4 },
                { "expected, 52 weeks", "1.444004", () => Bg.Value.Expected(52), 2e-4 },
                { "x 26, t 30.857 of 31: next 52 weeks", "25.75659", () => Bg.Value.Expected(Often, 52), 5e-3 },
                { "the same: chance of being a customer", ".9688523", () => Bg.Value.ChanceActive(Often), 5e-5 },
            },
            .. new Sheet("voice 3.8", "the same, from the printed parameters (R)")
            {
                { "expected, 1 week", ".0533", () => Printed.Expected(1) },
                { "expected, 3 weeks", ".1509", () => Printed.Expected(3) },
                { "expected, 31.8571 weeks", "1.0420", () => Printed.Expected(31.8571) },
                { "expected, 32 weeks", "1.0452", () => Printed.Expected(32) },
                { "expected, 78 weeks", "1.8605", () => Printed.Expected(78) },
                { "x 2, t 30.43 of 38.86: next 39 weeks", "1.226", () => Printed.Expected(new(2, 30.43, 38.86), 39) },
                { "x 26: next 52 weeks", "25.7565", () => Printed.Expected(Often, 52), 5e-4 },
                { "x 26: chance of being a customer", ".96885", () => Printed.ChanceActive(Often) },
                { "chance of none in 39 weeks", ".5737864", () => Printed.ChanceOfNone(39) },
            },
            .. new Sheet("voice 3.8", "Fader and Hardie 2005, Pareto/NBD, CDNOW")
            {
                { "r", ".553", () => Pareto.Value.R, 1e-3 },
                { "α", "10.578", () => Pareto.Value.Alpha, .01 },
                { "s", ".606", () => Pareto.Value.S, 1e-3 },
                { "β", "11.669", () => Pareto.Value.Beta, .02 },
                { "log likelihood", "-9594.976", () => Pareto.Value.LogLikelihood, 5e-3 },
                { "expected, 52 weeks", "1.473434", () => Pareto.Value.Expected(52), 2e-4 },
                { "x 26: next 52 weeks", "25.45647", () => Pareto.Value.Expected(Often, 52), 5e-3 },
                { "x 26: chance of being a customer", ".997874", () => Pareto.Value.ChanceActive(Often), 5e-6 },
            },
            .. FirstCustomers(),
            .. new Sheet("voice 3.8", "Fader, Hardie and Shang 2010, BG/BB, donations")
            {
                { "α", "1.204", () => Giving.Value.Alpha },
                { "β", ".750", () => Giving.Value.Beta },
                { "γ", ".657", () => Giving.Value.Gamma },
                { "δ", "2.783", () => Giving.Value.Delta, 1e-3 },
                { "expected, 10 years", "3.179805", () => Giving.Value.Expected(10), 1e-4 },
                {
                    "x 0 of 6: next 10 years",
                    ".1302169",
                    () => Giving.Value.Expected(new OccasionHistory(0, 0, 6), 10),
                    1e-5
                },
                {
                    "x 4, last in 5 of 6: next 10 years",
                    "3.627858",
                    () => Giving.Value.Expected(new OccasionHistory(4, 5, 6), 10),
                    1e-4
                },
            },
            .. Segment("high end", "high_end", ".668", "3.806", ".869", ".743", ".653", ".593", ".551", ".517", ".491"),
            .. Segment("regular", "regular", ".704", "1.182", ".631", ".468", ".382", ".326", ".289", ".262", ".241"),
        ];
}
