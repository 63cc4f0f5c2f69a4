using System.Text;
using System.Text.Unicode;
using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;

namespace Heed.Listen;

/// <summary>The answers of one survey in memory, and where each remark lies in the store. Rows are only added, and seen once
/// they are released.</summary>
sealed class LoadedSurvey(SurveySchema schema, IReadOnlyList<string> remarkQuestions)
{
    long _rows;

    public SurveySchema Schema => schema;
    public SurveyColumns Columns { get; } =
        new(
            schema.Questions,
            schema.Attributes,
            schema.Weighted,
            MinimumGroup.Five,
            Cadence.Month,
            Arrival.InReleases,
            schema.Sets,
            schema.Numbers
        );
    public IReadOnlyList<string> RemarkQuestions => remarkQuestions;

    /// <summary>The number of the newest release that is here.</summary>
    public int Released { get; private set; }

    /// <summary>Shows the rows that were added since the last release.</summary>
    /// <param name="sender">Whose they are; empty for those of administrators.</param>
    public void Release(int number, Id<People.Member>? sender)
    {
        Columns.Release();
        Remarks.Release(sender);
        Released = number;
    }

    /// <summary>One label in several spellings is one value, whichever file it came with.</summary>
    readonly Spellings[] _spellings = [.. schema.Attributes.Select(_ => new Spellings())];
    readonly Spellings[] _options = [.. schema.Sets.Select(_ => new Spellings())];

    public RemarkPlaces Remarks { get; } = new(schema.Attributes.Count);

    /// <summary>Reads the rows of one import, each with that import's own columns.</summary>
    public ColumnLoader Fill(CompiledMapping plan) => new(this, plan);

    internal sealed class ColumnLoader
    {
        readonly LoadedSurvey _survey;
        readonly CompiledMapping _plan;
        readonly RecordReader _reader;
        readonly CompiledMapping.Scored?[] _questions;
        readonly int[] _cells;
        readonly ChosenOptions?[] _choices;
        readonly List<string> _chosen = [];
        readonly ulong[] _sets;
        readonly AskedNumber?[] _asked;
        readonly double[] _numbers;
        readonly bool[] _isChoice;
        readonly CodeLabels?[] _labels;
        readonly (int Cell, short Question)[] _remarks;
        readonly Dictionary<string, int>[] _codes;
        readonly byte[] _points;
        readonly int[] _row;
        readonly int _wave;
        readonly int _waveCode;

        public ColumnLoader(LoadedSurvey survey, CompiledMapping plan)
        {
            (_survey, _plan) = (survey, plan);
            _reader = RecordReader.Over(plan.Shape.Delimiter);
            _questions =
            [
                .. survey.Schema.Questions.Select(q => Array.Find(plan.Questions, p => p.Question == q.Name)),
            ];
            _cells =
            [
                .. survey.Schema.Attributes.Select(name =>
                    name == SurveySchema.Wave ? plan.Wave
                    : Array.Find(plan.Attributes, a => a.Attribute == name) is { } found ? found.Cell
                    : -1
                ),
            ];
            _choices = [.. survey.Schema.Sets.Select(name => Array.Find(plan.Choices, c => c.Question == name))];
            _sets = new ulong[_choices.Length];
            for (var s = 0; s < _choices.Length; s++)
                foreach (var option in _choices[s]?.Offered ?? [])
                    // An option of the head that nobody chose is an answer too.
                    survey.Columns.Sets[s].With(0, survey._options[s].Of(Short(option)));
            _asked = [.. survey.Schema.Numbers.Select(n => Array.Find(plan.Numbers, p => p.Question == n.Name))];
            _numbers = new double[_asked.Length];
            _isChoice =
            [
                .. survey.Schema.Attributes.Select(name =>
                    Array.Exists(plan.Attributes, a => a.Attribute == name && a.IsQuestion)
                ),
            ];
            _labels =
            [
                .. survey.Schema.Attributes.Select(name =>
                    Array.Find(plan.Attributes, a => a.Attribute == name)?.Labels
                ),
            ];
            _remarks =
            [
                .. plan.Remarks.Select(r => (r.Cell, (short)survey.RemarkQuestions.ToList().IndexOf(r.Question))),
            ];
            _codes = [.. _cells.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
            _points = new byte[_questions.Length];
            _row = new int[_cells.Length];
            _wave = survey.Schema.Attributes.ToList().IndexOf(SurveySchema.Wave);
            _waveCode =
                _wave >= 0 && plan is { Wave: < 0, Mapping.Wave.Length: > 0 }
                    ? survey.Columns.Attributes[_wave].CodeOf(plan.Mapping.Wave).Value
                    : 0;
        }

        public void Add(long sequence, ReadOnlySpan<byte> record)
        {
            _reader.Load(record);
            Add(sequence, _reader);
        }

        /// <summary>Adds the row that a reader stands at.</summary>
        public void Add(long sequence, RecordReader record)
        {
            for (var q = 0; q < _questions.Length; q++)
            {
                _points[q] = SurveyColumns.Missing;
                if (_questions[q] is { } question)
                    CompiledMapping.Point(record[question.Cell], question, out _points[q], out _);
            }
            for (var a = 0; a < _cells.Length; a++)
                _row[a] =
                    _cells[a] >= 0 ? Code(a, CellText.Trimmed(record[_cells[a]]))
                    : a == _wave ? _waveCode
                    : 0;
            for (var s = 0; s < _sets.Length; s++)
                _sets[s] = _choices[s] is { } choice && choice.Read(record, _chosen) ? Set(s) : 0;
            for (var n = 0; n < _numbers.Length; n++)
            {
                _numbers[n] = double.NaN;
                if (_asked[n] is { } asked)
                    asked.Read(record[asked.Cell], out _numbers[n]);
            }
            var weight = 1f;
            if (_plan.IsWeighted && !_plan.WeightOf(record[_plan.Weight], out weight))
                weight = 1f;
            _survey.Columns.Append(_survey._rows++, Day(record), _points, _row, weight, _sets, _numbers);
            foreach (var (cell, question) in _remarks)
                if (IsSaid(CellText.Trimmed(record[cell])))
                    _survey.Remarks.Add(sequence, question, _row);
        }

        /// <summary>Too many options over all files together: the rest is not counted, which the dry run of each file says.</summary>
        ulong Set(int set)
        {
            var chosen = SetColumn.Answered;
            foreach (var option in _chosen)
                if (
                    _survey
                        .Columns.Sets[set]
                        .With(chosen, _survey._options[set].Of(Short(option)))
                        .Refused(out _, out var more)
                )
                    continue;
                else
                    chosen = more;
            return chosen;
        }

        static bool IsSaid(ReadOnlySpan<byte> remark) =>
            !remark.IsEmpty && !NoAnswerWords.Hold(remark) && !SilentRemarks.Hold(remark);

        DateOnly? Day(RecordReader record)
        {
            if (_plan.Date < 0)
                return _plan.Mapping.On;
            var cell = CellText.Trimmed(record[_plan.Date]);
            return
                FileDates.Read(cell, _plan.Order, out var day) == FileDates.Fault.None && !StandInDays.Hold(cell, day)
                ? day
                : _plan.Mapping.On;
        }

        const int Longest = 200;

        static string Short(string option) =>
            Encoding.UTF8.GetByteCount(option) <= Longest
                ? option
                : Encoding.UTF8.GetString(Shortened(Encoding.UTF8.GetBytes(option)));

        /// <summary>Not through the middle of a letter.</summary>
        static ReadOnlySpan<byte> Shortened(ReadOnlySpan<byte> value)
        {
            if (value.Length <= Longest)
                return value;
            var end = Longest;
            while ((value[end] & 0xC0) == 0x80)
                end--;
            return value[..end];
        }

        /// <summary>The number of a value, without a string per row.</summary>
        int Code(int attribute, ReadOnlySpan<byte> value)
        {
            if (value.IsEmpty || (_isChoice[attribute] && ChosenOptions.IsSilent(value)))
                return 0;
            value = Shortened(value);
            Span<char> text = stackalloc char[value.Length];
            Utf8.ToUtf16(value, text, out _, out var length);
            var known = _codes[attribute].GetAlternateLookup<ReadOnlySpan<char>>();
            if (known.TryGetValue(text[..length], out var code))
                return code;
            var word = new string(text[..length]);
            // Too many values over all files together: the rest is one group that says so.
            var label = _labels[attribute]?.Of(word) ?? word;
            var answer = _survey.Columns.Attributes[attribute].CodeOf(_survey._spellings[attribute].Of(label));
            code = answer.IsGiven ? answer.Value : 0;
            _codes[attribute][word] = code;
            return code;
        }
    }
}
