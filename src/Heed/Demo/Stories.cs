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

    /// <summary>A trade: the calls that lift reorders cost the counter three hours a week more on the phone.</summary>
    public static IReadOnlyList<double> Phone { get; } =
        Make(131, week => 5.5 + (week >= CallBeforeArrival ? 3 : 0), 0.5, 1);

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
    public const double TrainingHours = 24;

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

    /// <summary>The week was cleared of meetings, and twelve weeks later they begin to grow back.</summary>
    public const int MeetingsCleared = 26;
    public const int MeetingsGrowBack = 38;

    /// <summary>
    /// What happens everywhere hides what happens here: from week 18 all are open longer and more pastries are left, while a second
    /// tray that is baked later leaves fewer, at the harbour at once, then at the station and on the market.
    /// </summary>
    public static IReadOnlyList<Shop> Shops { get; } =
    [
        Baking("Harbor", 101, 14, BakeLater),
        Baking("Station", 102, 12, BakeLater + 7),
        Baking("Market", 103, 17, BakeLater + 14),
        Baking("Ferry kiosk", 104, 11),
        Baking("Library kiosk", 105, 15),
        Baking("Park kiosk", 106, 13),
    ];
    public const int BakeLater = 18;
    public const int BakeLaterLook = 46;
    public const double BakeLaterEffect = -4;
    public const double OpenLongerEffect = 4;
    public const double BakeLaterPredicted = -3;

    /// <param name="Left">Of 100 pastries, how many are left at closing.</param>
    public sealed record Shop(string Name, int? BakesLaterFrom, IReadOnlyList<double> Left);

    static Shop Baking(string name, int seed, double level, int? from = null) =>
        new(
            name,
            from,
            Make(
                seed,
                week =>
                    level
                    + 0.8 * Math.Sin(week * 1.9)
                    + (week >= BakeLater ? OpenLongerEffect : 0)
                    + (week >= from ? BakeLaterEffect : 0),
                0.8,
                1
            )
        );

    /// <summary>Orders, for scale: rising gently, nothing planted.</summary>
    public static IReadOnlyList<double> Orders { get; } = Make(71, week => 1180 + 6.5 * week, 42, 0);

    /// <summary>A number that only began to be measured: the baseline is still unknown.</summary>
    public static IReadOnlyList<double> PlannedAhead { get; } = Make(89, _ => 34, 3, 0)[^4..];

    /// <summary>Two arms that looked well: asked for a window, fewer are late; in the third week too few order, and it is stopped.</summary>
    public const int WindowAsked = 49;
    public const double WindowOrdersAtLeast = 1515;

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
