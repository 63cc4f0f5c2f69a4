namespace Heed.Demo;

/// <summary>
/// What guests of Harbor Coffee say in their own words, each with the answers to "would you recommend us" it goes with.
/// Somebody who looks for what lies behind a score finds what a real coffee house would hear: praise that repeats in
/// other words, and a handful of troubles that many people meet.
/// </summary>
sealed class SampleRemarks(Random chance)
{
    /// <summary>Where it can be said: at a counter, of a delivery, or anywhere.</summary>
    enum Of
    {
        Any,
        Counter,
        Delivery,
    }

    sealed record Remark(int From, int To, Of Place, string Says)
    {
        public bool Fits(int recommend, bool delivered) =>
            recommend >= From && recommend <= To && (Place == Of.Any || Place == Of.Delivery == delivered);
    }

    readonly Dictionary<Remark, int> _said = [];

    /// <summary>Somebody's words for such an answer: one sentence, or two, of those that were said least so far.</summary>
    public string Draw(int recommend, bool delivered)
    {
        var first = Next(recommend, delivered);
        return chance.NextDouble() < 0.6 ? first : $"{first} {Next(recommend, delivered)}";
    }

    string Next(int recommend, bool delivered)
    {
        var fitting = All.Where(r => r.Fits(recommend, delivered)).ToLookup(r => _said.GetValueOrDefault(r));
        var fresh = fitting.MinBy(said => said.Key)!.ToList();
        var one = fresh[chance.Next(fresh.Count)];
        _said[one] = _said.GetValueOrDefault(one) + 1;
        return one.Says;
    }

    static readonly Remark[] All =
    [
        .. Said(9, 10, Of.Any, Praise),
        .. Said(9, 10, Of.Counter, PraiseAtTheCounter),
        .. Said(9, 10, Of.Delivery, PraiseOfDeliveries),
        .. Said(7, 8, Of.Any, Fine),
        .. Said(7, 8, Of.Counter, FineAtTheCounter),
        .. Said(7, 8, Of.Delivery, FineDeliveries),
        .. Said(0, 6, Of.Any, Trouble),
        .. Said(0, 6, Of.Counter, TroubleAtTheCounter),
        .. Said(0, 6, Of.Delivery, TroubleWithDeliveries),
    ];

    static IEnumerable<Remark> Said(int from, int to, Of place, string[] says) =>
        says.Select(s => new Remark(from, to, place, s));

    /// <summary>How many different sentences there are.</summary>
    public static int Count => All.Length;

    static string[] Praise =>
        [
            "Good coffee, quick, and somebody smiles at you.",
            "Best beans in town, and they tell you where they come from.",
            "You can taste that somebody cares about the roast.",
            "I have told everybody at the office.",
            "The new house blend is worth getting up for.",
            "Fair price for what you get.",
            "I tried the decaf for my mother and she did not believe it was decaf.",
            "Friendly from the first day on.",
            "They replaced a broken bag of beans without a single question.",
            "The oat milk is the good one.",
            "Never had a bad cup here, and I come almost daily.",
            "Finally a place where the tea drinkers are not an afterthought.",
            "The refund was on my card before I was home.",
            "I like that you say what you changed after the last survey.",
            "The cinnamon rolls. That is the whole review.",
            "They asked what I wanted changed and then they changed it.",
            "Prices went up once and they explained why. I respect that.",
            "The grinder advice was spot on.",
            "One call, one person, one answer. Rare these days.",
            "They admit when something went wrong, and that is why I stay.",
        ];

    static string[] PraiseAtTheCounter =>
        [
            "They knew my order on the fourth day. I had not even told them my name.",
            "Called me before I arrived, and it stood there, hot. That is all I want in the morning.",
            "I stopped asking for the receipt. Nobody reads it, and the queue behind me sighs.",
            "In and out in three minutes before my train.",
            "The barista remembered my daughter's birthday.",
            "A quiet corner, a socket, and nobody hurries you.",
            "The queue is long and still it moves. No idea how you do it.",
            "They waved me through with the pram and carried the cup to the table.",
            "My mug from home, no fuss, and ten cents off.",
            "The morning crew is a small wonder.",
            "Since there is a second person at the counter it simply flows.",
            "They made the wrong drink, noticed before I did, and I had the right one a minute later.",
            "Clean tables even at noon.",
            "The smell when the door opens.",
            "Somebody saw that I was in a hurry and took my order in the queue.",
            "They let my father sit down and brought everything to him.",
            "Ordered ahead, walked past the queue, felt like royalty.",
            "Everybody who works here seems to like each other. It shows.",
        ];

    static string[] PraiseOfDeliveries =>
        [
            "The message said 8:40 and it came at 8:39.",
            "Beans on the step before breakfast, every second Tuesday.",
            "The driver called because the street was closed and walked the last bit.",
            "I can see where it is. No more sitting at the window.",
            "The box is easy to open and there is no plastic in it.",
            "Changed the address an hour before and it still worked.",
            "They brought it up to the fourth floor without being asked.",
            "Skipped a month with one press. More shops should do that.",
            "One bag was missing and it was here the same afternoon.",
            "The grind is always what I chose.",
            "Ordering again takes me ten seconds.",
            "Freshly roasted, the date is on the bag, and it is true.",
        ];

    static string[] Fine =>
        [
            "Nice coffee, but I am a number here.",
            "Good, not special.",
            "The coffee is great. The app is not.",
            "The app asks for my address each time.",
            "I like the new cups. The lid still leaks a little.",
            "A smaller cake would be nice. I always leave half.",
            "A little too dear for every day.",
            "It depends a lot on who is on shift.",
            "Please bring back the dark roast.",
            "Fine. The loyalty card is one more thing to carry.",
            "The stamps never arrive in the app.",
            "Good beans, confusing names. Which one is the mild one?",
            "I would come more often if you opened before seven.",
            "The offer by mail had ended when I got it.",
            "More without sugar, please.",
            "Tastes great at home, a bit thin in the shop.",
            "Paying by phone works every second time.",
            "All good, only the music is loud.",
            "I had to look for the allergens.",
            "The questionnaire is longer than my visit was.",
            "A gift card one can send by mail would be nice.",
        ];

    static string[] FineAtTheCounter =>
        [
            "Fine. A second person at the counter before nine would help.",
            "Good coffee, long queue.",
            "Nobody tells you that one orders on the left and waits on the right.",
            "Nice place, no seat to be had after ten.",
            "The tables wobble.",
            "I waited while they looked for the oat milk.",
            "The toilet key is a bit of an adventure.",
            "They called my order and three people stood up.",
            "It was quick, but not hot.",
            "Two tills, one open.",
            "The door does not close and the draught is on the best seats.",
            "Ordered ahead and it was not ready. Five minutes, no drama.",
            "Nice people. The menu board is too full to read while the queue pushes.",
            "They ask for a receipt every time. I never want one.",
            "Card machine down again, luckily I had cash.",
            "Sandwiches were gone by noon.",
            "I never know whether the window seats are reserved.",
        ];

    static string[] FineDeliveries =>
        [
            "Nobody could say when the order would come.",
            "It came, a day late, but it came.",
            "I wish I could choose the hour and not only the day.",
            "The box was a bit squashed, the beans were fine.",
            "The message with the time comes after the driver.",
            "Good beans, but the invoice is a riddle.",
            "Stopping deliveries over the holidays took me a call.",
            "The neighbour gets my parcels. We have become friends.",
            "The tracking says delivered while it is still in the van.",
            "The minimum order is just above what I need.",
            "Whole beans again, although I had chosen ground.",
            "I would like to return the empty tins.",
        ];

    static string[] Trouble =>
        [
            "Had to sign twice for a refund of two euro.",
            "I wrote twice and got the same ready-made answer twice.",
            "You charge my card first and ask questions later.",
            "The app logged me out and my credit was gone.",
            "Three price rises in a year and the cup got smaller.",
            "My complaint was closed without a word.",
            "The voucher did not work and nobody was allowed to help.",
            "The form for a broken machine asks for a serial number that is under the machine.",
            "I was charged twice and had to prove it.",
            "The lid leaked over my papers, and the answer was a napkin.",
            "I only wanted to change my address. It took a letter.",
            "Everybody is kind and nobody may decide anything.",
            "The loyalty points run out exactly before you can use them.",
            "Stale pastry sold as fresh.",
            "I asked about nuts and got a shrug. That is dangerous.",
            "It used to be better.",
            "I was promised a call back. That was in spring.",
            "The same question from three people, and none of them had the answer of the one before.",
        ];

    static string[] TroubleAtTheCounter =>
        [
            "Waited eleven minutes while two receipts were printed for everybody.",
            "Fourteen people in front of me and one person at the counter.",
            "I missed my train for a flat white.",
            "They had to fetch a manager to take one coffee off the bill.",
            "Order ahead, then stand in the same queue to collect it. Why?",
            "My order was given to somebody else and I went to the back of the queue.",
            "Every morning the same: the queue goes out of the door.",
            "Cold coffee, and no way to get past the queue to say so.",
            "They close the second till exactly when it gets full.",
            "The wrong milk, for the third time. I cannot drink the right price off it.",
            "Twenty minutes for two toasts.",
            "The table was sticky and stayed sticky.",
            "I was told the machine is being cleaned. At half past eight in the morning.",
            "The new till asks five questions before I may pay.",
            "Somebody in front of me filled in a form for a lost receipt while all of us waited.",
            "Loud, full, and nobody looks up.",
            "The queue waits for paper. I counted nine receipts in the bin.",
            "I come with a wheelchair and the queue barrier does not let me through.",
            "Closed ten minutes early, with me at the door.",
        ];

    static string[] TroubleWithDeliveries =>
        [
            "Third late delivery this month. The driver was kind about it, it is not his fault.",
            "I called three times to ask where my order was, and each one knew something else.",
            "I took a morning off for a parcel that came the next day.",
            "No message, no call, and then a card that says I was not at home. I was.",
            "Ordered on Monday, came on Friday, needed on Wednesday.",
            "The hotline plays music for twenty minutes and then hangs up.",
            "Left in the rain in front of the wrong door.",
            "Half of the order was missing and the other half was not mine.",
            "The route changes every week, and so does the time.",
            "Nobody at the shop can see what the driver sees.",
            "I stopped the subscription in May and it came again in June.",
            "A different driver each time, and each one asks me for the way.",
            "The beans were roasted two months ago.",
            "My office stands without coffee on Mondays since you changed the route.",
            "To find out that it is late I have to call. You know it before me.",
            "The return label did not scan, and the post office sent me back to you.",
        ];
}
