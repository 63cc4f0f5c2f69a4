using Heed.Aim;
using Heed.People;

namespace Heed.Demo;

/// <summary>What the teams say week by week.</summary>
sealed partial class SampleYear
{
    async Task CheckInAtCounter(int week, CancellationToken stop)
    {
        var (confidence, learned) = week switch
        {
            43 => (4, "The card changed nothing that we can see. We call five names a morning now."),
            45 => (4, "Two baristas stopped calling on Saturdays: no time. Trying a shared list."),
            47 => (5, "The list works. Evenings do not matter."),
            49 => (6, "People who are called by name come back sooner."),
            _ => (6, "It holds without Lena, too."),
        };
        await CheckIn("reorders", _cast.Maya, Stories.Reorders[week - 1], confidence, learned, stop);
        if (week < 51)
            await CheckIn(
                "waiting",
                _cast.Maya,
                Stories.Waiting[week - 1],
                week < 47 ? 6 : 3,
                week < 47 ? null : "Somebody switched the second receipt on again in two shops.",
                stop
            );
    }

    async Task CheckInAtDelivery(int week, CancellationToken stop) =>
        await CheckIn(
            "late",
            _cast.Jonas,
            Stories.Late[week - 1],
            week == 43 ? 5 : 3,
            week == 43 ? "The fourth training begins." : "Doors are found. They are still late.",
            stop
        );

    Task CheckIn(string keyResult, Member who, double value, int confidence, string? learned, CancellationToken stop) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<RecordCheckIn>()
                        .Run(
                            _keyResults[keyResult],
                            new()
                            {
                                Value = value,
                                Shown = value,
                                Confidence = confidence,
                                Learned = learned,
                            },
                            stop
                        )
                )
        );
}
