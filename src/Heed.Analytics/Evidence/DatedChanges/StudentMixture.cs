namespace Heed.Analytics.Evidence;

/// <summary>
/// What is known of one number when several models speak: a mixture of Student's distributions, each with its weight, and
/// perhaps a lump of certainty at zero where a model leaves the number out.
/// </summary>
sealed class StudentMixture
{
    readonly StudentTable _student;
    readonly double[] _weights;
    readonly double[] _means;
    readonly double[] _scales;
    readonly double _atZero;

    /// <param name="degrees">The degrees of freedom, the same for all; 3 or more.</param>
    /// <param name="weights">The weights; with the lump they sum to one.</param>
    /// <param name="means">Where each is centred.</param>
    /// <param name="scales">How wide each is; above zero.</param>
    /// <param name="atZero">The weight of the lump at zero.</param>
    public StudentMixture(int degrees, double[] weights, double[] means, double[] scales, double atZero = 0)
    {
        (_student, _weights, _means, _scales, _atZero) = (StudentTable.Of(degrees), weights, means, scales, atZero);
        var spread = degrees / (degrees - 2.0);
        var squares = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            Mean += weights[i] * means[i];
            squares += weights[i] * (spread * scales[i] * scales[i] + means[i] * means[i]);
        }
        Deviation = Math.Sqrt(Math.Max(0, squares - Mean * Mean));
    }

    public double Mean { get; }

    /// <summary>The standard deviation.</summary>
    public double Deviation { get; }

    /// <summary>The estimate with the interval of this confidence, and how surely it lies on one side of zero.</summary>
    public Estimate ToEstimate(double confidence)
    {
        var tail = (1 - confidence) / 2;
        var below = Below(0).Below;
        return Estimate.Between(
            Mean,
            Quantile(tail),
            Quantile(1 - tail),
            Deviation,
            2 * Math.Min(0.5, Math.Min(below + _atZero, 1 - below))
        );
    }

    /// <summary>The number below which so much of the mixture lies.</summary>
    public double Quantile(double share)
    {
        if (_atZero > 0)
        {
            var below = Below(0).Below;
            if (share >= below && share <= below + _atZero)
                return 0;
            if (share > below)
                share -= _atZero;
        }
        if (Deviation == 0)
            return Mean;
        var (low, high) = (Mean - 4 * Deviation, Mean + 4 * Deviation);
        while (Below(low).Below > share)
            low -= 2 * (high - low);
        while (Below(high).Below < share)
            high += 2 * (high - low);
        // Newton's steps, halving the bracket where one would leave it.
        var at = Mean + Deviation * (share < 0.5 ? -1.8 : 1.8);
        for (var round = 0; round < 100; round++)
        {
            var (below, density) = Below(at);
            if (below > share)
                high = at;
            else
                low = at;
            var next = at - (below - share) / density;
            if (!(next > low && next < high))
                next = (low + high) / 2;
            // Each step squares what is left of the error.
            if (Math.Abs(next - at) <= 1e-6 * Deviation)
                return next;
            at = next;
        }
        return at;
    }

    /// <summary>How much lies below, without the lump; and the density.</summary>
    (double Below, double Density) Below(double at)
    {
        var (below, density) = (0.0, 0.0);
        for (var i = 0; i < _weights.Length; i++)
        {
            var (here, height) = _student.At((at - _means[i]) / _scales[i]);
            below += _weights[i] * here;
            density += _weights[i] * height / _scales[i];
        }
        return (below, density);
    }
}
