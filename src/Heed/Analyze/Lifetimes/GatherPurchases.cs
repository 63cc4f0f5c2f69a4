using Heed.Analytics.Lifetime;

namespace Heed.Analyze;

/// <summary>Makes customers of purchases. Purchases of one day are one: time does not tell them apart.</summary>
sealed class GatherPurchases(DataFile file, LifetimeAsk ask)
{
    readonly Dictionary<string, SortedDictionary<DateOnly, double>> _days = [];
    readonly List<(string Who, DateOnly Day, double Amount)> _refunds = [];
    int _gifts;
    int _nobody;
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
        if (amount < 0)
        {
            _refunds.Add((who, day, -amount.Value));
            return;
        }
        if (amount == 0)
        {
            _gifts++;
            return;
        }
        if (amount is double.NaN)
            _unpriced++;
        if (!_days.TryGetValue(who, out var days))
            _days[who] = days = [];
        days[day] = days.GetValueOrDefault(day) + (amount is > 0 and var paid ? paid : 0);
    }

    /// <summary>Customers so far, and purchases that were left out for other reasons.</summary>
    public int Count => _days.Count + _refunds.Count + _gifts + _late;

    /// <summary>A purchase of nobody known, as at a till without a card.</summary>
    public void AddNobody() => _nobody++;

    /// <summary>
    /// A refund lowers the purchase it follows, and those before it as far as it reaches. That somebody bought stays: who
    /// sends one of two things back is still a customer.
    /// </summary>
    void Net()
    {
        var gross = _days.Values.Sum(days => days.Values.Sum());
        var (netted, loose) = (0.0, 0);
        foreach (var (who, day, amount) in _refunds.OrderBy(refund => refund.Day))
        {
            var left = amount;
            if (_days.TryGetValue(who, out var days))
                foreach (var bought in days.Keys.Where(bought => bought <= day).Reverse().ToList())
                {
                    var taken = Math.Min(left, days[bought]);
                    days[bought] -= taken;
                    left -= taken;
                    if (left <= 0)
                        break;
                }
            netted += amount - left;
            loose += left > 0 ? 1 : 0;
        }
        if (netted > 0)
            file.Notes.Add(
                $"{Format.Count(_refunds.Count, "refund", "refunds")} lowered the purchases before {Format.Plural(_refunds.Count, "it", "them")}: {Format.Number(gross, 0)} before, {Format.Number(gross - netted, 0)} after. Whose purchase was refunded whole has still bought."
            );
        Note(
            loose,
            "refunds more than was bought before it; the rest is left out",
            "refund more than was bought before them; the rest is left out"
        );
    }

    public Outcome<Buyers> Buyers()
    {
        Net();
        Note(_gifts, "has an amount of zero and is no purchase", "have an amount of zero and are no purchases");
        Note(_nobody, "has no customer and is left out", "have no customer and are left out");
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
        )
        {
            Cut = Cut(end),
        };
    }

    /// <summary>Two thirds of the time to learn from, one to be checked by.</summary>
    CutPurchases Cut(DateOnly end)
    {
        var start = _days.Values.Min(days => days.Keys.First());
        var last = end.AddDays(-(end.DayNumber - start.DayNumber) / 3);
        return new(
            last,
            (last.DayNumber - start.DayNumber) / ask.Days,
            (end.DayNumber - last.DayNumber) / ask.Days,
            [
                .. _days
                    .Values.Where(days => days.Keys.First() <= last)
                    .Select(days =>
                    {
                        var known = days.Keys.TakeWhile(day => day <= last).ToList();
                        double Since(DateOnly day) => (day.DayNumber - known[0].DayNumber) / ask.Days;
                        return (
                            new PurchaseHistory(known.Count - 1, Since(known[^1]), Since(last)),
                            days.Keys.Count(day => day > last && day <= end)
                        );
                    }),
            ]
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
