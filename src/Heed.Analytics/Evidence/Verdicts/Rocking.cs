namespace Heed.Analytics.Evidence;

/// <summary>
/// Two moves that take turns, an outcome that swings about its centre with them, and worst points that do not get better: Fritz's
/// rocking chair, as cited by Large 1994. That levers take turns is no sign of it alone, so all three are asked.
/// </summary>
static class Rocking
{
    /// <summary>To and fro three times: four attempts.</summary>
    const int Fewest = 4;

    /// <summary>The attempts that take turns, oldest first; empty where it does not rock.</summary>
    public static IReadOnlyList<Attempt> Of(IReadOnlyList<Attempt> all, Series outcome, Direction wanted)
    {
        var run = TakingTurns(all);
        // A swing may well look like an improvement while it lasts; what the newest one brought is not gone yet.
        if (run.Count < Fewest || run[^1].Word is VerdictWord.Improved)
            return [];
        List<Series> during = [];
        for (var i = 0; i < run.Count; i++)
        {
            var from = outcome.From(run[i].On);
            during.Add(i + 1 < run.Count ? from.Before(run[i + 1].On) : from);
        }
        if (during.Exists(part => part.Count == 0) || NoiseBand.Of(outcome).Sigma is not { } sigma || sigma <= 0)
            return [];
        return Swings(during, sigma) && DoNotRise(during, wanted, sigma) ? run : [];
    }

    /// <summary>The newest attempts of which each pulls another lever than the one before and the same as the one before that.</summary>
    static List<Attempt> TakingTurns(IReadOnlyList<Attempt> all)
    {
        List<Attempt> run = [];
        foreach (var attempt in all.Where(attempt => !attempt.IsWaiting).Reverse())
        {
            var fits = run switch
            {
                [] => true,
                [var next] => next.Signature.Lever != attempt.Signature.Lever,
                [var next, var after, ..] => next.Signature.Lever != attempt.Signature.Lever
                    && after.Signature.Lever == attempt.Signature.Lever,
            };
            if (!fits)
                break;
            run.Insert(0, attempt);
        }
        return run;
    }

    /// <summary>Each stretch lies on the other side of the middle of all than the one before it, by more than noise.</summary>
    static bool Swings(List<Series> during, double sigma)
    {
        var means = during.ConvertAll(part => NoiseBand.Of(part).Centre!.Value);
        var centre = means.Average();
        for (var i = 1; i < means.Count; i++)
            if ((means[i] - centre) * (means[i - 1] - centre) >= 0 || Math.Abs(means[i] - means[i - 1]) < sigma)
                return false;
        return true;
    }

    /// <summary>
    /// The worst point of each stretch beside that of the same lever before, as the lows of a pole are (<see cref="Momentum"/>): the
    /// last two steps both of one standard deviation or more would be a way up.
    /// </summary>
    static bool DoNotRise(List<Series> during, Direction wanted, double sigma)
    {
        var sign = wanted is Direction.Up ? 1 : -1;
        var lows = during.ConvertAll(part => part.Points.Min(point => sign * point.Value));
        bool Rises(int at) => lows[at] - lows[at - 2] >= sigma;
        return !(Rises(lows.Count - 1) && Rises(lows.Count - 2));
    }
}
