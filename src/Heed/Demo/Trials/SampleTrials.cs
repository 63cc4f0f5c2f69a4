using Heed.Aim;
using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Demo;

/// <summary>What the teams try, week by week.</summary>
sealed partial class SampleYear
{
    readonly Dictionary<string, Id<Trial>> _trials = [];
    readonly Dictionary<string, Id<KeyResult>> _keyResults = [];
    Id<Cycle> _before;
    Id<Cycle> _now;
    Id<Objective> _onTime;

    async Task Begin(int week, CancellationToken stop)
    {
        if (week == Stories.LoyaltyCard)
            await Try(
                "loyalty",
                _cast.Maya,
                _cast.Counter,
                "A loyalty card at the third visit",
                Lever.Incentive,
                "Nothing brings them back after the third cup.",
                "reorders",
                Stories.LoyaltyPredicted,
                week,
                24,
                stop
            );
        if (week == Stories.ReceiptRemoved)
            await Try(
                "receipt",
                _cast.Maya,
                _cast.Counter,
                "Print the second receipt only on request",
                Lever.Remove,
                "Everybody waits for a slip that nobody reads.",
                "waiting",
                Stories.ReceiptPredicted,
                week,
                36,
                stop,
                guardrail: "reorders",
                atLeast: 50
            );
        if (week == Stories.BakeLater)
            await BakeLater(stop);
        for (var i = 0; i < Stories.Trainings.Count; i++)
        {
            if (week == Stories.Trainings[i])
                await Try(
                    $"training {i + 1}",
                    _cast.Jonas,
                    _cast.Delivery,
                    $"Route training for drivers, round {i + 1}",
                    Lever.Training,
                    "Drivers lose time finding the door.",
                    "late",
                    Stories.TrainingPredicted,
                    week,
                    Math.Min(week + 10, 51),
                    stop
                );
        }
        if (week == 28)
            await PreviousCycle(stop);
        if (week == Stories.TextOnTheWay)
            await Try(
                "text",
                _cast.Jonas,
                _cast.Delivery,
                "Text the arrival time when the driver leaves",
                Lever.Environment,
                "Nobody knows when the order will come, so they call.",
                "calls",
                Stories.TextPredicted,
                week,
                50,
                stop,
                guardrail: "orders",
                atLeast: 900
            );
        if (week == CycleStart)
            await ThisCycle(stop);
        if (week == Stories.CallBeforeArrival)
            await Try(
                "call",
                _cast.Maya,
                _cast.Counter,
                "Call before arrival",
                Lever.Modelling,
                "New regulars are a number until somebody knows their name.",
                "reorders",
                Stories.CallPredicted,
                week,
                51,
                stop,
                "reorders"
            );
        if (week == 43)
            await Try(
                "ahead",
                _cast.Jonas,
                _cast.Delivery,
                "Offer Thursday slots a week ahead",
                Lever.Environment,
                "Thursdays are full before people think of ordering.",
                "orders",
                60,
                week,
                51,
                stop
            );
        if (week == 49)
            await Try(
                "thursday",
                _cast.Priya,
                _cast.Wholesale,
                "Ring partners on Thursdays with next week's beans",
                Lever.Enablement,
                "Partners order when the shelf is empty.",
                "planned",
                12,
                week,
                60,
                stop,
                "planned"
            );
        if (week == Stories.WindowAsked)
            await AskForAWindow(stop);
        if (week == 51)
            await Plan(
                "menu",
                _cast.Maya,
                _cast.Counter,
                "A shorter menu before nine",
                Lever.Environment,
                "Choosing takes longer than making.",
                "waiting",
                -0.5,
                Monday(53),
                Monday(62),
                stop,
                "waiting"
            );
    }

    async Task LookBack(int week, CancellationToken stop)
    {
        if (week == 24)
            await Judge("loyalty", _cast.Maya, "none known", stop);
        if (week == 36)
        {
            await Judge("receipt", _cast.Maya, "a second barista until nine, for two weeks in spring", stop);
            await Usual("waiting", 16, 36, "Twenty weeks without the second receipt: this is how we wait now.", stop);
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<DecideOnTrial>()
                            .Adopt(_trials["receipt"], new() { Why = "Nobody asked for it back." }, stop)
                    )
            );
        }
        for (var i = 0; i < Stories.Trainings.Count; i++)
        {
            if (week == Math.Min(Stories.Trainings[i] + 10, 51))
            {
                await Judge($"training {i + 1}", _cast.Jonas, "none known", stop);
                await As(
                    _cast.Jonas,
                    s =>
                        Done(
                            s.GetRequiredService<SayHours>()
                                .Run(_trials[$"training {i + 1}"], new() { Hours = Stories.TrainingHours }, stop)
                        )
                );
                if (i < 3)
                    await As(
                        _cast.Jonas,
                        s =>
                            Done(
                                s.GetRequiredService<DecideOnTrial>()
                                    .Stop(
                                        _trials[$"training {i + 1}"],
                                        new()
                                        {
                                            Why = "Not seen in the numbers. We try it again with another trainer.",
                                        },
                                        stop
                                    )
                            )
                    );
            }
        }
        if (week == Stories.BakeLaterLook)
            await LookAtBaking(stop);
        if (week == 50)
        {
            await Judge("text", _cast.Jonas, "orders kept growing, and with them the calls", stop);
            await As(
                _cast.Jonas,
                s =>
                    Done(
                        s.GetRequiredService<DecideOnTrial>()
                            .Adopt(
                                _trials["text"],
                                new() { Why = "Fourteen calls a week fewer than without it." },
                                stop
                            )
                    )
            );
        }
        if (week == 51)
            await Judge("call", _cast.Maya, "none known", stop);
        if (week is 43 or 45 or 47 or 49 or 51)
            await CheckInAtCounter(week, stop);
        if (week is 43 or 45)
            await CheckInAtDelivery(week, stop);
    }
}
