namespace Heed.Analytics.Evidence;

/// <summary>How the compared units and the periods before the change are weighted.</summary>
public enum ComparisonMethod
{
    /// <summary>
    /// Units weighted so that together they run beside the changed one before the change, and periods so that they foretell what
    /// came after: synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021).
    /// </summary>
    SyntheticDifference,

    /// <summary>Units weighted so that together they equal the changed one before the change (Abadie, Diamond, Hainmueller 2010).</summary>
    SyntheticControl,

    /// <summary>All units and all periods alike: difference-in-differences.</summary>
    DifferenceInDifferences,
}

/// <summary>The weights and the effect for one changed row and the rows it is compared with.</summary>
readonly record struct SyntheticFit(double Effect, double[] Units, double[] Periods)
{
    /// <summary>How much ridge the paper gives to the weights of periods and of synthetic control: as good as none.</summary>
    const double HardlyAny = 1e-6;

    /// <param name="changed">The mean of the changed units, period by period.</param>
    /// <param name="others">The compared units.</param>
    /// <param name="before">How many periods lie before the change.</param>
    /// <param name="changedUnits">Over how many units <paramref name="changed"/> is a mean.</param>
    /// <param name="method">How to weight.</param>
    public static SyntheticFit Of(
        double[] changed,
        double[][] others,
        int before,
        int changedUnits,
        ComparisonMethod method
    )
    {
        var after = changed.Length - before;
        var noise = Noise(others, before);
        var units = Even(others.Length);
        var periods = Even(before);
        if (method is ComparisonMethod.SyntheticDifference)
        {
            var ridge = Math.Sqrt((double)changedUnits * after) * noise * noise;
            units = UnitWeights(changed, others, before, ridge, noise, levelsMayDiffer: true);
            // Of fewer units than periods any future can be foretold, by a few periods and their noise: then periods get the
            // ridge of units too. In simulations with three to seven units the error fell by a tenth to a half, and no false alarm came.
            periods = PeriodWeights(others, before, others.Length < before ? ridge : Square(HardlyAny * noise), noise);
        }
        else if (method is ComparisonMethod.SyntheticControl)
        {
            units = UnitWeights(changed, others, before, Square(HardlyAny * noise), noise, levelsMayDiffer: false);
            periods = new double[before];
        }
        var effect = Contrast(changed, periods, before);
        for (var i = 0; i < others.Length; i++)
            if (units[i] != 0)
                effect -= units[i] * Contrast(others[i], periods, before);
        return new(effect, units, periods);
    }

    /// <summary>The mean after less the weighted mean before.</summary>
    static double Contrast(double[] row, double[] periods, int before) =>
        Mean(row.AsSpan(before)) - LeastSquares.Dot(periods, row);

    /// <summary>Equation 4 of the paper: ‖ω0 + ω'Y − y‖² + ζ²·T0·‖ω‖² over the periods before.</summary>
    static double[] UnitWeights(
        double[] changed,
        double[][] others,
        int before,
        double ridge,
        double noise,
        bool levelsMayDiffer
    )
    {
        var rows = Array.ConvertAll(others, row => Part(row, before, levelsMayDiffer));
        return Nearest(rows, Part(changed, before, levelsMayDiffer), ridge * before, noise);
    }

    /// <summary>Equation 6: the same with periods for units, towards the mean after the change.</summary>
    static double[] PeriodWeights(double[][] others, int before, double ridge, double noise)
    {
        var columns = new double[before][];
        var column = new double[others.Length];
        for (var t = 0; t < before; t++)
        {
            for (var i = 0; i < column.Length; i++)
                column[i] = others[i][t];
            columns[t] = Part(column, column.Length, centred: true);
        }
        var later = Array.ConvertAll(others, row => Mean(row.AsSpan(before)));
        return Nearest(columns, Part(later, later.Length, centred: true), ridge * others.Length, noise);
    }

    static double[] Nearest(double[][] columns, double[] target, double ridge, double noise)
    {
        var n = columns.Length;
        var gram = new double[n][];
        var products = new double[n];
        for (var i = 0; i < n; i++)
            gram[i] = new double[n];
        for (var i = 0; i < n; i++)
        {
            products[i] = SimplexWeights.Dot(columns[i], target);
            for (var j = 0; j <= i; j++)
                gram[i][j] = gram[j][i] = SimplexWeights.Dot(columns[i], columns[j]);
            gram[i][i] += ridge;
        }
        return SimplexWeights.Fit(gram, products, 1e-8 * noise * noise * target.Length);
    }

    static double[] Part(double[] row, int length, bool centred)
    {
        var part = row[..length];
        if (centred && Mean(part) is var mean)
            for (var i = 0; i < part.Length; i++)
                part[i] -= mean;
        return part;
    }

    /// <summary>The standard deviation of the moves from period to period of the compared units before the change.</summary>
    static double Noise(double[][] others, int before)
    {
        var (sum, squares, n) = (0.0, 0.0, others.Length * (before - 1));
        foreach (var row in others)
            for (var t = 1; t < before; t++)
                sum += (row[t] - row[t - 1]) / n;
        foreach (var row in others)
            for (var t = 1; t < before; t++)
                squares += Square(row[t] - row[t - 1] - sum);
        return Math.Sqrt(squares / (n - 1));
    }

    static double[] Even(int count) => [.. Enumerable.Repeat(1.0 / count, count)];

    internal static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    static double Square(double value) => value * value;
}
