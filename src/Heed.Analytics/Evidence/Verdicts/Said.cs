using System.Globalization;

namespace Heed.Analytics.Evidence;

/// <summary>Numbers in sentences: short, and the same on every machine.</summary>
static class Said
{
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var text = size is 0 or (>= 100 and < 1e9)
            ? value.ToString("0.#", CultureInfo.InvariantCulture)
            : value.ToString("G3", CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }

    /// <summary>A size of effect: "+2.5", or "11 % lower" for a ratio.</summary>
    public static string Size(double value, EffectScale scale)
    {
        if (scale is EffectScale.Difference)
            return (value > 0 ? "+" : "") + Number(value);
        var percent = (value - 1) * 100;
        return percent is > -0.005 and < 0.005
            ? "no change"
            : $"{Number(Math.Abs(percent))} % {(percent > 0 ? "higher" : "lower")}";
    }

    public static string Effect(Estimate effect, EffectScale scale, string unit = "") =>
        $"{Size(effect.Value, scale)}{(scale is EffectScale.Ratio || unit.Length == 0 ? "" : " " + unit)} (95 % interval {Size(effect.Low, scale)} to {Size(effect.High, scale)})";

    public static string InASentence(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    public static string Closed(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
