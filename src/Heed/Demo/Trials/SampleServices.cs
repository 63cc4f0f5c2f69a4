using Heed.Metrics;
using Heed.Try;

namespace Heed.Demo;

/// <summary>A trade: since new regulars are called before they arrive more of them come back, and the counter is on the phone for longer.</summary>
sealed partial class SampleYear
{
    async Task DefinePhone(CancellationToken stop)
    {
        var asked = Behaviour(
            "Hours on the phone at the counter",
            "hours",
            Wanted.Down,
            _cast.Counter,
            0,
            null,
            "the team"
        );
        (asked.Kind, asked.Source) = (MetricKind.System, "the phone's own list");
        _metrics["phone"] = (await As(_cast.Maya, s => Done(s.GetRequiredService<DefineMetric>().Run(asked, stop)))).Id;
    }

    async Task WriteDownServices(int week, CancellationToken stop)
    {
        if (week != Stories.Weeks - 1)
            return;
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteService>()
                        .Run(
                            new()
                            {
                                Team = _cast.Counter,
                                Name = "Coffee at the counter",
                                Experience = _metrics["reorders"],
                                ExperienceMatters = 3,
                                ServiceLevel = _metrics["waiting"],
                                ServiceLevelMatters = 0.5,
                                Cost = _metrics["phone"],
                                CostMatters = 1,
                                Since = Monday(Stories.CallBeforeArrival),
                                SinceWhat = "We call new regulars before they arrive",
                            },
                            stop
                        )
                )
        );
    }
}
