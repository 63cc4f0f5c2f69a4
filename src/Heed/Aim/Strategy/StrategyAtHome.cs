using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Asks administrators in time for the strategy that follows.</summary>
sealed class StrategyAtHome(HeedDb db, Member me, ReadStrategies read) : IHomeSource
{
    /// <summary>Long enough before its end to write the next one with others.</summary>
    const int DaysBefore = 30;
    const double MinutesOfAStrategy = 30;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (!me.IsAdmin)
            return [];
        var today = read.Today;
        var last = await db.Strategies.AsNoTracking().OrderByDescending(s => s.End).FirstOrDefaultAsync(stop);
        if (last is null || last.End.DayNumber - today.DayNumber > DaysBefore)
            return [];
        var over = last.End < today;
        return
        [
            new(
                HomeColumn.NeedsMe,
                $"The strategy {(over ? "ended" : "ends")} on {Format.Day(last.End)}, and none follows.",
                "/aim/strategy"
            )
            {
                Status = over ? Status.Watch : Status.NotKnown,
                Subject = "The strategy",
                Weight = Math.Max(0, today.DayNumber - last.End.DayNumber),
                Action = "Open",
                Minutes = MinutesOfAStrategy,
            },
        ];
    }
}
