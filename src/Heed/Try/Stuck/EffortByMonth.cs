using Heed.Analytics.Evidence;

namespace Heed.Try;

/// <summary>
/// The hours of some trials by month, each spread evenly over the days that it ran: whether effort rises. Only months that
/// are over, and only where the hours of every trial are said: what nobody said is not nothing. Spread so, hours have hardly
/// any noise of their own, so that a rise counts only from half as much again.
/// </summary>
static class EffortByMonth
{
    const double Rise = 1.5;
    const int Lately = 2;

    public static Series? Of(IReadOnlyList<Trial> trials, DateOnly today)
    {
        if (trials.Count == 0 || trials.Any(t => t.Hours is null))
            return null;
        var (first, now) = (Month(trials.Min(t => t.Start)), Month(today));
        if (now <= first)
            return null;
        var hours = new double[now - first];
        foreach (var trial in trials)
        {
            var end = trial.Look < today ? trial.Look : today;
            var days = Math.Max(1, end.DayNumber - trial.Start.DayNumber);
            for (var day = 0; day < days; day++)
            {
                var at = Month(trial.Start.AddDays(day)) - first;
                if (at < hours.Length)
                    hours[at] += trial.Hours!.Value / days;
            }
        }
        if (hours.Length <= Lately || hours[^Lately..].Max() < Rise * hours[..^Lately].Average())
            return null;
        return Series.Of(Cadence.Month.StartOf(first), Cadence.Month, hours).Value;
    }

    static int Month(DateOnly day) => Cadence.Month.PeriodOf(day);
}
