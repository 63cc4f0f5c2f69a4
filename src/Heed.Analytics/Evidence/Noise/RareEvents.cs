namespace Heed.Analytics.Evidence;

/// <summary>
/// The noise band of events so rare that counts a period are mostly zero: it looks at the days between them instead.
/// </summary>
/// <remarks>
/// Days between random events are skewed; raised to 1/3.6 they are nearly symmetric (Nelson 1994, <i>A Control Chart for
/// Parts-per-Million Nonconforming Items</i>), so band and rules work there and the limits are turned back into days. A
/// signal upwards means longer peace; downwards, events crowd.
/// </remarks>
/// <param name="DaysBetween">The days before each event but the first.</param>
/// <param name="Centre">The typical number of days; null with fewer than two events.</param>
/// <param name="Lower">The fewest days that noise explains; null without limits.</param>
/// <param name="Upper">The most days that noise explains; null without limits.</param>
/// <param name="State">How firm the limits are.</param>
/// <param name="Signals">Signals; places count the distances, dates are those of the events that end them.</param>
public sealed record RareEvents(
    IReadOnlyList<int> DaysBetween,
    double? Centre,
    double? Lower,
    double? Upper,
    BandState State,
    IReadOnlyList<Signal> Signals
)
{
    const double Power = 1 / 3.6;

    /// <summary>Whether counts are so rare (on average below one a period) that the days between events tell more.</summary>
    public static bool AreRare(Series counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return NoiseBand.Of(counts).Centre < 1;
    }

    /// <summary>Computes the band from the days on which the events happened.</summary>
    /// <param name="events">The day of each event, in order; several may share a day.</param>
    /// <param name="rules">Which set of rules.</param>
    /// <returns>The band; or a sentence when a day comes before the one that precedes it.</returns>
    public static Answer<RareEvents> Of(IReadOnlyList<DateOnly> events, RuleSet rules = RuleSet.Wheeler)
    {
        ArgumentNullException.ThrowIfNull(events);
        var (days, points) = (new List<int>(), new List<Point>());
        for (var i = 1; i < events.Count; i++)
        {
            if (events[i] < events[i - 1])
                return new NoAnswer(
                    $"Event {i + 1} ({Wording.Day(events[i])}) comes before event {i} ({Wording.Day(events[i - 1])}): events must be in the order of their dates."
                );
            days.Add(events[i].DayNumber - events[i - 1].DayNumber);
            points.Add(new(events[i], Math.Pow(days[^1], Power)));
        }
        var sequence = Series.InSequence([.. points]);
        var band = NoiseBand.Of(sequence, settings: BandSettings.Wheeler.Within(0, null));
        return new RareEvents(
            days,
            Back(band.Centre),
            Back(band.Lower),
            Back(band.Upper),
            band.State,
            Evidence.Signals.In(sequence, band, rules)
        );
    }

    static double? Back(double? transformed) => transformed is { } value ? Math.Pow(value, 1 / Power) : null;
}
