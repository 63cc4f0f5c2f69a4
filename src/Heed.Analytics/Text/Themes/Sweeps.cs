using System.Runtime.Intrinsics;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Text.Themes;

/// <summary>Draws the theme of each remark anew, one after the other, given all the others (Gibbs sampling).</summary>
sealed class Sweeps(RemarkTerms remarks, Mixture mixture, ulong seed)
{
    readonly Draws _draws = new(seed);
    readonly float[] _scores = new float[mixture.Stride];

    /// <summary>One pass over all remarks; a remark without a theme (-1) gets its first.</summary>
    /// <param name="themes">The theme of each remark, changed in place.</param>
    /// <param name="greedy">Takes the best theme instead of drawing one.</param>
    /// <param name="held">Remarks that stay where they are, and groups that are closed to some.</param>
    /// <returns>How many remarks moved.</returns>
    public int Once(int[] themes, bool greedy, Fixed held)
    {
        var moved = 0;
        for (var remark = 0; remark < remarks.Count; remark++)
        {
            if (held.Places.ContainsKey(remark))
                continue;
            var before = themes[remark];
            if (before >= 0)
                mixture.Remove(remark, before);
            mixture.Score(remark, _scores);
            foreach (var barred in held.Barred?.GetValueOrDefault(remark) ?? [])
                _scores[barred] = float.NegativeInfinity;
            themes[remark] = greedy ? Best(_scores) : Drawn();
            mixture.Add(remark, themes[remark]);
            moved += themes[remark] == before ? 0 : 1;
        }
        return moved;
    }

    /// <summary>The first of the highest scores.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }

    int Drawn()
    {
        var highest = Vector256.Create(_scores[Best(_scores)]);
        for (var i = 0; i < _scores.Length; i += 8)
            Vector256.Exp(Vector256.LoadUnsafe(ref _scores[i]) - highest).StoreUnsafe(ref _scores[i]);
        var sum = 0f;
        foreach (var chance in _scores)
            sum += chance;
        var left = (float)_draws.Unit() * sum;
        for (var i = 0; i < mixture.Themes; i++)
            if ((left -= _scores[i]) < 0)
                return i;
        return Best(_scores);
    }
}
