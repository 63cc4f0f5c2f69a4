namespace Heed.Analytics.Text;

/// <summary>
/// Sentiment learnt from remarks that came with a score (level 1): a linear model of this organisation's own words. It is
/// given only where it beats the lexicon on remarks that it has not seen, and carries how good it was there.
/// </summary>
/// <remarks>One serves one thread; <see cref="Again"/> gives the same for another.</remarks>
public sealed class TrainedSentiment
{
    /// <summary>Below this no measured difference to the lexicon could be believed.</summary>
    public const int FewestExamples = 100;

    const int Classes = 3;
    const int Folds = 5;

    readonly RemarkClassifier _model;

    TrainedSentiment(
        RemarkClassifier model,
        IReadOnlyList<Sentiment> kinds,
        ClassScores measured,
        ClassScores? lexicon,
        int examples
    ) => (_model, Kinds, Measured, Lexicon, Examples) = (model, kinds, measured, lexicon, examples);

    /// <summary>The kinds of sentiment that it can tell: those that there were examples of.</summary>
    public IReadOnlyList<Sentiment> Kinds { get; }

    /// <summary>How good it was on remarks that it had not seen (5-fold cross-validation).</summary>
    public ClassScores Measured { get; }

    /// <summary>How good the lexicon was on the same remarks; null where the language has none.</summary>
    public ClassScores? Lexicon { get; }

    /// <summary>How many examples it learnt from.</summary>
    public int Examples { get; }

    /// <summary>The same model for another thread.</summary>
    public TrainedSentiment Again() => new(_model.Again(), Kinds, Measured, Lexicon, Examples);

    /// <summary>Learns from remarks whose writers gave a score.</summary>
    /// <param name="examples">Remarks with the sentiment that their score stands for.</param>
    /// <param name="settings">How to learn.</param>
    /// <param name="lexicon">What it has to beat; null where the language has no lexicon.</param>
    /// <returns>
    /// The model; or a sentence when the examples are too few, a class of sentiment has fewer than ten, or the lexicon is no worse.
    /// </returns>
    public static Answer<TrainedSentiment> Train(
        IReadOnlyList<(string Remark, Sentiment Sentiment)> examples,
        LearningSettings settings,
        LexiconSentiment? lexicon = null
    )
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(settings);
        if (examples.Count < FewestExamples)
            return new NoAnswer(
                $"Learning sentiment needs {FewestExamples} remarks with a score, and there are {examples.Count}."
            );
        // Some organisations ask for thumbs: two classes are enough, but each needs to be there.
        var kinds = Enum.GetValues<Sentiment>().Where(one => examples.Any(e => e.Sentiment == one)).ToArray();
        if (kinds.Length < 2)
            return new NoAnswer(
                $"Learning sentiment needs remarks of more than one kind, and all are {kinds[0].ToString().ToLowerInvariant()}."
            );
        foreach (var one in kinds)
            if (examples.Count(e => e.Sentiment == one) is < 10 and var few)
                return new NoAnswer(
                    $"Learning sentiment needs 10 remarks of each kind, and there are {few} {one.ToString().ToLowerInvariant()} ones."
                );

        var measured = CrossValidated(examples, kinds, settings);
        ClassScores? byLexicon = lexicon is null
            ? null
            : ClassScores.Of(
                [.. examples.Select(e => ((int)e.Sentiment, (int)lexicon.Of(e.Remark).Sentiment))],
                Classes
            );
        if (byLexicon is { } other && measured.MacroF1 <= other.MacroF1)
            return new NoAnswer(
                $"The lexicon stays: it reaches a macro-F1 of {other.MacroF1:0.00} on these remarks, a trained model {measured.MacroF1:0.00}."
            );
        return new TrainedSentiment(Fit(examples, kinds, settings), kinds, measured, byLexicon, examples.Count);
    }

    /// <summary>The sentiment of a remark.</summary>
    /// <param name="remark">Any text.</param>
    public Sentiment Of(ReadOnlySpan<char> remark) => Kinds[_model.Of(remark).Class];

    static RemarkClassifier Fit(
        IReadOnlyList<(string Remark, Sentiment Sentiment)> examples,
        Sentiment[] kinds,
        LearningSettings settings
    ) =>
        RemarkClassifier
            .Train([.. examples.Select(e => (e.Remark, Array.IndexOf(kinds, e.Sentiment)))], kinds.Length, settings)
            .Value;

    static ClassScores CrossValidated(
        IReadOnlyList<(string Remark, Sentiment Sentiment)> examples,
        Sentiment[] kinds,
        LearningSettings settings
    )
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        new Random(settings.Seed).Shuffle(order);
        // Every class in turn, so that each fold has its share of each.
        order = [.. order.OrderBy(i => examples[i].Sentiment)];
        var pairs = new (int, int)[examples.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Fit(
                [.. order.Where((_, place) => place % Folds != fold).Select(i => examples[i])],
                kinds,
                settings
            );
            for (var place = fold; place < order.Length; place += Folds)
            {
                var example = examples[order[place]];
                pairs[order[place]] = ((int)example.Sentiment, (int)kinds[model.Of(example.Remark).Class]);
            }
        }
        return ClassScores.Of(pairs, Classes);
    }
}
