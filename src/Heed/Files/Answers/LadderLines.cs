namespace Heed.Files;

/// <summary>The ladders taken apart, once: which rank each word has, and how many steps there are.</summary>
static class LadderLines
{
    /// <param name="Ranks">From nought; of a ladder with two sides from its middle, below nought on the worse side.</param>
    public readonly record struct Line(LadderOf Of, int Steps, Dictionary<string, int> Ranks);

    public static readonly Line[] TwoSided = [.. TwoSidedLadders.All.Select(l => Parted(l.Ladder, l.Steps))];
    public static readonly Line[] OneSided = [.. LadderWords.OneSided.Select(l => Parted(l.Ladder, l.Steps))];
    public static readonly Line[] Amounts = [.. LadderWords.Amounts.Select(l => Parted(LadderOf.Amount, l))];
    public static readonly Line[] NoYes = [.. LadderWords.NoYes.Select(l => Parted(LadderOf.YesNo, l))];

    static Line Parted(LadderOf of, string steps)
    {
        var parts = steps.Split('|');
        var middle = Math.Max(0, Array.FindIndex(parts, part => part[0] == '~'));
        Dictionary<string, int> ranks = new(StringComparer.Ordinal);
        foreach (var (at, part) in parts.Index())
        foreach (var word in part.TrimStart('~').Split('/'))
            ranks.TryAdd(word, at - middle);
        return new(of, parts.Length, ranks);
    }
}
