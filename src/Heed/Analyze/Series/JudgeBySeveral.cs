using Heed.Analytics.Evidence;

namespace Heed.Analyze;

/// <summary>A change judged against several series that it did not touch; or, in a sentence, why it cannot be.</summary>
sealed record JudgedBySeveral(VerdictWord Word, string Sentence, string? Because, SyntheticDifference? Found)
{
    public static JudgedBySeveral Of(
        SeriesAsk ask,
        Series series,
        IReadOnlyList<Series> others,
        DateOnly on,
        Direction wanted
    )
    {
        var units = others
            .Select((other, i) => new PanelUnit(ask.Compare[i], other))
            .Prepend(new PanelUnit(ask.Value, series, on));
        if (
            ComparisonPanel.Of(units).Refused(out var because, out var panel)
            || SyntheticDifference.Of(panel, lag: ask.Lag).Refused(out because, out var found)
        )
            return new(VerdictWord.CannotTell, $"Cannot tell: {Format.Lower(because)}", because, null);
        var word = VerdictRule.Word(
            found.Effect,
            EffectScale.Difference,
            wanted,
            ask.Predicted,
            out var lessThanPredicted
        );
        var effect = $"{SeriesWords.Effect(found.Effect)} against what the compared series lead to expect";
        var promise = ask.Predicted is { } predicted ? Format.WithSign(predicted) : null;
        return word switch
        {
            VerdictWord.Improved when lessThanPredicted => new(
                word,
                $"Improved, less than predicted ({promise}): {effect}.",
                null,
                found
            ),
            VerdictWord.Improved => new(word, $"Improved: {effect}.", null, found),
            VerdictWord.Worsened => new(word, $"Worsened: {effect}.", null, found),
            VerdictWord.NoChange => new(
                word,
                $"No change: {effect}, which holds no effect and excludes the predicted {promise}.",
                null,
                found
            ),
            _ => Open(effect, promise, found),
        };
    }

    static JudgedBySeveral Open(string effect, string? promise, SyntheticDifference found)
    {
        var holds = promise is null
            ? $"{effect}; that holds no effect, and nothing was predicted."
            : $"{effect}; that holds both no effect and the predicted {promise}.";
        return new(VerdictWord.CannotTell, $"Cannot tell: {holds}", Format.Capital(holds), found);
    }

    /// <summary>What was weighted how, in one sentence.</summary>
    public static string Weighted(SyntheticDifference found, Cadence cadence)
    {
        var heaviest = found.Periods.Where(period => period.Weight >= 0.05).ToList();
        var periods = heaviest.Count is 0 or > 6
            ? "the periods before count nearly alike"
            : $"of the periods before, {Format.List([.. heaviest.Select(period => $"{SeriesWords.Date(period.Date, cadence)} ({Format.Percent(period.Weight)})")])} count most";
        return $"{found.UnitsInWords}; {periods}";
    }
}
