namespace Heed.Analytics.Scores;

/// <summary>The steps of <see cref="GroupComparison"/>: pairs, rests, ranks, shrinkage.</summary>
sealed class GroupsCompared
{
    readonly (string Name, Score Score)[] _groups;
    readonly Distribution _whole;
    readonly bool _weighted;
    readonly double _level;

    public GroupsCompared((string Name, Score Score)[] groups, Distribution? whole, double level)
    {
        (_groups, _level) = (groups, level);
        _weighted = groups.All(group => group.Score.Weighted is not null);
        _whole = whole ?? Distribution.Together([.. groups.Select(group => group.Score.Distribution)]);
    }

    double Value(int group) => _weighted ? _groups[group].Score.Weighted!.Value.Value : _groups[group].Score.Value;

    double N(int group) => _weighted ? _groups[group].Score.Weighted!.Value.EffectiveN : _groups[group].Score.N;

    public GroupComparison Result()
    {
        var (pairs, tested) = Pairs();
        var (rests, apart) = Rests();
        var shrunk = Shrunk();
        var (best, worst) = Ranks(pairs);
        var (low, high) = Ends();
        return new(
            [
                .. _groups.Select(
                    (group, i) =>
                        new ComparedGroup(
                            group.Name,
                            group.Score,
                            rests[i],
                            apart[i],
                            best[i],
                            worst[i],
                            shrunk?.Groups[i].Estimate is { } e
                                ? e with
                                {
                                    Low = Math.Clamp(e.Low, low, high),
                                    High = Math.Clamp(e.High, low, high),
                                }
                                : null
                        )
                ),
            ],
            pairs,
            tested,
            shrunk,
            _level
        );
    }

    (List<GroupPair> Pairs, int Tested) Pairs()
    {
        var found = new List<(int Lower, int Higher, double P)>();
        for (var a = 0; a < _groups.Length; a++)
        for (var b = a + 1; b < _groups.Length; b++)
        {
            var (lower, higher) = Value(a) <= Value(b) ? (a, b) : (b, a);
            // Two groups that give no difference, such as one answer each, cannot be told apart; they count as looked at.
            found.Add((lower, higher, Between(lower, higher)?.Probability ?? 1));
        }
        var adjusted = AdjustedP.Holm([.. found.Select(pair => pair.P)]);
        int[] order = [.. Enumerable.Range(0, found.Count).OrderBy(i => found[i].P)];
        var told = order.TakeWhile(i => adjusted[i] < 1 - _level).Count();
        var pairs = new List<GroupPair>(told + 1);
        for (var place = 0; place < told; place++)
            pairs.Add(Pair(found[order[place]], adjusted[order[place]], place, true)!);
        var farthest = order.Skip(told).OrderByDescending(i => Value(found[i].Higher) - Value(found[i].Lower));
        if (
            farthest.Select(i => Pair(found[i], adjusted[i], told, false)).FirstOrDefault(pair => pair is not null) is
            { } open
        )
            pairs.Add(open);
        return (pairs, found.Count);

        // Holm's step asks so much of a pair at this place; its interval at that level agrees with the step.
        GroupPair? Pair((int Lower, int Higher, double P) pair, double p, int place, bool isTold) =>
            Between(pair.Lower, pair.Higher, 1 - (1 - _level) / (found.Count - place)) is { } difference
                ? new(pair.Lower, pair.Higher, difference, p, isTold)
                : null;
    }

    Difference? Between(int lower, int higher, double? level = null) =>
        Difference.Between(_groups[lower].Score, _groups[higher].Score, _weighted, level).Refused(out _, out var found)
            ? null
            : found;

    (Difference?[] Differences, double[] Adjusted) Rests()
    {
        var found = FromRests();
        return (found, AdjustedP.Holm([.. found.Select(difference => difference?.Probability ?? 1)]));
    }

    /// <summary>Each group minus all who are not in it; null where these cannot be scored.</summary>
    public Difference?[] FromRests()
    {
        var found = new Difference?[_groups.Length];
        for (var i = 0; i < found.Length; i++)
            if (
                _whole.Without(_groups[i].Score.Distribution) is { } rest
                && !Score.Of(_groups[i].Score.Kind, rest, _level).Refused(out _, out var others)
                && !Difference
                    .Between(others, _groups[i].Score, _weighted && others.Weighted is not null, _level)
                    .Refused(out _, out var difference)
            )
                found[i] = difference;
        return found;
    }

    (int[] Best, int[] Worst) Ranks(List<GroupPair> pairs)
    {
        var (best, worst) = (new int[_groups.Length], new int[_groups.Length]);
        Array.Fill(best, 1);
        Array.Fill(worst, _groups.Length);
        foreach (var pair in pairs.Where(pair => pair.IsTold))
        {
            var (better, poorer) = HigherIsBetter ? (pair.Higher, pair.Lower) : (pair.Lower, pair.Higher);
            best[poorer]++;
            worst[better]--;
        }
        return (best, worst);
    }

    // A share of the best points and a recommend score rise with the good answers, whichever end of the scale that is.
    bool HigherIsBetter =>
        _groups[0].Score is var first
        && (!first.Kind.IsMean() || first.Distribution.Scale.Better == ScaleOrder.HigherIsBetter);

    (double Low, double High) Ends() =>
        _groups[0].Score.Kind switch
        {
            ScoreKind.Recommend => (-100, 100),
            var kind when kind.IsShare() => (0, 100),
            _ => (_whole.Scale.Low, _whole.Scale.High),
        };

    // The spread within groups is taken from all of them: that of three answers may be zero, and then they would count as sure.
    Shrinkage? Shrunk()
    {
        var (within, all) = (0.0, 0.0);
        for (var i = 0; i < _groups.Length; i++)
        {
            var error = _weighted ? _groups[i].Score.Weighted!.Value.StandardError : _groups[i].Score.StandardError;
            (within, all) = (within + error * error * N(i) * N(i), all + N(i));
        }
        var variance = within / all;
        return Scores
            .Shrinkage.Of([.. _groups.Select((_, i) => (Value(i), variance / N(i)))], _level)
            .Refused(out _, out var found)
            ? null
            : found;
    }
}
