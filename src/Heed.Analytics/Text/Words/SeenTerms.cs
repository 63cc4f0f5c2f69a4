namespace Heed.Analytics.Text;

/// <summary>What was seen of each term: in how many remarks, and how it was written most.</summary>
sealed class SeenTerms
{
    readonly HashIndex _terms = new(1024);
    readonly List<Seen> _seen = [];

    /// <summary>The most frequent writing by majority vote (Boyer and Moore 1981): one candidate, one counter.</summary>
    struct Seen
    {
        public int LastRemark;
        public int Remarks;
        public ulong Written;
        public int Votes;
        public string Candidate;
    }

    public void Add(Term term, int remark, string text)
    {
        var number = _terms.Add(term.Hash);
        if (number == _seen.Count)
            _seen.Add(new() { LastRemark = -1, Candidate = "" });
        ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_seen)[number];
        if (seen.LastRemark != remark)
            (seen.LastRemark, seen.Remarks) = (remark, seen.Remarks + 1);
        var written = term.IsPair ? WordHash.Pair(term.First.Hash, term.Second.Hash) : term.First.Hash;
        if (seen.Votes == 0)
            (seen.Written, seen.Votes, seen.Candidate) = (written, 1, Writing(term, text));
        else
            seen.Votes += seen.Written == written ? 1 : -1;
    }

    public (HashIndex Terms, int[] Remarks, string[] Written) InAtLeast(int least)
    {
        var kept = Enumerable.Range(0, _seen.Count).Where(n => _seen[n].Remarks >= least).ToArray();
        var terms = new HashIndex(kept.Length);
        foreach (var number in kept)
            terms.Add(_terms.Hashes[number]);
        return (terms, [.. kept.Select(n => _seen[n].Remarks)], [.. kept.Select(n => _seen[n].Candidate)]);
    }

    static string Writing(Term term, string text) =>
        term.IsPair
            ? $"{term.First.In(text)} {term.Second.In(text)}".ToLowerInvariant()
            : term.First.In(text).ToString().ToLowerInvariant();
}
