using Heed.Aim;
using Heed.Metrics;
using Heed.People;

namespace Heed.Demo;

/// <summary>The two cycles of the year, and what the teams aim at in them.</summary>
sealed partial class SampleYear
{
    async Task PreviousCycle(CancellationToken stop)
    {
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteStrategy>()
                        .Run(
                            new()
                            {
                                Start = Monday(28),
                                End = Monday(80).AddDays(-1),
                                Challenge =
                                    "A chain opened across the street. It is cheaper, and half of our new regulars do not come a fourth time.",
                                Opinion =
                                    "People stay where they are known and where what is said is kept. We cannot win by price, and need not.",
                                NotDoing = "No discounts, no loyalty card, no fourth shop.",
                            },
                            stop
                        )
                )
        );
        _before = (await As(_cast.Maya, s => Done(s.GetRequiredService<PlanCycle>().Run(Cycle(28, 40), stop)))).Id;
        var objective = await Write(
            _cast.Jonas,
            _cast.Delivery,
            _before,
            "Customers know when their order comes",
            "A quarter of all calls ask where the order is. Each one is somebody standing at a window.",
            stop
        );
        await Aim(
            "known",
            _cast.Jonas,
            objective,
            "customers with an order under way",
            "door",
            "call to ask where it is",
            "calls",
            16,
            27,
            45,
            "The window before the first text message.",
            stop
        );
        await GoLive(
            _cast.Jonas,
            objective,
            new() { NoParentBecause = "It is the first that we tried.", WrongLeftOut = "We did not ask it then." },
            stop
        );
    }

    async Task ThisCycle(CancellationToken stop)
    {
        foreach (var objective in await As(_cast.Jonas, s => Task.FromResult<Id<Objective>[]>([_onTime])))
            await As(
                _cast.Jonas,
                s =>
                    Done(
                        s.GetRequiredService<TurnObjective>()
                            .Close(
                                objective,
                                new()
                                {
                                    Ending = Ending.Partly,
                                    LastWord = "The messages work; orders grew faster than the calls fell.",
                                },
                                stop
                            )
                    )
            );
        await As(_cast.Maya, s => Done(s.GetRequiredService<TurnCycle>().Close(_before, stop)));
        _now = (await As(_cast.Maya, s => Done(s.GetRequiredService<PlanCycle>().Run(Cycle(CycleStart, 53), stop)))).Id;

        await Usual("reorders", 28, 41, "Thirteen quiet weeks before the cycle, with nothing tried in them.", stop);
        var home = await Write(
            _cast.Maya,
            _cast.Counter,
            _now,
            "New regulars feel at home",
            "People who come a third time and are known by name stay for years. Half of them do not come a fourth time.",
            stop
        );
        await Aim(
            "reorders",
            _cast.Maya,
            home,
            "new regulars (third visit)",
            "regulars",
            "order again within a month",
            "reorders",
            28,
            40,
            75,
            "Thirteen quiet weeks.",
            stop
        );
        await Aim(
            "waiting",
            _cast.Maya,
            home,
            "guests between seven and ten",
            "morning",
            "wait at the counter",
            "waiting",
            28,
            40,
            4.2,
            "Since the second receipt is gone.",
            stop
        );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteAssumption>()
                        .Run(
                            home,
                            new()
                            {
                                Words = "Who is greeted by name comes back sooner.",
                                Importance = Importance.High,
                                Evidence = AssumptionEvidence.Opinion,
                            },
                            stop
                        )
                )
        );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteSibling>()
                        .Run(
                            home,
                            new()
                            {
                                Kind = SiblingKind.LearningGoal,
                                Words = "Why do half of them not come a fourth time?",
                                HowKnown = "We ask ten who came three times.",
                                DueOn = Monday(54).AddDays(-1),
                            },
                            stop
                        )
                )
        );
        await GoLive(
            _cast.Maya,
            home,
            new()
            {
                NoParentBecause = "It is what the strategy asks of the shops first.",
                WrongIf = "By the end no more of them come a fourth time than before.",
                WrongBy = Monday(54).AddDays(-1),
            },
            stop
        );

        var onTime = await Write(
            _cast.Jonas,
            _cast.Delivery,
            _now,
            "Orders arrive when we said",
            "Late orders are the first thing that people write about, and the last thing before they leave.",
            stop
        );
        await Aim(
            "late",
            _cast.Jonas,
            onTime,
            "customers with an order to the door",
            "door",
            "get it later than said",
            "late",
            28,
            40,
            10,
            "Thirteen weeks, with the trainings in them.",
            stop
        );
        await GoLive(
            _cast.Jonas,
            onTime,
            new() { Parent = home, WrongLeftOut = "Late orders were counted for a year; we know that they hurt." },
            stop
        );

        var ahead = await Write(
            _cast.Priya,
            _cast.Wholesale,
            _now,
            "Partners plan with us",
            "Partners who order ahead get fresher beans, and we roast once instead of twice.",
            stop
        );
        await As(
            _cast.Priya,
            async s =>
                _keyResults["planned"] = (
                    await Done(
                        s.GetRequiredService<WriteKeyResult>()
                            .Run(
                                ahead,
                                new()
                                {
                                    Who = "wholesale partners",
                                    CustomerGroup = _customers["partners"],
                                    DoesWhat = "order a week ahead",
                                    Metric = _metrics["planned"],
                                    BaselineState = BaselineState.Measuring,
                                    Target = 60,
                                    Reason = "Nobody counted it before.",
                                },
                                stop
                            )
                    )
                ).Id
        );
        await GoLive(
            _cast.Priya,
            ahead,
            new()
            {
                NoParentBecause = "Partners are customers of their own.",
                WrongIf = "Partners who order ahead still call on the day.",
                WrongBy = Monday(54).AddDays(-1),
            },
            stop
        );
        var question = await As(
            _cast.Jonas,
            s =>
                Done(
                    s.GetRequiredService<CommentOnObjective>()
                        .Run(home, new() { Text = "Why 75? The best week ever was 66." }, stop)
                )
        );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<CommentOnObjective>()
                        .Run(
                            home,
                            new()
                            {
                                Answers = question.Id,
                                Text =
                                    "Because the harbour shop had 74 when Lena knew everybody by name. It has been done.",
                            },
                            stop
                        )
                )
        );
        await AskNeighbours(home, stop);
    }

    CycleRequest Cycle(int from, int to) =>
        new()
        {
            Name = $"{Format.Month(Monday(from))} to {Format.Month(Monday(to + 1).AddDays(-1))}",
            Start = Monday(from),
            End = Monday(to + 1).AddDays(-1),
            OpenNow = true,
        };

    async Task<Id<Objective>> Write(
        Member who,
        Id<Team> team,
        Id<Cycle> cycle,
        string title,
        string why,
        CancellationToken stop
    )
    {
        var objective = await As(
            who,
            s =>
                Done(
                    s.GetRequiredService<WriteObjective>()
                        .Run(
                            new()
                            {
                                Team = team,
                                Cycle = cycle,
                                Title = title,
                                Why = why,
                            },
                            stop
                        )
                )
        );
        if (cycle == _before)
            _onTime = objective.Id;
        return objective.Id;
    }

    async Task Aim(
        string key,
        Member who,
        Id<Objective> objective,
        string customers,
        string group,
        string behaviour,
        string metric,
        int from,
        int to,
        double target,
        string reason,
        CancellationToken stop
    ) =>
        _keyResults[key] = (
            await As(
                who,
                s =>
                    Done(
                        s.GetRequiredService<WriteKeyResult>()
                            .Run(
                                objective,
                                new()
                                {
                                    Who = customers,
                                    CustomerGroup = _customers[group],
                                    DoesWhat = behaviour,
                                    Metric = _metrics[metric],
                                    BaselineState = BaselineState.Known,
                                    BaselineFrom = Monday(from),
                                    BaselineTo = Monday(to),
                                    Target = target,
                                    Reason = reason,
                                },
                                stop
                            )
                    )
            )
        ).Id;

    async Task GoLive(Member who, Id<Objective> objective, LaunchRequest asked, CancellationToken stop)
    {
        await As(who, s => Done(s.GetRequiredService<TurnObjective>().Agree(objective, stop)));
        await As(who, s => Done(s.GetRequiredService<TurnObjective>().GoLive(objective, asked, stop)));
    }
}
