using System.Numerics;

namespace Heed.Analytics.Drivers;

/// <summary>
/// How much of the explained variance each driver brings, averaged over all orders in which the drivers could be added.
/// </summary>
/// <remarks>
/// Lindeman, Merenda and Gold 1980; Grömping, Journal of Statistical Software 17(1), 2006; the Shapley value of R². The
/// R² of all 2ᵖ selections come out of one walk over a binary tree: at each driver either leave it out or take it in and
/// sweep it out of the drivers still to come. Two thirds of the tree works on less than four of them.
/// </remarks>
static class Lmg
{
    public const int MostDrivers = 15;
    const double Collinear = 1e-10;

    /// <summary>The shares of R² of all columns but the last, which is the outcome.</summary>
    /// <param name="correlations">The correlations of drivers and outcome, row by row.</param>
    /// <param name="size">How many columns.</param>
    public static double[] Shares(double[] correlations, int size)
    {
        var drivers = size - 1;
        var explained = new double[1 << drivers];
        var room = new double[size][];
        room[0] = correlations;
        for (var depth = 1; depth < size; depth++)
            room[depth] = new double[size * size];
        Walk(correlations, 0, 0, room, size, explained);
        return Average(explained, drivers);
    }

    static void Walk(double[] partial, int driver, int taken, double[][] room, int size, double[] explained)
    {
        var outcome = size - 1;
        if (driver == outcome)
        {
            explained[taken] = 1 - partial[size * size - 1];
            return;
        }
        Walk(partial, driver + 1, taken, room, size, explained);
        var pivot = partial[driver * size + driver];
        if (pivot < Collinear)
        {
            // The drivers already in say all that this one says: it adds nothing.
            Walk(partial, driver + 1, taken | 1 << driver, room, size, explained);
            return;
        }
        var swept = room[driver + 1];
        for (var a = driver + 1; a < size; a++)
        {
            var times = partial[driver * size + a] / pivot;
            for (var b = a; b < size; b++)
                swept[a * size + b] = partial[a * size + b] - times * partial[driver * size + b];
        }
        Walk(swept, driver + 1, taken | 1 << driver, room, size, explained);
    }

    static double[] Average(double[] explained, int drivers)
    {
        // Of all orders, |S|! (p - |S| - 1)! / p! have exactly the drivers of S before this one.
        var chance = new double[drivers];
        chance[0] = 1.0 / drivers;
        for (var before = 1; before < drivers; before++)
            chance[before] = chance[before - 1] * before / (drivers - before);
        var shares = new double[drivers];
        for (var selection = 0; selection < explained.Length; selection++)
        {
            var weight = BitOperations.PopCount((uint)selection) is var before && before < drivers ? chance[before] : 0;
            for (var driver = 0; driver < drivers; driver++)
                if ((selection >> driver & 1) == 0)
                    shares[driver] += weight * (explained[selection | 1 << driver] - explained[selection]);
        }
        return shares;
    }
}
