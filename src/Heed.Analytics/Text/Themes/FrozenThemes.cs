using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heed.Analytics.Text.Themes;

/// <summary>Where a remark belongs, and how clearly.</summary>
/// <param name="Theme">The place of the theme in the model; -1 for a remark that fits none.</param>
/// <param name="Lift">How many nats likelier the remark is from its best theme than from all remarks together.</param>
/// <param name="Margin">How many nats likelier the best theme is than the second best.</param>
public readonly record struct Assignment(int Theme, float Lift, float Margin)
{
    /// <summary>A remark that fits no theme.</summary>
    public const int Unthemed = -1;
}

/// <summary>
/// Judges remarks by a model as it stands: the theme with the highest posterior, or none where that theme explains the
/// remark hardly better than the whole does. Safe to use from several threads.
/// </summary>
public sealed class FrozenThemes
{
    /// <summary>Nats of lift below which the words of a remark leave it unthemed.</summary>
    /// <remarks>
    /// Themes of short banking queries: of other such queries 5 in 100 lie below it, of patients' comments 60 in 100.
    /// </remarks>
    public const float LeastLift = 2.5f;

    /// <summary>How far a remark about anything else still points towards some theme, as a cosine.</summary>
    const float ChanceCosine = 0.35f;

    readonly ThemeModel _model;
    readonly HashIndex _terms;
    readonly int _stride;
    readonly float[] _logChances;
    readonly float[] _backgrounds;
    readonly float[] _priors;
    readonly float[] _directions;
    readonly int _width;
    readonly Dictionary<ulong, List<(int Theme, bool Includes)>> _keywords = [];

    /// <summary>Makes a model ready to judge.</summary>
    /// <param name="model">A model with one theme or more.</param>
    /// <exception cref="ArgumentException">The model has no theme.</exception>
    public FrozenThemes(ThemeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Themes.Count == 0)
            throw new ArgumentException("A model without themes cannot judge.", nameof(model));
        _model = model;
        _stride = (model.Themes.Count + 7) & ~7;
        ulong[] vocabulary = [.. model.Themes.SelectMany(theme => theme.Statistics.Terms.ToArray()).Distinct().Order()];
        _terms = new HashIndex(vocabulary.Length);
        foreach (var term in vocabulary)
            _terms.Add(term);
        (_logChances, _backgrounds) = (new float[vocabulary.Length * _stride], new float[vocabulary.Length]);
        _priors = [.. Enumerable.Repeat(float.NegativeInfinity, _stride)];
        _width = model.Themes.Max(theme => theme.Statistics.VectorSum.Length);
        _directions = new float[_width * _stride];
        Fill(vocabulary.Length);
        foreach (var rule in model.Keywords)
            if (PlaceOf(rule.Theme) is >= 0 and var theme)
                (CollectionsMarshal.GetValueRefOrAddDefault(_keywords, rule.Term, out _) ??= []).Add(
                    (theme, rule.Includes)
                );
    }

    /// <summary>The model.</summary>
    public ThemeModel Model => _model;

    void Fill(int terms)
    {
        var (settings, themes) = (_model.Settings, _model.Themes);
        var said = new long[terms];
        for (var k = 0; k < themes.Count; k++)
        {
            var statistics = themes[k].Statistics;
            var perTerm = Math.Log(statistics.Total + terms * (double)settings.Beta);
            for (var term = 0; term < terms; term++)
                _logChances[term * _stride + k] = (float)(Math.Log(settings.Beta) - perTerm);
            for (var i = 0; i < statistics.Terms.Length; i++)
            {
                var place = _terms.Find(statistics.Terms[i]);
                said[place] += statistics.Counts[i];
                _logChances[place * _stride + k] = (float)(Math.Log(statistics.Counts[i] + settings.Beta) - perTerm);
            }
            _priors[k] = MathF.Log(statistics.Remarks + settings.Alpha);
            var square = 0.0;
            foreach (var sum in statistics.VectorSum)
                square += (double)sum * sum;
            for (var i = 0; i < statistics.VectorSum.Length && square > 0; i++)
                _directions[i * _stride + k] = (float)(settings.Kappa * statistics.VectorSum[i] / Math.Sqrt(square));
        }
        var all = Math.Log(said.Sum() + terms * (double)settings.Beta);
        for (var term = 0; term < terms; term++)
            _backgrounds[term] = (float)(Math.Log(said[term] + settings.Beta) - all);
    }

    int PlaceOf(Guid theme)
    {
        for (var i = 0; i < _model.Themes.Count; i++)
            if (_model.Themes[i].Id == theme)
                return i;
        return -1;
    }

    /// <summary>Where a remark belongs.</summary>
    /// <param name="terms">The hashes of its terms, in any order; unknown ones say nothing.</param>
    /// <param name="vector">Its unit vector; empty, or zeros, where there is none.</param>
    /// <exception cref="ArgumentException">The vector has another width than the model's.</exception>
    [SkipLocalsInit]
    public Assignment Assign(ReadOnlySpan<ulong> terms, ReadOnlySpan<float> vector)
    {
        if (vector.Length != 0 && vector.Length != _width)
            throw new ArgumentException($"The vector has {vector.Length} numbers, the model {_width}.", nameof(vector));
        Span<float> scores = stackalloc float[_stride];
        scores.Clear();
        var background = 0f;
        foreach (var term in terms)
        {
            if (_terms.Find(term) is not (>= 0 and var place))
                continue;
            background += _backgrounds[place];
            Add(scores, ref _logChances[place * _stride], 1);
        }
        for (var i = 0; i < vector.Length; i++)
            Add(scores, ref _directions[i * _stride], vector[i]);
        var pointing = vector.ContainsAnyExcept(0f) ? ChanceCosine * _model.Settings.Kappa : 0;
        return Judged(terms, scores, background, LeastLift + pointing);
    }

    static void Add(Span<float> scores, ref float row, float scale)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (nuint at = 0; at < (nuint)scores.Length; at += 8)
            (Vector256.LoadUnsafe(ref score, at) + Vector256.LoadUnsafe(ref row, at) * scale).StoreUnsafe(
                ref score,
                at
            );
    }

    Assignment Judged(ReadOnlySpan<ulong> terms, Span<float> scores, float background, float leastLift)
    {
        var ruled = _keywords.Count == 0 ? Assignment.Unthemed : Ruled(terms, scores);
        var (best, first, second) = (0, float.NegativeInfinity, float.NegativeInfinity);
        for (var k = 0; k < scores.Length; k++)
        {
            var score = scores[k] + _priors[k];
            if (score > first)
                (best, first, second) = (k, score, first);
            else if (score > second)
                second = score;
        }
        if (ruled != Assignment.Unthemed)
            return new(ruled, scores[ruled] - background, 0);
        var lift = scores[best] - background;
        return new(lift < leastLift ? Assignment.Unthemed : best, lift, first - second);
    }

    // The rule that comes first in the model's list wins, and a theme that keeps the remark out cannot also take it in.
    int Ruled(ReadOnlySpan<ulong> terms, Span<float> scores)
    {
        foreach (var term in terms)
        foreach (var (theme, includes) in _keywords.GetValueOrDefault(term) ?? [])
            if (!includes)
                scores[theme] = float.NegativeInfinity;
        var ruled = Assignment.Unthemed;
        foreach (var rule in _model.Keywords)
            if (ruled < 0 && rule.Includes && terms.Contains(rule.Term) && PlaceOf(rule.Theme) is >= 0 and var theme)
                ruled = float.IsNegativeInfinity(scores[theme]) ? Assignment.Unthemed : theme;
        return ruled;
    }

    /// <summary>How many nats likelier a term is in a theme than in all remarks; 0 for an unknown one.</summary>
    internal double Says(int theme, ulong term) =>
        _terms.Find(term) is >= 0 and var place ? _logChances[place * _stride + theme] - _backgrounds[place] : 0;

    /// <summary>The cosine of a unit vector to the direction of a theme.</summary>
    internal double Cosine(int theme, ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
            sum += vector[i] * _directions[i * _stride + theme];
        return _model.Settings.Kappa > 0 ? sum / _model.Settings.Kappa : 0;
    }

    /// <summary>Where each remark belongs, on all cores.</summary>
    /// <param name="remarks">The remarks, with vectors of the model's width or none.</param>
    public Assignment[] Assign(RemarkTerms remarks)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var assigned = new Assignment[remarks.Count];
        var parts = (remarks.Count + PerPart - 1) / PerPart;
        Parallel.For(
            0,
            parts,
            part =>
            {
                var hashes = new List<ulong>();
                for (var i = part * PerPart; i < Math.Min(remarks.Count, (part + 1) * PerPart); i++)
                {
                    hashes.Clear();
                    foreach (var term in remarks.Row(i))
                        hashes.Add(remarks.Vocabulary[term]);
                    assigned[i] = Assign(CollectionsMarshal.AsSpan(hashes), remarks.Vector(i));
                }
            }
        );
        return assigned;
    }

    const int PerPart = 4096;
}
