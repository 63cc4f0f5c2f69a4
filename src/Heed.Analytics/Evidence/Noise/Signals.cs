namespace Heed.Analytics.Evidence;

/// <summary>Finds where a series did something that its noise does not do.</summary>
/// <remarks>
/// Points "in a row" are measured points: a period without a measurement neither breaks a run nor adds to it. A point
/// exactly on the centre is on neither side and breaks a run; a tie breaks a trend. Two values never make a trend.
/// </remarks>
public static class Signals
{
    const int MostOnStack = 128; // 1 KiB: the marks of 2,688 points

    /// <summary>All signals of a series against a band, in the order of their first points.</summary>
    /// <param name="series">The measurements; those outside the band's baseline count too.</param>
    /// <param name="band">The band to compare with. Without limits there are no signals.</param>
    /// <param name="rules">Which set of rules.</param>
    public static IReadOnlyList<Signal> In(Series series, NoiseBand band, RuleSet rules = RuleSet.Wheeler)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(band);
        if (!band.HasLimits)
            return [];
        var room = SignalSearch.Room(series.Count);
        var search = new SignalSearch(series, band, room <= MostOnStack ? stackalloc ulong[room] : new ulong[room]);
        switch (rules)
        {
            case RuleSet.Wheeler:
                search.Outside();
                search.Run(SignalRule.RunOnOneSide, 8);
                search.Cluster(SignalRule.NearALimit, 4);
                break;
            case RuleSet.MakingDataCount:
                search.Outside();
                search.Run(SignalRule.RunOnOneSide, 7);
                search.Run(SignalRule.Trend, 7);
                search.Cluster(SignalRule.OuterThird, 3);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rules));
        }
        return search.Found;
    }

    /// <summary>All signals of a series whose band was rebased: each phase is compared with its own band only.</summary>
    public static IReadOnlyList<Signal> In(Series series, PhasedBand bands, RuleSet rules = RuleSet.Wheeler)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(bands);
        var found = new List<Signal>();
        foreach (var phase in bands.Phases)
        {
            var part = phase.Part(series);
            if (part.Count == 0)
                continue;
            var offset = 0;
            while (series[offset].Date < part[0].Date)
                offset++;
            found.AddRange(
                In(part, phase.Band, rules)
                    .Select(signal =>
                        signal with
                        {
                            From = signal.From + offset,
                            To = signal.To + offset,
                            Completed = signal.Completed + offset,
                        }
                    )
            );
        }
        return found;
    }
}
