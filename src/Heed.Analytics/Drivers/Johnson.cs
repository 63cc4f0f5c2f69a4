using MathNet.Numerics.LinearAlgebra;

namespace Heed.Analytics.Drivers;

/// <summary>
/// Relative weights: explains the outcome by the uncorrelated columns nearest to the drivers, and hands each one's share
/// back to the drivers by how much of it they are made of. Close to <see cref="Lmg"/>, for any number of drivers.
/// </summary>
/// <remarks>
/// Johnson, Multivariate Behavioral Research 35, 2000. With Rxx = V Δ V', Λ = V √Δ V' and β = Λ⁻¹ r, driver j has
/// Σₖ Λⱼₖ² βₖ².
/// </remarks>
static class Johnson
{
    /// <inheritdoc cref="Lmg.Shares"/>
    public static double[] Shares(double[] correlations, int size)
    {
        var drivers = size - 1;
        var between = Matrix<double>.Build.Dense(drivers, drivers, (a, b) => correlations[a * size + b]);
        var withOutcome = Vector<double>.Build.Dense(drivers, a => correlations[a * size + drivers]);
        var evd = between.Evd(Symmetricity.Symmetric);
        var (vectors, roots) = (evd.EigenVectors, evd.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real))));
        var half = vectors * Matrix<double>.Build.DenseOfDiagonalVector(roots) * vectors.Transpose();
        var inverse = roots.Map(root => root > 1e-8 ? 1 / root : 0);
        var beta = vectors * Matrix<double>.Build.DenseOfDiagonalVector(inverse) * vectors.Transpose() * withOutcome;
        return (half.PointwisePower(2) * beta.PointwisePower(2)).ToArray();
    }
}
