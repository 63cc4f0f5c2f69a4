using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Try;

namespace Heed.Demo;

/// <summary>
/// Two arms that looked well and were stopped all the same: asked for a time window before they pay, people get fewer late deliveries,
/// and fewer people order. What must not get worse was said before.
/// </summary>
sealed partial class SampleYear
{
    async Task AskForAWindow(CancellationToken stop)
    {
        _trials["window"] = (
            await As(
                _cast.Jonas,
                s =>
                    Done(
                        s.GetRequiredService<PlanTrial>()
                            .Run(
                                new()
                                {
                                    Team = _cast.Delivery,
                                    Change = "Ask for a time window before paying",
                                    Lever = Lever.Enablement,
                                    Obstacle = "We promise a time before we know which one suits.",
                                    Actor = "the order page",
                                    Behaviour = "customers choose an hour in which somebody is at the door",
                                    Metric = _metrics["late"],
                                    Predicted = -2,
                                    ArmShare = 50,
                                    ArmTauSquared = 1e-4,
                                    ArmHorizon = 20_000,
                                    GuardrailMetric = _metrics["orders"],
                                    GuardrailAtLeast = Stories.WindowOrdersAtLeast,
                                    Start = Monday(Stories.WindowAsked),
                                    Look = Monday(Stories.WindowAsked + 13),
                                    Undo = "Ask for the time window after paying again.",
                                },
                                stop
                            )
                    )
            )
        ).Id;
        await As(_cast.Jonas, s => Done(s.GetRequiredService<StartTrial>().Run(_trials["window"], stop)));
    }

    /// <summary>Every Monday the seven days before are counted, and what must not get worse is asked after.</summary>
    async Task CountWindows(int week, CancellationToken stop)
    {
        if (week < Stories.WindowAsked)
            return;
        List<ArmCountView> days =
        [
            .. Enumerable
                .Range(0, 7)
                .Select(day => new ArmCountView(
                    Monday(week).AddDays(day),
                    109,
                    19 + (day * 3 + week) % 3 - 1,
                    108,
                    16 + (day * 2 + week) % 3 - 1
                )),
        ];
        await As(
            _cast.Jonas,
            s => Done(s.GetRequiredService<CountArms>().Run(_trials["window"], new() { Days = days }, stop))
        );
        if (week == Stories.WindowAsked)
            await As(
                _cast.Jonas,
                s => Done(s.GetRequiredService<SayHours>().Run(_trials["window"], new() { Hours = 14 }, stop))
            );
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Enter(_cast.Workspace, null);
        await scope.ServiceProvider.GetRequiredService<GuardTrials>().Check(_trials["window"], stop);
    }
}
