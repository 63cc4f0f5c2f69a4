namespace Heed.Files;

/// <summary>
/// Labels that differ in capitals, in kinds of blank or in the order of a list are one label, called as it was written
/// first. Which were joined is said.
/// </summary>
/// <param name="lists">A cell may hold several labels with a semicolon or a bar between: their order says nothing.</param>
sealed class Spellings(bool lists = false)
{
    const int Shown = 3;
    readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    readonly List<(string First, string Other)> _joined = [];

    public string Of(string label)
    {
        if (_seen.TryGetValue(label, out var known))
            return known;
        var folded = FoldedText.Of(label);
        if (lists && folded.AsSpan().IndexOfAny(';', '|') >= 0)
            folded = string.Join(
                ';',
                folded
                    .Split([';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Order(StringComparer.Ordinal)
            );
        if (!_first.TryAdd(folded, label) && _first[folded] is var first)
            _joined.Add((first, label));
        return _seen[label] = _first[folded];
    }

    public IEnumerable<string> Notes(string column)
    {
        if (_joined.Count == 0)
            yield break;
        var some = _joined.Take(Shown).Select(j => $"“{j.First}” and “{j.Other}”");
        var rest = _joined.Count > Shown ? $", and {_joined.Count - Shown} more" : "";
        yield return $"{column}: {string.Join(", ", some)}{rest} are counted as one label; they differ in {(lists ? "capitals, blanks or order" : "capitals or blanks")}.";
    }
}
