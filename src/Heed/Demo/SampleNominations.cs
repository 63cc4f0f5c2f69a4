using Heed.People;
using Heed.Waste;

namespace Heed.Demo;

/// <summary>What people at Harbor Coffee say is stupid, and what became of it.</summary>
sealed partial class SampleYear
{
    readonly Dictionary<string, NominationThanks> _nominated = [];

    async Task NominateIn(int week, CancellationToken stop)
    {
        if (week == Stories.ReceiptRemoved - 1)
            await Say(
                "receipt",
                _cast.Priya,
                "Every guest waits for a second receipt that nobody reads.",
                _cast.Counter,
                stop,
                anonymously: true
            );
        if (week == Stories.ReceiptRemoved)
        {
            await Class(
                "receipt",
                _cast.Maya,
                NominationClass.NeverMeant,
                "A setting of the till since the day it came.",
                stop
            );
            await Decide("receipt", _cast.Maya, NominationDecision.Remove, null, stop);
            await Tried("receipt", _cast.Maya, "receipt", stop);
        }
        if (week == Stories.TextOnTheWay - 1)
            await Say(
                "calls",
                _cast.Jonas,
                "People ring us to ask where the order is, and we ring the driver.",
                _cast.Delivery,
                stop
            );
        if (week == Stories.TextOnTheWay)
        {
            await Class("calls", _cast.Jonas, NominationClass.CouldBeBetter, null, stop);
            await Decide("calls", _cast.Jonas, NominationDecision.Replace, "A message says it before they ask.", stop);
            await Tried("calls", _cast.Jonas, "text", stop);
        }
        if (week == 45)
        {
            await Say(
                "milk",
                _cast.Jonas,
                "We sign twice for every crate of milk.",
                _cast.Counter,
                stop,
                anonymously: true
            );
            await Class("milk", _cast.Maya, NominationClass.NotUnderstood, null, stop);
            await Decide(
                "milk",
                _cast.Maya,
                NominationDecision.Explain,
                "One signature is for the crate, the other for its temperature: the cold chain has to be shown for two years.",
                stop
            );
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<RateByReceipt>()
                            .Run(new() { Code = _nominated["milk"].Receipt, Rating = ReasonRating.FairEnough }, stop)
                    )
            );
        }
        if (week == 46)
        {
            var spot = await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<OpenSpot>()
                            .Run(new() { Name = "The counter at the harbour", Team = _cast.Counter }, stop)
                    )
            );
            _nominated["lids"] = await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<NominateHere>()
                            .Run(spot.Code, new() { What = "The lids are kept where nobody reaches them." }, stop)
                    )
            );
            await Class("lids", _cast.Maya, NominationClass.CouldBeBetter, null, stop);
        }
        if (week == 48)
        {
            await Say("mileage", _cast.Jonas, "Drivers write the mileage into two books.", _cast.Delivery, stop);
            await Class(
                "mileage",
                _cast.Jonas,
                NominationClass.CouldBeBetter,
                "The tax office asks for one of them.",
                stop
            );
        }
        if (week == 51)
        {
            await Say(
                "report",
                _cast.Priya,
                "The stock report of Mondays goes to eleven people, and nobody has ever answered it.",
                null,
                stop
            );
            await Say(
                "again",
                _cast.Jonas,
                "The stock report of Mondays goes to everybody and nobody reads it.",
                null,
                stop,
                anonymously: true
            );
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<MergeNomination>()
                            .Run(_nominated["again"].Nomination, new() { Into = _nominated["report"].Nomination }, stop)
                    )
            );
        }
    }

    async Task Say(
        string key,
        Member who,
        string what,
        Id<Team>? team,
        CancellationToken stop,
        bool anonymously = false
    ) =>
        _nominated[key] = await As(
            who,
            s => Done(s.GetRequiredService<Nominate>().Run(new() { What = what, Team = team }, anonymously, stop))
        );

    Task Class(string key, Member who, NominationClass found, string? because, CancellationToken stop) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<AnswerNomination>()
                        .Class(_nominated[key].Nomination, new() { Class = found, Because = because }, stop)
                )
        );

    Task Decide(string key, Member who, NominationDecision decision, string? because, CancellationToken stop) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<AnswerNomination>()
                        .Decide(_nominated[key].Nomination, new() { Decision = decision, Because = because }, stop)
                )
        );

    Task Tried(string key, Member who, string trial, CancellationToken stop) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<AnswerNomination>()
                        .KeepTrial(_nominated[key].Nomination, new() { Trial = _trials[trial] }, stop)
                )
        );
}
