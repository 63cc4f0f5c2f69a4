using System.Globalization;
using Heed.Listen;

namespace Heed.Demo;

/// <summary>A year of the beans that 150 people had sent home: who bought, when, for how much. Made with a fixed seed, nothing planted.</summary>
sealed partial class SampleYear
{
    Task LookAtPurchases(CancellationToken stop) =>
        As(
            _cast.Priya,
            s =>
                Done(
                    s.GetRequiredService<LookAtPurchases>()
                        .Run(
                            new()
                            {
                                File = "beans-sent-home.csv",
                                Text = Purchases(),
                                Customer = "customer",
                                Date = "date",
                                Amount = "amount",
                                Ahead = 26,
                                MarginPercent = 40,
                                DiscountPercent = 0.2,
                            },
                            stop
                        )
                )
        );

    string Purchases()
    {
        var chance = new Random(131);
        double Waiting(double rate) => -Math.Log(1 - chance.NextDouble()) / rate;
        List<string> rows = ["customer,date,amount"];
        for (var who = 0; who < 150; who++)
        {
            var (day, rate) = (chance.Next(120), 1 / Waiting(1 / 30d));
            var (leaves, spends) = (0.35 * Math.Pow(chance.NextDouble(), 2), 12 + 20 * chance.NextDouble());
            for (; day < 7 * Stories.Weeks; day += 1 + (int)Math.Min(1000, Waiting(rate)))
            {
                var amount = (spends * (0.6 + 0.8 * chance.NextDouble())).ToString(
                    "0.00",
                    CultureInfo.InvariantCulture
                );
                rows.Add($"{who},{Format.Iso(Monday(0).AddDays(day))},{amount}");
                if (chance.NextDouble() < leaves)
                    break;
            }
        }
        return string.Join('\n', rows);
    }
}
