namespace Heed.Demo;

/// <summary>
/// The numbers behind the sample organisation: 52 weeks, made with a fixed seed. What is planted in them is told in
/// docs/sample.md, and a test holds each story against the engine.
/// </summary>
static class Stories
{
    public const int Weeks = 52;

    /// <summary>A real improvement: calling new regulars before they arrive lifts reorders by nine, from week 42.</summary>
    public static IReadOnlyList<double> Reorders { get; } =
        Make(11, week => 61.5 + (week >= CallBeforeArrival ? 9 : 0), 1.9, 1);
    public const int CallBeforeArrival = 42;
    public const double CallPredicted = 7;

    /// <summary>Nothing happened: a loyalty card at week 12 changed nothing that could be seen in reorders.</summary>
    public const int LoyaltyCard = 12;
    public const double LoyaltyPredicted = 2;

    /// <summary>
    /// Two bars call it worse, the engine calls it better: calls rise with the orders week by week, and texting the
    /// arrival time takes a dozen of them away at week 30.
    /// </summary>
    public static IReadOnlyList<double> Calls { get; } =
        Make(23, week => 38 + 0.85 * week - (week >= TextOnTheWay ? 14 : 0), 2.6, 0);
    public const int TextOnTheWay = 30;
    public const double TextPredicted = -12;

    /// <summary>The same lever four times, nothing moved: another driver training, and late deliveries stay where they were.</summary>
    public static IReadOnlyList<double> Late { get; } = Make(37, _ => 17.5, 1.5, 1);
    public static IReadOnlyList<int> Trainings { get; } = [12, 22, 32, 42];
    public const double TrainingPredicted = -6;

    /// <summary>A removal that crept back: without the second receipt the queue moves, until the old way returns.</summary>
    public static IReadOnlyList<double> Waiting { get; } =
        Make(
            53,
            week =>
                week < ReceiptRemoved ? 6.4
                : week < CreepsBackFrom ? 4.9
                : Math.Min(6.4, 4.9 + 0.28 * (week - CreepsBackFrom + 1)),
            0.22,
            1
        );
    public const int ReceiptRemoved = 16;
    public const int CreepsBackFrom = 42;
    public const double ReceiptPredicted = -1;

    /// <summary>Orders, for scale: rising gently, nothing planted.</summary>
    public static IReadOnlyList<double> Orders { get; } = Make(71, week => 1180 + 6.5 * week, 42, 0);

    /// <summary>A number that only began to be measured: the baseline is still unknown.</summary>
    public static IReadOnlyList<double> PlannedAhead { get; } = Make(89, _ => 34, 3, 0)[^4..];

    static double[] Make(int seed, Func<int, double> level, double spread, int digits)
    {
        var chance = new Random(seed);
        var values = new double[Weeks];
        for (var week = 0; week < Weeks; week++)
            values[week] = Math.Round(level(week) + spread * Normal(chance), digits);
        return values;
    }

    /// <summary>Box and Muller, 1958.</summary>
    static double Normal(Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
