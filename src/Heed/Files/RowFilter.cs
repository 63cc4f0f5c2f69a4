using System.Text;

namespace Heed.Files;

/// <summary>Rows of a file that are wanted: each column named has one of its values. Capitals and blanks make no difference.</summary>
/// <param name="Column">The name of the column.</param>
/// <param name="Values">Any of these will do.</param>
public sealed record RowFilter(string Column, IReadOnlyList<string> Values)
{
    /// <summary>“org=RQM,type=1,2”: both columns must fit; a part without = is one more value of the column before it.</summary>
    public static Outcome<IReadOnlyList<RowFilter>> Parse(IEnumerable<string> written)
    {
        Dictionary<string, List<string>> wanted = new(StringComparer.Ordinal);
        foreach (var text in written)
        {
            List<string>? values = null;
            foreach (var part in text.Split(','))
            {
                var equals = part.IndexOf('=');
                if (equals > 0)
                {
                    var column = part[..equals].Trim();
                    if (!wanted.TryGetValue(column, out values))
                        wanted[column] = values = [];
                    values.Add(part[(equals + 1)..].Trim());
                }
                else if (values is null || equals == 0)
                    return new Refusal($"“{text}” names no column and value. Write COLUMN=VALUE, such as shop=York.");
                else
                    values.Add(part.Trim());
            }
        }
        return wanted.Select(w => new RowFilter(w.Key, w.Value)).ToList();
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public string Written => $"{Column}={string.Join(',', Values)}";

    public override string ToString() =>
        $"{Column} = {string.Join(" or ", Values.Select(v => v.Length == 0 ? "(blank)" : v))}";
}

/// <summary>Filters made ready for reading one file.</summary>
sealed class RowFilters
{
    // Each way to write a value is folded once, not once a row.
    const int Remembered = 10_000;
    readonly (int Cell, HashSet<string> Folded, Dictionary<byte[], bool> Seen)[] _wanted;

    /// <param name="cells">Where the column of each filter stands.</param>
    public RowFilters(IReadOnlyList<RowFilter> filters, IReadOnlyList<int> cells) =>
        _wanted = [
            .. filters.Select(
                (f, i) =>
                    (
                        cells[i],
                        f.Values.Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal),
                        new Dictionary<byte[], bool>(ByBytes.Comparer)
                    )
            ),
        ];

    public bool Any => _wanted.Length > 0;

    /// <summary>Whether all of it is so.</summary>
    public bool Fit(RecordReader reader)
    {
        for (var i = 0; i < _wanted.Length; i++)
            if (!Fits(i, reader))
                return false;
        return true;
    }

    /// <summary>Which of it is so, the first; below zero where none is.</summary>
    public int First(RecordReader reader)
    {
        for (var i = 0; i < _wanted.Length; i++)
            if (Fits(i, reader))
                return i;
        return -1;
    }

    bool Fits(int filter, RecordReader reader)
    {
        var (cell, folded, seen) = _wanted[filter];
        var value = cell < reader.Cells ? CellText.Trimmed(reader[cell]) : default;
        var known = seen.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(value, out var fits))
            return fits;
        fits = folded.Contains(FoldedText.Of(Encoding.UTF8.GetString(value)));
        if (seen.Count < Remembered)
            known[value] = fits;
        return fits;
    }
}
