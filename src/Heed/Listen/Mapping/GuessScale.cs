using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Listen;

/// <summary>The scale that a column's whole numbers seem to stand on, with the codes for no answer beside it.</summary>
/// <param name="IsFull">Its ends and nearly all points between them are used.</param>
/// <param name="IsThin">Most rows hold a code: most people were not concerned.</param>
sealed record GuessScale(int Low, int High, IReadOnlyList<string> Missing, bool IsFull, bool IsThin)
{
    public string Written => $"{Low}-{High}";

    public string InWords => $"points {Low} to {High}{Codes(Missing)}";

    public static string Codes(IReadOnlyList<string> missing) =>
        missing.Count switch
        {
            0 => "",
            1 => $"; {missing[0]} beside them looks like a code for no answer",
            _ =>
                $"; {string.Join(", ", missing.Take(missing.Count - 1))} and {missing[^1]} beside them look like codes for no answer",
        };

    public static GuessScale? Of(IReadOnlyDictionary<string, int> values, FileNumbers read)
    {
        var total = values.Values.Sum();
        var numbers = Numbers(values, read);
        if (numbers.Count < 3 || numbers.Sum(n => n.Count) <= .9 * total)
            return null;
        // A question that few were concerned by has more codes than points: believed only beside sisters.
        foreach (var share in (double[])[.6, .2])
        foreach (var (low, high, fewest) in ((int, int, int)[])[(1, 5, 4), (1, 7, 6), (0, 10, 10), (1, 10, 8)])
        {
            if (Outside(numbers, low, high, fewest, share * total, all: true) is not { } missing)
                continue;
            // Six of seven points may be six points and a code: a longer scale needs both its ends.
            bool Used(int point) => numbers.Exists(n => n.Value == point);
            if (high > 5 && !Used(high))
                continue;
            // Is 0 a point or a code? Where most answers are 0, nobody was asked.
            if (low == 0 && (!Used(0) || numbers.MaxBy(n => n.Count).Value == 0))
                continue;
            var used = numbers.Count(n => n.Value >= low && n.Value <= high);
            var full = Used(low) && Used(high) && used >= high - low + (high > 5 ? 0 : 1);
            return new(low, high, missing, full, share < .5);
        }
        return null;
    }

    /// <summary>Where a name asks for it already, what lies outside need not look like codes: the dry run says so then.</summary>
    public static IReadOnlyList<string>? ZeroToTen(IReadOnlyDictionary<string, int> values, FileNumbers read) =>
        Outside(Numbers(values, read), 0, 10, 1, .6 * values.Values.Sum(), all: false);

    static List<(double Value, int Count)> Numbers(IReadOnlyDictionary<string, int> values, FileNumbers read)
    {
        List<(double, int)> numbers = [];
        foreach (var (cell, count) in values)
            if (read.TryRead(cell, out var number))
                numbers.Add((number, count));
        return numbers;
    }

    // Codes of survey tools stand beside the scale: one below, one above, or far away (methods/voice.md 4).
    static List<string>? Outside(
        List<(double Value, int Count)> numbers,
        int low,
        int high,
        int fewest,
        double share,
        bool all
    )
    {
        var on = numbers.FindAll(n => n.Value >= low && n.Value <= high && n.Value == Math.Floor(n.Value));
        var off = numbers.Except(on).Select(n => n.Value).ToList();
        var codes = off.FindAll(v => v == low - 1 || v == high + 1 || v is >= 77 and <= 99 or >= 777 || v < 0);
        return
            (!all || codes.Count == off.Count) && off.Count <= 4 && on.Count >= fewest && on.Sum(n => n.Count) >= share
            ? [.. codes.Order().Select(v => v.ToString(CultureInfo.InvariantCulture))]
            : null;
    }
}

/// <summary>Questions that share a number and a scale: Q7ART, Q7FOOD, Q7SIGN; or Q7_1, Q7_2, Q7_3.</summary>
static partial class Sisters
{
    public const int Enough = 3;

    /// <summary>
    /// How many columns of the stem stand on the same scale, this one among them; those that hold mostly codes are
    /// counted only where enough others are there to believe them.
    /// </summary>
    public static int Of(IReadOnlyList<FileColumn> columns, GuessScale?[] scales, int column)
    {
        if (Stem(columns[column].Name) is not { Length: > 0 } stem || scales[column] is not { } scale)
            return 0;
        var alike = Enumerable
            .Range(0, columns.Count)
            .Where(i =>
                scales[i] is { IsFull: true } other
                && (other.Low, other.High) == (scale.Low, scale.High)
                && Stem(columns[i].Name) == stem
            )
            .ToList();
        var sure = alike.Count(i => !scales[i]!.IsThin);
        return sure >= Enough ? alike.Count : sure;
    }

    public static string Stem(string name) => QuestionNumber().Match(name).Value.ToUpperInvariant();

    [GeneratedRegex(@"^(q|question|item|v)[ _-]?\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuestionNumber();
}
