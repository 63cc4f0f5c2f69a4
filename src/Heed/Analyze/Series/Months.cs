using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>The answers of each month, by the dates in one column.</summary>
sealed class Months
{
    const int RowsForOrder = 20_000;
    readonly DataFile _file;
    readonly int _column;
    readonly DateOrder _order;
    readonly Scale _scale;
    DateOnly _lastDay;
    Tally? _last;

    long _standIns;
    DateOnly _standIn;
    readonly OneDay _oneDay = new();
    (string Text, DateOnly Day, MachineDates.Kind Kind)? _machine;

    Months(DataFile file, int column, DateOrder order, Scale scale) =>
        (_file, _column, _order, _scale) = (file, column, order, scale);

    /// <summary>What was taken for granted about the dates, in sentences.</summary>
    public IEnumerable<string> Notes()
    {
        if (_standIns > 0)
            yield return StandInDays.Note(_standIns, _standIn, _file.ColumnName(_column));
        if (_oneDay.Note(_file.ColumnName(_column)) is { } oneDay)
            yield return oneDay;
        if (_machine is var (text, day, kind))
            yield return $"“{text}” in “{_file.ColumnName(_column)}” {MachineDates.InWords(kind, day)}: such numbers were read as days.";
    }

    /// <summary>None where all rows have one day, which is no date of each.</summary>
    public SortedDictionary<DateOnly, Tally> Tallies => _oneDay.IsOneForAll ? [] : _tallies;

    readonly SortedDictionary<DateOnly, Tally> _tallies = [];

    public static Outcome<Months> Of(DataFile file, int column, SurveyAsk ask) =>
        Order(file, column, ask.DateOrder).Refused(out var refusal, out var order)
            ? refusal
            : new Months(file, column, order, ask.Scale);

    /// <summary>The month of this row; null, without a refusal, where the date is blank.</summary>
    public Tally? Of(out Refusal? refusal)
    {
        refusal = null;
        var cell = _file[_column];
        if (cell.IsEmpty)
            return null;
        var fault = FileDates.Read(cell, _order, out var day);
        if (
            fault is FileDates.Fault.NotADate
            && SeriesDates.Read(_file.Text(_column), _order) is { Cadence: Cadence.Month } whole
        )
            (day, fault) = (whole.First, FileDates.Fault.None);
        if (StandInDays.Hold(cell, day))
        {
            (_standIn, _standIns) = (day, _standIns + 1);
            return null;
        }
        if (_machine is null && MachineDates.Read(cell, out _) is not MachineDates.Kind.None and var kind)
            _machine = (_file.Text(_column), day, kind);
        if (fault is FileDates.Fault.NotADate && Contradiction(cell) is { } both)
        {
            refusal = both;
            return null;
        }
        if (fault is not FileDates.Fault.None)
        {
            refusal = SeriesDates.Unreadable(_file, _column, _file.Text(_column), day, fault);
            return null;
        }
        _oneDay.Look(day);
        if (day == _lastDay && _last is not null)
            return _last;
        var month = new DateOnly(day.Year, day.Month, 1);
        if (!_tallies.TryGetValue(month, out var tally))
            _tallies[month] = tally = new Tally(_scale);
        (_lastDay, _last) = (day, tally);
        return tally;
    }

    /// <summary>Further down than was read ahead, a date of the other order.</summary>
    Refusal? Contradiction(ReadOnlySpan<byte> cell) =>
        FileDates.Evidence(cell) is not DateOrder.ByEvidence and var order && order != _order
            ? new Refusal(
                $"Column “{_file.ColumnName(_column)}” mixes two orders: row {_file.Row} has {DataFile.Quoted(_file.Text(_column))}, and rows above it have their dates {(_order is DateOrder.DayFirst ? "day" : "month")} first. {DateWriters.Column(_file.Shape, _file.Csv, _column) ?? "Write all dates as 2026-03-31."}"
            )
            : null;

    /// <summary>Reads ahead, so that dates that settle the order, or contradict each other, are seen before any is taken.</summary>
    static Outcome<DateOrder> Order(DataFile file, int column, DateOrder asked)
    {
        if (asked is not DateOrder.ByEvidence)
            return asked;
        if (file.Again().Refused(out var refusal, out var ahead))
            return refusal;
        using (ahead)
        {
            var evidence = new DateEvidence();
            for (var rows = 0; rows < RowsForOrder && !ahead.Next().Refused(out _, out var more) && more; rows++)
                evidence.Look(ahead[column], ahead.Row);
            var name = file.ColumnName(column);
            if (evidence.Contradicts)
                return evidence.Contradiction(name, DateWriters.Column(file.Shape, file.Csv, column))!;
            if (evidence.Note(name) is { } note)
                file.Notes.Add(note);
            return evidence.Unclear(name) is { } unclear ? unclear
                : evidence.Order is DateOrder.MonthFirst ? DateOrder.MonthFirst
                : DateOrder.DayFirst;
        }
    }
}
