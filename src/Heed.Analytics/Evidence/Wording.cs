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
        var percent = Percent(value);
        return percent is > -0.005 and < 0.005 ? "no change" : Ratio(percent, Number(Math.Abs(percent)));
    }

    /// <summary>
    /// An effect with its interval, all three to the place that the interval supports: two significant digits of its
    /// half-width (JCGM 100:2008, 7.2.6).
    /// </summary>
    public static string Effect(Estimate effect, EffectScale scale, string unit = "", double confidence = 0.95)
    {
        var isRatio = scale is EffectScale.Ratio;
        var (value, low, high) = isRatio
            ? (Percent(effect.Value), Percent(effect.Low), Percent(effect.High))
            : (effect.Value, effect.Low, effect.High);
        var places = Places(low, high);
        var with = isRatio || unit.Length == 0 ? "" : $" {unit}";
        return $"{Told(value)}{with} ({Confidence(confidence)} interval {Told(low)} to {Told(high)})";

        string Told(double size) => isRatio ? Ratio(size, Number(Math.Abs(size), places)) : Signed(size, places);
    }

    /// <summary>Another size of an effect, to the place that the effect's interval supports.</summary>
    public static string At(double size, Estimate effect, EffectScale scale, string unit = "")
    {
        if (scale is EffectScale.Ratio)
        {
            var percent = Percent(size);
            return Ratio(percent, Number(Math.Abs(percent), Places(Percent(effect.Low), Percent(effect.High))));
        }
        return Signed(size, Places(effect.Low, effect.High)) + (unit.Length == 0 ? "" : $" {unit}");
    }

    /// <summary>“95 %”, and “99.17 %” for a later look: two significant digits of what is missing.</summary>
    static string Confidence(double confidence)
    {
        var missing = 100 * (1 - confidence);
        var places = Math.Max(0, 1 - (int)Math.Floor(Math.Log10(missing)));
        return (100 - missing).ToString($"0.{new string('#', places)}", CultureInfo.InvariantCulture) + " %";
    }

    static double Percent(double ratio) => (ratio - 1) * 100;

    static string Ratio(double percent, string size) =>
        IsNothing(size) ? "no change" : $"{size} % {(percent > 0 ? "higher" : "lower")}";

    static string Signed(double value, int places) =>
        Number(value, places) is var words && value > 0 && !IsNothing(words) ? "+" + words : words;

    static bool IsNothing(string words) => !words.Any(c => c is >= '1' and <= '9');

    static int Places(double low, double high)
    {
        var half = Math.Abs(high - low) / 2;
        return half > 0 && double.IsFinite(half) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, 6)
            : Number(low).Split('.') is [_, var after] ? Math.Min(6, after.Length)
            : 0;
    }

    static string Number(double value, int places)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= Huge)
            return Number(value);
        var rounded = Math.Round((decimal)value, places, MidpointRounding.AwayFromZero);
        var format = places > 0 ? $"#,0.{new string('0', places)}" : "#,0";
        return (rounded == 0 ? 0m : rounded).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    public static string InASentence(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    public static string Closed(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
