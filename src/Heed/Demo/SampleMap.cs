using Heed.Analytics.Evidence;
using Heed.Map;

namespace Heed.Demo;

/// <summary>What the organisation watches, and what is said to feed it: one tie that a trial refuted, one that nothing supports.</summary>
sealed partial class SampleYear
{
    const int TiesClaimed = 14;

    /// <summary>Long enough after the second receipt was gone to see whether guests come back for it.</summary>
    const int TieTried = 40;
    const int LateTie = 45;
    const int LateTieTested = 50;

    Id<Tie> _waitingTie;
    Id<Tie> _lateTie;

    async Task TieIn(int week, CancellationToken stop)
    {
        if (week == TiesClaimed)
        {
            await Watch("reorders", "A place where they are known, so that a third visit is not a first one.", stop);
            await Watch("calls", "To know when the order comes without asking.", stop);
            // Everybody believed it, and could have known by week 40.
            _waitingTie = await Claim(
                "waiting",
                "reorders",
                Direction.Down,
                1,
                4,
                8,
                "Who waits at seven does not come again.",
                stop
            );
        }
        if (week == TieTried)
            await As(_cast.Maya, s => Done(s.GetRequiredService<TestTie>().Run(_waitingTie, stop)));
        if (week == LateTie)
            _lateTie = await Claim(
                "late",
                "calls",
                Direction.Up,
                0,
                1,
                null,
                "Whoever waits for a driver calls.",
                stop
            );
        if (week == LateTieTested)
            await As(_cast.Maya, s => Done(s.GetRequiredService<TestTie>().Run(_lateTie, stop)));
    }

    Task Watch(string metric, string value, CancellationToken stop) =>
        As(
            _cast.Maya,
            s => Done(s.GetRequiredService<NameOutcome>().Run(new() { Metric = _metrics[metric], Value = value }, stop))
        );

    async Task<Id<Tie>> Claim(
        string child,
        string parent,
        Direction moves,
        int first,
        int last,
        double? perUnit,
        string because,
        CancellationToken stop
    ) =>
        (
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<ClaimTie>()
                            .Run(
                                new()
                                {
                                    Child = _metrics[child],
                                    Parent = _metrics[parent],
                                    Moves = moves,
                                    FirstLag = first,
                                    LastLag = last,
                                    PerUnit = perUnit,
                                    Because = because,
                                },
                                stop
                            )
                    )
            )
        ).Id;
}
