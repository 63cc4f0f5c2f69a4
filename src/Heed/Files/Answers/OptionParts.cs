namespace Heed.Files;

/// <summary>The options that one cell holds, with a separator between them: “Branch;Web;”, or “Yes, often, By mail”.</summary>
/// <param name="separator">One sign; a blank beside it is not part of an option.</param>
/// <param name="whole">Options that hold the separator themselves.</param>
sealed class OptionParts(string separator, IReadOnlyList<string> whole)
{
    /// <summary>The longer ones first: one may begin as another does.</summary>
    readonly string[] _whole = [.. whole.OrderByDescending(w => w.Length)];

    public IEnumerable<string> Of(string cell)
    {
        for (var at = 0; at < cell.Length; )
        {
            var rest = cell.AsSpan(at).TrimStart();
            at = cell.Length - rest.Length;
            var end = EndOf(cell, at);
            var part = cell[at..end].Trim();
            if (part.Length > 0)
                yield return part;
            at = cell.IndexOf(separator, end, StringComparison.Ordinal) is var next and >= 0
                ? next + separator.Length
                : cell.Length;
        }
    }

    int EndOf(string cell, int at)
    {
        foreach (var option in _whole)
            if (
                string.Compare(cell, at, option, 0, option.Length, StringComparison.OrdinalIgnoreCase) == 0
                && IsEnd(cell, at + option.Length)
            )
                return at + option.Length;
        return cell.IndexOf(separator, at, StringComparison.Ordinal) is var next and >= 0 ? next : cell.Length;
    }

    bool IsEnd(string cell, int at) =>
        at >= cell.Length || cell.AsSpan(at).TrimStart(' ').StartsWith(separator, StringComparison.Ordinal);
}
