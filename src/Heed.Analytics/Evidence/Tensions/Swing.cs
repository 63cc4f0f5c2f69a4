namespace Heed.Analytics.Evidence;

/// <summary>One of the two values that a tension lives between.</summary>
public enum Pole
{
    /// <summary>The one drawn on the left.</summary>
    Left,

    /// <summary>The one drawn on the right.</summary>
    Right,
}

/// <summary>A dated stretch of time in which one pole leads.</summary>
/// <param name="Leading">The pole that is emphasised.</param>
/// <param name="During">From its first day to its last.</param>
public readonly record struct Swing(Pole Leading, Window During);

/// <summary>What a swing brought its own pole, and what it cost the other.</summary>
/// <param name="Swing">The swing.</param>
/// <param name="Leading">How far the leading pole's upside rose, in its unit; below zero when it fell. 0 within its noise.</param>
/// <param name="Other">How far the other pole's upside rose; below zero when it paid. 0 within its noise.</param>
public readonly record struct SwingGain(Swing Swing, double Leading, double Other)
{
    /// <summary>What the leading pole won less what the other lost; what the other won by chance is not counted.</summary>
    public double Gain => Leading + Math.Min(Other, 0);

    /// <summary>Measures a swing: the mean during it less the mean before, each 0 unless the noise band gives a signal.</summary>
    /// <param name="swing">The swing.</param>
    /// <param name="left">The left pole's upside over time.</param>
    /// <param name="right">The right pole's upside over time.</param>
    /// <returns>The gain; or a sentence when a pole has no noise band before the swing, or nothing was measured during it.</returns>
    public static Answer<SwingGain> Of(Swing swing, Series left, Series right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (own, other) = swing.Leading is Pole.Left ? (left, right) : (right, left);
        if (Rise(swing, own, "leading").Refused(out var because, out var won))
            return new NoAnswer(because);
        return Rise(swing, other, "other").Refused(out because, out var cost)
            ? new NoAnswer(because)
            : new SwingGain(swing, won, cost);
    }

    static Answer<double> Rise(Swing swing, Series upside, string which)
    {
        var band = NoiseBand.Of(upside.Before(swing.During.From));
        var during = upside.In(swing.During);
        if (!band.HasLimits)
            return new NoAnswer(
                $"What the swing did to the {which} pole cannot be told: {Wording.InASentence(band.InWords)}"
            );
        if (during.Count == 0)
            return new NoAnswer($"The {which} pole was not measured during the swing.");
        var rise = NoiseBand.Of(during).Centre!.Value - band.Centre!.Value;
        var way = rise > 0 ? Direction.Up : Direction.Down;
        return Signals.In(during, band).Any(signal => signal.Direction == way) ? rise : 0;
    }
}
