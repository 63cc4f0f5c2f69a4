using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heed.Analytics.Evidence;

/// <summary>
/// A design seen through one kind of noise: its columns filtered until what is left of the noise is white, and the Cholesky
/// factor of their cross-products. All of it hangs on where the points lie, none of it on what was measured.
/// </summary>
/// <remarks>
/// Kalman's filter in one dimension: the autoregressive part is the state, the white part is added when it is measured, and its
/// innovations over their deviations are white. A gap of d periods carries φ^d of the state, so distances are exact. The
/// factor's order is level, waves, effect, trend, growth: models that differ in the last two only share everything before.
/// </remarks>
sealed class WhitenedDesign
{
    readonly int _n;
    readonly double[] _stay;
    readonly double[] _gain;
    readonly double[] _root;
    readonly double[] _columns;

    /// <summary>The rows of the Cholesky factor; of trend and growth only what stands left of themselves.</summary>
    readonly double[,] _factor;
    readonly int _effect;

    public WhitenedDesign(ChangeDesign design, NoiseKind noise)
    {
        _n = design.Count;
        (_stay, _gain, _root) = (new double[_n], new double[_n], new double[_n]);
        LogVolume = Gains(design.Periods, noise);
        var k = design.Columns.Length;
        _columns = new double[k * _n];
        for (var a = 0; a < k; a++)
            Filter(design.Columns[a], Column(a));
        _effect = design.Effect;
        _factor = new double[k, k];
        Factor(design);
    }

    /// <summary>The logarithm of the determinant of the noise's correlations.</summary>
    public double LogVolume { get; }

    /// <summary>The logarithm of the determinant of the cross-products of level, waves and effect, with the waves' precision.</summary>
    public double LogDeterminant { get; private set; }

    /// <summary>What is left of the cross-products of trend and growth once level, waves and effect are taken out.</summary>
    public double TrendLeft { get; private set; }
    public double GrowthLeft { get; private set; }
    public double BothLeft { get; private set; }

    /// <summary>The factor's entry for the effect, and of trend and growth against it.</summary>
    public double EffectRoot => _factor[_effect, _effect];
    public double TrendOnEffect => _factor[_effect + 1, _effect];
    public double GrowthOnEffect => _factor[_effect + 2, _effect];

    Span<double> Column(int a) => _columns.AsSpan(a * _n, _n);

    double Gains(int[] periods, NoiseKind noise)
    {
        var state = 1 - noise.White;
        var (variance, volume) = (state, 0.0);
        for (var i = 0; i < _n; i++)
        {
            var innovation = variance + noise.White;
            var gain = variance / innovation;
            var distance = i + 1 < _n ? periods[i + 1] - periods[i] : 1;
            var carried = distance == 1 ? noise.Likeness : Math.Pow(noise.Likeness, distance);
            (_stay[i], _gain[i], _root[i]) = (carried * (1 - gain), carried * gain, 1 / Math.Sqrt(innovation));
            volume += Math.Log(innovation);
            variance = carried * carried * variance * (1 - gain) + (1 - carried * carried) * state;
        }
        return volume;
    }

    /// <summary>Values as they are once what their past tells of them is taken away, each over its deviation.</summary>
    public void Filter(ReadOnlySpan<double> values, Span<double> into)
    {
        var expected = 0.0;
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = (values[i] - expected) * _root[i];
            expected = _stay[i] * expected + _gain[i] * values[i];
        }
    }

    void Factor(ChangeDesign design)
    {
        for (var a = 0; a <= _effect + 2; a++)
        {
            var last = Math.Min(a, _effect);
            for (var b = 0; b <= last; b++)
            {
                var sum = Dot(Column(a), Column(b));
                if (a == b && a > 0)
                    sum += a < _effect ? ChangeDesign.PrecisionOfWave : design.PrecisionOfEffect;
                for (var c = 0; c < b; c++)
                    sum -= _factor[a, c] * _factor[b, c];
                _factor[a, b] = a == b ? Math.Sqrt(sum) : sum / _factor[b, b];
            }
            if (a <= _effect)
                LogDeterminant += 2 * Math.Log(_factor[a, a]);
        }
        TrendLeft = Left(design.Trend, design.Trend);
        GrowthLeft = Left(design.Growth, design.Growth);
        BothLeft = Left(design.Growth, design.Trend);
    }

    double Left(int a, int b)
    {
        var sum = Dot(Column(a), Column(b));
        for (var c = 0; c <= _effect; c++)
            sum -= _factor[a, c] * _factor[b, c];
        return sum;
    }

    /// <summary>
    /// The measured values, filtered, against the columns: forward-substituted up to the effect, and what is left for trend and
    /// growth. Returns the sum of squares of the filtered values.
    /// </summary>
    public double Project(ReadOnlySpan<double> values, Span<double> filtered, Span<double> into)
    {
        Filter(values, filtered);
        for (var a = 0; a <= _effect + 2; a++)
        {
            var sum = Dot(Column(a), filtered);
            for (var c = 0; c < Math.Min(a, _effect + 1); c++)
                sum -= _factor[a, c] * into[c];
            into[a] = a <= _effect ? sum / _factor[a, a] : sum;
        }
        return Dot(filtered, filtered);
    }

    /// <summary>Level, waves and effect by back-substitution, once trend and growth are known.</summary>
    public void Back(ReadOnlySpan<double> projected, double trend, double growth, Span<double> into)
    {
        for (var a = _effect; a >= 0; a--)
        {
            var sum = projected[a] - _factor[_effect + 1, a] * trend - _factor[_effect + 2, a] * growth;
            for (var c = a + 1; c <= _effect; c++)
                sum -= _factor[c, a] * into[c];
            into[a] = sum / _factor[a, a];
        }
        (into[_effect + 1], into[_effect + 2]) = (trend, growth);
    }

    // Four lanes on every machine, so that the same points give the same last digit everywhere.
    static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(left);
        var others = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var sums = Vector256<double>.Zero;
        for (var i = 0; i < lanes.Length; i++)
            sums += lanes[i] * others[i];
        var sum = Vector256.Sum(sums);
        for (var i = 4 * lanes.Length; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
