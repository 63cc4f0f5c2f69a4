using Heed.Analytics.Lifetime;
using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze.Lifetimes;

public sealed class GatherPurchasesTests
{
    static readonly DateOnly First = new(2026, 1, 5);

    static (List<Buyer> Buyers, List<string> Notes) Gather(
        LifetimeAsk ask,
        params (string Who, int Day, double? Amount)[] bought
    )
    {
        using var csv = new Csv("who,day\na,2026-01-05\n");
        Assert.False(DataFile.Open(csv.Path).Refused(out _, out var file));
        using (file)
        {
            var gather = new GatherPurchases(file, ask);
            foreach (var (who, day, amount) in bought)
                gather.Add(who, First.AddDays(day), amount);
            Assert.False(gather.Buyers().Refused(out _, out var buyers));
            return ([.. buyers.All], file.Notes);
        }
    }

    static readonly LifetimeAsk Weeks = new() { Unit = TimeUnit.Week, Amount = "sum" };

    [Fact]
    public void Time_is_counted_from_ones_own_first_purchase_to_the_last_of_all()
    {
        var (buyers, _) = Gather(Weeks, ("b", 14, 5), ("a", 0, 9), ("a", 21, 7), ("a", 7, 5));
        Assert.Equal(["a", "b"], buyers.Select(b => b.Name));
        Assert.Equal((2, 3.0, 3.0), (buyers[0].History.Repeats, buyers[0].History.LastAt, buyers[0].History.Observed));
        Assert.Equal((0, 0.0, 1.0), (buyers[1].History.Repeats, buyers[1].History.LastAt, buyers[1].History.Observed));
    }

    [Fact]
    public void Purchases_of_one_day_are_one_and_only_repeats_are_money()
    {
        var (buyers, _) = Gather(Weeks, ("a", 0, 100), ("a", 7, 5), ("a", 7, 3), ("a", 14, 2));
        Assert.Equal(2, buyers[0].History.Repeats);
        Assert.Equal(new Spending(2, 5), buyers[0].Spent);
    }

    [Fact]
    public void A_refund_lowers_what_it_follows_and_a_purchase_without_an_amount_is_no_money()
    {
        var (buyers, notes) = Gather(
            Weeks,
            ("a", 0, 100),
            ("a", 7, -5),
            ("a", 7, 0),
            ("a", 14, double.NaN),
            ("a", 21, 8),
            ("a", 21, double.NaN)
        );
        Assert.Equal(2, buyers[0].History.Repeats);
        Assert.Equal(new Spending(1, 8), buyers[0].Spent);
        Assert.Equal(
            [
                "1 refund lowered the purchases before it: 108 before, 103 after. Whose purchase was refunded whole has still bought.",
                "1 row has an amount of zero and is no purchase.",
                "2 rows have no amount; they count as purchases and not as money.",
            ],
            notes
        );
    }

    [Fact]
    public void A_refund_reaches_back_as_far_as_there_is_something_to_refund_and_never_forward()
    {
        var (buyers, notes) = Gather(
            Weeks,
            ("a", 0, 50),
            ("a", 7, 10),
            ("a", 14, -25),
            ("a", 21, 30),
            ("b", 0, 5),
            ("b", 7, -9)
        );
        var a = buyers.Single(b => b.Name == "a");
        Assert.Equal((2, new Spending(1, 30)), (a.History.Repeats, a.Spent));
        Assert.Contains(notes, n => n.Contains("95 before, 65 after", StringComparison.Ordinal));
        Assert.Contains("1 row refunds more than was bought before it; the rest is left out.", notes);
    }

    [Theory]
    [InlineData("Day", 14)]
    [InlineData("Week", 2)]
    [InlineData("Month", 14 * 12 / 365.25)]
    [InlineData("Year", 14 / 365.25)]
    public void Watching_ends_where_it_is_said_to(string unit, double watched)
    {
        var ask = new LifetimeAsk
        {
            Unit = Enum.Parse<TimeUnit>(unit),
            Until = SeriesDates.Read("2026-01-19", DateOrder.DayFirst),
        };
        var (buyers, notes) = Gather(ask, ("a", 0, null), ("a", 14, null), ("a", 15, null), ("b", 20, null));
        Assert.Equal(watched, Assert.Single(buyers).History.Observed, 1e-9);
        Assert.Equal(1, buyers[0].History.Repeats);
        Assert.Equal(default, buyers[0].Spent);
        Assert.Equal(["2 rows lie after --until and are left out."], notes);
    }

    [Fact]
    public void Nobody_is_no_fault() => Assert.Empty(Gather(Weeks, ("a", 0, -1)).Buyers);
}
