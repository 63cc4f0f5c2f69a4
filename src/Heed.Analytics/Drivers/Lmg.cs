using System.Numerics;
using System.Runtime.InteropServices;

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
        var pivot = partial[driver * size + driver];
        // What the drivers already taken in say in full adds nothing.
        var adds = pivot >= Collinear;
        if (driver == outcome - 1)
        {
            var left = partial[size * size - 1];
            var with = partial[driver * size + outcome];
            explained[taken] = 1 - left;
            explained[taken | 1 << driver] = 1 - (adds ? left - with * with / pivot : left);
            return;
        }
        Walk(partial, driver + 1, taken, room, size, explained);
        if (adds)
            partial = Sweep(partial, driver, room[driver + 1], size);
        Walk(partial, driver + 1, taken | 1 << driver, room, size, explained);
    }

    static double[] Sweep(double[] partial, int driver, double[] swept, int size)
    {
        var row = partial.AsSpan(driver * size, size);
        var scale = 1 / row[driver];
        for (var a = driver + 1; a < size; a++)
        {
            var times = row[a] * scale;
            var from = partial.AsSpan(a * size, size);
            var to = swept.AsSpan(a * size, size);
            for (var b = a; b < size; b++)
                to[b] = from[b] - times * row[b];
        }
        return swept;
    }

    // Of all orders, |S|! (p - |S| - 1)! / p! have exactly the drivers of S before a given one. So the share of a driver is
    // the sum of chance(|T| - 1)·R²(T) over the selections T with it, less that of chance(|S|)·R²(S) over those without it;
    // and adding the second sum over T as well makes it the same for all drivers.
    static double[] Average(double[] explained, int drivers)
    {
        var chance = new double[drivers + 1];
        chance[0] = 1.0 / drivers;
        for (var before = 1; before < drivers; before++)
            chance[before] = chance[before - 1] * before / (drivers - before);
        var without = 0.0;
        for (var selection = 1; selection < explained.Length; selection++)
        {
            var taken = BitOperations.PopCount((uint)selection);
            without += chance[taken] * explained[selection];
            explained[selection] *= chance[taken - 1] + chance[taken];
        }
        // Each fold leaves the sums over one driver less: the upper half are the selections with the last driver.
        var shares = new double[drivers];
        for (var driver = drivers - 1; driver >= 0; driver--)
        {
            var half = 1 << driver;
            var upper = explained.AsSpan(half, half);
            shares[driver] = Sum(upper) - without;
            Fold(explained.AsSpan(0, half), upper);
        }
        return shares;
    }

    static double Sum(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var sum = Vector<double>.Zero;
        foreach (var vector in vectors)
            sum += vector;
        var total = Vector.Sum(sum);
        for (var i = vectors.Length * Vector<double>.Count; i < values.Length; i++)
            total += values[i];
        return total;
    }

    static void Fold(Span<double> into, ReadOnlySpan<double> from)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] += from[i];
    }
}
