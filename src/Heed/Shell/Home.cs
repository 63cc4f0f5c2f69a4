using System.Globalization;

namespace Heed.Shell;

/// <summary>What Home says: the sentences of every module in three columns, the weightiest first.</summary>
public sealed class Home(IEnumerable<ISpeakAtHome> modules)
{
    const int MostMoved = 5;
    const int MostElsewhere = 12;

    public async Task<HomeView> Read(CancellationToken stop)
    {
        List<HomeSentence> all = [];
        // One after the other: they share one database connection, and each asks one or two questions.
        foreach (var module in modules)
            all.AddRange(await module.Tell(stop));
        return new HomeView(
            Column(all, HomeColumn.Moved, MostMoved),
            Column(all, HomeColumn.Stuck, MostElsewhere),
            Column(all, HomeColumn.NeedsMe, MostElsewhere)
        );
    }

    static HomeColumnView Column(List<HomeSentence> all, HomeColumn column, int most)
    {
        var told = all.Where(s => s.Column == column).ToList();
        var here = told.Where((s, i) => s.About is null || told.FindLastIndex(t => t.About == s.About) == i)
            .OrderByDescending(s => s.Weight)
            .ToList();
        return new HomeColumnView([.. here.Take(most)], here.Count);
    }
}

public sealed record HomeColumnView(IReadOnlyList<HomeSentence> Sentences, int Count);

public sealed record HomeView(HomeColumnView Moved, HomeColumnView Stuck, HomeColumnView NeedsMe)
{
    static readonly string[] Numbers =
    [
        "No",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
    ];

    /// <summary>The whole page in one sentence.</summary>
    public string Headline
    {
        get
        {
            if (Moved.Count + Stuck.Count + NeedsMe.Count == 0)
                return "Nothing left its noise band this week, and nothing waits for you.";
            List<string> parts = [];
            if (Moved.Count > 0)
                parts.Add(Count(Moved.Count, "thing", "things") + " moved");
            if (Stuck.Count > 0)
                parts.Add(Stuck.Count == 1 ? "one is stuck" : Count(Stuck.Count, "is", "are") + " stuck");
            if (NeedsMe.Count > 0)
                parts.Add(
                    NeedsMe.Count == 1 ? "one thing needs you" : Count(NeedsMe.Count, "thing", "things") + " need you"
                );
            var sentence = string.Join(", ", parts);
            return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
        }
    }

    static string Count(int count, string one, string many) =>
        $"{Word(count).ToLowerInvariant()} {(count == 1 ? one : many)}";

    static string Word(int count) =>
        count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>“Monday 23 November · week 8 of 13”.</summary>
    public static string Date(DateOnly today)
    {
        var start = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var end = start.AddMonths(3);
        var week = (today.DayNumber - start.DayNumber) / 7 + 1;
        var weeks = (end.DayNumber - start.DayNumber + 6) / 7;
        return $"{today.ToString("dddd d MMMM", CultureInfo.InvariantCulture)} · week {week} of {Math.Min(weeks, 13)}";
    }
}
