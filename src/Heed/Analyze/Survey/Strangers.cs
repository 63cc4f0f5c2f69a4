using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>Answers that are not on the scale: which, how often, and where the first one stands.</summary>
sealed class Strangers(string column, SurveyAsk ask)
{
    const int Remembered = 1000;
    const int Shown = 5;
    readonly Dictionary<string, long> _counts = [];
    long _all;
    long _firstRow;

    public bool Any => _all > 0;

    public void Add(string text, long row)
    {
        _firstRow = _all++ == 0 ? row : _firstRow;
        if (_counts.Count < Remembered || _counts.ContainsKey(text))
            _counts[text] = _counts.GetValueOrDefault(text) + 1;
    }

    public Refusal Refused(long fitting)
    {
        var common = _counts.OrderByDescending(found => found.Value).ThenBy(found => found.Key, StringComparer.Ordinal);
        var shown = string.Join(
            ", ",
            common.Take(Shown).Select(f => $"{DataFile.Quoted(f.Key)} ({Format.Times(f.Value)})")
        );
        var rest = _counts.Count > Shown ? $" and {_counts.Count - Shown} other values" : "";
        var cure =
            _counts.Keys.FirstOrDefault(FormulaErrors.Hold) is { } error
                ? $"“{error}” is the error of a formula and nobody's answer: mend the formula, or leave such cells out with --missing \"{error}\"."
            : _counts.Keys.Any(text => double.TryParse(text, out _))
                ? $"If such a code means that nobody answered, add --missing {common.First().Key}; otherwise give the scale that was asked with --scale."
            : InWords(common.Select(c => c.Key));
        return new Refusal(
            $"Column “{column}”: {Format.Count(_all)} of {Format.Count(_all + fitting)} answers {Format.Plural(_all, "is", "are")} not on the scale {ask.Scale}: {shown}{rest}. The first is in row {_firstRow}. {cure}"
        );
    }

    /// <summary>Never that a word of the scale means no answer: it would throw that answer away.</summary>
    string InWords(IEnumerable<string> common)
    {
        if (
            AnswerLadder.Find(_counts.Select(c => KeyValuePair.Create(c.Key, (int)Math.Min(c.Value, int.MaxValue)))) is
            { } ladder
        )
        {
            var scale = ladder.Scale == ask.Scale.ToString() ? "" : $" --scale {ladder.Scale}";
            var missing = ladder.Missing.Count == 0 ? "" : $" --missing \"{string.Join(",", ladder.Missing)}\"";
            return $"These are words that stand in an order. If it is this one, add{scale} --points \"{AnswerPoints.Written(ladder.Points)}\"{missing}";
        }
        var some = string.Join(", ", common.Take(2).Select(word => $"{word}=…"));
        return ask.Kind is ScoreKind.Share
            ? $"Say which answers count with --counts \"{common.First()}\"; all others then do not."
            : $"Say which point each word stands for: --points \"{some}\". Words that mean “no answer” go to --missing.";
    }
}
