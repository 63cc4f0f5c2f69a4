using Heed.Analytics.Evidence;

namespace Heed.Bench;

/// <summary>
/// Are ten thousand outcomes stuck? Each has 200 weeks, four kept trials of one move and hours that somebody said: its band,
/// its signals and its state. Verdicts are kept when they are made; with them judged anew beside it.
/// </summary>
static class Stuck
{
    const int Metrics = 10_000;
    const int Weeks = 200;
    static readonly DateOnly First = new(2018, 1, 1);
    static readonly int[] Changes = [100, 120, 140, 160];

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "stuck",
                "bands, signals and stuck states of 10,000 metrics × 200 weeks, 4 kept trials each",
                "≤ 1 s",
                5,
                Kept
            ),
            new(
                "stuck-judged",
                "the same with the verdict on the last change judged anew, all cores",
                "≤ 1 s",
                3,
                Judged
            ),
        ];

    static Sides Kept()
    {
        var (all, effort) = Made();
        return new([("Heed.Analytics.Evidence", () => Said(all.Select(s => Look(s, effort, VerdictWord.NoChange))))]);
    }

    static Sides Judged()
    {
        var (all, effort) = Made();
        return new([
            (
                "Heed.Analytics.Evidence",
                () =>
                    Said(
                        all.AsParallel()
                            .AsOrdered()
                            .Select(s =>
                                Look(
                                    s,
                                    effort,
                                    Verdict.Judge(s, s[Changes[^1]].Date, Direction.Up, predicted: 5).Value.Word
                                )
                            )
                    )
            ),
        ]);
    }

    static (Series[] All, Series Effort) Made()
    {
        var random = new Random(20261130);
        Series[] all =
        [
            .. Enumerable
                .Range(0, Metrics)
                .Select(_ =>
                {
                    var (values, noise) = (new double[Weeks], 0.0);
                    for (var i = 0; i < Weeks; i++)
                        values[i] = 50 + (noise = 0.3 * noise + random.NextDouble() * 10 - 5);
                    return Series.Of(First, Cadence.Week, values).Value;
                }),
        ];
        var hours = Enumerable.Range(0, 46).Select(i => 20.0 + i % 3).ToArray();
        return (all, Series.Of(First, Cadence.Month, hours).Value);
    }

    static (int Signals, TractionState State) Look(Series series, Series effort, VerdictWord word)
    {
        var signals = Signals.In(series, NoiseBand.Of(series)).Count;
        var attempts = Changes.Select(at => new Attempt(
            series[at].Date,
            new("Nobody knows when it comes", Lever.Training, "drivers", "call before arrival"),
            word,
            false,
            24
        ));
        return (signals, Traction.Of(attempts, series, Direction.Up, effort).State);
    }

    static Found Said(IEnumerable<(int Signals, TractionState State)> looks)
    {
        var (states, signals) = (new int[6], 0);
        foreach (var (found, state) in looks)
        {
            signals += found;
            states[(int)state]++;
        }
        return $"{string.Join(' ', states)}, {signals} signals";
    }
}
