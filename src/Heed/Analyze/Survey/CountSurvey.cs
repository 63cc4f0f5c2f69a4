using Heed.Analytics;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>What was asked of a survey file.</summary>
sealed record SurveyAsk(string Score, ScoreKind Kind, Scale Scale)
{
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The points of answers in words.</summary>
    public IReadOnlyDictionary<string, int>? Points { get; init; }

    /// <summary>The answers that count, where a share is made of some of them.</summary>
    public IReadOnlyList<string> Counts { get; init; } = [];
    public string? Weight { get; init; }
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The words that the codes of the groups stand for.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
    public string? Date { get; init; }
    public DateOrder DateOrder { get; init; }
}

/// <summary>The answers of a survey file, counted: all together, by group, by month.</summary>
sealed record SurveyCounts(Tally All, IReadOnlyList<Groups> By, SortedDictionary<DateOnly, Tally>? Months);

/// <summary>One pass over the file.</summary>
sealed class CountSurvey
{
    readonly DataFile _file;
    readonly SurveyAsk _ask;
    readonly int _score;
    readonly RowWeight? _weight;
    readonly int[] _by;
    readonly Groups[] _groups;
    readonly MissingCodes _missing;
    readonly Strangers _strangers;
    readonly AnswerPoints _words;
    readonly Tally _all;
    readonly Months? _months;
    long _labels;
    string? _label;

    CountSurvey(DataFile file, SurveyAsk ask, int score, RowWeight? weight, int[] by, Months? months)
    {
        (_file, _ask, _score, _weight, _by, _months) = (file, ask, score, weight, by, months);
        _groups =
        [
            .. by.Select(column => new Groups(file.ColumnName(column), ask.Scale)
            {
                Labels = CodeLabels.Of(ask.Labels),
            }),
        ];
        _missing = new(file, ask.Missing);
        _strangers = new(file.ColumnName(score), ask);
        _words = ask.Counts.Count > 0 ? AnswerPoints.Counting(ask.Counts) : AnswerPoints.Of(ask.Points, ask.Scale.High);
        _all = new(ask.Scale);
    }

    public static Outcome<SurveyCounts> Run(
        DataFile file,
        SurveyAsk ask,
        ReadingProgress progress,
        CancellationToken stop
    )
    {
        if (file.Column(ask.Score).Refused(out var refusal, out var score))
            return refusal;
        RowWeight? weight = null;
        if (ask.Weight is { } named)
        {
            if (file.Column(named).Refused(out refusal, out var column))
                return refusal;
            weight = new(file, column);
        }
        var by = new int[ask.By.Count];
        for (var i = 0; i < by.Length; i++)
            if (file.Column(ask.By[i]).Refused(out refusal, out by[i]))
                return refusal;
        if (Groups.Twice(file, by) is { } twice)
            return twice;
        Months? months = null;
        if (ask.Date is { } dated)
        {
            if (file.Column(dated).Refused(out refusal, out var column))
                return refusal;
            if (Months.Of(file, column, ask).Refused(out refusal, out months))
                return refusal;
        }
        return new CountSurvey(file, ask, score, weight, by, months).Count(progress, stop);
    }

    Outcome<SurveyCounts> Count(ReadingProgress progress, CancellationToken stop)
    {
        if (EachRow.Of(_file, progress, CountRow, stop) is { } fault)
            return fault;
        _file.Notes.AddRange(_months?.Notes() ?? []);
        _missing.Note([_file.ColumnName(_score)]);
        _file.Notes.AddRange(_groups.SelectMany(groups => groups.Notes));
        _weight?.Note("score is", "one");
        if (_labels > 0)
            _file.Notes.Add(
                $"{Format.Count(_labels, "answer carries its", "answers carry their")} point in a label, such as {DataFile.Quoted(_label!)}; the number in it counts."
            );
        return _strangers.Any ? _strangers.Refused(_all.Rows) : new SurveyCounts(_all, _groups, _months?.Tallies);
    }

    Refusal? CountRow()
    {
        var answer = Answer();
        if (answer is { } number && !_ask.Scale.Holds(number))
        {
            _strangers.Add(_file.Text(_score), _file.Row);
            return null;
        }
        var weight = 1.0;
        if (answer is not null && _weight?.Read(out weight) is { } fault)
            return fault;
        Add(_all, answer, weight);
        for (var i = 0; i < _by.Length; i++)
        {
            if (_groups[i].Of(_file[_by[i]]) is not { } group)
                return new Refusal(
                    $"Column “{_groups[i].Column}” has more than {Groups.Most} different values by row {_file.Row}: it looks like an id or free words, not like groups. Choose another column for --by."
                );
            Add(group, answer, weight);
        }
        if (_months is null)
            return null;
        if (_months.Of(out var refusal) is { } month)
            Add(month, answer, weight);
        return refusal;
    }

    /// <summary>Null where nobody answered, NaN where the answer is neither a number nor a word with a point.</summary>
    double? Answer()
    {
        if (_words.AreGiven && _words.TryPoint(_file[_score], out var point))
            return point;
        if (_missing.Hold(_score, out var number))
            return null;
        if (!double.IsNaN(number) || !_words.TryPoint(_file[_score], out point))
            return number;
        _labels++;
        _label ??= _file.Text(_score);
        return point;
    }

    void Add(Tally tally, double? answer, double weight)
    {
        if (_weight is null)
            tally.Add(answer);
        else
            tally.Add(answer, weight);
    }
}
