using System.Text;
using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>The words that codes stand for: “1=Phone, 2=Shop”. A code without a word stays as it is.</summary>
sealed partial class CodeLabels
{
    readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    readonly Dictionary<double, string> _numbers = [];

    CodeLabels(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (code, label) in labels)
        {
            _words[FoldedText.Of(code)] = label;
            // Some tools write a code as 1.0.
            if (TryNumber(code, out var number))
                _numbers[number] = label;
        }
    }

    public static CodeLabels? Of(IReadOnlyDictionary<string, string>? labels) =>
        labels is { Count: > 0 } ? new(labels) : null;

    public string Of(string code) =>
        _words.TryGetValue(FoldedText.Of(code), out var label) ? label
        : TryNumber(code, out var number) && _numbers.TryGetValue(number, out label) ? label
        : code;

    static bool TryNumber(string code, out double number) =>
        default(FileNumbers).TryRead(Encoding.UTF8.GetBytes(code), out number);

    /// <summary>“1=Phone, 2=Shop”; a word with a comma stands in quotes.</summary>
    public static Outcome<IReadOnlyDictionary<string, string>> Parse(string written)
    {
        Dictionary<string, string> labels = new(StringComparer.Ordinal);
        HashSet<string> codes = new(StringComparer.Ordinal);
        for (var at = 0; at < written.Length; )
        {
            var pair = Pair().Match(written, at);
            if (!pair.Success)
                return new Refusal(
                    $"“{Format.Shortened(written[at..].Trim())}” gives no code its word. Write each code, =, and its word: 1=Phone, 2=Shop."
                );
            var code = pair.Groups["code"].Value.Trim();
            if (!codes.Add(FoldedText.Of(code)))
                return new Refusal($"“{code}” is given two words. Give it one.");
            labels[code] = pair.Groups["label"].Value.Trim();
            at = pair.Index + pair.Length;
        }
        return labels;
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public static string? Written(IReadOnlyDictionary<string, string>? labels) =>
        labels is null
            ? null
            : string.Join(
                ", ",
                labels.Select(l =>
                    l.Value.AsSpan().IndexOfAny(',', ';') < 0 ? $"{l.Key}={l.Value}" : $"{l.Key}=\"{l.Value}\""
                )
            );

    [GeneratedRegex(
        """\G\s*(?<code>[^=,;]+?)\s*=\s*(?:"(?<label>[^"]+)"|(?<label>[^",;\r\n][^,;\r\n]*))\s*(?:[,;\r\n]+\s*|$)"""
    )]
    private static partial Regex Pair();
}
