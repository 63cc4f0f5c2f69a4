using System.Globalization;

namespace Heed.Analytics.Evidence;

/// <summary>
/// Numbers and days in sentences, the same on every machine: three significant digits, whole digits never given up, a
/// half away from zero, a true minus sign.
/// </summary>
static class Wording
{
    const double Huge = 1e15;
    const double Tiny = 1e-6;

    public static string Number(double value)
    {
        if (double.IsNaN(value))
            return "not known";
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "−∞";
        var size = Math.Abs(value);
        if (size is not 0 and (< Tiny or >= Huge))
            return Power(value);
        var places = size is 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        var rounded = Math.Round((decimal)value, places, MidpointRounding.AwayFromZero);
        return rounded.ToString("#,0.########", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>“9 November 2026”.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    static string Power(double value)
    {
        var parts = value.ToString("0.##E+0", CultureInfo.InvariantCulture).Replace('-', '−').Split('E');
        return $"{parts[0]} × 10^{parts[1].TrimStart('+')}";
    }

    /// <summary>A size of effect: “+2.5”, or “11 % lower” for a ratio.</summary>
    public static string Size(double value, EffectScale scale)
    {
        if (scale is EffectScale.Difference)
            return (value > 0 ? "+" : "") + Number(value);
        var percent = (value - 1) * 100;
        return percent is > -0.005 and < 0.005
            ? "no change"
            : $"{Number(Math.Abs(percent))} % {(percent > 0 ? "higher" : "lower")}";
    }

    public static string Effect(Estimate effect, EffectScale scale) =>
        $"{Size(effect.Value, scale)} (95 % interval {Size(effect.Low, scale)} to {Size(effect.High, scale)})";

    public static string InASentence(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    public static string Closed(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
