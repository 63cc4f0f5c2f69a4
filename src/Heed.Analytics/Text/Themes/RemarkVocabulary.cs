using System.Runtime.InteropServices;

namespace Heed.Analytics.Text.Themes;

/// <summary>Which terms are learnt from, and the rows of remarks in their places.</summary>
static class RemarkVocabulary
{
    public static ulong[] Of(IReadOnlyList<ulong[]> rows, int rarest)
    {
        var (remarks, seen) = (new Dictionary<ulong, (int Remarks, int Last)>(), 0);
        foreach (var row in rows)
        {
            seen++;
            foreach (var term in row)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(remarks, term, out _);
                if (count.Last != seen)
                    count = (count.Remarks + 1, seen);
            }
        }
        ulong[] kept = [.. remarks.Where(pair => pair.Value.Remarks >= rarest).Select(pair => pair.Key)];
        Array.Sort(kept);
        return kept;
    }

    public static (int[] Starts, int[] Terms) Rows(IReadOnlyList<ulong[]> rows, int[] order, ulong[] vocabulary)
    {
        var places = new Dictionary<ulong, int>(vocabulary.Length);
        for (var i = 0; i < vocabulary.Length; i++)
            places[vocabulary[i]] = i;
        var starts = new int[order.Length + 1];
        var terms = new List<int>(order.Length * 8);
        for (var i = 0; i < order.Length; i++)
        {
            foreach (var term in rows[order[i]])
                if (places.TryGetValue(term, out var place))
                    terms.Add(place);
            CollectionsMarshal.AsSpan(terms)[starts[i]..].Sort();
            starts[i + 1] = terms.Count;
        }
        return (starts, [.. terms]);
    }
}
