using System.Globalization;

namespace Heed.Ui;

/// <summary>A number that carries what it rests on: it cannot be made without n and interval, or a full count.</summary>
public readonly record struct Reading
{
    Reading(double value, string unit, string basis) => (Value, Unit, Basis) = (value, unit, basis);

    public double Value { get; }
    public string Unit { get; }
    public string Basis { get; }

    public static Reading Of(double value, string unit, long n, double low, double high)
    {
        if (!double.IsFinite(value) || n < 1 || !(low <= value && value <= high))
            throw new ArgumentException(
                $"A reading needs n of at least 1 and an interval around its value; given {value} [{low}, {high}], n {n}."
            );
        var count = n.ToString("#,0", CultureInfo.InvariantCulture);
        return new(value, unit, $"n {count} · [{Words(low)}, {Words(high)}]");
    }

    /// <summary>Every case was counted, so there is no interval; says of what.</summary>
    public static Reading Counted(double value, string unit, string of) => new(value, unit, $"counted: {of}");

    /// <summary>Up to three significant places, a true minus sign, thin groups.</summary>
    public static string Words(double value)
    {
        var size = Math.Abs(value);
        var format =
            size >= 100 || size == Math.Floor(size) ? "#,0"
            : size >= 1 ? "#,0.#"
            : "0.##";
        return value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
