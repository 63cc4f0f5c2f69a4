using System.Runtime.Intrinsics;

namespace Heed.Analytics.Text.Themes;

/// <summary>
/// One grouping out of several runs: each remark is described by the group it has in every run, and remarks described
/// alike belong together. Steadier than any one run (agreement of two halves .62 instead of .58 on short queries).
/// </summary>
/// <remarks>Topchy, Jain and Punch, IEEE PAMI 27, 2005: k-means on the runs' indicators, begun from one of the runs.</remarks>
sealed class Consensus(IReadOnlyList<int[]> runs, int groups)
{
    const int MostRounds = 20;
    readonly int _count = runs[0].Length;
    readonly int _stride = (groups + 7) & ~7;

    /// <summary>The consensus that a run leads to when it is taken as the first draft.</summary>
    public int[] From(int[] draft)
    {
        var current = (int[])draft.Clone();
        var (shares, scores) = (new float[runs.Count * groups * _stride], new float[_stride]);
        for (var round = 0; round < MostRounds; round++)
        {
            Share(current, shares);
            var moved = 0;
            for (var i = 0; i < _count; i++)
            {
                var best = Best(i, current[i], shares, scores);
                moved += best == current[i] ? 0 : 1;
                current[i] = best;
            }
            if (moved == 0)
                break;
        }
        return current;
    }

    // How much of each group lies in each group of each run, scaled to length one.
    void Share(int[] current, float[] shares)
    {
        var counts = new int[shares.Length];
        for (var run = 0; run < runs.Count; run++)
        for (var i = 0; i < _count; i++)
            counts[(run * groups + runs[run][i]) * _stride + current[i]]++;
        var squares = new double[_stride];
        for (var at = 0; at < counts.Length; at++)
            squares[at % _stride] += (double)counts[at] * counts[at];
        for (var at = 0; at < counts.Length; at++)
            shares[at] = counts[at] == 0 ? 0 : (float)(counts[at] / Math.Sqrt(squares[at % _stride]));
    }

    int Best(int remark, int stays, float[] shares, float[] scores)
    {
        for (var from = 0; from < _stride; from += 8)
        {
            var score = Vector256<float>.Zero;
            for (var run = 0; run < runs.Count; run++)
                score += Vector256.LoadUnsafe(ref shares[(run * groups + runs[run][remark]) * _stride + from]);
            score.StoreUnsafe(ref scores[from]);
        }
        var best = Sweeps.Best(scores.AsSpan(0, groups));
        return scores[best] > scores[stays] ? best : stays;
    }
}
