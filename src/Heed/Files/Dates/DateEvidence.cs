using System.Text;

namespace Heed.Files;

/// <summary>What the dates of one column say about the order of day and month, and which of them say it.</summary>
sealed class DateEvidence
{
    public sealed record Seen(string Text, long Row);

    /// <summary>The first date that puts the day first: 13/2/2026, or one written with points.</summary>
    public Seen? DayFirst { get; private set; }
    public Seen? MonthFirst { get; private set; }

    /// <summary>The first date that could be either.</summary>
    public Seen? Either { get; private set; }

    public bool Contradicts => DayFirst is not null && MonthFirst is not null;

    /// <summary>A date could be read two ways, and none settles it.</summary>
    public bool IsOpen => DayFirst is null && MonthFirst is null && Either is not null;

    /// <summary>The order that was seen; by evidence still, where none was or two contradict.</summary>
    public DateOrder Order =>
        (DayFirst, MonthFirst) switch
        {
            ({ }, null) => DateOrder.DayFirst,
            (null, { }) => DateOrder.MonthFirst,
            _ => DateOrder.ByEvidence,
        };

    public void Look(ReadOnlySpan<byte> cell, long row)
    {
        var order = FileDates.Evidence(cell);
        if (order is DateOrder.MonthFirst)
            MonthFirst ??= new(Encoding.UTF8.GetString(cell), row);
        else if (order is DateOrder.DayFirst || FileDates.HasPoints(cell))
            DayFirst ??= new(Encoding.UTF8.GetString(cell), row);
        else if (Either is null && FileDates.IsAmbiguous(cell))
            Either = new(Encoding.UTF8.GetString(cell), row);
    }
}
