namespace Heed.Ui;

/// <summary>A number that carries what it rests on: it cannot be made without n and interval, or a full count.</summary>
public readonly record struct Quantity
{
    Quantity(double value, string unit, string said, string basis) =>
        (Value, Unit, Said, Basis) = (value, unit, said, basis);

    public double Value { get; }
    public string Unit { get; }

    /// <summary>The value in words, to the place that its interval supports.</summary>
    public string Said { get; }
    public string Basis { get; }

    public static Quantity Of(double value, string unit, long n, double low, double high)
    {
        if (!double.IsFinite(value) || n < 1 || !(low <= value && value <= high))
            throw new ArgumentException(
                $"A quantity needs n of at least 1 and an interval around its value; given {value} [{low}, {high}], n {n}."
            );
        return new(value, unit, Format.Number(value, low, high), $"n {Format.Count(n)} · {Format.Interval(low, high)}");
    }

    /// <summary>Every case was counted, so there is no interval; says of what.</summary>
    public static Quantity Counted(double value, string unit, string of) =>
        new(value, unit, Format.Number(value), $"counted: {of}");

    /// <summary>The newest point of a source that may know its n, its interval, both or neither: what is not known is said.</summary>
    /// <param name="usual">What noise alone does to it, where its band is known.</param>
    public static Quantity Point(
        double value,
        string unit,
        double? n,
        double? low,
        double? high,
        string of,
        string? usual
    )
    {
        if (n is >= 1 && low <= value && value <= high)
        {
            var whole = Of(value, unit, (long)n, low.Value, high.Value);
            return new(value, unit, whole.Said, $"{whole.Basis} · {of}");
        }
        var known =
            low <= value && value <= high ? $"{Format.Interval(low.Value, high.Value)}, n not known"
            : n is { } count ? $"n {Format.Count((long)count)}, interval not known"
            : null;
        return new(
            value,
            unit,
            low <= value && value <= high ? Format.Number(value, low.Value, high.Value) : Format.Number(value),
            $"{known ?? usual ?? "n and interval not known"} · {of}"
        );
    }
}
