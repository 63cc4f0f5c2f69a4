using Heed.Analytics.Scores;

namespace Heed.Analytics.Lifetime;

/// <summary>
/// What a purchase model would have said of a time that it was not shown, beside what came: the one check of a forecast that
/// does not lean on the model.
/// </summary>
/// <remarks>
/// As Fader, Hardie and Lee (2005) judged theirs: fitted on the first part of the time, asked for the purchases of the rest.
/// Customers who came only later are in neither figure.
/// </remarks>
/// <param name="Time">How long the time lasted that was held back.</param>
/// <param name="Customers">How many customers were known before.</param>
/// <param name="Said">How many purchases the model would have said, with the range of what may come.</param>
/// <param name="Came">How many came.</param>
/// <param name="Correlation">How said and come go together customer by customer, -1 to 1; null where one of them does not differ.</param>
/// <param name="MeanError">By how many purchases a customer's figure was off on average.</param>
public sealed record HeldBack(
    double Time,
    int Customers,
    Estimate Said,
    int Came,
    double? Correlation,
    double MeanError
)
{
    /// <summary>What the check needs of the time before, and of each side: fewer say nothing about a model.</summary>
    public const int FewestRepeats = 50;

    /// <summary>
    /// Whether the time before left the parameters open, as where hardly anybody had left yet: they are then held near those of
    /// usual customers, because a forecast that cannot be checked is worse than one that is checked with a crutch.
    /// </summary>
    public bool IsSteadied { get; private init; }

    /// <summary>Whether what came lies outside all that the model held for possible.</summary>
    public bool Missed => Came < Said.Low || Came > Said.High;

    /// <summary>By what share of its figure the model was off.</summary>
    public double Miss => Math.Abs(Came - Said.Value) / Said.Value;

    /// <summary>
    /// A forecast by the same model, widened where it missed: one miss is all that is known of how far it goes wrong, so it
    /// counts as a deviation of that share beside what the range has already.
    /// </summary>
    public Estimate Widened(Estimate forecast)
    {
        if (!Missed)
            return forecast;
        var error = forecast.Value * Miss;
        double Reach(double reach) => Math.Sqrt(reach * reach + Math.Pow(Intervals.Z(0.95) * error, 2));
        return new(
            forecast.Value,
            Math.Max(0, forecast.Value - Reach(forecast.Value - forecast.Low)),
            forecast.Value + Reach(forecast.High - forecast.Value),
            Math.Sqrt(forecast.StandardError * forecast.StandardError + error * error)
        );
    }

    /// <summary>Fits the model on the time before and asks it for the time that was held back.</summary>
    /// <param name="customers">Each customer as known before, and how many purchases came after.</param>
    /// <param name="time">How long the time after lasts.</param>
    /// <param name="seed">The seed of the draws; the same one repeats the range.</param>
    /// <param name="draws">How many draws, 100 or more.</param>
    /// <returns>The check, or a sentence when the time before is too thin for a model or a check.</returns>
    public static Answer<HeldBack> Of(
        IReadOnlyCollection<(PurchaseHistory Before, int After)> customers,
        double time,
        ulong seed = 1,
        int draws = 1000
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        var repeats = customers.Sum(customer => customer.Before.Repeats);
        if (repeats < FewestRepeats)
            return new NoAnswer(
                $"A check needs {FewestRepeats} repeat purchases in the time before; there are {repeats}."
            );
        PurchaseHistory[] before = [.. customers.Select(customer => customer.Before)];
        var fitted = BgNbd.Fit(before);
        var isSteadied = fitted is not { IsGiven: true, Value.Cloud: not null };
        if ((isSteadied ? BgNbd.Steadied(before) : fitted).Refused(out var because, out var model))
            return new NoAnswer(because);
        if (model.Coming(before, time, seed, draws).Refused(out because, out var said))
            return new NoAnswer(because);
        double[] each = [.. customers.Select(customer => model.Expected(customer.Before, time))];
        double[] came = [.. customers.Select(customer => (double)customer.After)];
        return new HeldBack(
            time,
            before.Length,
            said,
            customers.Sum(customer => customer.After),
            Together(each, came),
            each.Zip(came, (one, other) => Math.Abs(one - other)).Average()
        )
        {
            IsSteadied = isSteadied,
        };
    }

    static double? Together(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var (xx, yy) = (x.Sum(one => Math.Pow(one - meanX, 2)), y.Sum(one => Math.Pow(one - meanY, 2)));
        return xx > 0 && yy > 0
            ? x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum() / Math.Sqrt(xx * yy)
            : null;
    }
}
