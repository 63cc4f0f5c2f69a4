using System.Globalization;
using System.Text;

namespace Heed.Demo;

/// <summary>A year of answers at Harbor Coffee, as the file that a survey tool would give. Made with a fixed seed.</summary>
static class SampleSurvey
{
    public const string Name = "How was your visit?";

    /// <summary>Too few to show: four partners answered in the whole year.</summary>
    public const string TooSmall = "Wholesale";
    const int AnswersAMonth = 120;

    static readonly (string Name, int Share)[] Shops =
    [
        ("Harbor", 38),
        ("Station", 27),
        ("Market", 19),
        ("Online", 16),
    ];

    static readonly (int Recommend, string Says)[] Remarks =
    [
        (10, "They knew my order on the fourth day. I had not even told them my name."),
        (10, "Called me before I arrived, and it stood there, hot. That is all I want in the morning."),
        (9, "I stopped asking for the receipt. Nobody reads it, and the queue behind me sighs."),
        (9, "Good coffee, quick, and somebody smiles at you."),
        (9, "The message said 8:40 and it came at 8:39."),
        (8, "Fine. A second person at the counter before nine would help."),
        (8, "I like the new cups. The lid still leaks a little."),
        (7, "Nice coffee, but I am a number here."),
        (7, "The app asks for my address each time."),
        (7, "Nobody could say when the order would come."),
        (6, "Waited eleven minutes while two receipts were printed for everybody."),
        (5, "Third late delivery this month. The driver was kind about it, it is not his fault."),
        (4, "I called three times to ask where my order was, and each one knew something else."),
        (3, "Had to sign twice for a refund of two euro."),
    ];

    /// <summary>The file, for the twelve whole months before this day.</summary>
    public static string Csv(DateOnly today)
    {
        var chance = new Random(101);
        var file = new StringBuilder(
            "Answered on,Shop,Would you recommend us,How satisfied were you,How easy was it,In your own words\n"
        );
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-12);
        for (var month = 0; month < 12; month++)
        {
            var start = first.AddMonths(month);
            var days = DateTime.DaysInMonth(start.Year, start.Month);
            // A few more promoters towards the end: the score rises by some points, and the band is wider than that.
            var promoters = 0.52 + (month >= 9 ? 0.035 : 0);
            for (var i = 0; i < AnswersAMonth; i++)
                Add(file, chance, start.AddDays(chance.Next(days)), Shop(chance), promoters);
            if (month % 3 == 1)
                Add(file, chance, start.AddDays(chance.Next(days)), TooSmall, promoters);
        }
        return file.ToString();
    }

    static void Add(StringBuilder file, Random chance, DateOnly day, string shop, double promoters)
    {
        var draw = chance.NextDouble();
        var recommend =
            draw < promoters ? 9 + chance.Next(2)
            : draw < promoters + 0.36 ? 7 + chance.Next(2)
            : 2 + chance.Next(5);
        var satisfied = Math.Clamp((int)Math.Round(recommend / 2.4 + 0.4 + 0.7 * (chance.NextDouble() - 0.5)), 1, 5);
        var easy = Math.Clamp((int)Math.Round(recommend * 0.55 + 1.2 + 2 * (chance.NextDouble() - 0.5)), 1, 7);
        var fitting = Remarks.Where(r => Math.Abs(r.Recommend - recommend) <= 1).ToList();
        var says = chance.NextDouble() < 0.3 && fitting.Count > 0 ? fitting[chance.Next(fitting.Count)].Says : "";
        var skipped = chance.NextDouble() < 0.04;
        file.Append(
            CultureInfo.InvariantCulture,
            $"{day:yyyy-MM-dd},{shop},{recommend},{(skipped ? "" : satisfied)},{easy},\"{says}\"\n"
        );
    }

    static string Shop(Random chance)
    {
        var draw = chance.Next(100);
        foreach (var (name, share) in Shops)
        {
            if ((draw -= share) < 0)
                return name;
        }
        return Shops[0].Name;
    }
}
