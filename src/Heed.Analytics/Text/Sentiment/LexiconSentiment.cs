namespace Heed.Analytics.Text;

/// <summary>
/// Sentiment without any example (level 0): the words' scores by a lexicon, less a share for every group of friction. What
/// is not clearly one or the other counts as neutral.
/// </summary>
/// <remarks>
/// Weak, and said to be: service remarks tell what happened, not what was felt. Where customers gave a score with their
/// remark, <see cref="TrainedSentiment"/> learns from it and is far better. English uses VADER's rules and lexicon, other
/// languages a translated AFINN with a negation within three words turning the score. One serves one thread.
/// </remarks>
public sealed class LexiconSentiment
{
    /// <summary>What a group of friction takes off, found on tweets to airlines.</summary>
    const double FrictionCosts = 0.45;

    /// <summary>The largest score that is neutral still. Translated words are less sure, so their band is wider.</summary>
    const double EnglishBand = 0.2;
    const double OtherBand = 0.35;

    const double LargestExpected = 15;
    const double Negation = -0.74;
    const int NegationReach = 3;

    readonly Vader? _vader;
    readonly Lexicon? _polarity;
    readonly Lexicon? _negations;
    readonly FrictionReader? _friction;
    readonly WordReader _reader;

    LexiconSentiment(string language, TextModels models)
    {
        Language = language;
        _reader = new(WordRules.For(language, models));
        _friction = FrictionReader.For(language) is { IsGiven: true, Value: var reader } ? reader : null;
        _vader = language == "en" && models.Intensity is { } intensity ? new(intensity) : null;
        (_polarity, _negations) = (models.Polarity(language), models.Negations(language));
    }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>The lexicon of a language.</summary>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="models">Where the lexicons are.</param>
    /// <returns>The reader of sentiment; or a sentence when there is no lexicon of the language.</returns>
    public static Answer<LexiconSentiment> For(string language, TextModels models)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(models);
        return (language == "en" && models.Intensity is not null) || models.Polarity(language) is not null
            ? new LexiconSentiment(language, models)
            : new NoAnswer(
                models.Parts.Count == 0
                    ? "Sentiment needs the lexicons of the models file, and it is not there. “models/restore” makes it."
                    : $"There is no lexicon of sentiment for “{language}”."
            );
    }

    /// <summary>The sentiment of a remark.</summary>
    /// <param name="remark">Any text; one without a known word is neutral.</param>
    public SentimentScore Of(ReadOnlySpan<char> remark) => Of(remark, _reader.Read(remark));

    /// <summary>The same for words that were read already.</summary>
    /// <param name="remark">The remark.</param>
    /// <param name="words">Its words.</param>
    public SentimentScore Of(ReadOnlySpan<char> remark, ReadOnlySpan<Word> words)
    {
        var felt = _vader?.Score(remark) ?? Felt(words);
        var friction = _friction?.Of(words) ?? Friction.None;
        var score = Math.Max(-1, felt - FrictionCosts * FrictionReader.Count(friction));
        var band = _vader is null ? OtherBand : EnglishBand;
        var sentiment =
            score > band ? Sentiment.Positive
            : score < -band ? Sentiment.Negative
            : Sentiment.Neutral;
        return new(sentiment, score, friction);
    }

    double Felt(ReadOnlySpan<Word> words)
    {
        var sum = 0.0;
        for (var at = 0; at < words.Length; at++)
        {
            var both =
                at + 1 < words.Length && words[at + 1].Clause == words[at].Clause
                    ? WordHash.Pair(words[at].Hash, words[at + 1].Hash)
                    : words[at].Hash;
            var isPair = both != words[at].Hash && _polarity!.Has(both);
            var score = _polarity!.Score(isPair ? both : words[at].Hash);
            sum += score != 0 && IsNegated(words, at) ? score * Negation : score;
            at += isPair ? 1 : 0;
        }
        return sum / Math.Sqrt(sum * sum + LargestExpected);
    }

    bool IsNegated(ReadOnlySpan<Word> words, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - NegationReach); before--)
            if (words[before].Clause == words[at].Clause && _negations?.Has(words[before].Hash) == true)
                return true;
        return false;
    }
}
