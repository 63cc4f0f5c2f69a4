using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Analytics.Columns;

namespace Heed.Listen;

/// <summary>
/// The bands of a column that holds numbers and no scale: minutes waited, an age, an amount. Ids, days, years, postcodes and
/// telephone numbers are digits too, and no numbers.
/// </summary>
/// <param name="Missing">Numbers far from all others that look like codes for no answer.</param>
sealed partial record GuessNumber(Bands Bands, IReadOnlyList<string> Missing, string InWords)
{
    const int FewestDifferent = 6;
    const int FewRows = 20;
    const int DigitsOfAPostcode = 4;
    const int DigitsOfATelephone = 7;
    const double FarAway = 3;
    static readonly double[] Codes = [-999, -99, -98, -9, -8, -1, 98, 99, 888, 998, 999, 8888, 9998, 9999, 99999];

    public static GuessNumber? Of(string name, IReadOnlyDictionary<string, int> cells, FileNumbers read)
    {
        if (NoQuantity().IsMatch(name) || cells.Keys.Any(IsPadded))
            return null;
        List<(double Value, int Count)> numbers = [];
        foreach (var (cell, count) in cells)
            if (read.TryRead(cell, out var value))
                numbers.Add((value, count));
        var missing = CodesAmong(numbers);
        numbers.RemoveAll(n => missing.Contains(n.Value));
        if (numbers.Count < FewestDifferent || IsId(numbers) || IsYears(numbers) || MayBeAScale(numbers))
            return null;
        var bands = Bands.Propose(
            [.. numbers.SelectMany(n => Enumerable.Repeat(n.Value, n.Count))],
            MinimumGroup.Five.Size
        );
        return bands is null
            ? null
            : new(
                bands,
                [.. missing.Order().Select(m => m.ToString(CultureInfo.InvariantCulture))],
                $"Numbers, {numbers.Count} different ones, from {Format.Number(numbers.Min(n => n.Value))} to {Format.Number(numbers.Max(n => n.Value))}: no scale, so its mean and bands{GuessScale.Codes([.. missing.Select(m => Format.Number(m))])}"
            );
    }

    static bool IsPadded(string cell) => cell.Length > 1 && cell[0] == '0' && char.IsAsciiDigit(cell[1]);

    /// <summary>Nobody's minutes are all different whole numbers, nor all as long as each other.</summary>
    static bool IsId(List<(double Value, int Count)> numbers)
    {
        if (numbers.Exists(n => n.Value != Math.Floor(n.Value)))
            return false;
        var rows = numbers.Sum(n => n.Count);
        var digits = numbers.CountBy(n => Digits(n.Value)).ToDictionary();
        return (rows >= FewRows && numbers.Count == rows)
            || (digits.Count == 1 && digits.Keys.Single() >= DigitsOfAPostcode)
            || digits.Where(d => d.Key >= DigitsOfATelephone).Sum(d => d.Value) * 2 > numbers.Count;
    }

    static int Digits(double value) => 1 + (int)Math.Floor(Math.Log10(Math.Max(1, Math.Abs(value))));

    static bool IsYears(List<(double Value, int Count)> numbers) =>
        numbers.TrueForAll(n => n.Value is >= 1900 and <= 2100 && n.Value == Math.Floor(n.Value));

    static bool MayBeAScale(List<(double Value, int Count)> numbers) =>
        numbers.TrueForAll(n => n.Value is >= 0 and <= 10 && n.Value == Math.Floor(n.Value));

    static HashSet<double> CodesAmong(List<(double Value, int Count)> numbers)
    {
        var others = numbers.Select(n => n.Value).Except(Codes).DefaultIfEmpty(0).ToList();
        var (low, high) = (others.Min(), others.Max());
        return
        [
            .. numbers
                .Where(n => n.Count > 1 && Codes.Contains(n.Value))
                .Select(n => n.Value)
                .Where(v => v < 0 ? low >= 0 : v > FarAway * high),
        ];
    }

    [GeneratedRegex(
        @"(^|[^a-z])(id|ids|uuid|guid|ip|nr|no|zip|plz|cap|cp|lat|lon|lng|key|row|case|date)([^a-z]|$)|(number|code|[a-z]id|token|index|version|progress|latitude|longitude|timestamp)$|post(al)?[ _-]?(code|leitzahl)|phone|telefon|mobile|iban|^duration \(in|^(respondent|collector)|_id",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NoQuantity();

    /// <summary>Background that is a number: single ages tell people apart, bands of them do not.</summary>
    [GeneratedRegex(@"(^|[^a-z])age$|income", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex QuantityName();
}
