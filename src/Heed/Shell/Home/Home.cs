using Heed.Aim;

namespace Heed.Shell;

/// <summary>What Home says: the sentences of every module in their columns, the weightiest first.</summary>
public sealed class Home(IEnumerable<IHomeSource> modules)
{
    const int MostMoved = 5;
    const int MostElsewhere = 6;

    /// <param name="whole">A column that is shown to its end.</param>
    public async Task<HomeView> Read(HomeColumn? whole, CancellationToken stop)
    {
        List<HomeSentence> all = [];
        // One after the other: they share one database connection, and each asks one or two questions.
        foreach (var module in modules)
            all.AddRange(await module.Sentences(stop));
        return new HomeView(
            Column(HomeColumn.Moved, MostMoved),
            Column(HomeColumn.Stuck, MostElsewhere),
            Column(HomeColumn.NeedsMe, MostElsewhere),
            Column(HomeColumn.New, MostElsewhere)
        );

        HomeColumnView Column(HomeColumn column, int most) =>
            HomeColumnView.Of(all.Where(s => s.Column == column), column == whole ? int.MaxValue : most);
    }
}

/// <param name="Rest">What the rooms leave unsaid, each with the way to it.</param>
/// <param name="Count">How many things there are, said or not.</param>
/// <param name="Held">How many sentences found no room here.</param>
public sealed record HomeColumnView(
    IReadOnlyList<HomeSentence> Sentences,
    IReadOnlyList<HomeSentence> Rest,
    int Count,
    int Held
)
{
    public static HomeColumnView Of(IEnumerable<HomeSentence> sentences, int most)
    {
        var (rest, told) = (new List<HomeSentence>(), new List<HomeSentence>());
        foreach (var sentence in sentences)
            (sentence.IsRest ? rest : told).Add(sentence);
        var here = HomeSentence.Once(told).OrderByDescending(s => s.Weight).ToList();
        var shown = here.Count > most ? here[..most] : here;
        return new(shown, rest, here.Count + rest.Sum(r => r.Stands), here.Count - shown.Count);
    }
}

public sealed record HomeView(HomeColumnView Moved, HomeColumnView Stuck, HomeColumnView NeedsMe, HomeColumnView New)
{
    /// <summary>Nothing moved, nothing is stuck, nothing waits.</summary>
    public bool IsQuiet => Moved.Count + Stuck.Count + NeedsMe.Count == 0;

    /// <summary>The whole page in one sentence. What came in is news, not movement.</summary>
    public string Headline
    {
        get
        {
            if (IsQuiet)
                return "Nothing left its noise band this week, and nothing waits for you.";
            List<string> parts =
            [
                Moved.Count == 0
                    ? "Nothing left its noise band this week"
                    : $"{Format.InWords(Moved.Count)} {Format.Plural(Moved.Count, "thing", "things")} moved",
            ];
            if (Stuck.Count > 0)
                parts.Add($"{Format.InWords(Stuck.Count)} {Format.Plural(Stuck.Count, "is", "are")} stuck");
            if (NeedsMe.Count > 0)
                parts.Add(
                    $"{Format.InWords(NeedsMe.Count)} {Format.Plural(NeedsMe.Count, "thing needs", "things need")} you"
                );
            return Format.Capital(string.Join(", ", parts)) + ".";
        }
    }

    /// <summary>“Monday 23 November · week 8 of 13”.</summary>
    public static string Date(DateOnly today)
    {
        var start = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var end = start.AddMonths(3);
        var week = (today.DayNumber - start.DayNumber) / 7 + 1;
        var weeks = (end.DayNumber - start.DayNumber + 6) / 7;
        return $"{Format.Weekday(today)} · week {week} of {Math.Min(weeks, 13)}";
    }
}
