using System.Globalization;
using Heed.Listen;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>Customers who buy at rates of their own for sixty weeks, or leave.</summary>
static class SamplePurchases
{
    public const string Somebody = "buyer-17x";

    public static string Log()
    {
        var random = new Random(7);
        List<string> rows = ["customer,date,amount"];
        for (var who = 0; who < 200; who++)
        {
            var (day, rate) = (random.Next(140), 0.03 * -Math.Log(1 - random.NextDouble()));
            var (leaves, spends) = (0.4 * Math.Pow(random.NextDouble(), 2), 4 + 8 * random.NextDouble());
            for (; day < 420; day += 1 + (int)(-Math.Log(1 - random.NextDouble()) / rate))
            {
                var amount = (spends * (0.5 + random.NextDouble())).ToString("0.00", CultureInfo.InvariantCulture);
                rows.Add($"buyer-{who}x,{new DateOnly(2025, 1, 6).AddDays(day):yyyy-MM-dd},{amount}");
                if (random.NextDouble() < leaves)
                    break;
            }
        }
        return string.Join('\n', [.. rows, ""]);
    }

    public static LifetimeRequest Asked() =>
        new()
        {
            Text = Log(),
            Customer = "customer",
            Date = "date",
            Amount = "amount",
            Ahead = 26,
            MarginPercent = 40,
            DiscountPercent = 0.2,
        };

    public static Dictionary<string, string> Fields(string text) =>
        new()
        {
            ["Asked.Text"] = text,
            ["Asked.Customer"] = "customer",
            ["Asked.Date"] = "date",
            ["Asked.Amount"] = "amount",
            ["Asked.Unit"] = "Week",
            ["Asked.Ahead"] = "26",
            ["Asked.MarginPercent"] = "40",
            ["Asked.DiscountPercent"] = "0.2",
        };

    /// <summary>For routes to name.</summary>
    public static async Task<string> One(IServiceProvider services, Cast who) =>
        (await services.GetRequiredService<LookAtPurchases>().Run(Asked(), default)).Given().Id.ToString();
}
