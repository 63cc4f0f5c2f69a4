using System.Globalization;

namespace Heed.Ui;

/// <summary>
/// A number with its 95 % interval in words. All three are rounded to the same place, and the interval's width chooses it:
/// two significant digits of the half-width (JCGM 100:2008, 7.2.6), so that no digit claims more than is known.
/// </summary>
public static class Interval
{
    const int MostPlaces = 6;

    /// <summary>“71.0 [66.5, 75.5]”.</summary>
    public static string Words(double value, double low, double high) =>
        $"{Value(value, low, high)} {Words(low, high)}";

    /// <summary>A change with its sign: “+8.6 [5.1, 12.0]”.</summary>
    public static string Change(double value, double low, double high) =>
        Value(value, low, high) is var words && value > 0 && words != "0"
            ? $"+{words} {Words(low, high)}"
            : $"{words} {Words(low, high)}";

    /// <summary>The ends alone: “[5.1, 12.0]”.</summary>
    public static string Words(double low, double high)
    {
        var places = Places(low, high);
        return $"[{Round(low, places)}, {Round(high, places)}]";
    }

    /// <summary>A value to the place that its interval supports, without the interval.</summary>
    public static string Value(double value, double low, double high) => Round(value, Places(low, high));

    static int Places(double low, double high)
    {
        var half = Math.Abs(high - low) / 2;
        return half > 0 && double.IsFinite(half)
            ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, MostPlaces)
            : Math.Clamp(Decimals(low), 0, MostPlaces);
    }

    /// <summary>An interval without width says how exactly it is known by its own digits.</summary>
    static int Decimals(double value) => Reading.Words(value).Split('.') is [_, var fraction] ? fraction.Length : 0;

    /// <summary>A value that rounds to nothing is 0, without sign or decimals: “0 [−5.3, 5.4]”.</summary>
    static string Round(double value, int places)
    {
        var rounded = Math.Round(value, places, MidpointRounding.AwayFromZero);
        return rounded == 0
            ? "0"
            : rounded
                .ToString($"#,0{(places > 0 ? "." : "")}{new string('0', places)}", CultureInfo.InvariantCulture)
                .Replace('-', '−');
    }
}
