using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Student's distribution for one number of degrees of freedom, from a table: a mixture of two hundred of them is asked
/// thousands of times for one verdict. Between its knots cubic Hermite, off by less than 2·10⁻⁹.
/// </summary>
sealed class StudentTable
{
    const double KnotsPerUnit = 32;
    const int Knots = 20 * (int)KnotsPerUnit;

    static readonly ConcurrentDictionary<int, StudentTable> Tables = new();

    readonly int _degrees;
    readonly double[] _upper = new double[Knots + 1];
    readonly double[] _density = new double[Knots + 1];

    StudentTable(int degrees)
    {
        _degrees = degrees;
        for (var i = 0; i <= Knots; i++)
        {
            _upper[i] = StudentT.CDF(0, 1, degrees, -i / KnotsPerUnit);
            _density[i] = StudentT.PDF(0, 1, degrees, i / KnotsPerUnit);
        }
    }

    /// <summary>The table of a number of degrees of freedom, made once; beyond 2,000 the distribution no longer changes.</summary>
    public static StudentTable Of(int degrees) =>
        Tables.GetOrAdd(Math.Min(degrees, 2000), static all => new StudentTable(all));

    /// <summary>P(T ≤ t), and the density there.</summary>
    public (double Below, double Density) At(double t)
    {
        var place = Math.Abs(t) * KnotsPerUnit;
        double upper,
            density;
        if (place < Knots)
        {
            var left = (int)place;
            var u = place - left;
            var (from, to) = (_upper[left], _upper[left + 1]);
            const double width = 1 / KnotsPerUnit;
            var (slope, next) = (-width * _density[left], -width * _density[left + 1]);
            var (squared, cubed) = (u * u, u * u * u);
            upper =
                (2 * cubed - 3 * squared + 1) * from
                + (cubed - 2 * squared + u) * slope
                + (3 * squared - 2 * cubed) * to
                + (cubed - squared) * next;
            density = _density[left] + u * (_density[left + 1] - _density[left]);
        }
        else
            (upper, density) = (StudentT.CDF(0, 1, _degrees, -Math.Abs(t)), StudentT.PDF(0, 1, _degrees, t));
        return (t > 0 ? 1 - upper : upper, density);
    }
}
