namespace Heed.Analytics.Evidence;

/// <summary>What became of an improvement that is kept under watch.</summary>
public enum WatchState
{
    /// <summary>Too few periods have passed to say.</summary>
    Waiting,

    /// <summary>Nothing moved back towards the old level.</summary>
    Held,

    /// <summary>The level moved back towards the old one, and is still there.</summary>
    Relapsed,

    /// <summary>There is no band to compare with, or nothing was measured since.</summary>
    CannotTell,

    /// <summary>It relapsed, and is at the improved level again.</summary>
    Recovered,
}

/// <summary>The watch over a held improvement: does it creep back?</summary>
/// <remarks>
/// The changepoint model of Hawkins, Qiu and Kang 2003 (<see cref="ShiftWatch"/>), towards the old level only, on points freed
/// from likeness to their neighbour. Noise alone makes a false "Relapsed" within a year in at most 5 of 100 watches, at an
/// autocorrelation up to 0.3 and from 8 points or more of the improved level. Where neighbours are more alike than that, false
/// alarms are more frequent. A relapse by three standard deviations of the noise is seen within 10 weeks in 8 cases of 10 from
/// 12 improved points, one by two within 16 weeks from 26; from 12 points one by two stays unseen for half a year in 3 of 10.
/// <code>
/// since the verdict                 | the points                         | state
/// no point, or no band              |                                    | CannotTell
/// fewer than 8 periods              | no shift back                      | Waiting
/// 8 periods or more                 | no shift back                      | Held
/// any, three points or more         | a shift back                       | Relapsed
/// any, after a relapse              | nearer to the improved level again | Recovered, until the next shift back
/// </code>
/// </remarks>
/// <param name="State">Held or relapsed, or why neither can be said.</param>
/// <param name="Sentence">The state in words.</param>
/// <param name="Since">
/// When the level began to move back (relapsed), or was back at the improved level (recovered); null for the other states.
/// </param>
/// <param name="Band">The noise band of the improved level.</param>
public sealed record Watch(WatchState State, string Sentence, DateOnly? Since, NoiseBand Band)
{
    // The likeness up to which the promise holds. What is freed from more than it has alarms less often, not more.
    const double LikenessAllowedFor = 0.3;
    const double MostLikeness = 0.8;

    /// <summary>
    /// Looks at what came after an improvement, against the improved level. Held is said after 8 periods; a relapse as soon as
    /// the points show it, and never from fewer than three.
    /// </summary>
    /// <param name="series">The measurements, the improved ones and those since.</param>
    /// <param name="improved">The window of the improved level: the points after the change, up to the verdict.</param>
    /// <param name="wanted">Which way is better; a move the other way is a relapse.</param>
    /// <param name="settings">How the band is computed; null for Wheeler's constants.</param>
    public static Watch Of(Series series, Window improved, Direction wanted, BandSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        var band = NoiseBand.Of(series, improved, settings);
        if (!band.HasLimits)
            return new(WatchState.CannotTell, $"Cannot tell: {Wording.InASentence(band.InWords)}", null, band);
        var since = series.From(improved.To.AddDays(1));
        if (since.Count == 0)
            return new(WatchState.CannotTell, "Cannot tell: nothing was measured since the verdict.", null, band);

        var (state, from, known) = Run(series.In(improved), since, wanted);
        var verdict = series.Cadence.PeriodOf(improved.To);
        if (state is WatchState.Held && since.PeriodAt(since.Count - 1) - verdict < Verdict.PeriodsToJudge)
        {
            var until = series.Cadence.StartOf(verdict + Verdict.PeriodsToJudge + 1);
            return new(WatchState.Waiting, $"Watching: it can be said from {Wording.Day(until)} on.", null, band);
        }
        return state switch
        {
            WatchState.Relapsed => new(
                state,
                $"Relapsed: back towards the old level since about {Wording.Day(from!.Value)}, to be seen since {Wording.Day(known!.Value)}.",
                from,
                band
            ),
            WatchState.Recovered => new(
                state,
                $"Recovered: it had relapsed, and is at the improved level again since about {Wording.Day(from!.Value)}.",
                from,
                band
            ),
            _ => new(
                state,
                $"Held: {since.Count} points since, and no lasting move back towards the old level.",
                null,
                band
            ),
        };
    }

    /// <summary>The state, since when it is so, and when that could first be seen.</summary>
    static (WatchState State, DateOnly? From, DateOnly? Known) Run(Series improved, Series since, Direction wanted)
    {
        var watch = new ShiftWatch(Likeness(improved), Limit(improved.Cadence));
        var back = wanted is Direction.Down ? 1 : -1;
        var level = Median.Of(improved.Values);
        for (var i = 0; i < improved.Count; i++)
            watch.Learn(back * (improved[i].Value - level), improved.PeriodAt(i));
        var state = WatchState.Held;
        DateOnly? known = null;
        for (var i = 0; i < since.Count; i++)
        {
            var wasRaised = watch.IsRaised;
            watch.Judge(back * (since[i].Value - level), since.PeriodAt(i), i);
            if (watch.IsRaised != wasRaised)
                (state, known) = (watch.IsRaised ? WatchState.Relapsed : WatchState.Recovered, since[i].Date);
        }
        return (state, watch.Since is { } at ? since[at].Date : null, known);
    }

    /// <summary>Above what is allowed for anyway only where the points show it beyond their own error, 1/√n.</summary>
    static double Likeness(Series improved)
    {
        var values = improved.Values;
        var (mean, products, squares) = (improved.Values.ToArray().Average(), 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            squares += (values[i] - mean) * (values[i] - mean);
            if (improved.FollowsOn(i))
                products += (values[i] - mean) * (values[i - 1] - mean);
        }
        var shown = squares > 0 ? products / squares - 1 / Math.Sqrt(values.Length) : 0;
        return Math.Clamp(shown, LikenessAllowedFor, MostLikeness);
    }

    /// <summary>
    /// By simulation, 800 to 20,000 watches each at an autocorrelation of 0.3: the limits that noise reaches once in 365 days, 52 weeks
    /// or 12 points in 5 of 100 watches. What is measured less often than by month is watched as months are.
    /// </summary>
    static double Limit(Cadence cadence) =>
        cadence switch
        {
            Cadence.Day => 4.08,
            Cadence.Week => 3.42,
            _ => 2.8,
        };
}
