using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>Answers that are not on the scale: which, how often, and where the first one stands.</summary>
sealed class Strangers(string column, Scale scale)
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
        var first = common.First().Key;
        var words = !_counts.Keys.Any(text => double.TryParse(text, out _));
        var cure = words
            ? "Scores are read from numbers: export the codes instead of the words, or name words that mean “no answer” with --missing."
            : $"If such a code means that nobody answered, add --missing {first}; otherwise give the scale that was asked with --scale.";
        return new Refusal(
            $"Column “{column}”: {Format.Count(_all)} of {Format.Count(_all + fitting)} answers {Format.Plural(_all, "is", "are")} not on the scale {scale}: {shown}{rest}. The first is in row {_firstRow}. {cure}"
        );
    }
}
