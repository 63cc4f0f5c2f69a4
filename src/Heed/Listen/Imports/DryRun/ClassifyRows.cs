using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Heed.Listen;

/// <summary>
/// Goes through a file row by row and says of each: new, known, or rejected and why. The dry run and the import are the
/// same pass; they differ in who takes the rows.
/// </summary>
sealed class ClassifyRows(CompiledMapping plan, SeenResponses known, string surveyId, DateOnly today)
{
    readonly ProblemCounts _problems = new();
    readonly HashSet<UInt128> _seen = [];
    readonly Dictionary<UInt128, int> _again = [];
    readonly Dictionary<UInt128, UInt128> _ids = [];
    readonly HashSet<ulong>[] _valueHashes = [.. plan.Attributes.Select(_ => new HashSet<ulong>())];
    readonly Spellings[] _spellings = [.. plan.Attributes.Select(_ => new Spellings())];
    readonly HashSet<string>[] _options =
    [
        .. plan.Choices.Select(_ => new HashSet<string>(StringComparer.OrdinalIgnoreCase)),
    ];
    readonly List<string> _chosen = [];
    readonly RowContent _content = new();

    public long Rows { get; private set; }
    public long New { get; private set; }
    public long Known { get; private set; }
    public long Rejected { get; private set; }
    public long LeftOut => _unwanted + _without.Sum();

    readonly long[] _without = new long[plan.Mapping.Without.Count];
    long _unwanted;
    long _unweighted;

    public delegate void Taken(UInt128 content, UInt128? external, ReadOnlySpan<byte> record);

    public delegate void Refused(string because, ReadOnlySpan<byte> record);

    /// <summary>Makes room for so many rows at once: growing in between would hold the ids twice.</summary>
    public void Expect(long rows)
    {
        const int Most = 16_000_000;
        var room = (int)Math.Min(rows, Most);
        if (plan.Identity >= 0)
            _ids.EnsureCapacity(room);
        else
            _seen.EnsureCapacity(room);
    }

    /// <summary>Reads on to the end, or until <paramref name="pause"/> says so; false at the end.</summary>
    public bool Read(RecordReader reader, Taken take, Refused refuse, Func<bool> pause)
    {
        while (reader.Read())
        {
            Rows++;
            if (IsLeftOut(reader))
                continue;
            if (Fault(reader) is { } because)
            {
                Rejected++;
                refuse(because, reader.Record);
            }
            else
                Sort(reader, take, refuse);
            if (pause())
                return true;
        }
        return false;
    }

    public ImportReport Report(RecordReader reader)
    {
        List<string> notes = [.. reader.LeftOut?.Notes() ?? [], .. reader.Short?.Notes() ?? []];
        if (reader is { EndedWithoutBreak: true, EndedInQuotes: false } && Rows > 0 && !_cut)
            notes.Add("The file does not end with a line break. Most exports do: look whether its last row is whole.");
        notes.AddRange(plan.Attributes.Zip(_spellings).SelectMany(a => a.Second.Notes(a.First.Column)));
        if (_unweighted > 0)
            notes.Add(
                $"{Format.Count(_unweighted, "answer has", "answers have")} no weight: the weighted scores are of the others, the plain ones of all."
            );
        if (_standIns > 0)
            notes.Add(StandInDays.Note(_standIns, _standIn, plan.Shape.Columns[plan.Date].Name));
        if (_machine is { } machine)
            notes.Add(machine);
        if (_oneDay.Note(plan.Date < 0 ? "" : plan.Shape.Columns[plan.Date].Name) is { } oneDay)
            notes.Add(oneDay);
        if (_unwanted > 0)
            notes.Add(
                $"{Format.Count(_unwanted, "row is", "rows are")} left out: only those are taken where {Format.List([.. plan.Mapping.Where.Select(f => f.ToString())])}."
            );
        foreach (var (filter, count) in plan.Mapping.Without.Zip(_without))
            if (count > 0)
                notes.Add($"{Format.Count(count, "row is", "rows are")} left out, where {filter}.");
        return new(Rows, New, Known, Rejected, _problems.All(ScaleOf), notes) { LeftOut = LeftOut };
    }

    bool IsLeftOut(RecordReader reader)
    {
        if (!plan.Where.Fit(reader))
            _unwanted++;
        else if (plan.Without.First(reader) is var filter and >= 0)
            _without[filter]++;
        else
            return false;
        return true;
    }

    bool _cut;
    long _standIns;
    DateOnly _standIn;
    string? _machine;
    readonly OneDay _oneDay = new();

    string? ScaleOf(string column) => plan.Questions.FirstOrDefault(q => q.Column == column)?.Scale.ToString();

    /// <summary>Why this row cannot be taken as it is; null when it can.</summary>
    internal string? Fault(RecordReader reader)
    {
        var columns = plan.Shape.Columns.Count;
        if (reader.EndedInQuotes || (reader.EndedWithoutBreak && reader.Cells < columns && !reader.Fits(columns)))
        {
            _cut = true;
            var cell = Math.Min(reader.Cells, columns) - 1;
            return _problems.Add(ProblemKind.Cut, plan.Shape.Columns[cell].Name, "", reader.Row);
        }
        if (reader.Swallowed is { Stands: true } swallowed)
            return _problems.Add(
                ProblemKind.Swallowed,
                plan.Shape.Columns[swallowed.Column].Name,
                $"{swallowed.LastRow:#,0}",
                reader.Row
            );
        if (!reader.Fits(columns))
            return _problems.Add(
                ProblemKind.Ragged,
                "",
                reader.Short?.IsTorn is true
                    ? "torn in two, the next row is its rest"
                    : $"{Format.Count(reader.Cells, "cell")}{(reader.HasMore ? " and more" : "")} where the header has {columns}",
                reader.Row
            );
        if (!Utf8.IsValid(reader.Record))
            return _problems.Add(ProblemKind.BadLetters, "", plan.Shape.Encoding, reader.Row);
        if (reader.Record.Contains((byte)0))
            return _problems.Add(ProblemKind.NoText, "", "", reader.Row);
        string? first = null;
        foreach (var question in plan.Questions)
        {
            if (CompiledMapping.Point(reader[question.Cell], question, out _, out var isNumber))
                continue;
            var kind = isNumber ? ProblemKind.NotOnScale : ProblemKind.NotANumber;
            var said = _problems.Add(
                kind,
                question.Column,
                reader.Text(question.Cell).Trim(),
                reader.Row,
                question.Scale.ToString()
            );
            first ??= said;
        }
        foreach (var number in plan.Numbers)
            first ??= number.Read(reader[number.Cell], out _) switch
            {
                NumberCell.OneSide => Add(ProblemKind.OneSide, number.Cell, reader),
                NumberCell.NoNumber => Add(ProblemKind.NoNumber, number.Cell, reader),
                _ => null,
            };
        if (plan.IsWeighted && !plan.WeightOf(reader[plan.Weight], out _))
            first ??= Add(ProblemKind.BadWeight, plan.Weight, reader);
        if (plan.Date >= 0)
            first ??= DateFault(reader);
        if (plan.IsWeighted && first is null && CellText.Trimmed(reader[plan.Weight]).IsEmpty)
            _unweighted++;
        if (first is null)
            CountValues(reader);
        return first;
    }

    string Add(ProblemKind kind, int cell, RecordReader reader) =>
        _problems.Add(kind, plan.Shape.Columns[cell].Name, reader.Text(cell).Trim(), reader.Row);

    string? DateFault(RecordReader reader)
    {
        var cell = CellText.Trimmed(reader[plan.Date]);
        if (cell.IsEmpty || NoAnswerWords.Hold(cell))
            return null;
        if (plan.Order == DateOrder.ByEvidence && FileDates.IsAmbiguous(cell))
            return Add(ProblemKind.EitherOrder, plan.Date, reader);
        var fault = FileDates.Read(cell, plan.Order, out var day);
        if (StandInDays.Hold(cell, day))
        {
            (_standIn, _standIns) = (day, _standIns + 1);
            return null;
        }
        if (fault is FileDates.Fault.None)
            _oneDay.Look(day);
        if (_machine is null && MachineDates.Read(cell, out _) is not MachineDates.Kind.None and var kind)
            _machine =
                $"“{reader.Text(plan.Date).Trim()}” in “{plan.Shape.Columns[plan.Date].Name}” {MachineDates.InWords(kind, day)}: such numbers are read as days.";
        return fault switch
        {
            FileDates.Fault.None => day > today ? Add(ProblemKind.NotYet, plan.Date, reader) : null,
            FileDates.Fault.BeforeSpreadsheets => Add(ProblemKind.BeforeSpreadsheets, plan.Date, reader),
            FileDates.Fault.TooLate => Add(ProblemKind.TooLateADate, plan.Date, reader),
            _ => Add(ProblemKind.NotADate, plan.Date, reader),
        };
    }

    /// <summary>An attribute with a thousand values is a text; it would make the columns as large as the file.</summary>
    void CountValues(RecordReader reader)
    {
        for (var i = 0; i < plan.Attributes.Length; i++)
        {
            var cell = CellText.Trimmed(reader[plan.Attributes[i].Cell]);
            var hash = Fnv(cell);
            var most = plan.Attributes[i].Most;
            if (_valueHashes[i].Count > most || !_valueHashes[i].Add(hash))
                continue;
            if (_valueHashes[i].Count <= most)
                _spellings[i].Of(Encoding.UTF8.GetString(cell));
            else
                _problems.Add(ProblemKind.TooManyValues, plan.Attributes[i].Column, $"{most:#,0}", reader.Row);
        }
        for (var i = 0; i < plan.Choices.Length; i++)
            if (_options[i].Count <= CompiledMapping.MostOptions && plan.Choices[i].Read(reader, _chosen))
                CountOptions(i, reader.Row);
    }

    void CountOptions(int question, long row)
    {
        _options[question].UnionWith(_chosen);
        if (_options[question].Count > CompiledMapping.MostOptions)
            _problems.Add(
                ProblemKind.TooManyValues,
                plan.Choices[question].Column,
                $"{CompiledMapping.MostOptions}",
                row
            );
    }

    static ulong Fnv(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
            hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }

    void Sort(RecordReader reader, Taken take, Refused refuse)
    {
        var content = _content.HashOf(reader, plan.Shape.Columns.Count);
        UInt128? external = plan.Identity >= 0 ? IdentityOf(CellText.Trimmed(reader[plan.Identity])) : null;
        if (external is { } id)
        {
            ref var earlier = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, id, out var doubled);
            if (doubled)
            {
                Doubled(earlier == content, ProblemKind.DoubledId, reader, refuse);
                return;
            }
            earlier = content;
            if (known.HasId(id, out var stored))
            {
                Doubled(stored == content, ProblemKind.KnownWithOtherAnswers, reader, refuse);
                return;
            }
        }
        else if (!_seen.Add(content))
        {
            // People do give the same answers: the second one in a file is another person, and counts.
            var times = _again[content] = _again.GetValueOrDefault(content, 1) + 1;
            content = ResponseHash.Again(content, times);
        }
        if (external is null && known.HasContent(content))
        {
            Known++;
            return;
        }
        New++;
        take(content, external, reader.Record);
    }

    void Doubled(bool same, ProblemKind kind, RecordReader reader, Refused refuse)
    {
        if (same)
        {
            Known++;
            return;
        }
        Rejected++;
        refuse(Add(kind, plan.Identity, reader), reader.Record);
    }

    UInt128? IdentityOf(ReadOnlySpan<byte> id) =>
        id.IsEmpty || NoAnswerWords.Hold(id) ? null : ResponseHash.External(surveyId, id);
}
