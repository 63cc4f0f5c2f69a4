namespace Heed.Analytics.Evidence;

/// <summary>Whether something that must not get worse holds.</summary>
public enum GuardrailState
{
    /// <summary>The newest value is on the allowed side.</summary>
    Holding,

    /// <summary>The newest value is not.</summary>
    Breached,

    /// <summary>There is no value to ask.</summary>
    Unknown,
}

/// <summary>
/// What a value must keep to: at most, at least, or within a range; exactly on the limit holds unless asked otherwise. A
/// guardrail has a state and never a progress, and is never averaged into an objective.
/// </summary>
public readonly record struct Guardrail
{
    Guardrail(double? low, double? high, bool strict) => (Low, High, IsStrict) = (low, high, strict);

    /// <summary>The lowest allowed value; null when there is none.</summary>
    public double? Low { get; }

    /// <summary>The highest allowed value; null when there is none.</summary>
    public double? High { get; }

    /// <summary>Whether a value exactly on the limit is a breach.</summary>
    public bool IsStrict { get; }

    /// <summary>Holds at the limit and below (with strict: below only).</summary>
    public static Guardrail AtMost(double limit, bool strict = false) => new(null, Finite(limit), strict);

    /// <summary>Holds at the limit and above (with strict: above only).</summary>
    public static Guardrail AtLeast(double limit, bool strict = false) => new(Finite(limit), null, strict);

    /// <summary>Holds between two limits, both included; the first is below the second.</summary>
    public static Guardrail Between(double low, double high) =>
        Finite(low) < Finite(high)
            ? new(low, high, false)
            : throw new ArgumentException("A range needs low below high.");

    /// <summary>Whether a value keeps to it.</summary>
    public GuardrailState Of(double? value) =>
        value is not { } now || !double.IsFinite(now) ? GuardrailState.Unknown
        : Distance(now) > 0 || IsStrict && Distance(now) == 0 && (now == Low || now == High) ? GuardrailState.Breached
        : GuardrailState.Holding;

    /// <summary>How far a value lies beyond the limits, in the metric's unit; 0 inside.</summary>
    public double Distance(double value) => Math.Max(Math.Max(Low - value ?? 0, value - High ?? 0), 0);

    /// <summary>How far a value lies beyond a range, as a share of its width; null when there is no range.</summary>
    public double? RelativeDistance(double value) => Distance(value) / (High - Low);

    /// <summary>The record of several periods.</summary>
    /// <param name="values">One value a period; null where it was not measured.</param>
    public GuardrailRecord Over(IEnumerable<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (held, breached, unknown, worst, last) = (0, 0, 0, 0.0, GuardrailState.Unknown);
        foreach (var value in values)
        {
            var state = Of(value);
            held += state is GuardrailState.Holding ? 1 : 0;
            breached += state is GuardrailState.Breached ? 1 : 0;
            unknown += state is GuardrailState.Unknown ? 1 : 0;
            worst = state is GuardrailState.Breached ? Math.Max(worst, Distance(value!.Value)) : worst;
            last = state is GuardrailState.Unknown ? last : state;
        }
        return new(last, held, breached, unknown, breached == 0 ? null : worst);
    }

    static double Finite(double limit) =>
        double.IsFinite(limit)
            ? limit
            : throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit must be finite.");
}

/// <summary>How a guardrail held over time.</summary>
/// <param name="State">The state of the newest measured period.</param>
/// <param name="Held">How many periods held.</param>
/// <param name="Breached">How many were breached.</param>
/// <param name="Unknown">How many were not measured: unknown is not a breach.</param>
/// <param name="WorstBreach">The largest distance beyond the limit; null without a breach.</param>
public readonly record struct GuardrailRecord(
    GuardrailState State,
    int Held,
    int Breached,
    int Unknown,
    double? WorstBreach
)
{
    /// <summary>The share of measured periods that held; null when none was measured.</summary>
    public double? ShareHeld => Held + Breached == 0 ? null : (double)Held / (Held + Breached);
}
