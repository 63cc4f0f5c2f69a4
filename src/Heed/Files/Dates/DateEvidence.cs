using System.Text;

namespace Heed.Files;

/// <summary>What the dates of one column say about the order of day and month, and which of them say it.</summary>
sealed class DateEvidence
{
    // Two firsts may be chance; a third is a habit.
    const int FewestFirsts = 3;
    readonly HashSet<string> _firsts = new(StringComparer.Ordinal);
    bool _onlyDayFirsts = true;
    bool _onlyMonthFirsts = true;

    public sealed record Seen(string Text, long Row);

    /// <summary>The first date that puts the day first: 13/2/2026, or one written with points.</summary>
    public Seen? DayFirst { get; private set; }
    public Seen? MonthFirst { get; private set; }

    /// <summary>The first date that could be either.</summary>
    public Seen? Either { get; private set; }

    public bool Contradicts => DayFirst is not null && MonthFirst is not null;

    /// <summary>A date could be read two ways, and none settles it.</summary>
    public bool IsOpen =>
        DayFirst is null && MonthFirst is null && Either is not null && ByFirsts is DateOrder.ByEvidence;

    /// <summary>The order that was seen; by evidence still, where none was or two contradict.</summary>
    public DateOrder Order =>
        (DayFirst, MonthFirst) switch
        {
            ({ }, null) => DateOrder.DayFirst,
            (null, { }) => DateOrder.MonthFirst,
            (null, null) => ByFirsts,
            _ => DateOrder.ByEvidence,
        };

    /// <summary>01/04/2021, 01/05/2021, 01/06/2021: in one order all are firsts of months, and that is the order.</summary>
    DateOrder ByFirsts =>
        Either is null || _firsts.Count < FewestFirsts || _onlyDayFirsts == _onlyMonthFirsts ? DateOrder.ByEvidence
        : _onlyDayFirsts ? DateOrder.DayFirst
        : DateOrder.MonthFirst;

    /// <summary>Said to a person where nothing but the steps of the dates decided; null else.</summary>
    public string? Note(string column) =>
        DayFirst is null && MonthFirst is null && ByFirsts is not DateOrder.ByEvidence and var order
            ? $"The dates in “{column}” are firsts of months, {(order is DateOrder.DayFirst ? "day" : "month")} first: “{Either!.Text}”. If that is wrong, say --dates {(order is DateOrder.DayFirst ? "mdy" : "dmy")}."
            : null;

    /// <summary>A date that could be read two ways, where none settles it, named; null else.</summary>
    public Refusal? Unclear(string column) =>
        this is { IsOpen: true, Either: { } date }
            ? new(
                $"Column “{column}”, row {date.Row}: {DataFile.Quoted(date.Text)} could be day first or month first, and no date in the column settles it. Say which with --dates dmy or --dates mdy."
            )
            : null;

    /// <summary>Two dates that cannot be in one order, named; null where there are no such two.</summary>
    /// <param name="tellsApart">Where another column tells the writers apart: how, in a sentence.</param>
    public Refusal? Contradiction(string column, string? tellsApart = null) =>
        this is { DayFirst: { } day, MonthFirst: { } month }
            ? new(
                $"Column “{column}” mixes two orders: row {day.Row} has {DataFile.Quoted(day.Text)}, which is day first, and row {month.Row} has {DataFile.Quoted(month.Text)}, which is month first. Others could be either, so none is taken. {tellsApart ?? "Write all dates as 2026-03-31."}"
            )
            : null;

    public void Look(ReadOnlySpan<byte> cell, long row)
    {
        var order = FileDates.Evidence(cell);
        if (order is DateOrder.MonthFirst)
            MonthFirst ??= new(Encoding.UTF8.GetString(cell), row);
        else if (order is DateOrder.DayFirst || FileDates.HasPoints(cell))
            DayFirst ??= new(Encoding.UTF8.GetString(cell), row);
        else if (Either is null && FileDates.IsAmbiguous(cell))
            Either = new(Encoding.UTF8.GetString(cell), row);
        if ((_onlyDayFirsts || _onlyMonthFirsts) && FileDates.HasOrder(cell, out var first, out var second))
        {
            _onlyDayFirsts &= first == 1;
            _onlyMonthFirsts &= second == 1;
            if (_firsts.Count < FewestFirsts)
                _firsts.Add(Encoding.UTF8.GetString(cell));
        }
    }
}
