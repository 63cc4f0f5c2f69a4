using System.Text;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>The answers of each group that a column makes, with names looked up by their bytes, without a string a row.</summary>
sealed class Groups(string column, Scale scale)
{
    /// <summary>A column with more values than this is an id or free words, not a grouping.</summary>
    public const int Most = 1000;
    readonly Dictionary<string, Tally> _byLabel = new(StringComparer.Ordinal);
    readonly Spellings _spellings = new();
    readonly Dictionary<byte[], Tally> _tallies = new(ByBytes.Comparer);

    public string Column => column;

    /// <summary>The words that codes stand for; null where a group is called what its cells say.</summary>
    public CodeLabels? Labels { get; init; }

    /// <summary>Why columns cannot be compared by; null where each is named once.</summary>
    public static Refusal? Twice(DataFile file, IEnumerable<int> by) =>
        by.GroupBy(at => at).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new Refusal($"--by: “{file.ColumnName(twice.Key)}” is named twice. Name each column once.")
            : null;

    /// <summary>The group of this name; null when there are too many.</summary>
    public Tally? Of(ReadOnlySpan<byte> name)
    {
        var lookup = _tallies.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(name, out var tally))
            return tally;
        // Another spelling of a group that is there is that group.
        var said = Encoding.UTF8.GetString(name);
        var label = _spellings.Of(Labels?.Of(said) ?? said);
        if (!_byLabel.TryGetValue(label, out tally))
        {
            if (_byLabel.Count == Most)
                return null;
            _byLabel[label] = tally = new Tally(scale);
        }
        return _tallies[name.ToArray()] = tally;
    }

    public IEnumerable<string> Notes =>
        Several is { } several
            ? _spellings
                .Notes(column)
                .Append(
                    $"{column}: {Format.Lower(several.InWords)}. Who chose several counts in each, so its groups overlap."
                )
            : _spellings.Notes(column);

    /// <summary>What stands between the options, where a cell holds several; null where each row is of one group. Asked once all rows are counted.</summary>
    public GuessSeparator? Several
    {
        get
        {
            if (!_isLookedFor)
                (_several, _isLookedFor) = (
                    GuessSeparator.Of(
                        _byLabel
                            .Where(group => group.Key.Length > 0)
                            .ToDictionary(group => group.Key, group => (int)Math.Min(int.MaxValue, group.Value.Rows))
                    ),
                    true
                );
            return _several;
        }
    }

    GuessSeparator? _several;
    bool _isLookedFor;

    Dictionary<string, Tally> ByOption(GuessSeparator several)
    {
        var (parts, spellings) = (new OptionParts(several.Separator, several.Whole), new Spellings());
        Dictionary<string, Tally> options = new(StringComparer.Ordinal);
        foreach (var (label, tally) in _byLabel.OrderBy(group => group.Key, StringComparer.Ordinal))
        foreach (
            var option in parts
                .Of(label)
                .Select(part => spellings.Of(Labels?.Of(part) ?? part))
                .DefaultIfEmpty("")
                .Distinct()
        )
        {
            if (!options.TryGetValue(option, out var all))
                options[option] = all = new Tally(scale);
            all.Add(tally);
        }
        return options;
    }

    /// <summary>The groups in the order in which people count: numbers by size, words by letter, unknown last.</summary>
    public IEnumerable<(string Name, Tally Tally)> InOrder() =>
        (Several is { } several ? ByOption(several) : _byLabel)
            .Select(pair => (Name: pair.Key, Tally: pair.Value))
            .OrderBy(group => group.Name.Length == 0)
            .ThenBy(group => double.TryParse(group.Name, out var number) ? number : double.PositiveInfinity)
            .ThenBy(group => group.Name, StringComparer.Ordinal);
}
