using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>
/// Which point an answer in words stands for: by a list that a person agreed to, else by the number that its label carries.
/// The number of a label is its point without asking; a word alone never is.
/// </summary>
sealed partial class AnswerPoints
{
    // Each way to write a word is folded once, not once a row.
    const int Remembered = 10_000;
    readonly Dictionary<string, int> _points;
    readonly int _best;
    readonly ConcurrentDictionary<byte[], int?> _seen = new(ByBytes.Comparer);

    readonly int? _others;

    AnswerPoints(Dictionary<string, int> points, int best, int? others = null) =>
        (_points, _best, _others) = (points, best, others);

    /// <summary>Yes and no in the main languages need no list.</summary>
    /// <param name="best">The highest point of the scale: “4 out of 5” is one of a scale up to five.</param>
    public static AnswerPoints Of(IReadOnlyDictionary<string, int>? points, int best)
    {
        if (points is null or { Count: 0 })
            return new(best == 1 ? AnswerLadder.YesAndNo : [], best);
        Dictionary<string, int> folded = new(StringComparer.Ordinal);
        foreach (var (answer, point) in points)
            folded[FoldedText.Of(answer)] = point;
        return new(folded, best);
    }

    /// <summary>These answers count, all others do not.</summary>
    public static AnswerPoints Counting(IEnumerable<string> answers)
    {
        Dictionary<string, int> folded = new(StringComparer.Ordinal);
        foreach (var answer in answers)
            folded[FoldedText.Of(answer)] = 1;
        return new(folded, 1, 0);
    }

    /// <summary>Whether some answers were given their points; those go before any number.</summary>
    public bool AreGiven => _points.Count > 0;

    public bool TryPoint(ReadOnlySpan<byte> cell, out int point)
    {
        var seen = _seen.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!seen.TryGetValue(cell, out var known))
        {
            known = Read(Encoding.UTF8.GetString(cell));
            if (_seen.Count < Remembered)
                seen[cell] = known;
        }
        point = known ?? 0;
        return known is not null;
    }

    int? Read(string text) =>
        _points.TryGetValue(FoldedText.Of(text), out var given) ? given
        : _others is { } other ? other
        : LabelNumber.TryRead(text, _best, out var carried) ? carried
        : null;

    /// <summary>“Very satisfied=5, Satisfied=4”; an answer may hold commas, and stand in quotes.</summary>
    public static Outcome<IReadOnlyDictionary<string, int>> Parse(string written)
    {
        Dictionary<string, int> points = new(StringComparer.Ordinal);
        HashSet<string> folded = new(StringComparer.Ordinal);
        var at = 0;
        while (at < written.Length)
        {
            var pair = Pair().Match(written, at);
            if (!pair.Success)
                return new Refusal(
                    $"“{Format.Shortened(written[at..].Trim())}” gives no answer its point. Write each answer, =, and its point: Very satisfied=5, Satisfied=4."
                );
            var answer = pair.Groups["answer"].Value.Trim();
            if (!folded.Add(FoldedText.Of(answer)))
                return new Refusal($"“{answer}” is given two points. Give it one.");
            points[answer] = int.Parse(pair.Groups["point"].Value, System.Globalization.CultureInfo.InvariantCulture);
            at = pair.Index + pair.Length;
        }
        return points;
    }

    /// <summary>As <see cref="Parse"/> reads it, the best point first.</summary>
    public static string Written(IReadOnlyDictionary<string, int> points) =>
        string.Join(", ", points.OrderByDescending(p => p.Value).Select(p => $"{p.Key}={p.Value}"));

    [GeneratedRegex("""\G\s*(?:"(?<answer>[^"]+)"|(?<answer>.+?))\s*=\s*(?<point>-?\d{1,3})\s*(?:[,;\r\n]+|$)""")]
    private static partial Regex Pair();
}
