using Heed.Analytics.Evidence;
using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>
/// The model of a dated change as textbooks have it (Gelman et al., Bayesian Data Analysis, chapter 14): whole matrices of
/// correlations and a full inverse for each model. Slow and plain, to hold the quick way in steps against.
/// </summary>
sealed class Textbook
{
    readonly int _before;
    readonly double[][] _columns;
    readonly List<Model> _models = [];

    public readonly record struct Model(
        int Noise,
        double Steepness,
        bool Grows,
        double Weight,
        double Variance,
        Vector<double> Coefficients,
        Matrix<double> Inverse
    );

    /// <param name="periods">Where the points lie.</param>
    /// <param name="before">How many came before the change.</param>
    /// <param name="waves">The columns of the seasons.</param>
    /// <param name="values">What was measured; null where only the inverses are asked for, and then all weigh the same.</param>
    /// <param name="distance">Between the middles of both sides, where nothing came after yet.</param>
    public Textbook(int[] periods, int before, double[][] waves, double[]? values, double distance = 0)
    {
        _before = before;
        var (n, after) = (periods.Length, periods.Length - before);
        var (middle, middleBefore) = (periods.Average(), periods[..before].Average());
        var middleAfter = after > 0 ? periods[before..].Average() : middleBefore + distance;
        double[] Column(Func<int, double> of) => [.. Enumerable.Range(0, n).Select(of)];
        _columns =
        [
            Column(_ => 1),
            .. waves,
            Column(i => i < before ? 0 : 1),
            Column(i => periods[i] - middle),
            Column(i => i < before ? 0 : periods[i] - middleAfter),
        ];
        var span = after > 0 ? periods[^1] - periods[before] + 1 : 1;
        var degrees = n - (after > 0 ? 2 : 1);
        var y = Vector<double>.Build.Dense(values ?? new double[n]);
        var logs = new List<double>();
        for (var kind = 0; kind < NoiseKind.All.Length; kind++)
        {
            var noise = NoiseKind.All[kind];
            var correlations = Matrix<double>.Build.Dense(
                n,
                n,
                (i, j) => i == j ? 1 : (1 - noise.White) * Math.Pow(noise.Likeness, Math.Abs(periods[i] - periods[j]))
            );
            var whole = correlations.Inverse();
            foreach (var steepness in (double[])[1, 2, 4])
            foreach (var grows in (bool[])[false, true])
            {
                double[] precisions =
                [
                    0,
                    .. waves.Select(_ => 1 / (1.5 * 1.5)),
                    after > 0 ? 0 : 1,
                    Math.Pow((middleAfter - middleBefore) / steepness, 2),
                    .. grows ? (double[])[Math.Pow(span / 3.0, 2)] : [],
                ];
                var x = Matrix<double>.Build.DenseOfColumnArrays(_columns[..precisions.Length]);
                var known = x.Transpose() * whole * x + Matrix<double>.Build.DenseOfDiagonalArray(precisions);
                var inverse = known.Inverse();
                var coefficients = inverse * (x.Transpose() * whole * y);
                var squares = y * whole * y - coefficients * known * coefficients;
                logs.Add(
                    Math.Log(noise.Likeness == 0 ? 4 : 1)
                        - 0.5 * (Math.Log(correlations.Determinant()) + Math.Log(known.Determinant()))
                        + 0.5 * precisions[(2 + waves.Length)..].Sum(Math.Log)
                        - (values is null ? 0 : degrees / 2.0 * Math.Log(squares))
                );
                _models.Add(new(kind, steepness, grows, 0, squares / degrees, coefficients, inverse));
            }
        }
        var best = logs.Max();
        var sum = logs.Sum(log => Math.Exp(log - best));
        for (var i = 0; i < logs.Count; i++)
            _models[i] = _models[i] with { Weight = Math.Exp(logs[i] - best) / sum };
        Degrees = degrees;
    }

    public int Degrees { get; }
    public IReadOnlyList<Model> Models => _models;

    int Effect => _columns.Length - 3;

    public double Over(Func<Model, double> of) => _models.Sum(model => model.Weight * of(model));

    /// <summary>Mean and standard deviation of a sum of coefficients; a model without growth has none of it.</summary>
    (double Mean, double Deviation) Of(double effect, double trend, double growth)
    {
        double[] all = [.. new double[Effect], effect, trend, growth];
        var (mean, squares) = (0.0, 0.0);
        foreach (var model in _models)
        {
            var asked = Vector<double>.Build.Dense(all[..model.Coefficients.Count]);
            var here = asked * model.Coefficients;
            var spread = Degrees / (Degrees - 2.0) * model.Variance * (asked * model.Inverse * asked);
            (mean, squares) = (mean + model.Weight * here, squares + model.Weight * (spread + here * here));
        }
        return (mean, Math.Sqrt(squares - mean * mean));
    }

    public (double Mean, double Deviation) EffectAt(double elapsed) => Of(1, 0, elapsed);

    public (double Mean, double Deviation) Trend => Of(0, 1, 0);

    public (double Mean, double Deviation) Growth => Of(0, 0, 1);

    public double EffectVariance(Model model) => model.Inverse[Effect, Effect];

    public double GrowthKnown(Model model) => 1 / model.Inverse[Effect + 2, Effect + 2];

    public double FittedAt(int point) =>
        Over(model =>
            Enumerable.Range(0, model.Coefficients.Count).Sum(a => model.Coefficients[a] * _columns[a][point])
        );
}
