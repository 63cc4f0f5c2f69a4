using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heed.Analytics.Text.Themes;

/// <summary>
/// The state of the mixture: how often each theme says each term, how many remarks and terms it has, and the sum of its
/// vectors. Remarks are put in and taken out; what is left never depends on the order, because counts are integers and
/// vector sums are fixed-point.
/// </summary>
/// <remarks>
/// Chance of theme k for a remark, the remark itself left out (collapsed Gibbs sampling; Yin and Wang, <i>A Dirichlet
/// multinomial mixture model-based approach for short text clustering</i>, KDD 2014, with a term for meaning added):
/// log(m_k + α) + Σ_w Σ_j log(n_kw + β + j) - Σ_i log(n_k + Vβ + i) + κ·cos(x, s_k).
/// </remarks>
sealed class Mixture
{
    readonly MixtureSettings _settings;
    readonly RemarkTerms _remarks;
    readonly int _stride;
    readonly int[] _counts;
    readonly float[] _logCounts;
    readonly long[] _totals;
    readonly long[] _members;
    readonly float[] _logMembers;
    readonly float[] _bases;
    readonly long[] _sums;
    readonly float[] _directions;
    readonly float[] _logs = new float[1024];

    public Mixture(RemarkTerms remarks, MixtureSettings settings)
    {
        (_remarks, _settings) = (remarks, settings);
        _stride = (settings.Themes + 7) & ~7;
        for (var i = 0; i < _logs.Length; i++)
            _logs[i] = MathF.Log(i + settings.Beta);
        _counts = new int[remarks.TermCount * _stride];
        _logCounts = new float[_counts.Length];
        Array.Fill(_logCounts, _logs[0]);
        (_totals, _members) = (new long[_stride], new long[_stride]);
        (_logMembers, _bases) = (new float[_stride], new float[_stride]);
        Array.Fill(_logMembers, MathF.Log(settings.Alpha));
        Array.Fill(_bases, remarks.TermCount * settings.Beta);
        _sums = new long[settings.Themes * remarks.Width];
        _directions = new float[remarks.Width * _stride];
    }

    public int Themes => _settings.Themes;
    public int Stride => _stride;

    public long Members(int theme) => _members[theme];

    public void Add(int remark, int theme, int weight = 1) => Count(remark, theme, weight);

    public void Remove(int remark, int theme, int weight = 1) => Count(remark, theme, -weight);

    void Count(int remark, int theme, int weight)
    {
        var row = _remarks.Row(remark);
        foreach (var term in row)
        {
            var at = term * _stride + theme;
            _logCounts[at] = LogOf(_counts[at] += weight);
        }
        _totals[theme] += weight * row.Length;
        _members[theme] += weight;
        _logMembers[theme] = MathF.Log(_members[theme] + _settings.Alpha);
        _bases[theme] = _totals[theme] + _remarks.TermCount * _settings.Beta;
        Turn(theme, _remarks.Vector(remark), weight);
    }

    void Turn(int theme, ReadOnlySpan<float> vector, int weight)
    {
        var sum = _sums.AsSpan(theme * vector.Length, vector.Length);
        var square = 0.0;
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * (long)MathF.Round(vector[i] * ThemeStatistics.Grain);
            square += (double)sum[i] * sum[i];
        }
        var scale = square > 0 ? (float)(_settings.Kappa / Math.Sqrt(square)) : 0;
        for (var i = 0; i < sum.Length; i++)
            _directions[i * _stride + theme] = sum[i] * scale;
    }

    float LogOf(int count) => count < _logs.Length ? _logs[count] : MathF.Log(count + _settings.Beta);

    /// <summary>The log chance of each theme for a remark, up to a constant; the padding after the last theme is -∞.</summary>
    public void Score(int remark, Span<float> scores)
    {
        var row = _remarks.Row(remark);
        var vector = _remarks.Vector(remark);
        for (var from = 0; from < _stride; from += 8)
        {
            var score = Vector256.LoadUnsafe(ref _logMembers[from]);
            var half = Vector256.Create((row.Length - 1) / 2f);
            // Σ_i log(b + i) = L·log(b + (L - 1)/2) to within L³/24b², and b is at least Vβ.
            if (row.Length > 0)
                score -= row.Length * Vector256.Log(Vector256.LoadUnsafe(ref _bases[from]) + half);
            var (last, repeat) = (-1, 0);
            foreach (var term in row)
            {
                repeat = term == last ? repeat + 1 : 0;
                last = term;
                ref var logs = ref Unsafe.Add(
                    ref MemoryMarshal.GetArrayDataReference(_logCounts),
                    term * _stride + from
                );
                score += repeat == 0 ? Vector256.LoadUnsafe(ref logs) : Repeated(term * _stride + from, repeat);
            }
            ref var directions = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_directions), from);
            for (var i = 0; i < vector.Length; i++)
                score += Vector256.LoadUnsafe(ref directions, (nuint)(i * _stride)) * vector[i];
            score.CopyTo(scores[from..]);
        }
        scores[Themes..].Fill(float.NegativeInfinity);
    }

    Vector256<float> Repeated(int at, int repeat)
    {
        var counts = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref _counts[at]));
        return Vector256.Log(counts + Vector256.Create(_settings.Beta + repeat));
    }

    /// <summary>The log likelihood of the terms given the themes, by which runs are compared.</summary>
    public double Fit(ReadOnlySpan<int> themes)
    {
        Span<float> scores = stackalloc float[_stride];
        var sum = 0.0;
        for (var remark = 0; remark < themes.Length; remark++)
        {
            Score(remark, scores);
            sum += scores[themes[remark]];
        }
        return sum;
    }
}
