using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Waste;

namespace Heed.Demo;

/// <summary>What people at Harbor Coffee must do so that nothing goes wrong, who demands it, and who need not for a while.</summary>
sealed partial class SampleYear
{
    readonly Dictionary<string, Id<Requirement>> _requirements = [];

    async Task StateControls(int week, CancellationToken stop)
    {
        if (week == 12)
        {
            await Demands(stop);
            await StateThem(stop);
        }
        if (week == 30)
        {
            await Caught("fridge", "The milk fridge stood open: 9 °C.", stop);
            await Caught("codes", "Forty discounts in one evening, all on one card.", stop);
        }
        if (week == 43)
            await AskTheOffice(stop);
        if (week == Stories.Weeks - 10)
            await Waive(stop);
    }

    async Task Demands(CancellationToken stop)
    {
        await Demand("allergens", "Allergens at hand", "Regulation (EU) 1169/2011", "article 44", Binding.Law, stop);
        await Demand("cold", "Cold stays cold", "Food hygiene plan", "chapter 3", Binding.Standard, stop);
        await Demand("till", "Till rules of 2019", "Handbook of the counter", "page 12", Binding.OwnPolicy, stop);
        await As(
            _cast.Maya,
            s => Done(s.GetRequiredService<NameSigner>().Run(new() { Member = _cast.Priya.Id }, stop))
        );
    }

    async Task StateThem(CancellationToken stop)
    {
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteControl>()
                        .Rewrite(
                            _practices["allergens"],
                            Stated(
                                "The allergen sheet, signed each shift",
                                "Whoever opens signs the printed list and puts it beside the till.",
                                "So that whoever asks gets a right answer.",
                                1200,
                                "allergens"
                            ),
                            stop
                        )
                )
        );
        await State(
            "photo",
            "A photo of the till at closing",
            "Whoever closes takes a photo of the counted drawer, and guests wait outside meanwhile.",
            "A drawer was short by 200 in 2019.",
            2100,
            "till",
            stop
        );
        await Costs("photo", _cast.Maya, Ledger.StaffHours, 2, 21, 9, 13, 18, EvidenceClass.Sampled, stop);
        await Costs("photo", _cast.Maya, Ledger.CustomerHours, 4, 21, 3, 5, 8, EvidenceClass.Opinion, stop);
        await State(
            "codes",
            "A manager's code for every discount",
            "Whoever gives a discount calls the manager, who types a code.",
            "Friends of friends paid half.",
            900,
            "till",
            stop
        );
        await Costs("codes", _cast.Maya, Ledger.StaffHours, 2, 18, 1, 2, 4, EvidenceClass.Sampled, stop);
        await State(
            "fridge",
            "The fridges, read twice a day",
            "Read the three fridges at opening and at noon, and write it down.",
            "Milk that was warm once is poured away.",
            1400,
            "cold",
            stop
        );
        await Costs("fridge", _cast.Maya, Ledger.StaffHours, 1, 14, 3, 4, 6, EvidenceClass.Measured, stop);
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<SetLighterWays>()
                        .Run(
                            _practices["photo"],
                            new()
                            {
                                Ways =
                                [
                                    new()
                                    {
                                        What = "The till counts itself at closing",
                                        Spares = "two people thirteen minutes a day",
                                    },
                                    new() { What = "A photo on Sundays", Spares = "six closings of seven" },
                                    new()
                                    {
                                        What = "A second count in the morning",
                                        Spares = "the guests who wait outside",
                                    },
                                ],
                            },
                            stop
                        )
                )
        );
    }

    /// <summary>A law is not voted away: its maker is asked.</summary>
    async Task AskTheOffice(CancellationToken stop)
    {
        await AskOf(
            RuleAskStep.Drafted,
            "May the list be shown on a screen at the till, in the place of signed paper?"
        );
        await AskOf(RuleAskStep.Sent, "By letter to the food office.");

        Task AskOf(RuleAskStep step, string text) =>
            As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<AskRuleMaker>()
                            .Run(
                                _requirements["allergens"],
                                new()
                                {
                                    Step = step,
                                    Text = text,
                                    On = Monday(43),
                                },
                                stop
                            )
                    )
            );
    }

    /// <summary>Asked for by Jonas and granted by Maya; it ends eight days after today.</summary>
    async Task Waive(CancellationToken stop)
    {
        Id<Waiver> waiver = default;
        await As(
            _cast.Jonas,
            async s =>
                waiver = (
                    await Done(
                        s.GetRequiredService<AskWaiver>()
                            .Run(
                                _practices["codes"],
                                new()
                                {
                                    Scope = "Discounts for a late delivery",
                                    Reason = "The van stands at the door, and nobody reaches the manager.",
                                    Instead = "The driver writes the order number on the slip",
                                    Cases = 3,
                                    From = Monday(Stories.Weeks - 10),
                                    Until = today.AddDays(8),
                                },
                                stop
                            )
                    )
                ).Id
        );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<DecideOnWaiver>()
                        .Grant(waiver, new() { Answer = "Until the phones at the van work." }, stop)
                )
        );
    }

    ControlRequest Stated(string name, string asks, string reason, long cases, string demand) =>
        new()
        {
            Name = name,
            Team = _cast.Counter,
            Asks = asks,
            Reason = reason,
            Requirements = [_requirements[demand]],
            WatchedFrom = today.AddYears(-2),
            Cases = cases,
        };

    async Task State(
        string key,
        string name,
        string asks,
        string reason,
        long cases,
        string demand,
        CancellationToken stop
    ) =>
        _practices[key] = (
            await As(
                _cast.Maya,
                s => Done(s.GetRequiredService<WriteControl>().Run(Stated(name, asks, reason, cases, demand), stop))
            )
        ).Id;

    async Task Demand(string key, string name, string source, string clause, Binding binding, CancellationToken stop) =>
        _requirements[key] = (
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<WriteRequirement>()
                            .Run(
                                new()
                                {
                                    Name = name,
                                    Source = source,
                                    Clause = clause,
                                    Binding = binding,
                                },
                                stop
                            )
                    )
            )
        ).Id;

    Task Caught(string key, string text, CancellationToken stop) =>
        As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<NoteCatch>().Run(_practices[key], new() { Text = text, On = Monday(30) }, stop)
                )
        );
}
