namespace Heed.Analytics.Text;

/// <summary>
/// What a linear model sees of a remark: its words and word pairs, three to five letters in a row inside words, and, where
/// there are vectors, the remark's vector. The words and letters are hashed into 2^18 places and weighed by how rare they
/// are in the remarks that it was fitted to.
/// </summary>
sealed class RemarkFeatures
{
    const int Bits = 18;
    const int Places = 1 << Bits;
    const int ShortestRow = 3;
    const int LongestRow = 5;

    readonly float[] _rarity;
    readonly RemarkVectors? _vectors;
    readonly FeatureCounts _words = new(Places);
    readonly FeatureCounts _letters = new(Places);
    readonly WordReader _reader;
    readonly float[] _vector;

    RemarkFeatures(WordRules rules, float[] rarity, RemarkVectors? vectors) =>
        (_reader, _rarity, _vectors, _vector) = (new(rules), rarity, vectors, new float[vectors?.Dimensions ?? 0]);

    /// <summary>How many places there are.</summary>
    public int Count => Places + _vector.Length;

    /// <summary>Fits the weights to remarks; labels are not needed.</summary>
    public static RemarkFeatures Of(IEnumerable<string> remarks, WordRules rules, RemarkVectors? vectors)
    {
        var features = new RemarkFeatures(rules, new float[Places], vectors);
        var among = 0;
        foreach (var remark in remarks)
        {
            among++;
            features.CountPlaces(remark);
            foreach (var place in features._words.Places)
                features._rarity[place]++;
            foreach (var place in features._letters.Places)
                features._rarity[place]++;
        }
        for (var place = 0; place < Places; place++)
            features._rarity[place] = (float)(Math.Log((1.0 + among) / (1 + features._rarity[place])) + 1);
        return features;
    }

    /// <summary>The same weights for another thread.</summary>
    public RemarkFeatures Again() => new(_reader.Rules, _rarity, _vectors);

    /// <summary>Adds the row of a remark: of length 1, or empty where it has no word.</summary>
    public void AddTo(FeatureRows rows, ReadOnlySpan<char> remark)
    {
        CountPlaces(remark);
        var hasVector = _vectors is not null && _vectors.TryWrite(_reader.Words, _vector);
        var blocks = (_words.Places.Length > 0 ? 1 : 0) + (_letters.Places.Length > 0 ? 1 : 0) + (hasVector ? 1 : 0);
        var share = blocks == 0 ? 0 : 1 / Math.Sqrt(blocks);
        _words.AddTo(rows, _rarity, share);
        _letters.AddTo(rows, _rarity, share);
        if (hasVector)
            for (var i = 0; i < _vector.Length; i++)
                rows.Add(Places + i, (float)(_vector[i] * share));
        rows.EndRow();
    }

    void CountPlaces(ReadOnlySpan<char> remark)
    {
        _words.Clear();
        _letters.Clear();
        var before = default(Word);
        foreach (var word in _reader.Read(remark))
        {
            _words.Add(Place(word.Hash));
            if (before.Length > 0 && before.Sentence == word.Sentence)
                _words.Add(Place(WordHash.Pair(before.Hash, word.Hash)));
            before = word;
            CountLetters(word.In(remark));
        }
    }

    /// <summary>Rows of letters with a blank where the word begins and ends.</summary>
    void CountLetters(ReadOnlySpan<char> word)
    {
        for (var start = -1; start < word.Length; start++)
        {
            var hash = WordHash.Begin;
            for (var length = 1; length <= LongestRow && start + length <= word.Length + 1; length++)
            {
                var at = start + length - 1;
                hash = WordHash.Next(hash, at < 0 || at == word.Length ? ' ' : Letters.Lower(word[at]));
                if (length >= ShortestRow)
                    _letters.Add(Place(WordHash.End(hash + 1)));
            }
        }
    }

    static int Place(ulong hash) => (int)(hash >> (64 - Bits));
}
