using Heed.Analytics.Text.Likeness;

namespace Heed.Analytics.Text.Themes;

/// <summary>A sentence that shows what a theme is about.</summary>
/// <param name="Remark">The place of the remark that it stands in.</param>
/// <param name="Start">Where it begins there, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Times">How many remarks of the theme say nearly the same, itself included.</param>
/// <param name="Deciding">The words that decided, as places in the remark.</param>
public sealed record Quote(
    int Remark,
    int Start,
    int Length,
    int Times,
    IReadOnlyList<(int Start, int Length)> Deciding
);

/// <summary>Chooses quotes that are typical of a theme and unlike one another.</summary>
/// <remarks>
/// Typical is the cosine to the theme × the margin over the next theme; variety by maximal marginal relevance (Carbonell
/// and Goldstein, SIGIR 1998); of near-duplicates one speaks for all.
/// </remarks>
/// <param name="frozen">The themes.</param>
/// <param name="reader">A reader made for the model.</param>
/// <param name="remarks">The remarks. Null is an empty one.</param>
public sealed class ThemeQuotes(FrozenThemes frozen, ThemeReader reader, IReadOnlyList<string?> remarks)
{
    /// <summary>As many candidates show a theme as all its remarks do.</summary>
    const int MostCandidates = 200;

    /// <summary>Stricter than among whole remarks: short sentences about one thing share many words.</summary>
    const double SaidAgain = 0.7;
    const int FewestWords = 4;
    const int MostCharacters = 300;

    /// <summary>Beyond this margin a sentence is no more typical.</summary>
    const float EnoughMargin = 10;
    const double Relevance = 0.7;
    const int MostDeciding = 4;

    readonly WordReader _words = new(reader.Rules);

    sealed record Candidate(
        int Remark,
        SentenceTheme Sentence,
        double Typical,
        float[] Vector,
        ushort[] Signature,
        int Times
    );

    /// <summary>The quotes of a theme, the most typical first.</summary>
    /// <param name="theme">The place of the theme in the model.</param>
    /// <param name="sentences">Its sentences and the remarks that they stand in.</param>
    /// <param name="count">How many quotes, 1 or more.</param>
    public IReadOnlyList<Quote> Of(
        int theme,
        IReadOnlyList<(int Remark, SentenceTheme Sentence)> sentences,
        int count = 3
    )
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var left = Candidates(theme, sentences);
        List<Candidate> chosen = [];
        while (chosen.Count < count && left.Count > 0)
        {
            var next = left.MaxBy(candidate =>
                Relevance * candidate.Typical
                - (1 - Relevance) * chosen.Select(other => Alike(candidate, other)).DefaultIfEmpty(0).Max()
            )!;
            chosen.Add(next);
            left.Remove(next);
        }
        return
        [
            .. chosen.Select(candidate => new Quote(
                candidate.Remark,
                candidate.Sentence.Start,
                candidate.Sentence.Length,
                candidate.Times,
                Deciding(theme, candidate)
            )),
        ];
    }

    List<Candidate> Candidates(int theme, IReadOnlyList<(int Remark, SentenceTheme Sentence)> sentences)
    {
        var texts = new string[sentences.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = remarks[sentences[i].Remark]!.Substring(
                sentences[i].Sentence.Start,
                sentences[i].Sentence.Length
            );
        var groups = DuplicateGroups.Of(texts, SaidAgain);
        // The remarks, not the sentences, that say it: one person who repeats herself counts once.
        var times = Enumerable
            .Range(0, texts.Length)
            .GroupBy(groups.Leader)
            .ToDictionary(group => group.Key, group => group.Select(i => sentences[i].Remark).Distinct().Count());
        int[] best =
        [
            .. times
                .Keys.Where(i => texts[i].Length <= MostCharacters && _words.Read(texts[i]).Length >= FewestWords)
                .OrderByDescending(i => Math.Min(EnoughMargin, sentences[i].Sentence.Margin))
                .ThenByDescending(i => sentences[i].Sentence.Lift)
                .ThenBy(i => i)
                .Take(MostCandidates),
        ];
        if (best.Length == 0)
            best =
            [
                .. times.Keys.OrderByDescending(i => sentences[i].Sentence.Lift).ThenBy(i => i).Take(MostCandidates),
            ];
        var (signatures, _) = Signatures.Of([.. best.Select(i => texts[i])]);
        List<Candidate> candidates = [];
        for (var at = 0; at < best.Length; at++)
        {
            var i = best[at];
            var vector = new float[reader.Width];
            reader.Vector(_words.Read(texts[i]), vector);
            var (remark, sentence) = sentences[i];
            candidates.Add(
                new(
                    remark,
                    sentence,
                    Typical(theme, sentence, vector),
                    vector,
                    signatures.AsSpan(at * MinHash.Size, MinHash.Size).ToArray(),
                    times[i]
                )
            );
        }
        return candidates;
    }

    // From 0 to 1. Without vectors the lift stands for the cosine.
    double Typical(int theme, SentenceTheme sentence, float[] vector) =>
        Math.Min(EnoughMargin, sentence.Margin)
        / EnoughMargin
        * (
            vector.Length > 0
                ? Math.Max(0, frozen.Cosine(theme, vector))
                : sentence.Lift / (sentence.Lift + EnoughMargin)
        );

    static double Alike(Candidate one, Candidate other) =>
        one.Vector.Length > 0
            ? Directions.Dot(one.Vector, other.Vector)
            : MinHash.Likeness(one.Signature, other.Signature);

    List<(int, int)> Deciding(int theme, Candidate candidate)
    {
        var (sentence, weights) = (candidate.Sentence, new Dictionary<(int Start, int Length), double>());
        var text = remarks[candidate.Remark]!.AsSpan(sentence.Start, sentence.Length);
        foreach (var term in new Terms(_words.Read(text), withPairs: true))
        {
            var weight = frozen.Says(theme, term.Hash) / (term.IsPair ? 2 : 1);
            foreach (var word in term.IsPair ? [term.First, term.Second] : (ReadOnlySpan<Word>)[term.First])
            {
                var place = (sentence.Start + word.Start, word.Length);
                weights[place] = weights.GetValueOrDefault(place) + weight;
            }
        }
        // One nat: the word is e times as likely here as elsewhere.
        return
        [
            .. weights
                .Where(pair => pair.Value >= 1)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key)
                .Take(MostDeciding)
                .Select(pair => pair.Key)
                .Order(),
        ];
    }
}
