namespace Heed.Analytics.Evidence;

/// <summary>One measurement: what was seen, and when it happened.</summary>
/// <param name="Date">When it occurred (not when it was typed in). Any day of its period will do.</param>
/// <param name="Value">What was measured, in the metric's unit; a count when the point has a population.</param>
/// <param name="Population">
/// How many it was counted among: customers, calls, sales. Null when the value stands alone; above zero otherwise.
/// </param>
public readonly record struct Point(DateOnly Date, double Value, double? Population = null);

/// <summary>A stretch of time, both ends included.</summary>
public readonly record struct Window
{
    /// <summary>A window from one day to another.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Window(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException($"A window cannot end ({to:O}) before it begins ({from:O}).", nameof(to));
        (From, To) = (from, to);
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>Whether the day lies inside.</summary>
    public bool Holds(DateOnly date) => date >= From && date <= To;
}
