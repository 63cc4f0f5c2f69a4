namespace Heed.Analytics.Evidence;

/// <summary>
/// Regression whose errors follow one another, AR(1): each row is compared with φ to the power of the periods between it and
/// the one before, so gaps are exact. The likelihood is profiled over φ.
/// </summary>
/// <remarks>
/// The filtered cross-products are quadratic in φ, so the points are summed once for each distance between neighbours and a
/// likelihood costs no pass over them. Ordinary residuals stand in for the values: that changes no likelihood and loses no
/// digits.
/// </remarks>
sealed class AutoregressiveErrors
{
    readonly SegmentedDesign _design;
    readonly int _columns;
    readonly double[,] _first;
    readonly Dictionary<int, Products> _byDistance = [];

    public AutoregressiveErrors(SegmentedDesign design, LeastSquares ordinary)
    {
        _design = design;
        _columns = design.Rows[0].Length;
        double[] now = [.. design.Rows[0], ordinary.Residuals[0]];
        _first = new double[_columns + 1, _columns + 1];
        Add(_first, now, now);
        for (var i = 1; i < design.Rows.Length; i++)
        {
            double[] before = now;
            now = [.. design.Rows[i], ordinary.Residuals[i]];
            var distance = design.Used.PeriodAt(i) - design.Used.PeriodAt(i - 1);
            if (!_byDistance.TryGetValue(distance, out var products))
                _byDistance[distance] = products = new(_columns + 1);
            Add(products.Now, now, now);
            Add(products.Across, now, before);
            Add(products.Before, before, before);
            products.Count++;
        }
    }

    /// <summary>The most likely φ and the fit after filtering with it; restricted likelihood is less biased towards zero.</summary>
    public (double Correlation, LeastSquares Fit)? MostLikely(bool restricted)
    {
        var (best, bestAt) = (double.NegativeInfinity, 0.0);
        for (var step = -19; step <= 19; step++)
            if (Likelihood(step / 20.0, restricted) is var here && here > best)
                (best, bestAt) = (here, step / 20.0);
        if (double.IsNegativeInfinity(best))
            return null;
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Max(bestAt - 0.05, -0.999), Math.Min(bestAt + 0.05, 0.999));
        for (var round = 0; round < 40; round++)
        {
            var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
            if (Likelihood(left, restricted) > Likelihood(right, restricted))
                high = right;
            else
                low = left;
        }
        var correlation = (low + high) / 2;
        return Filtered(correlation) is { } fit ? (correlation, fit) : null;
    }

    double Likelihood(double phi, bool restricted)
    {
        var sum = (double[,])_first.Clone();
        var logVolume = 0.0;
        foreach (var (distance, products) in _byDistance)
        {
            var carried = Math.Pow(phi, distance);
            var variance = 1 - carried * carried;
            logVolume += products.Count * Math.Log(variance);
            for (var a = 0; a <= _columns; a++)
            for (var b = 0; b <= a; b++)
                sum[a, b] +=
                    (
                        products.Now[a, b]
                        - carried * (products.Across[a, b] + products.Across[b, a])
                        + carried * carried * products.Before[a, b]
                    ) / variance;
        }
        if (LeastSquares.SymmetricInverse(sum, _columns) is not var (inverse, logDeterminant))
            return double.NegativeInfinity;
        var right = new double[_columns];
        for (var a = 0; a < _columns; a++)
            right[a] = sum[_columns, a];
        var squares = sum[_columns, _columns] - LeastSquares.Quadratic(inverse, right);
        if (!(squares > 0))
            return double.NegativeInfinity;
        var n = _design.Rows.Length;
        return restricted
            ? -0.5 * ((n - _columns) * Math.Log(squares) + logDeterminant + logVolume)
            : -0.5 * (n * Math.Log(squares) + logVolume);
    }

    LeastSquares? Filtered(double phi)
    {
        var n = _design.Rows.Length;
        var (rows, values) = (new double[n][], new double[n]);
        var observed = _design.Used.Values;
        (rows[0], values[0]) = (_design.Rows[0], observed[0]);
        for (var i = 1; i < n; i++)
        {
            var carried = Math.Pow(phi, _design.Used.PeriodAt(i) - _design.Used.PeriodAt(i - 1));
            var scale = Math.Sqrt(1 - carried * carried);
            values[i] = (observed[i] - carried * observed[i - 1]) / scale;
            rows[i] = new double[_columns];
            for (var a = 0; a < _columns; a++)
                rows[i][a] = (_design.Rows[i][a] - carried * _design.Rows[i - 1][a]) / scale;
        }
        return LeastSquares.Fit(rows, values);
    }

    static void Add(double[,] sum, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (var a = 0; a < left.Length; a++)
        for (var b = 0; b < right.Length; b++)
            sum[a, b] += left[a] * right[b];
    }

    sealed class Products(int size)
    {
        public readonly double[,] Now = new double[size, size];
        public readonly double[,] Across = new double[size, size];
        public readonly double[,] Before = new double[size, size];
        public int Count;
    }
}
