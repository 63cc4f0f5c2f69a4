using System.Numerics;

namespace Heed.Analytics.Scores;

/// <summary>
/// The distribution of the sum of n answers that are drawn with replacement, in steps of the scale. It is known without a
/// draw: the characteristic function of one answer to the nth power, turned back over as many steps as the sum can be apart.
/// </summary>
/// <remarks>
/// Only some thirty frequencies are not nothing, so a chance costs some thirty additions. What lies more than nine standard
/// deviations and twenty steps from the mean is counted as what lies within; it is less than one in a hundred million.
/// </remarks>
sealed class ResampledSum
{
    const double Reach = 9;
    const int Margin = 20;
    const double Nothing = 1e-18;
    const double NoChance = 1e-12;
    readonly Complex[] _frequencies;
    readonly Complex[] _turns;

    ResampledSum(long lowest, int length, List<Complex> frequencies, List<Complex> turns) =>
        (Lowest, Length, _frequencies, _turns) = (lowest, length, [.. frequencies], [.. turns]);

    /// <summary>The smallest sum that is looked at.</summary>
    public long Lowest { get; }

    /// <summary>How many sums are looked at.</summary>
    public int Length { get; }

    /// <summary>How many sums would have to be looked at.</summary>
    public static long Spread(ReadOnlySpan<long> counts, ReadOnlySpan<int> steps)
    {
        var (low, high) = Range(counts, steps);
        return high - low + 1;
    }

    static (long Low, long High) Range(ReadOnlySpan<long> counts, ReadOnlySpan<int> steps)
    {
        var (n, sum, squares, most) = (0L, 0.0, 0.0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            n += counts[i];
            sum += (double)counts[i] * steps[i];
            squares += (double)counts[i] * steps[i] * steps[i];
            most = Math.Max(most, steps[i]);
        }
        var away = Reach * Math.Sqrt(Math.Max(0, squares - sum * sum / n)) + Margin;
        return (Math.Max(0, (long)Math.Floor(sum - away)), Math.Min(n * most, (long)Math.Ceiling(sum + away)));
    }

    /// <param name="counts">How many gave each answer.</param>
    /// <param name="steps">How many steps each answer adds to the sum, from 0 up.</param>
    public static ResampledSum Of(ReadOnlySpan<long> counts, ReadOnlySpan<int> steps)
    {
        var (low, high) = Range(counts, steps);
        var (n, length) = (0L, (int)(high - low + 1));
        foreach (var count in counts)
            n += count;
        var smallest = Math.Exp(2 * Math.Log(Nothing) / n);
        List<Complex> frequencies = [];
        List<Complex> turns = [];
        for (var k = 0; k <= length / 2; k++)
        {
            var one = Complex.Zero;
            for (var i = 0; i < counts.Length; i++)
                one += (double)counts[i] / n * OnCircle((long)k * steps[i], length);
            var square = one.Real * one.Real + one.Imaginary * one.Imaginary;
            if (square < smallest)
                continue;
            // Its mirror image above half the length adds the same again.
            var times = k == 0 || 2 * k == length ? 1 : 2;
            var all = Complex.FromPolarCoordinates(Math.Exp(n * Math.Log(square) / 2), n * one.Phase);
            frequencies.Add(times * all * OnCircle(-k * (low % length), length) / length);
            turns.Add(OnCircle(-k, length));
        }
        return new(low, length, frequencies, turns);
    }

    // Whole turns are taken off while the angle is still exact.
    static Complex OnCircle(long part, int length)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * (part % length) / length);
        return new(cos, sin);
    }

    /// <summary>
    /// The values at two neighbouring places from either end among so many sums drawn from this distribution. Only both
    /// ends are drawn: how many are at each sum, given how many are left, is binomial.
    /// </summary>
    /// <param name="draws">The random numbers.</param>
    /// <param name="sums">How many sums are drawn.</param>
    /// <param name="low">The first place from the smallest, 0 or more.</param>
    /// <param name="high">The first place from the largest, 0 or more.</param>
    public ((long First, long Second) Low, (long First, long Second) High) Ends(
        Draws draws,
        int sums,
        int low,
        int high
    )
    {
        var drawn = new long[Length];
        var (left, rest, from, to) = ((long)sums, 1.0, 0, Length);
        End(upwards: true, low);
        End(upwards: false, high);
        return (
            (Lowest + Place(drawn, low, upwards: true), Lowest + Place(drawn, low + 1, upwards: true)),
            (Lowest + Place(drawn, high, upwards: false), Lowest + Place(drawn, high + 1, upwards: false))
        );

        void End(bool upwards, int place)
        {
            Complex[] now = [.. _frequencies];
            if (!upwards)
                for (var k = 0; k < now.Length; k++)
                    now[k] *= Complex.Pow(_turns[k], Length - 1);
            for (var seen = 0L; from < to && seen <= place + 1; )
            {
                var chance = 0.0;
                for (var k = 0; k < now.Length; k++)
                {
                    chance += now[k].Real;
                    now[k] *= upwards ? _turns[k] : Complex.Conjugate(_turns[k]);
                }
                var at = upwards ? from++ : --to;
                var here =
                    from == to || chance >= rest ? left
                    : chance < NoChance ? 0
                    : draws.Binomial(left, chance / rest);
                drawn[at] = here;
                (seen, left, rest) = (seen + here, left - here, rest - Math.Max(chance, 0));
            }
        }
    }

    static int Place(long[] drawn, long place, bool upwards)
    {
        var at = upwards ? 0 : drawn.Length - 1;
        for (; (place -= drawn[at]) >= 0; )
            at += upwards ? 1 : -1;
        return at;
    }
}
