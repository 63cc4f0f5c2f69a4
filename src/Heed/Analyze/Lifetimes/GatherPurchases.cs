using Heed.Analytics.Lifetime;

namespace Heed.Analyze;

/// <summary>Makes customers of purchases. Purchases of one day are one: time does not tell them apart.</summary>
sealed class GatherPurchases(DataFile file, LifetimeAsk ask)
{
    readonly Dictionary<string, SortedDictionary<DateOnly, double>> _days = [];
    int _refunds;
    int _unpriced;
    int _late;

    /// <param name="amount">Null where amounts were not asked for; NaN where one is missing.</param>
    public void Add(string who, DateOnly day, double? amount)
    {
        if (day > ask.Until?.Last)
        {
            _late++;
            return;
        }
        if (amount <= 0)
        {
            _refunds++;
            return;
        }
        if (amount is double.NaN)
            _unpriced++;
        if (!_days.TryGetValue(who, out var days))
            _days[who] = days = [];
        days[day] = days.GetValueOrDefault(day) + (amount is > 0 and var paid ? paid : 0);
    }

    public Outcome<Buyers> Buyers()
    {
        Note(
            _refunds,
            "has an amount of zero or less (a refund, a gift) and is no purchase",
            "have an amount of zero or less (refunds, gifts) and are no purchases"
        );
        Note(
            _unpriced,
            "has no amount; it counts as a purchase and not as money",
            "have no amount; they count as purchases and not as money"
        );
        Note(_late, "lies after --until and is left out", "lie after --until and are left out");
        if (_days.Count == 0)
            return new Buyers([], ask.Amount is not null);
        var end = ask.Until?.Last ?? _days.Values.Max(days => days.Keys.Last());
        return new Buyers(
            [
                .. _days
                    .OrderBy(buyer => buyer.Key, StringComparer.Ordinal)
                    .Select(buyer => Of(buyer.Key, buyer.Value, end)),
            ],
            ask.Amount is not null
        );
    }

    Buyer Of(string who, SortedDictionary<DateOnly, double> days, DateOnly end)
    {
        var first = days.Keys.First();
        double Time(DateOnly day) => (day.DayNumber - first.DayNumber) / ask.Days;
        double[] repeats = [.. days.Skip(1).Select(day => day.Value).Where(value => value > 0)];
        return new(
            who,
            new(days.Count - 1, Time(days.Keys.Last()), Time(end)),
            ask.Amount is null || repeats.Length == 0 ? default : new(repeats.Length, repeats.Average())
        );
    }

    void Note(int rows, string one, string many)
    {
        if (rows > 0)
            file.Notes.Add($"{Format.Count(rows, $"row {one}", $"rows {many}")}.");
    }
}
