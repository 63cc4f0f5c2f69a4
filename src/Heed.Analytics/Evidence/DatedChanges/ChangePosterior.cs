namespace Heed.Analytics.Evidence;

/// <summary>
/// What measured values say of the model of a dated change: for every kind of noise, every steepness that the trend may have,
/// and with and without growth, how likely it is and what it says. In closed form: conjugate normal and inverse gamma, σ ∝ 1/σ.
/// </summary>
/// <remarks>
/// The marginal likelihood is complete: −½(log|V| + log|X'V⁻¹X + P| + (n − 2)·log S) + ½·log|P|, with S what is left of the sum
/// of squares. Without the second term it favours independent points and the verdict is too sure of itself.
/// </remarks>
sealed class ChangePosterior
{
    // A model a million times less likely than the best moves no digit that is shown.
    const double Negligible = 1e-6;

    // The ordinary residuals are nothing beside the spread of the points: the rest is rounding.
    const double Flat = 1e-12;

    readonly ChangeDesign _design;
    readonly List<Model> _models;

    ChangePosterior(ChangeDesign design, List<Model> models, double unit) =>
        (_design, _models, Unit) = (design, models, unit);

    /// <summary>One model of the mixture. Numbers are in units of <see cref="Unit"/>; roots are those of the factor's inverse.</summary>
    readonly record struct Model(
        double Weight,
        int Noise,
        double Steepness,
        bool Grows,
        double Scale,
        double[] Coefficients,
        double EffectRoot,
        double EffectOnTrend,
        double EffectOnGrowth,
        double TrendRoot,
        double TrendOnGrowth,
        double GrowthRoot
    );

    double Unit { get; }

    public int Degrees => _design.Degrees;

    /// <summary>The correlation of neighbouring points, over all kinds of noise.</summary>
    public double Likeness => _models.Sum(model => model.Weight * NoiseKind.All[model.Noise].OfNeighbours);

    /// <summary>The standard deviation of the noise, over all models.</summary>
    public double Sigma => Unit * _models.Sum(model => model.Weight * model.Scale);

    /// <summary>Weighs all models by the values; null when the values follow the model without any noise.</summary>
    public static ChangePosterior? Of(
        ChangeDesign design,
        IEnumerable<WhitenedDesign> whitened,
        ReadOnlySpan<double> values
    )
    {
        // Level and effect are free, so both means may be taken out first: no digit is lost to a large level.
        var (meanBefore, meanAfter) = (Mean(values[..design.Before]), Mean(values[design.Before..]));
        var rest = new double[values.Length];
        var squares = 0.0;
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = values[i] - (i < design.Before ? meanBefore : meanAfter);
            squares += rest[i] * rest[i];
        }
        var unit = Math.Sqrt(squares / rest.Length);
        var rounding = 1e-14 * Math.Max(Math.Abs(meanBefore), Math.Abs(meanAfter));
        if (!(unit > rounding))
            return null;
        for (var i = 0; i < rest.Length; i++)
            rest[i] /= unit;

        var models = new List<Model>(NoiseKind.All.Length * 6);
        var logs = new List<double>(models.Capacity);
        var filtered = new double[rest.Length];
        var projected = new double[design.Columns.Length];
        var noise = 0;
        foreach (var seen in whitened)
        {
            var total = seen.Project(rest, filtered, projected);
            if (noise == 0 && LeftOver(seen, design, total, projected) <= Flat * rest.Length)
                return null;
            Weigh(design, seen, noise++, total, projected, models, logs);
        }
        var best = logs.Max();
        var weights = logs.Select(log => Math.Exp(log - best)).ToArray();
        var (kept, sum) = (new List<Model>(), weights.Where(weight => weight > Negligible).Sum());
        for (var i = 0; i < weights.Length; i++)
            if (weights[i] > Negligible)
            {
                var model = models[i];
                // The means that were taken out come back.
                model.Coefficients[0] += meanBefore / unit;
                model.Coefficients[design.Effect] += (meanAfter - meanBefore) / unit;
                kept.Add(model with { Weight = weights[i] / sum });
            }
        return new(design, kept, unit);
    }

    static double Mean(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values)
            mean += value / values.Length;
        return mean; // of no values it is 0
    }

    /// <summary>The ordinary sum of squares around level, waves, effect, trend and growth.</summary>
    static double LeftOver(WhitenedDesign seen, ChangeDesign design, double total, double[] projected)
    {
        for (var a = 0; a <= design.Effect; a++)
            total -= projected[a] * projected[a];
        var slope = projected[design.Trend];
        if (design.After == 0)
            return total - slope * slope / seen.TrendLeft;
        var growth = projected[design.Growth] - seen.BothLeft / seen.TrendLeft * slope;
        return total
            - slope * slope / seen.TrendLeft
            - growth * growth / (seen.GrowthLeft - seen.BothLeft * seen.BothLeft / seen.TrendLeft);
    }

    static void Weigh(
        ChangeDesign design,
        WhitenedDesign seen,
        int noise,
        double total,
        double[] projected,
        List<Model> models,
        List<double> logs
    )
    {
        var left = total;
        for (var a = 0; a <= design.Effect; a++)
            left -= projected[a] * projected[a];
        var df = design.Degrees;
        var effectRoot = 1 / seen.EffectRoot;
        foreach (var steepness in ChangeDesign.Steepness)
        {
            var precision = design.PrecisionOfTrend(steepness);
            var trendFactor = Math.Sqrt(seen.TrendLeft + precision);
            var trend = projected[design.Trend] / trendFactor;
            var squares = left - trend * trend;
            var log = 2 * Math.Log(trendFactor) - Math.Log(precision) + seen.LogDeterminant + seen.LogVolume;
            var trendRoot = 1 / trendFactor;
            var effectOnTrend = -seen.TrendOnEffect * effectRoot * trendRoot;
            Add(
                log,
                squares,
                trend * trendRoot,
                0,
                new(0, noise, steepness, false, 0, [], effectRoot, effectOnTrend, 0, trendRoot, 0, 0)
            );

            var growthOnTrend = seen.BothLeft / trendFactor;
            var growthPrecision = design.PrecisionOfGrowth;
            var growthFactor = Math.Sqrt(seen.GrowthLeft - growthOnTrend * growthOnTrend + growthPrecision);
            var growthRoot = 1 / growthFactor;
            var growth = (projected[design.Growth] - growthOnTrend * trend) * growthRoot;
            var slope = growth * growthRoot;
            Add(
                log + 2 * Math.Log(growthFactor) - Math.Log(growthPrecision),
                squares - growth * growth,
                (trend - growthOnTrend * slope) * trendRoot,
                slope,
                new(
                    0,
                    noise,
                    steepness,
                    true,
                    0,
                    [],
                    effectRoot,
                    effectOnTrend,
                    -(seen.GrowthOnEffect * effectRoot + growthOnTrend * effectOnTrend) * growthRoot,
                    trendRoot,
                    -growthOnTrend * trendRoot * growthRoot,
                    growthRoot
                )
            );
        }

        void Add(double log, double squares, double trend, double growth, Model model)
        {
            var coefficients = new double[design.Columns.Length];
            seen.Back(projected, trend, growth, coefficients);
            models.Add(model with { Scale = Math.Sqrt(squares / df), Coefficients = coefficients });
            logs.Add(Math.Log(NoiseKind.All[noise].Cells) - 0.5 * (log + df * Math.Log(squares)));
        }
    }

    /// <summary>How likely each kind of noise is with each steepness of the trend, and the noise's variance if so.</summary>
    public IEnumerable<(int Noise, double Steepness, double Weight, double Variance)> Noises =>
        _models.Select(model => (model.Noise, model.Steepness, model.Weight, Unit * Unit * model.Scale * model.Scale));

    /// <summary>The mean effect over the time after, and so many periods from its middle if the effect grows.</summary>
    public StudentMixture Effect(double elapsed = 0) =>
        Mix(
            model => model.Coefficients[_design.Effect] + elapsed * model.Coefficients[_design.Growth],
            model => Norm(model.EffectRoot, model.EffectOnTrend, model.EffectOnGrowth + elapsed * model.GrowthRoot)
        );

    /// <summary>The trend before the change, and beyond it had nothing been changed, per period.</summary>
    public StudentMixture Trend() =>
        Mix(model => model.Coefficients[_design.Trend], model => Norm(model.TrendRoot, model.TrendOnGrowth, 0));

    /// <summary>How much steeper the line is after the change, per period; with the certainty of none where a model has none.</summary>
    public StudentMixture Growth()
    {
        var growing = _models.Where(model => model.Grows).ToArray();
        return new(
            Degrees,
            Array.ConvertAll(growing, model => model.Weight),
            Array.ConvertAll(growing, model => Unit * model.Coefficients[_design.Growth]),
            Array.ConvertAll(growing, model => Unit * model.Scale * model.GrowthRoot),
            _models.Sum(model => model.Grows ? 0 : model.Weight)
        );
    }

    /// <summary>The mean effect had the points been independent.</summary>
    public double ErrorOfIndependent()
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var model in _models.Where(model => model.Noise == 0))
        {
            var scale = model.Scale * Norm(model.EffectRoot, model.EffectOnTrend, model.EffectOnGrowth);
            (sum, weights) = (sum + model.Weight * scale * scale, weights + model.Weight);
        }
        return weights > 0 ? Unit * Math.Sqrt(sum / weights) : 0;
    }

    /// <summary>What the model says at a point with the change, over all models.</summary>
    public double[] Fitted()
    {
        var coefficients = new double[_design.Columns.Length];
        foreach (var model in _models)
            for (var a = 0; a < coefficients.Length; a++)
                coefficients[a] += Unit * model.Weight * model.Coefficients[a];
        var fitted = new double[_design.Count];
        for (var a = 0; a < coefficients.Length; a++)
        for (var i = 0; i < fitted.Length; i++)
            fitted[i] += coefficients[a] * _design.Columns[a][i];
        return fitted;
    }

    static double Norm(double a, double b, double c) => Math.Sqrt(a * a + b * b + c * c);

    StudentMixture Mix(Func<Model, double> mean, Func<Model, double> root)
    {
        var n = _models.Count;
        var (weights, means, scales) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
            (weights[i], means[i], scales[i]) = (
                _models[i].Weight,
                Unit * mean(_models[i]),
                Unit * _models[i].Scale * root(_models[i])
            );
        return new(Degrees, weights, means, scales);
    }
}
