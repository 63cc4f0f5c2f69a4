using System.Globalization;

namespace Heed.Metrics;

/// <summary>How the numbers of one file are written: decided once for all of it, never cell by cell.</summary>
readonly record struct NumberReading(bool DecimalComma)
{
    public string InWords => DecimalComma ? "decimal commas" : "decimal points";

    public static NumberReading Of(IEnumerable<string> cells, char delimiter)
    {
        foreach (var cell in cells)
        {
            var (comma, point) = (cell.LastIndexOf(','), cell.LastIndexOf('.'));
            if (comma >= 0 && point >= 0)
                return new(comma > point);
            if (comma < 0)
                continue;
            // “1,234” in a file parted by commas had to be quoted: thousands, unless another cell says otherwise.
            if (delimiter != ',' || cell.Length - comma - 1 != 3)
                return new(true);
        }
        return new(false);
    }

    public double? Read(string cell)
    {
        var text = cell.Replace('−', '-').Replace("\u00A0", "", StringComparison.Ordinal);
        text = text.Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        text = text.Replace("'", "", StringComparison.Ordinal).TrimEnd('%');
        text = DecimalComma
            ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : text.Replace(",", "", StringComparison.Ordinal);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;
    }
}
