using Heed.Metrics;
using Heed.Try;

namespace Heed.Demo;

/// <summary>The shops and what they try together: one bakes later, two more follow, three do not.</summary>
sealed partial class SampleYear
{
    static string Key(Stories.Shop shop) => $"pastries {shop.Name}";

    async Task DefineShops(CancellationToken stop)
    {
        foreach (var shop in Stories.Shops)
        {
            var asked = Behaviour(
                $"Pastries left at closing, {shop.Name}",
                "of 100",
                Wanted.Down,
                _cast.Counter,
                0,
                100,
                "whoever bakes and sells there"
            );
            _metrics[Key(shop)] = (
                await As(_cast.Maya, s => Done(s.GetRequiredService<DefineMetric>().Run(asked, stop)))
            ).Id;
        }
    }

    /// <summary>The shops hand in their counts when somebody asks: before the start, for the look, and at the end.</summary>
    async Task CountPastries(int week, CancellationToken stop)
    {
        var from =
            week == Stories.BakeLater - 1 ? 0
            : week == Stories.BakeLaterLook - 1 ? Stories.BakeLater
            : week == Stories.Weeks - 1 ? Stories.BakeLaterLook
            : Stories.Weeks;
        foreach (var shop in Stories.Shops.Where(_ => from <= week))
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<RecordMeasurements>()
                            .Run(
                                _metrics[Key(shop)],
                                [
                                    .. Enumerable
                                        .Range(from, week + 1 - from)
                                        .Select(at => new MeasurementRequest
                                        {
                                            On = Monday(at),
                                            Value = shop.Left[at],
                                        }),
                                ],
                                MeasurementSource.Sample,
                                stop
                            )
                    )
            );
    }

    async Task BakeLater(CancellationToken stop)
    {
        await Plan(
            "bake",
            _cast.Maya,
            _cast.Counter,
            "Bake the second tray after eleven",
            Lever.Environment,
            "Both trays are baked at six, and nobody knows yet how the day will go.",
            Key(Stories.Shops[0]),
            Stories.BakeLaterPredicted,
            Monday(Stories.BakeLater),
            Monday(Stories.BakeLaterLook),
            stop,
            others: Stories
                .Shops.Skip(1)
                .ToDictionary(
                    shop => _metrics[Key(shop)],
                    shop => shop.BakesLaterFrom is { } week ? Monday(week) : (DateOnly?)null
                )
        );
        await As(_cast.Maya, s => Done(s.GetRequiredService<StartTrial>().Run(_trials["bake"], stop)));
    }

    /// <summary>Everybody is open longer since the same week, so each shop has a new usual from then on or from its later tray on.</summary>
    async Task LookAtBaking(CancellationToken stop)
    {
        await Judge("bake", _cast.Maya, "all of us are open an hour longer, from the same week", stop);
        foreach (var shop in Stories.Shops)
            await Usual(
                Key(shop),
                shop.BakesLaterFrom ?? Stories.BakeLater,
                Stories.BakeLaterLook,
                shop.BakesLaterFrom is null
                    ? "Open an hour longer: this is how much is left now."
                    : "Open an hour longer, with the second tray after eleven.",
                stop
            );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<DecideOnTrial>()
                        .Adopt(
                            _trials["bake"],
                            new()
                            {
                                Why = "More is left everywhere since we close later, but not where we bake later.",
                            },
                            stop
                        )
                )
        );
    }
}
