namespace Heed.Analytics.Scores;

/// <summary>
/// One number for many answers, with what is needed to judge it: the interval, how many answered, how many did not, and
/// how the answers lie on the scale.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Recommend: promoters minus detractors, -100 to 100, adjusted Wald interval; plain Wald beside it.</item>
/// <item>Satisfaction: percent at the two best points, Wilson interval; the mean beside it.</item>
/// <item>Effort: the mean, t interval; beside it the share at the best points (three of seven or more, else two), Wilson.</item>
/// <item>Mean: the mean, t interval.</item>
/// <item>Share: percent at the better of two points, Wilson interval.</item>
/// </list>
/// A score that cannot be computed is refused with a sentence, so a <see cref="Score"/> always has at least one answer
/// behind it (two for a mean).
/// </remarks>
public sealed record Score
{
    Score(ScoreKind kind, Distribution distribution, double level) =>
        (Kind, Distribution, Level) = (kind, distribution, level);

    /// <summary>What kind of number this is.</summary>
    public ScoreKind Kind { get; }

    /// <summary>The answers it was computed from.</summary>
    public Distribution Distribution { get; }

    /// <summary>The level of all intervals here: 0.95 unless asked otherwise.</summary>
    public double Level { get; }

    /// <summary>How many answered.</summary>
    public long N => Distribution.N;

    /// <summary>How many gave no answer on the scale.</summary>
    public long Missing => Distribution.Missing;

    /// <summary>The observed value: points from -100 to 100, percent, or points of the scale, by kind.</summary>
    public double Value => Unweighted.Value;

    /// <summary>The lower end of the interval.</summary>
    public double Low => Unweighted.Low;

    /// <summary>The upper end of the interval.</summary>
    public double High => Unweighted.High;

    /// <summary>The standard error of <see cref="Value"/>, in its units.</summary>
    public double StandardError => Unweighted.StandardError;

    /// <summary>Value, interval and standard error with every answer counted once.</summary>
    public Estimate Unweighted { get; private init; }

    /// <summary>
    /// The same with weights; null where answers carry none, or where a mean rests on fewer than two effective answers, since
    /// one person then speaks for nearly all.
    /// </summary>
    public WeightedEstimate? Weighted { get; private init; }

    /// <summary>Another reading of the same answers, unweighted; null for a plain mean, and where one answer gives none.</summary>
    public SecondReading? Beside { get; private init; }

    /// <summary>Computes a score.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="distribution">The answers.</param>
    /// <param name="level">The level of the intervals, above 0.5 and below 1.</param>
    /// <returns>
    /// The score, or a sentence: nobody answered, the scale does not fit the kind, or all weights are zero.
    /// </returns>
    public static Answer<Score> Of(ScoreKind kind, Distribution distribution, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (WhyNot(kind, distribution) is { } because)
            return new NoAnswer(because);
        return new Score(kind, distribution, level)
        {
            Unweighted = Compute(kind, distribution, level, weighted: false),
            Weighted = WithEffectiveN(kind, distribution, level),
            Beside = Second(kind, distribution, level),
        };
    }

    static string? WhyNot(ScoreKind kind, Distribution answers) =>
        answers switch
        {
            { N: 0, Missing: 0 } => "There are no answers yet.",
            { N: 0 } => $"All {answers.Missing} answers are blank or not applicable.",
            { TotalWeight: 0 } => $"The weights of all {answers.N} answers are zero, so nobody is represented.",
            { N: 1 } when kind.IsMean() => "A mean needs two answers or more to say how sure it is; there is one.",
            _ when kind == ScoreKind.Recommend && answers.Scale != Scale.ZeroToTen =>
                $"A recommend score is asked from 0 to 10 with 10 as the best; this scale is {answers.Scale}.",
            _ when kind == ScoreKind.Satisfaction && answers.Scale.Points < 4 =>
                $"The two best points of {answers.Scale} are most of the scale. Satisfaction needs four points or more.",
            _ when kind == ScoreKind.Share && answers.Scale.Points != 2 =>
                $"A share is asked of two answers, such as 0-1; this scale is {answers.Scale}.",
            _ => null,
        };

    static Estimate Compute(ScoreKind kind, Distribution answers, double level, bool weighted)
    {
        var n = weighted ? answers.EffectiveN : answers.N;
        return kind switch
        {
            ScoreKind.Recommend => Recommend(answers, n, level, weighted),
            _ when kind.IsShare() => Share(answers, kind.BestPoints(), n, level, weighted),
            _ => Mean(answers, n, level, weighted),
        };
    }

    static WeightedEstimate? WithEffectiveN(ScoreKind kind, Distribution answers, double level)
    {
        if (!answers.IsWeighted || kind.IsMean() && answers.EffectiveN < 2)
            return null;
        var (value, low, high, error) = Compute(kind, answers, level, weighted: true);
        return new WeightedEstimate(value, low, high, error, answers.EffectiveN);
    }

    static SecondReading? Second(ScoreKind kind, Distribution answers, double level)
    {
        switch (kind)
        {
            case ScoreKind.Recommend:
                var (promoters, passives, detractors) = Groups(answers, answers.N, weighted: false);
                return new("plain Wald interval", Intervals.Wald(promoters, passives, detractors, level));
            case ScoreKind.Satisfaction when answers.N >= 2:
                return new("mean", Mean(answers, answers.N, level, weighted: false));
            case ScoreKind.Effort when answers.Scale.Points >= 4:
                var boxes = answers.Scale.Points >= 7 ? 3 : 2;
                return new(
                    boxes == 3 ? "percent at the three best points" : "percent at the two best points",
                    Share(answers, boxes, answers.N, level, weighted: false)
                );
            default:
                return null;
        }
    }

    static Estimate Recommend(Distribution answers, double n, double level, bool weighted)
    {
        var (promoters, passives, detractors) = Groups(answers, n, weighted);
        return Intervals.AdjustedWald(promoters, passives, detractors, level);
    }

    static Estimate Share(Distribution answers, int boxes, double n, double level, bool weighted)
    {
        var share = Intervals.Wilson(answers.ShareNearBest(boxes - 1, weighted) * n, n, level);
        return new(100 * share.Value, 100 * share.Low, 100 * share.High, 100 * share.StandardError);
    }

    static Estimate Mean(Distribution answers, double n, double level, bool weighted)
    {
        var (mean, spread) = answers.Moments(weighted);
        return Intervals.Student(mean, spread, n, answers.Scale.Low, answers.Scale.High, level);
    }

    /// <summary>Promoters, passives and detractors as parts of <paramref name="n"/>: Bain's 9-10, 7-8, 0-6.</summary>
    internal static (double Promoters, double Passives, double Detractors) Groups(
        Distribution answers,
        double n,
        bool weighted
    )
    {
        var promoters = answers.ShareNearBest(1, weighted);
        var notDetractors = answers.ShareNearBest(3, weighted);
        return (promoters * n, (notDetractors - promoters) * n, (1 - notDetractors) * n);
    }
}
