namespace Heed.Analytics.Evidence;

/// <summary>Whether swinging between two poles leads anywhere.</summary>
public enum MomentumState
{
    /// <summary>Fewer than three swings, or too few lows to compare.</summary>
    TooEarly,

    /// <summary>The last two lows both lie higher than the low before them.</summary>
    Building,

    /// <summary>The last two lows both lie where the low before them lay, as far as noise lets one say.</summary>
    Steady,

    /// <summary>The last two lows both lie lower.</summary>
    Fading,

    /// <summary>One this way and one another: no momentum.</summary>
    None,
}

/// <summary>The lowest point of a pole's upside in one swing.</summary>
/// <param name="Pole">Whose upside.</param>
/// <param name="On">When.</param>
/// <param name="Value">How low, in the upside's unit.</param>
/// <param name="Step">How far it lies from the same pole's low before, in standard deviations of the noise; null for the first.</param>
public readonly record struct Low(Pole Pole, DateOnly On, double Value, double? Step);

/// <summary>
/// The momentum of a tension: rising lows. Power in one swing may not be enough; what counts is whether each pole falls less far
/// every time the other leads. A step counts from one standard deviation of the noise on.
/// </summary>
/// <remarks>
/// Fritz's advancing and oscillating structures, as cited by Large 1994 ("is your organisation a rocking chair or a car?"),
/// on Johnson's map of a polarity; the rule of two rising lows is this library's own.
/// </remarks>
/// <param name="State">The state.</param>
/// <param name="Lows">The lows, oldest first.</param>
/// <param name="Swings">How many swings counted.</param>
/// <param name="Sentence">The state in words.</param>
public sealed record Momentum(MomentumState State, IReadOnlyList<Low> Lows, int Swings, string Sentence)
{
    const int FewestSwings = 3;

    /// <summary>Emphasis went to and fro three times or more, and the lows do not rise.</summary>
    public bool IsRockingWithoutGain =>
        Swings >= FewestSwings && State is MomentumState.Steady or MomentumState.Fading or MomentumState.None;

    /// <summary>Looks at the swings of a tension.</summary>
    /// <param name="swings">The swings in the order of their dates, not overlapping, leading poles taking turns.</param>
    /// <param name="left">The left pole's upside over time.</param>
    /// <param name="right">The right pole's upside over time.</param>
    /// <param name="lag">How many periods an effect needs: a swing that is not longer does not count. 0 or more.</param>
    /// <returns>The momentum; or a sentence when swings overlap, the same pole leads twice running, or a pole has no noise to compare with.</returns>
    public static Answer<Momentum> Of(IReadOnlyList<Swing> swings, Series left, Series right, int lag = 0)
    {
        ArgumentNullException.ThrowIfNull(swings);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        for (var i = 1; i < swings.Count; i++)
            if (swings[i].During.From <= swings[i - 1].During.To)
                return new NoAnswer(
                    $"The swing of {Wording.Day(swings[i].During.From)} begins before the one before it has ended."
                );
        Swing[] counted = [.. swings.Where(swing => Periods(swing, left.Cadence) > lag)];
        for (var i = 1; i < counted.Length; i++)
            if (counted[i].Leading == counted[i - 1].Leading)
                return new NoAnswer(
                    $"The {(counted[i].Leading is Pole.Left ? "left" : "right")} pole leads twice running, from {Wording.Day(counted[i].During.From)} on: that is one swing."
                );
        List<Low> lows = [];
        foreach (var swing in counted)
        {
            var (pole, upside) = swing.Leading is Pole.Left ? (Pole.Right, right) : (Pole.Left, left);
            if (upside.In(swing.During) is not { Count: > 0 } during)
                continue;
            if (NoiseBand.Of(upside).Sigma is not > 0)
                return new NoAnswer("A pole's upside does not vary, so there is no noise to compare its lows with.");
            lows.Add(Next(lows, pole, during.Points.MinBy(point => point.Value), NoiseBand.Of(upside).Sigma!.Value));
        }
        return Judge(lows, counted.Length);
    }

    /// <summary>Compares lows that are already known, of one pole.</summary>
    /// <param name="lows">The lows, oldest first.</param>
    /// <param name="sigma">The noise as a standard deviation; above zero.</param>
    /// <returns>The momentum; or a sentence when a low is not finite.</returns>
    public static Answer<Momentum> OfLows(IReadOnlyList<Point> lows, double sigma)
    {
        ArgumentNullException.ThrowIfNull(lows);
        if (!(double.IsFinite(sigma) && sigma > 0))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The noise must be above zero.");
        if (lows.Any(low => !double.IsFinite(low.Value)))
            return new NoAnswer("A low must be a finite number; leave a swing out when it was not measured.");
        List<Low> compared = [];
        foreach (var low in lows)
            compared.Add(Next(compared, Pole.Left, low, sigma));
        return Judge(compared, compared.Count);
    }

    static Low Next(List<Low> before, Pole pole, Point lowest, double sigma)
    {
        var last = before.FindLastIndex(low => low.Pole == pole);
        return new(pole, lowest.Date, lowest.Value, last < 0 ? null : (lowest.Value - before[last].Value) / sigma);
    }

    static int Periods(Swing swing, Cadence cadence) =>
        cadence.PeriodOf(swing.During.To) - cadence.PeriodOf(swing.During.From) + 1;

    static Momentum Judge(IReadOnlyList<Low> lows, int swings)
    {
        double[] steps = [.. lows.Select(low => low.Step).OfType<double>()];
        if (swings < FewestSwings || steps is not [.., var older, var newest])
            return new(
                MomentumState.TooEarly,
                lows,
                swings,
                $"Too early: momentum needs {FewestSwings} swings and two lows that can be compared with one before, has {swings} and {steps.Length}."
            );
        return (Way(older), Way(newest)) switch
        {
            (1, 1) => new(MomentumState.Building, lows, swings, "Building: the last two lows lie higher each time."),
            (0, 0) => new(MomentumState.Steady, lows, swings, "Steady: the last two lows lie where they lay before."),
            (-1, -1) => new(MomentumState.Fading, lows, swings, "Fading: the last two lows lie lower each time."),
            _ => new(MomentumState.None, lows, swings, "None: the lows go to and fro."),
        };
    }

    static int Way(double step) =>
        step >= 1 ? 1
        : step <= -1 ? -1
        : 0;
}
