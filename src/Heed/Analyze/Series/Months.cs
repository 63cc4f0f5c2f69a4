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

    Months(DataFile file, int column, DateOrder order, Scale scale) =>
        (_file, _column, _order, _scale) = (file, column, order, scale);

    public SortedDictionary<DateOnly, Tally> Tallies { get; } = [];

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
        if (fault is not FileDates.Fault.None)
        {
            refusal = SeriesDates.Unreadable(_file, _column, _file.Text(_column), day, fault);
            return null;
        }
        if (day == _lastDay && _last is not null)
            return _last;
        var month = new DateOnly(day.Year, day.Month, 1);
        if (!Tallies.TryGetValue(month, out var tally))
            Tallies[month] = tally = new Tally(_scale);
        (_lastDay, _last) = (day, tally);
        return tally;
    }

    /// <summary>Reads ahead for a date that can only be one thing.</summary>
    static Outcome<DateOrder> Order(DataFile file, int column, DateOrder asked)
    {
        if (asked is not DateOrder.ByEvidence)
            return asked;
        using var ahead = file.Ahead();
        var evidence = new DateEvidence();
        for (var rows = 0; rows < RowsForOrder && evidence.Order is DateOrder.ByEvidence && ahead.Read(); rows++)
            if (column < ahead.Cells)
                evidence.Look(CellText.Trimmed(ahead[column]), ahead.Row);
        return evidence.Either is { } date && evidence.IsOpen ? SeriesDates.Unclear(file, column, date)
            : evidence.Order is DateOrder.MonthFirst ? DateOrder.MonthFirst
            : DateOrder.DayFirst;
    }
}
