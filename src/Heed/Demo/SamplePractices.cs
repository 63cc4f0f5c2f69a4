using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Waste;

namespace Heed.Demo;

/// <summary>What is done at Harbor Coffee because it is done, and what becomes of it.</summary>
sealed partial class SampleYear
{
    readonly Dictionary<string, Id<Practice>> _practices = [];

    async Task AskWhetherItMustBe(int week, CancellationToken stop)
    {
        if (week == 8)
            await NameCounterPractices(stop);
        if (week == 10)
            await NameOtherPractices(stop);
        if (week == 14)
            await Decide(
                "receipt",
                _cast.Maya,
                PracticeAct.Question,
                "Two slips for every guest, and the bin beside the till is full of them.",
                stop
            );
        if (week == Stories.ReceiptRemoved - 1)
            await SetOut(
                "receipt",
                _cast.Maya,
                "Nobody takes it, and everybody waits for it.",
                "The accountant, until the till kept its own journal.",
                "Quarrels about the change, when the till had no journal.",
                "Three years ago, once.",
                "waiting",
                "reorders",
                50,
                stop
            );
        if (week == Stories.ReceiptRemoved)
            await GoesBy("receipt", _cast.Maya, stop);
        if (week == Stories.TextOnTheWay - 2)
            await Decide(
                "ringing",
                _cast.Jonas,
                PracticeAct.Question,
                "Each caller costs the driver a stop and the desk two calls.",
                stop
            );
        if (week == Stories.TextOnTheWay - 1)
            await SetOut(
                "ringing",
                _cast.Jonas,
                "If customers know when the order comes, nobody has to ring the driver.",
                "The desk, which had nothing else to tell a caller.",
                "Customers who wait at the window without a word.",
                "Every day: that is what it is for.",
                "calls",
                "orders",
                900,
                stop
            );
        if (week == Stories.TextOnTheWay)
            await GoesBy("ringing", _cast.Jonas, stop, "text");
        if (week == 40)
        {
            await Decide(
                "credit",
                _cast.Priya,
                PracticeAct.Question,
                "Partners of ten years wait a day for a stamp.",
                stop
            );
            await Decide(
                "allergens",
                _cast.Maya,
                PracticeAct.Question,
                "A signature a shift, on paper, for a list that changes twice a year.",
                stop
            );
        }
        if (week == 42)
        {
            await Decide(
                "credit",
                _cast.Priya,
                PracticeAct.Keep,
                "It caught two unpaid bills in spring. We look again when the new ledger runs.",
                stop
            );
            await Decide(
                "allergens",
                _cast.Maya,
                PracticeAct.Bind,
                "The list must be at hand, Regulation (EU) 1169/2011. We asked the food office whether a screen will do.",
                stop
            );
        }
        if (week == 50)
            await Decide(
                "meeting",
                _cast.Maya,
                PracticeAct.Question,
                "Home says the same on one page. Who would miss it?",
                stop
            );
    }

    async Task NameCounterPractices(CancellationToken stop)
    {
        await Name(
            "receipt",
            _cast.Maya,
            _cast.Counter,
            PracticeKind.Rule,
            "A second receipt for every guest",
            "The till prints it, and nobody has turned it off.",
            null,
            ["morning"],
            stop
        );
        await Costs("receipt", _cast.Maya, Ledger.StaffHours, 1, 1150, 0.3, 0.5, 0.8, EvidenceClass.Sampled, stop);
        await Costs("receipt", _cast.Maya, Ledger.CustomerHours, 1, 1150, 0.4, 0.6, 1, EvidenceClass.Sampled, stop);
        await Costs("receipt", _cast.Maya, Ledger.Cash, null, 1150, 0.01, 0.01, 0.01, EvidenceClass.Measured, stop);
        await Name(
            "lost",
            _cast.Maya,
            _cast.Counter,
            PracticeKind.Form,
            "The form for a lost receipt",
            "Nobody at the counter remembers who asked for it.",
            null,
            ["morning"],
            stop
        );
        await Costs("lost", _cast.Maya, Ledger.StaffHours, 1, 6, 4, 6, 10, EvidenceClass.Opinion, stop);
        await Costs("lost", _cast.Maya, Ledger.CustomerHours, 3, 6, 4, 6, 10, EvidenceClass.Opinion, stop);
        await Name(
            "allergens",
            _cast.Maya,
            _cast.Counter,
            PracticeKind.Control,
            "The allergen sheet, signed each shift",
            "So that whoever asks gets a right answer.",
            "Regulation (EU) 1169/2011, article 44",
            ["baristas"],
            stop
        );
        await Costs("allergens", _cast.Maya, Ledger.StaffHours, 2, 84, 2, 3, 5, EvidenceClass.Opinion, stop);
    }

    async Task NameOtherPractices(CancellationToken stop)
    {
        await Name(
            "meeting",
            _cast.Maya,
            _cast.Company,
            PracticeKind.Meeting,
            "The Monday figures",
            "Everybody hears the numbers of the week from whoever made them.",
            null,
            [],
            stop
        );
        await Costs("meeting", _cast.Maya, Ledger.StaffHours, 9, 1, 40, 60, 90, EvidenceClass.Sampled, stop);
        await Name(
            "ringing",
            _cast.Jonas,
            _cast.Delivery,
            PracticeKind.HandOff,
            "Ringing the driver for every caller",
            "The desk does not know where the van is.",
            null,
            ["door"],
            stop
        );
        await Costs("ringing", _cast.Jonas, Ledger.StaffHours, 2, 40, 3, 5, 9, EvidenceClass.Sampled, stop);
        await Costs("ringing", _cast.Jonas, Ledger.CustomerHours, 1, 40, 4, 7, 12, EvidenceClass.Opinion, stop);
        await Name(
            "credit",
            _cast.Priya,
            _cast.Wholesale,
            PracticeKind.Approval,
            "A credit check for every order of a partner",
            "A large bill stayed open in 2019.",
            "Credit policy of 2019, section 4",
            ["partners"],
            stop
        );
        await Costs("credit", _cast.Priya, Ledger.StaffHours, 1, 35, 8, 12, 20, EvidenceClass.Sampled, stop);
        await Costs("credit", _cast.Priya, Ledger.Cash, null, 35, 1.2, 1.2, 1.2, EvidenceClass.Measured, stop);
    }
}
