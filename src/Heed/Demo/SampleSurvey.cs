using System.Globalization;
using System.Text;

namespace Heed.Demo;

/// <summary>A year of answers at Harbor Coffee, as the file that a survey tool would give. Made with a fixed seed.</summary>
sealed class SampleSurvey
{
    public const string Name = "How was your visit?";

    /// <summary>Too few to show: four partners answered in the whole year.</summary>
    public const string TooSmall = "Wholesale";
    const string Online = "Online";
    const int AnswersAMonth = 120;

    static readonly (string Name, int Share)[] Shops = [("Harbor", 38), ("Station", 27), ("Market", 19), (Online, 16)];

    readonly StringBuilder _file = new(
        "Answered on,Shop,Would you recommend us,How satisfied were you,How easy was it,In your own words,How do you order?,How many minutes did you wait?\n"
    );
    readonly Random _chance = new(101);
    readonly Random _ways = new(102);
    readonly Random _waits = new(103);
    readonly SampleRemarks _remarks;

    SampleSurvey() => _remarks = new(_chance);

    /// <summary>The file, for the twelve whole months before this day.</summary>
    public static string Csv(DateOnly today)
    {
        var survey = new SampleSurvey();
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-12);
        for (var month = 0; month < 12; month++)
            survey.Ask(first.AddMonths(month), month);
        return survey._file.ToString();
    }

    void Ask(DateOnly first, int month)
    {
        var days = DateTime.DaysInMonth(first.Year, first.Month);
        // A few more promoters towards the end: the score rises by some points, and the band is wider than that.
        var promoters = 0.52 + (month >= 9 ? 0.035 : 0);
        for (var i = 0; i < AnswersAMonth; i++)
            Add(first.AddDays(_chance.Next(days)), Shop(_chance), promoters);
        if (month % 3 == 1)
            Add(first.AddDays(_chance.Next(days)), TooSmall, promoters);
    }

    /// <summary>Whole minutes with a long tail, more of them for who liked it less; parcels are not waited for, and some do not remember.</summary>
    static string Waited(Random chance, string shop, int recommend)
    {
        var minutes = (int)
            Math.Ceiling(-((shop == "Station" ? 5 : 3) + (10 - recommend)) * Math.Log(1 - chance.NextDouble()));
        return shop == Online || chance.NextDouble() < .06 ? "" : $"{minutes}";
    }

    void Add(DateOnly day, string shop, double promoters)
    {
        var recommend = Recommends(_chance, promoters);
        var satisfied = Math.Clamp((int)Math.Round(recommend / 2.4 + 0.4 + 1.6 * (_chance.NextDouble() - 0.5)), 1, 5);
        var easy = Math.Clamp((int)Math.Round(recommend * 0.55 + 1.2 + 3 * (_chance.NextDouble() - 0.5)), 1, 7);
        var says = _chance.NextDouble() < 0.3 ? _remarks.Draw(recommend, shop == Online) : "";
        var skipped = _chance.NextDouble() < 0.04;
        _file.Append(
            CultureInfo.InvariantCulture,
            $"{day:yyyy-MM-dd},{shop},{recommend},{(skipped ? "" : satisfied)},{easy},\"{says}\",{Ordered(_ways, shop)},{Waited(_waits, shop, recommend)}\n"
        );
    }

    /// <summary>As answers from 0 to 10 usually lie: most at the top, a tail to the bottom, and a few who are angry enough for 0.</summary>
    static int Recommends(Random chance, double promoters)
    {
        var draw = chance.NextDouble();
        if (draw < promoters)
            return chance.NextDouble() < 0.45 ? 9 : 10;
        if (draw < promoters + 0.36)
            return chance.NextDouble() < 0.4 ? 7 : 8;
        return chance.Next(100) switch
        {
            < 36 => 6,
            < 64 => 5,
            < 75 => 4,
            < 84 => 3,
            < 90 => 2,
            < 94 => 1,
            _ => 0,
        };
    }

    /// <summary>Any of four ways, at the counter more often where there is one.</summary>
    static string Ordered(Random chance, string shop)
    {
        var counter = shop is Online or TooSmall ? 0.1 : 0.74;
        (string Way, double Share)[] ways =
        [
            ("At the counter", counter),
            ("App", 0.46),
            ("Web shop", shop == Online ? 0.7 : 0.14),
            ("Phone", 0.07),
        ];
        return string.Concat(ways.Where(way => chance.NextDouble() < way.Share).Select(way => $"{way.Way};"));
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
